"""Records and bodies from the store, or parsed where it has none."""

from __future__ import annotations

from functools import lru_cache
from typing import Generic, TypeVar

import msgspec

from associations.model import Record
from associations.parse import parse
from associations.schema import SCHEMAS
from associations.sources import Found, read
from bodies.model import Body
from incremental.store import Store
from messages.problem import Problem

R = TypeVar("R", bound=Record)


class Small(msgspec.Struct, Generic[R], array_like=True, gc=False):
    """What is known of a file without the text of its body."""

    record: R
    problems: tuple[Problem, ...]


class Bodies:
    """The bodies of records by path: those parsed in this build, and those that lie in the store."""

    def __init__(self, store: Store | None) -> None:
        self._store = store
        self._parsed: dict[str, Body] = {}
        self._keys: dict[str, bytes] = {}

    def add(self, path: str, key: bytes, body: Body | None) -> None:
        """`body` is None where the store has it under `key`."""
        self._keys[path] = key
        if body is not None:
            self._parsed[path] = body

    def key(self, record: Record) -> bytes:
        """What stands for all that a record's file says, its body included."""
        return self._keys[record.path]

    def of(self, record: Record) -> Body:
        """Raises Damaged where the store lost it."""
        body = self._parsed.get(record.path)
        if body is None and self._store and record.path in self._keys:
            body = msgspec.msgpack.decode(self._store.large(self._keys[record.path]), type=Body)
        return body or Body()


class Kept:
    """Reads files, or remembers them."""

    def __init__(self, store: Store | None) -> None:
        self._store = store
        self.bodies = Bodies(store)

    def record(self, found: Found) -> tuple[Record | None, tuple[Problem, ...]]:
        """The record of a file with the problems that it shows alone; no record of one that can't be read."""
        if self._store:
            return self._remembered(self._store, found)
        source, problems = read(found)
        if source is None:
            return None, tuple(problems)
        parsed = parse(source)
        self.bodies.add(found.path, b"", parsed.body)
        return parsed.record, parsed.problems

    def _remembered(self, store: Store, found: Found) -> tuple[Record | None, tuple[Problem, ...]]:
        key = store.key_of(found.path, found.stat)
        small = store.small(key) if key else None
        if key is None or small is None:
            source, problems = read(found)
            if source is None:
                return None, tuple(problems)
            key = store.key_for(found.path, source.data, found.stat)
            small = store.small(key)
            if small is None:
                parsed = parse(source)
                small = msgspec.msgpack.encode(Small(parsed.record, parsed.problems))
                store.put(key, small, msgspec.msgpack.encode(parsed.body))
        self.bodies.add(found.path, key, None)
        known = _decoder(found.kind).decode(small)
        return known.record, known.problems


@lru_cache
def _decoder(kind: str) -> msgspec.msgpack.Decoder[Small[Record]]:
    record = SCHEMAS[kind].record
    return msgspec.msgpack.Decoder(Small[record])  # type: ignore[valid-type] # msgspec takes the type as a value
