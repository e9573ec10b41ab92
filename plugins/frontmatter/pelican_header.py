"""Pelican's own kind of header (`Title: …` lines, no fences) shown as the front matter it should become."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from frontmatter.nodes import Scalar
from frontmatter.quoting import quoted
from frontmatter.tree import build
from messages.problem import Rewritten

MOST_LINES = 40

# The names that Pelican gives a meaning (its documentation, "Writing content"): one of them makes a header.
_PELICAN_KEYS = {
    *("author", "authors", "category", "date", "description", "keywords", "lang", "modified", "save_as", "slug"),
    *("status", "summary", "tags", "template", "title", "translation", "url"),
}
_FIELD = re.compile(r" {0,3}([A-Za-z0-9_-]+):[ \t]*(.*)")
_CONTINUATION = re.compile(r"(?: {4}|\t)\s*(\S.*)")


class Header(NamedTuple):
    """`line` is where the header begins (1-based); `rewritten` its lines as YAML, joined by " / "."""

    line: int
    rewritten: Rewritten


def as_front_matter(text: str) -> Header | None:
    """The header at the start of `text` as YAML, keys in lower case; None where there is no such header.

    Fields and continuation lines are those of Python-Markdown's `meta`, which Pelican reads them with.
    """
    start = len(text) - len(text.lstrip())
    fields = _fields(text[start:].split("\n", MOST_LINES)[:MOST_LINES])
    if not _PELICAN_KEYS.intersection(key for key, _ in fields):
        return None
    lines = [f"{key}: {_value(value)}".rstrip() for key, value in fields]
    return Header(1 + text.count("\n", 0, start), Rewritten(" / ".join(["---", *lines, "---"])))


def _fields(lines: list[str]) -> list[tuple[str, str]]:
    fields: list[tuple[str, str]] = []
    for line in lines:
        if field := _FIELD.match(line):
            fields.append((field[1].lower(), field[2].strip()))
        elif fields and (more := _CONTINUATION.match(line)):
            fields[-1] = (fields[-1][0], f"{fields[-1][1]} {more[1].rstrip()}".strip())
        else:
            break
    return fields


def _value(text: str) -> str:
    """`text` as it is where YAML takes it as typed, in quotes otherwise."""
    try:
        mapping, problems = build(f"k: {text}\n", "", 1)
    except yaml.YAMLError:
        return quoted(text)
    value = mapping.get("k")
    as_typed = isinstance(value, Scalar) and value.text == text and not value.quoted and not problems
    return text if as_typed else quoted(text)
