"""What front matter is made of: text, lists and groups of keys, each with the line on which it stands."""

from __future__ import annotations

from typing import TypeAlias

import msgspec


class Scalar(msgspec.Struct, frozen=True):
    """A value as typed, without its quotes and in NFC; `text` is empty where the editor wrote nothing."""

    text: str
    line: int
    quoted: bool = False


class Sequence(msgspec.Struct, frozen=True):
    items: tuple[Node, ...]
    line: int


class Entry(msgspec.Struct, frozen=True):
    key: str
    value: Node
    line: int  # of the key


class Mapping(msgspec.Struct, frozen=True):
    """Keys in the order of the file, each once."""

    entries: tuple[Entry, ...]
    line: int

    def get(self, key: str) -> Node | None:
        return next((entry.value for entry in self.entries if entry.key == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping


class Document(msgspec.Struct, frozen=True):
    """A file in two parts; `body_line` is the line of the file on which `body` begins (1-based)."""

    head: Mapping
    body: str
    body_line: int
