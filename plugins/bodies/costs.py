"""How much work a text gives to Python-Markdown: the products that grow with the square of its length.

The budgets were measured: each lets a text of 1 MiB through that takes some seconds, and none that takes minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

UNCLOSED_IN_BLOCK = 500
UNCLOSED_IN_FILE = 5_000
MOST_CELLS = 20_000
MOST_TAGS = 20_000
MOST_DEFINITIONS = 2_000

_SCANS = 40_000_000  # characters read one by one from brackets and backticks that nothing closes
_COPIES = 1_500_000_000  # characters copied for each mark of a block
_SPLITS = 60_000_000  # characters searched for each line of a block that splits it
_TAG_COPIES = 15_000_000_000
_DANGLING = 40_000_000
_COMMENTS = 500_000_000
_REPEATS = 10_000_000  # characters that definitions put into the HTML
_QUOTES = 100_000_000

_PARAGRAPH = re.compile(r"[^\n](?:[^\n]|\n(?![ \t]*\n))*+")
_BRACKET = re.compile(r"\\.|\]\(|[\[\]]", re.DOTALL)
# The rest of a link after `](`, where it is sure to end.
_ADDRESS = re.compile(
    r"""\s*+(?:<[^<>\n]*+>|[^()"'<>]*+(?:\([^()"'<>]*+\)[^()"'<>]*+)*+)\s*+(?:"[^"]*+"|'[^']*+')?+\s*+\)"""
)
_BACKTICKS = re.compile(r"`+")
_SPLITTER = re.compile(r"^[ \t>]*(?:\#|[=\-*_ ]+$|:[ ]|\*?\[)", re.MULTILINE)
_SEPARATOR = re.compile(r"^[^\n\w<&|]*\|[^\n\w<&]*$", re.MULTILINE)
_TAG = re.compile(r"<(?:(/)?([a-zA-Z][^\s/<>]*)|[!?])[^<>]*(>?)")
_DEFINITION = re.compile(r"^[ \t>]*\*?\[([^\[\]\n]*)\][ ]?:(.*(?:\n[ ]*[\"'(].*)?)", re.MULTILINE)


class Excess(NamedTuple):
    """A limit that a text exceeds at an offset."""

    rule: str
    offset: int
    limit: int


def brackets(text: str, deepest: int) -> Iterator[Excess]:
    """Brackets that nothing closes, and brackets inside brackets."""
    if text.count("[") <= deepest:
        return
    total, work = 0, 0
    for block in _PARAGRAPH.finditer(text):
        unclosed, depth = _unclosed(block[0])
        total += unclosed
        work += unclosed * len(block[0])
        if unclosed > UNCLOSED_IN_BLOCK:
            yield Excess("too-many-brackets", block.start(), UNCLOSED_IN_BLOCK)
        if total > UNCLOSED_IN_FILE:
            yield Excess("too-many-brackets", block.start(), UNCLOSED_IN_FILE)
        if work > _SCANS:
            yield Excess("too-many-brackets", block.start(), _SCANS // len(block[0]))
        if depth > deepest:
            yield Excess("nesting-too-deep", block.start(), deepest)


def _unclosed(block: str) -> tuple[int, int]:
    """How many `[` and `](` nothing closes, and how deep the closed ones stand inside each other."""
    heights: list[int] = []
    odd, deepest = 0, 0
    for match in _BRACKET.finditer(block):
        mark = match[0]
        if mark == "[":
            heights.append(0)
        elif mark[0] == "]":
            odd += mark == "](" and _ADDRESS.match(block, match.end()) is None
            if heights:
                height = heights.pop() + 1
                deepest = max(deepest, height)
                if heights:
                    heights[-1] = max(heights[-1], height)
    return len(heights) + odd, deepest


def long_blocks(text: str) -> Iterator[Excess]:
    """Marks, lines that split, and backticks that nothing closes, in blocks that are long."""
    copies, splits, scans = 0, 0, 0
    for match in _PARAGRAPH.finditer(text):
        block = match[0]
        length = len(block)
        marks = sum(map(block.count, ("\\", "`", "*", "_", "[", "<", "&", "  \n"))) + block.count("\n") // 20
        copies += marks * length
        splits += sum(1 for _ in _SPLITTER.finditer(block)) * length
        scans += _unpaired_backticks(block) * length + sum(_cell_work(line) for line in block.split("\n"))
        for work, budget in ((copies, _COPIES), (splits, _SPLITS), (scans, _SCANS)):
            if work > budget:
                yield Excess("too-many-marks", match.start(), budget // length)


def _unpaired_backticks(block: str) -> int:
    later: set[int] = set()
    unpaired = 0
    for run in reversed(_BACKTICKS.findall(block)):
        unpaired += len(run) not in later
        later.add(len(run))
    return unpaired


def _cell_work(line: str) -> int:
    """Runs of backticks are compared with each other and with each `|` of a line."""
    runs = line.count("`")
    return runs * (runs + line.count("|")) if runs > 1 else 0


def tables(text: str) -> Iterator[Excess]:
    """Tables whose rows and columns give too many cells: missing cells are filled up."""
    if "|" not in text:
        return
    cells = 0
    for match in _SEPARATOR.finditer(text):
        block = _PARAGRAPH.match(text, match.end() + 1)
        rows = 2 + (block[0].count("\n") + 1 if block else 0)
        cells += rows * (match[0].count("|") + 1)
        if cells > MOST_CELLS:
            yield Excess("table-too-large", match.start(), MOST_CELLS)


def tags(text: str, deepest: int) -> Iterator[Excess]:
    """Raw HTML: tags, tags that nothing ends, comments, and elements inside elements."""
    if text.count("<") <= deepest:
        return
    found = list(_TAG.finditer(text))
    open_tags: list[str] = []
    depth = 0
    for match in found:
        if not match[3] or not match[2]:
            continue
        name = match[2].lower()
        if not match[1]:
            if name not in _NEVER_DEEP and not (open_tags and open_tags[-1] == name and name in _ENDED_BY_NEXT):
                open_tags.append(name)
        elif name in open_tags:
            del open_tags[len(open_tags) - 1 - open_tags[::-1].index(name) :]
        depth = max(depth, len(open_tags))
        if depth > deepest:
            yield Excess("nesting-too-deep", match.start(), deepest)
    yield from _tag_work(text, found, depth)


def _tag_work(text: str, found: list[re.Match[str]], depth: int) -> Iterator[Excess]:
    length = len(text)
    comments = text.count("<!--") * (1 + depth)
    dangling = sum(1 for match in found if not match[3])
    for count, limit in (
        (len(found), min(MOST_TAGS, _TAG_COPIES // length)),
        (dangling, _DANGLING // length),
        (comments, _COMMENTS // length),
    ):
        if count > limit:
            yield Excess("too-many-tags", found[0].start(), limit)


def definitions(text: str) -> Iterator[Excess]:
    """Definitions of links, notes and abbreviations, and long titles that are repeated wherever their label stands."""
    if "]:" not in text and "] :" not in text:
        return
    repeats, quotes = 0, 0
    for number, match in enumerate(_DEFINITION.finditer(text)):
        if number == MOST_DEFINITIONS:
            yield Excess("too-many-definitions", match.start(), MOST_DEFINITIONS)
        label, meaning = match[1], match[2]
        if not label.startswith("^"):
            repeats += len(meaning) * text.count(label) if label else 0
        marks = meaning.count('"') + meaning.count("'") + meaning.count("(")
        quotes += marks * marks
        if repeats > _REPEATS or quotes > _QUOTES:
            yield Excess("definition-too-long", match.start(), len(meaning) - 1)


_ENDED_BY_NEXT = frozenset(("dd", "dt", "li", "option", "p", "tbody", "td", "th", "thead", "tr"))
_NEVER_DEEP = frozenset(("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))
