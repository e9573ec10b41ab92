"""Whether a file is the one that was seen before, without reading it."""

from __future__ import annotations

import os
import time

import msgspec

TICK = 20_000_000  # nanoseconds: two steps of the clock by which a system marks its files
MARGIN = 2_000_000_000  # nanoseconds: the coarsest clock of a file system, FAT's


class Stamp(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What a system says of a file: each change of its bytes changes one of these, but for the racy moment below."""

    size: int
    modified: int
    changed: int  # the inode's own time, which no tool sets back
    inode: int


def stamp(found: os.stat_result) -> Stamp:
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def settled(seen: Stamp, at: int) -> bool:
    """Whether a file looked at `at` (nanoseconds) had rested: one changed just before may be changed again within the
    same tick of the clock, and look the same."""
    return max(seen.modified, seen.changed) < at - MARGIN


def rested(seen: Stamp, at: int) -> bool:
    """Whether a file on a disk of our own, looked at `at`, can't be changed any more and look the same."""
    return seen.changed < at - TICK


def now() -> int:
    """The moment of a look. Of a cache's business only: no byte of the output follows from it."""
    return time.time_ns()
