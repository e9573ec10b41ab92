"""The two doors: files with front matter and a body, and plain YAML files, read with the same strictness."""

from __future__ import annotations

from frontmatter.decoding import decode
from frontmatter.fences import Parts, split
from frontmatter.nodes import Document, Mapping
from frontmatter.strictly import read_mapping
from frontmatter.unreadable import without_first_marker
from messages.problem import Problem


def read(data: bytes, source: str) -> tuple[Document | None, list[Problem]]:
    """The front matter and the body of a file, and all that is wrong with the form of it.

    None where nothing usable can be read. Lines that YAML cannot read but that can be guessed are in the document as
    guessed, so that the other keys can be checked; the errors say so. `source` is only named in problems.
    """
    text, problems = decode(data, source)
    if text is None:
        return None, problems
    parts = split(text, source)
    if not isinstance(parts, Parts):
        return None, [parts]
    head, problems = read_mapping(parts.head, source, parts.head_line)
    if head is None:
        return None, problems
    return Document(head, parts.body, parts.body_line), problems


def read_yaml(data: bytes, source: str) -> tuple[Mapping | None, list[Problem]]:
    """A plain YAML file of keys, otherwise as `read`; an empty file is an empty mapping."""
    text, problems = decode(data, source)
    if text is None:
        return None, problems
    return read_mapping(without_first_marker(text), source, 1)
