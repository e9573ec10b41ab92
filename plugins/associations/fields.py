"""Types of composed values: lists and groups of keys, read against what the schema says of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Protocol

import msgspec

from associations.reading import Reading, is_empty
from associations.scalars import TEXT, Text
from frontmatter.nodes import Mapping, Node, Scalar, Sequence
from messages import reasons
from messages.rules import RULES
from vietnamese.suggest import closest

IN_BRACKETS = re.compile(r"[^\[\]{}\"':#&*!|>%@`]+")  # text that may stand in a list in brackets as it is


class Kind(Protocol):
    """A type of value. `name` and `example` are shown to editors; `default` stands in for a wrong or absent value."""

    name: str
    example: str

    @property
    def default(self) -> Any: ...

    def read(self, node: Node, field: str, reading: Reading) -> Any: ...


class Listing:
    """A list of one type."""

    def __init__(self, of: Kind, length: int | None = None) -> None:
        self.of, self.length = of, length
        self.name = "danh sách" if isinstance(of, Text) and not length else f"danh sách {length or 'các'} {of.name}"
        self.example = f"[{', '.join([of.example] * (length or 1))}]"
        self.default: tuple[Any, ...] = ()

    def read(self, node: Node, field: str, reading: Reading) -> tuple[Any, ...]:
        if isinstance(node, Sequence) and self.length in (None, len(node.items)):
            return tuple(self._item(item, field, number, reading) for number, item in enumerate(node.items))
        example = self.example
        if isinstance(node, Scalar) and isinstance(self.of, Text) and IN_BRACKETS.fullmatch(node.text):
            example = f"[{node.text.strip()}]"
        reading.wrong_type(node, field, self.name, example)
        return ()

    def _item(self, item: Node, field: str, number: int, reading: Reading) -> Any:
        """Even where it is wrong there is a value: those that follow keep their numbers."""
        # A group's fields need their index (results[0].quote); a word in a list is named by its key alone.
        place = f"{field}[{number}]"
        reading.lines[place] = item.line
        if is_empty(item):
            reading.report("empty-item", item.line, field, key=field)
            value = self.of.default
        else:
            value = self.of.read(item, place if isinstance(self.of, Group) else field, reading)
        return self.of.struct() if value is None and isinstance(self.of, Group) else value


class TextByRule:
    """Keys of the editor's own with text values: warning rules and why they may stand."""

    name, example = "nhóm khóa, mỗi khóa là mã một cảnh báo", '{implausible-result: "…"}'

    @property
    def default(self) -> dict[str, str]:
        return {}

    def read(self, node: Node, field: str, reading: Reading) -> dict[str, str]:
        if not isinstance(node, Mapping):
            reading.wrong_type(node, field, self.name, self.example)
            return {}
        warnings = [rule for rule, entry in RULES.items() if entry.severity == "warning"]
        reasons = {}
        for entry in node.entries:
            place = f"{field}.{entry.key}"
            if entry.key not in warnings:
                guess = closest(entry.key, warnings)
                reading.report("acknowledged-rule", entry.line, place, guess, value=entry.key)
            elif is_empty(entry.value):
                reading.report("empty-field", entry.line, place, key=entry.key)
            else:
                reasons[entry.key] = TEXT.read(entry.value, place, reading)
        return reasons


class Key(msgspec.Struct, frozen=True):
    """A key of a file or of a group. `attribute` is the record's field where it cannot have the key's name."""

    name: str
    kind: Any
    about: str  # in Vietnamese, for docs/content.md
    required: bool = False
    attribute: str = ""


class Group:
    """A set of keys, read into `struct`."""

    name = "nhóm khóa"
    default = None

    def __init__(self, struct: Callable[..., Any], *keys: Key) -> None:
        self.struct, self.keys = struct, keys
        shown = [key for key in keys if key.required] or keys[:2]
        self.example = "{" + ", ".join(f"{key.name}: …" for key in shown) + "}"

    def read(self, node: Node, field: str, reading: Reading) -> Any:
        if not isinstance(node, Mapping):
            reading.wrong_type(node, field, self.name, self.example)
            return None
        return self.struct(**read_keys(node, self.keys, field, reading))


def read_keys(node: Mapping, keys: tuple[Key, ...], field: str, reading: Reading) -> dict[str, Any]:
    """The values of `keys` found in `node` by attribute name; what is unknown, missing or wrong is reported."""
    by_name = {key.name: key for key in keys}
    values: dict[str, Any] = {}
    for entry in node.entries:
        place = f"{field}.{entry.key}" if field else entry.key
        key = by_name.pop(entry.key, None)
        if key is None:
            guess = closest(entry.key, [key.name for key in keys])
            reading.report("unknown-key", entry.line, place, guess, key=entry.key)
            continue
        reading.lines[place] = entry.line
        if is_empty(entry.value):
            if key.required:
                reading.report("empty-field", entry.line, place, key=key.name)
            continue
        value = key.kind.read(entry.value, place, reading)
        if value is not None:
            values[key.attribute or key.name] = value
    for key in by_name.values():
        if key.required:
            place = f"{field}.{key.name}" if field else key.name
            where = reasons.GROUP.format(name=field) if field else reasons.TOP
            reading.report("missing-field", node.line, place, key=key.name, where=where)
    return values
