"""Stable pages of a list: page n holds a fixed set, so that a new article changes one page of a list and not all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")
SIZE = 20


class Slice(msgspec.Struct, Generic[T], frozen=True):
    """`number` counts from the oldest page, 1; the bare address has 0. Items are newest first."""

    number: int
    items: tuple[T, ...]


def slices(newest_first: Sequence[T], size: int = SIZE) -> list[Slice[T]]:
    """The bare page with the newest `size` to 2·size-1 items, then the numbered ones from the newest to the oldest.

    Every item stands on exactly one page.
    """
    count = len(newest_first)
    full = max(0, count // size - 1)
    bare = Slice(0, tuple(newest_first[: count - full * size]))
    numbered = [
        Slice(number, tuple(newest_first[count - number * size : count - (number - 1) * size]))
        for number in range(full, 0, -1)
    ]
    return [bare, *numbered]
