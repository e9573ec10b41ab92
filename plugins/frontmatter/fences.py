"""Where the front matter of a file begins and ends."""

from __future__ import annotations

import re
from typing import NamedTuple

from frontmatter.pelican_header import as_front_matter
from messages.problem import FILE, Problem, problem

LARGEST_HEAD = 64 << 10  # bytes of UTF-8

# Blank lines above the first fence do no harm and cannot be seen: they are accepted.
_OPENING = re.compile(r"(?:[^\S\n]*\n)*---[^\S\n]*(?:\n|\Z)")
_CLOSING = re.compile(r"\n---[^\S\n]*(?:\n|\Z)")


class Parts(NamedTuple):
    """Front matter and body of a file, each with the line of the file on which it begins (1-based)."""

    head: str
    head_line: int
    body: str
    body_line: int


def split(text: str, source: str) -> Parts | Problem:
    """The two parts of a file; a fence is a line of exactly three dashes, the first one after the opening closes."""
    opening = _OPENING.match(text)
    if opening is None:
        return _not_opened(text, source)
    closing = _CLOSING.search(text, opening.end() - 1)
    head_line = 1 + text.count("\n", 0, opening.end())
    if closing is None:
        return problem("front-matter-unclosed", source, max(1, head_line - 1), FILE)
    head = text[opening.end() : closing.start() + 1]
    if len(head) > LARGEST_HEAD or len(head.encode()) > LARGEST_HEAD:
        return problem("front-matter-too-large", source, head_line, FILE, limit="64 KiB")
    body_line = head_line + text.count("\n", opening.end(), closing.end())
    return Parts(head, head_line, text[closing.end() :], body_line)


def _not_opened(text: str, source: str) -> Problem:
    header = as_front_matter(text)
    if header is None:
        return problem("front-matter-missing", source, 1, FILE)
    return problem("pelican-header", source, header.line, FILE, rewritten=header.rewritten)
