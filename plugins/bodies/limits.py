"""What is refused before Markdown reads it, because Python-Markdown would need minutes or too deep a recursion.

Everything is counted, nothing is timed: the same text is refused on every machine. Most bodies are so short that no
count can matter; they pay for a few searches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from bodies import costs
from bodies.costs import Excess
from bodies.findings import Findings

DEEPEST = 100  # lists, quotes, brackets, emphasis or tags inside each other
MOST_BLOCKS = 30_000  # paragraphs; Python-Markdown shifts all that remain after each
HARMLESS = 5_000_000  # characters × special characters: no construct needs a second for less

_SPECIAL = "\n\\`*_[<&"
# Anywhere in a line: what stands before them, a definition's label or a comment, may be taken out.
_LONG_PREFIX = re.compile(r"[ \t>*+\-.:0-9]{100,}")
_LEVEL = re.compile(r">|(?:[*+\-:]|[0-9]{1,9}\.)(?=[ \t])|(?: {4})+")
_ITEM = re.compile(r"^[ \t>]*(?:[*+\-:]|[0-9]{1,9}\.)[ \t]", re.MULTILINE)
_BLANK = re.compile(r"\n[ \t]*(?=\n)")


class TooDeep(Exception):
    """Elements stand more than DEEPEST deep inside each other."""


def check(text: str, first_line: int, findings: Findings) -> bool:
    """Whether the text exceeds a limit, which is reported; the first one only."""
    excess = next(_excesses(text), None)
    if excess is None:
        return False
    line = first_line + text.count("\n", 0, excess.offset)
    findings.report(excess.rule, line, limit=excess.limit)
    return True


def _excesses(text: str) -> Iterator[Excess]:
    yield from _deep_lines(text)
    yield from costs.tables(text)
    yield from costs.definitions(text)
    yield from costs.brackets(text, DEEPEST)
    yield from costs.tags(text, DEEPEST)
    if len(text) * sum(map(text.count, _SPECIAL)) > HARMLESS:
        yield from _too_many_blocks(text)
        yield from costs.long_blocks(text)


def _too_many_blocks(text: str) -> Iterator[Excess]:
    for number, match in enumerate(_BLANK.finditer(text)):
        if number == MOST_BLOCKS:
            yield Excess("too-many-blocks", match.start(), MOST_BLOCKS)


def _deep_lines(text: str) -> Iterator[Excess]:
    """Places that open too many quotes and items, or continue too deep an item."""
    matches = list(_LONG_PREFIX.finditer(text))
    items = sum(1 for _ in _ITEM.finditer(text)) if matches else 0
    for match in matches:
        marks = [level[0] for level in _LEVEL.finditer(match[0].expandtabs(4))]
        indents = sum(len(mark) // 4 for mark in marks if mark.isspace())
        if sum(not mark.isspace() for mark in marks) + min(indents, items) > DEEPEST:
            yield Excess("nesting-too-deep", match.start(), DEEPEST)


def check_depth(root: Element) -> None:
    """Raises TooDeep for a tree in which emphasis and links stand too deep inside each other."""
    level = [root]
    for _ in range(4 * DEEPEST):
        level = [child for element in level for child in element]
        if not level:
            return
    raise TooDeep
