"""Everything below a folder, as the system lists it."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path


def walk(folder: Path, closed: Collection[str] = ()) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Each entry with its path below `folder`, a folder before what it holds; in no other order.

    Links are not followed. Paths in `closed`, and what lies below them, are left out. Raises OSError.
    """
    prefixes = [""]
    while prefixes:
        prefix = prefixes.pop()
        for entry in os.scandir(f"{folder}/{prefix}"):
            path = prefix + entry.name
            if path in closed:
                continue
            if entry.is_dir(follow_symlinks=False):
                prefixes.append(f"{path}/")
            yield path, entry
