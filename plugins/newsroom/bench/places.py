"""Where the bench builds: in memory where there is room, since a disk's own habits would be measured too."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from newsroom.bench import processes

MEMORY = Path("/dev/shm")
ROOM, FIXED = 120 << 10, 256 << 20
"""Bytes for each article of the larger site (content, cache and outputs of all tools), and for feeds and copies of our
code, however many articles there are; as measured."""
SPARE = 2
"""How many times that much memory has to be free: the builds need some too."""


class Place(msgspec.Struct, frozen=True):
    """`folder` is empty and ours; `kind` is `tmpfs` or `disk`."""

    folder: Path
    kind: str

    def done_with(self, folder: Path) -> None:
        """Remove what a round left, on a tmpfs. On a disk it stays to the end: ext4 gives out what was just removed
        slowly, which made the next build look ten times slower."""
        if self.kind == "tmpfs":
            shutil.rmtree(folder)


@contextmanager
def place(articles: int, disk: Path) -> Iterator[Place]:
    """Room to measure a site of up to `articles` articles: in memory, or below the folder `disk`; gone at the end."""
    in_memory = is_tmpfs(MEMORY) and has_room(MEMORY, articles)
    base = MEMORY if in_memory else disk
    base.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-", dir=base) as folder:
        yield Place(Path(folder), "tmpfs" if in_memory else "disk")


def is_tmpfs(folder: Path) -> bool:
    """Whether a file system in memory is mounted there."""
    mounts = (processes.PROC / "mounts").read_text(encoding="utf-8", errors="replace")
    return re.search(rf"^\S+ {re.escape(str(folder))} tmpfs ", mounts, flags=re.MULTILINE) is not None


def has_room(folder: Path, articles: int) -> bool:
    """Whether a tmpfs takes a site of that many articles, and the memory that is free would hold it with ease."""
    needed = articles * ROOM + FIXED
    return shutil.disk_usage(folder).free > needed and processes.available_bytes() > SPARE * needed
