"""Markdown to a Body: the steps in their order."""

from __future__ import annotations

import re
from html import unescape
from xml.etree.ElementTree import Element

from bodies import figures, limits, references, sanitize, tables, trees
from bodies.blocks import Blocks
from bodies.engine import Engine, engine
from bodies.findings import Findings
from bodies.headings import Headings
from bodies.lines import Lines
from bodies.model import Block, Body
from bodies.pins import MARK
from bodies.rawhtml import RawHtml, is_markup
from bodies.references import References
from messages.problem import Problem

# Python-Markdown drops STX and ETX; the others are no text either. Reading a file reports them all.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def render(text: str, first_line: int, source: str, key: str) -> tuple[Body, list[Problem]]:
    """The body that a Markdown text gives, and what is wrong with it.

    `text` is NFC and at most 1 MiB; `first_line` is the file's line (1-based) on which it begins. `key` is a slug that
    no other body of a page has: the ids of footnotes are made of it. A text that exceeds a limit gives an empty body.
    The outcome depends on these arguments alone.
    """
    findings = Findings(source)
    text = _CONTROLS.sub("", text)
    if limits.check(text, first_line, findings):
        return Body(), findings.problems
    reading = _Reading(text, first_line, findings)
    try:
        return reading.body(key), findings.problems
    except (limits.TooDeep, RecursionError):  # the second should a way to nest be left that the limits don't count
        findings.report("nesting-too-deep", first_line, limit=limits.DEEPEST)
        return Body(), findings.problems


class _Reading:
    """What belongs to the reading of one body."""

    def __init__(self, text: str, first_line: int, findings: Findings) -> None:
        self._text = text
        self._first_line = first_line
        self._findings = findings
        self._engine: Engine = engine()
        self._lines = Lines(text, first_line)
        self._references = References(self._lines, findings)

    def body(self, key: str) -> Body:
        root = self._resolved(self._engine.tree(self._text, key))
        self._report_definitions()
        figures.settle(root)
        headings = Headings()
        headings.settle(root)
        tables.let_scroll(root)
        found = self._references.in_order(root)
        blocks = self._blocks(root, headings)
        anchors = tuple(element.attrib["id"] for element in root.iter() if "id" in element.attrib)
        return Body(self._html(root, len(found)), found, anchors, blocks, tuple(headings.found))

    def _resolved(self, root: Element) -> Element:
        """The tree with its addresses settled and its raw HTML, filtered, as a part of it."""
        stash = self._engine.stash
        references.collect(root, stash, self._references)
        tables.align_by_class(root)
        if not stash:
            return root
        raw = RawHtml(self._lines, self._references, self._findings)
        if not any(map(is_markup, stash)):
            stash[:] = [trees.encoded(unescape(piece)) for piece in stash]
            for element in root.iter():
                if element.text and "\x02" in element.text:
                    element.text = self._engine.unstashed(element.text)
                if element.tail and "\x02" in element.tail:
                    element.tail = self._engine.unstashed(element.tail)
            return root
        stash[:] = [raw.filtered(piece) for piece in stash]
        raw.report_ends()
        mixed = trees.parsed(self._cleaned(self._engine.unstashed(self._serialized(root))))
        trees.drop_empty_paragraphs(mixed)
        return mixed

    def _blocks(self, root: Element, headings: Headings) -> tuple[Block, ...]:
        notes = self._engine.footnotes
        note_lines = [self._lines.of_definition(f"^{label}") for label in notes.footnotes]
        blocks = Blocks(self._lines, self._engine.pins, self._references, note_lines)
        found = blocks.read(root)
        for element in headings.lowered:
            self._findings.report("heading-level", blocks.of.get(element, self._first_line))
        return found

    def _report_definitions(self) -> None:
        engine_, lines, findings = self._engine, self._lines, self._findings
        engine_.links.report("[{}]:", lines, findings)
        engine_.abbreviations.abbrs.report("*[{}]:", lines, findings)
        engine_.footnotes.report(lines, findings)
        for row, cells, columns in engine_.tables.too_long:
            findings.report("row-too-long", lines.of_row(row), count=cells, columns=columns)

    def _html(self, root: Element, count: int) -> str:
        if self._engine.pins.found:
            trees.drop_empty_paragraphs(root)
        html = MARK.sub("", self._serialized(root))
        return references.spell_apart(self._cleaned(html), count)

    def _serialized(self, root: Element) -> str:
        return trees.serialized(root, self._engine.markdown.serializer)

    def _cleaned(self, html: str) -> str:
        cleaned, lost = sanitize.clean(html)
        for what in lost:
            self._findings.report("markup-removed", self._lines.of_tag(what.rstrip(">")), value=what)
        return cleaned
