"""Files that are read back only if they are whole: a cache may be cut off, damaged or of another version."""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")
DIGEST = 16  # bytes


def digest(*parts: bytes) -> bytes:
    """A hash of the parts, each kept apart from the next."""
    hasher = blake2b(digest_size=DIGEST)
    for part in parts:
        hasher.update(len(part).to_bytes(8, "big"))
        hasher.update(part)
    return hasher.digest()


def load(file: Path, kind: type[T]) -> T | None:
    """What `save` wrote, or None where it is not there, not whole, or of another shape. Decoding runs no code."""
    try:
        data = file.read_bytes()
        payload = data[DIGEST:]
        if digest(payload) != data[:DIGEST]:
            return None
        return msgspec.msgpack.decode(payload, type=kind)
    except (OSError, msgspec.MsgspecError):  # a cache that can't be read is none: what it held is made anew
        return None


def save(file: Path, value: object) -> None:
    """In one step: a reader finds the old file or the new one. Raises OSError."""
    payload = msgspec.msgpack.encode(value)
    beside = file.with_name(f"{file.name}.new")
    try:
        beside.write_bytes(digest(payload) + payload)
        beside.replace(file)
    except OSError:
        with suppress(OSError):  # a disk that may not be written has nothing to free
            beside.unlink(missing_ok=True)
        raise
