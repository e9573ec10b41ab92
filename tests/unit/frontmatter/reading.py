"""What the tests of this folder share: files made of a head, and nodes and problems as plain Python values."""

from __future__ import annotations

from typing import TypeAlias

from frontmatter.nodes import Document, Mapping, Node, Scalar
from frontmatter.reader import read
from messages.problem import Problem

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


def plain(node: Node) -> Plain:
    """The texts of a node in lists and dicts."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {entry.key: plain(entry.value) for entry in node.entries}
    return [plain(item) for item in node.items]


def file_with(head: str) -> bytes:
    """A file whose front matter is `head`; the first line of `head` is line 2 of the file."""
    return f"---\n{head}\n---\nThân bài.\n".encode()


def read_head(head: str) -> tuple[Document | None, list[Problem]]:
    return read(file_with(head), "news/2022/bai.md")


def values(head: str) -> Plain:
    """The values of a head that is read without any problem."""
    document, problems = read_head(head)
    assert problems == []
    assert document is not None
    return plain(document.head)


def mended(head: str) -> Plain:
    """The values of a head that is read although it has problems."""
    document, problems = read_head(head)
    assert problems
    assert document is not None
    return plain(document.head)


def found(head: str) -> list[tuple[int, str, str]]:
    """The problems of a head, each as line of the file, field and rule."""
    return [(p.line, p.field, p.rule) for p in read_head(head)[1]]


def remedies(head: str) -> list[str]:
    return [p.remedy for p in read_head(head)[1]]
