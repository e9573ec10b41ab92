"""From YAML text to nodes: libyaml's events taken as they come, so that no value is ever interpreted.

The events are `yaml.compose`'s own input. Reading them here costs less than composing (nothing resolves tags), shows
what composing hides (anchors, aliases, tags), and lets the depth be counted before anything recurses.
"""

from __future__ import annotations

import unicodedata

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from frontmatter.events import end, start
from frontmatter.nodes import Entry, Mapping, Node, Scalar, Sequence
from frontmatter.swallowed import cut_comment, runs_on
from messages.problem import FILE, Problem, problem

DEEPEST = 100


class Misread(yaml.YAMLError):
    """libyaml can read it, but not as it was meant: there are no keys, or a quote runs on over the next ones.

    `line` is 0-based.
    """

    def __init__(self, line: int) -> None:
        self.line = line


class TooDeep(Exception):
    """More than DEEPEST lists and groups inside one another; `line` is 0-based."""

    def __init__(self, line: int) -> None:
        self.line = line


def build(text: str, source: str, first_line: int) -> tuple[Mapping, list[Problem]]:
    """The mapping that `text` is, and what is wrong in it although it is YAML; an empty text is an empty mapping.

    `first_line` is the line of the file on which `text` begins. Raises yaml.YAMLError where it is not a YAML mapping
    and TooDeep.
    """
    builder = _Builder(text, source, first_line)
    return builder.root(), builder.problems


class _Builder:
    def __init__(self, text: str, source: str, first_line: int) -> None:
        self._next = yaml.CSafeLoader(text).get_event
        self._text = text
        self._lines: list[str] = []  # of the text, once somebody asks
        self._source = source
        self._first = first_line
        self._has_comments = "#" in text
        self._path: list[str] = []
        self._columns: list[int] = []  # of the collections around the current value; -1 for flow style
        self.problems: list[Problem] = []

    def root(self) -> Mapping:
        self._event()  # the stream starts
        if isinstance(self._event(), StreamEndEvent):
            return Mapping((), self._first)
        event = self._event()
        if not isinstance(event, MappingStartEvent):
            raise Misread(start(event).line)
        root = self._mapping(event)
        while self._next() is not None:  # errors below the mapping
            pass
        return root

    def _event(self) -> Event:
        event = self._next()
        if event is None:
            raise Misread(0)
        return event

    def _line(self, event: Event) -> int:
        return start(event).line + self._first

    def _node(self, event: Event) -> Node:
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event)  # type: ignore[arg-type]  # its class is compared, faster than isinstance
        if kind is MappingStartEvent:
            return self._mapping(event)  # type: ignore[arg-type]  # as above
        if kind is SequenceStartEvent:
            return self._sequence(event)  # type: ignore[arg-type]  # as above
        assert isinstance(event, AliasEvent)
        self._report("yaml-alias", self._line(event))
        return Scalar(f"*{event.anchor}", self._line(event))

    def _mapping(self, event: MappingStartEvent) -> Mapping:
        self._enter(event)
        entries: list[Entry] = []
        lines: dict[str, int] = {}
        while type(key_event := self._event()) is not MappingEndEvent:
            key = self._key(key_event)
            self._path.append("" if key is None else f".{key}")
            value = self._node(self._event())
            if key is not None and key in lines:
                self._report("duplicate-key", self._line(key_event), key=key, first=lines[key])
            elif key is not None:
                lines[key] = self._line(key_event)
                entries.append(Entry(key, value, lines[key]))
            self._path.pop()
        self._columns.pop()
        return Mapping(tuple(entries), self._line(event))

    def _key(self, event: Event) -> str | None:
        if type(event) is ScalarEvent:
            self._annotations(event)
            if event.value.strip():
                return unicodedata.normalize("NFC", event.value)
        else:
            self._node(event)
        self._report("key-not-text", self._line(event))
        return None

    def _sequence(self, event: SequenceStartEvent) -> Sequence:
        self._enter(event)
        items: list[Node] = []
        while type(item := self._event()) is not SequenceEndEvent:
            self._path.append(f"[{len(items)}]")
            items.append(self._node(item))
            self._path.pop()
        self._columns.pop()
        return Sequence(tuple(items), self._line(event))

    def _scalar(self, event: ScalarEvent) -> Scalar:
        self._annotations(event)
        text = event.value
        if not event.style:
            if self._has_comments:
                self._comment(event)
            return Scalar(text, self._line(event))
        if event.style in "|>":
            text = text.rstrip("\n")  # the editor ends a block with a line end, the text with its last letter
        elif start(event).line != end(event).line and runs_on(self._all_lines(), event, self._columns[-1]):
            raise Misread(start(event).line)
        return Scalar(unicodedata.normalize("NFC", text), self._line(event), quoted=True)

    def _comment(self, event: ScalarEvent) -> None:
        found = cut_comment(self._all_lines(), event)
        if found is not None:
            line = end(event).line + self._first
            self._report("comment-after-value", line, cut=found.cut, rewritten=found.rewritten)

    def _all_lines(self) -> list[str]:
        if not self._lines:
            self._lines = self._text.split("\n")
        return self._lines

    def _enter(self, event: CollectionStartEvent) -> None:
        self._annotations(event)
        self._columns.append(-1 if event.flow_style else start(event).column)
        if len(self._columns) > DEEPEST:
            raise TooDeep(start(event).line)

    def _annotations(self, event: ScalarEvent | CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._report("yaml-alias", self._line(event))
        if event.tag is not None:
            self._report("yaml-tag", self._line(event))

    def _report(self, rule: str, line: int, **values: object) -> None:
        field = "".join(self._path).removeprefix(".") or FILE
        self.problems.append(problem(rule, self._source, line, field, None, **values))
