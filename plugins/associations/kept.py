"""Records and bodies from the store, or parsed where it has none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from typing import Generic, TypeVar

import msgspec

from associations.model import Record
from associations.parse import parse
from associations.schema import SCHEMAS
from associations.sources import Found, read
from bodies.model import Body
from incremental.packs import Damaged
from incremental.parallel import spread
from incremental.store import Passing, Store
from messages.problem import Problem

R = TypeVar("R", bound=Record)


class Small(msgspec.Struct, Generic[R], array_like=True, gc=False):
    """What is known of a file without the text of its body."""

    record: R
    problems: tuple[Problem, ...]


class Derived(msgspec.Struct, gc=False):
    """What a file gave: its key, and its parts where the store has none; no key where it can't be read."""

    key: bytes = b""
    small: bytes = b""
    large: bytes = b""
    problems: tuple[Problem, ...] = ()


class Bodies:
    """The bodies of records: each is made out when a page needs it."""

    def __init__(self, store: Store | Passing) -> None:
        self._store = store
        self._keys: dict[str, bytes] = {}

    def add(self, path: str, key: bytes) -> None:
        self._keys[path] = key

    def key(self, record: Record) -> bytes:
        """What stands for all that a record's file says, its body included."""
        return self._keys[record.path]

    def of(self, record: Record) -> Body:
        """Raises Damaged where the store lost it."""
        key = self._keys.get(record.path)
        try:
            return msgspec.msgpack.decode(self._store.large(key), type=Body) if key else Body()
        except msgspec.MsgspecError as error:
            raise Damaged(record.path) from error


def records(
    texts: Sequence[Found], store: Store | Passing, bodies: Bodies, jobs: int
) -> Iterator[tuple[Record | None, tuple[Problem, ...]]]:
    """The record of each file with the problems that it shows alone; no record of one that can't be read.

    Only what the store does not know is read, by `jobs` processes; only what it does not have is parsed.

    Raises Damaged.
    """
    known = [store.key_of(found.path, found.stat) for found in texts]
    unknown = [found for found, key in zip(texts, known, strict=True) if key is None]
    derived = spread(partial(_derived, store), unknown, jobs)
    for found, key in zip(texts, known, strict=True):
        if key is None:
            new = next(derived)
            if not new.key:
                yield None, new.problems
                continue
            key = new.key
            store.saw(found.path, found.stat, key)
            if new.small:
                store.put(key, new.small, new.large)
        bodies.add(found.path, key)
        try:
            small = _decoder(found.kind).decode(store.small(key) or b"")
        except msgspec.MsgspecError as error:
            raise Damaged(found.path) from error
        yield small.record, small.problems


def _derived(store: Store | Passing, found: Found) -> Derived:
    source, problems = read(found)
    if source is None:
        return Derived(problems=tuple(problems))
    key = store.key_for(found.path, source.data)
    if store.small(key) is not None:
        return Derived(key)
    parsed = parse(source)
    encode = msgspec.msgpack.encode
    return Derived(key, encode(Small(parsed.record, parsed.problems)), encode(parsed.body))


@lru_cache
def _decoder(kind: str) -> msgspec.msgpack.Decoder[Small[Record]]:
    record = SCHEMAS[kind].record
    return msgspec.msgpack.Decoder(Small[record])  # type: ignore[valid-type] # msgspec takes the type as a value
