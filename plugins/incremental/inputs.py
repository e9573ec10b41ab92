"""What stands for all files of some folders, without reading one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from incremental import stamps
from incremental.sealed import digest
from incremental.walk import walk

EMPTY = stamps.Stamp(0, 0, 0, 0)  # of a folder: its name is what counts


def of(places: Iterable[Path], at: int) -> bytes | None:
    """A hash of the names and stamps of all that lies in these folders, or are these files, at the moment `at`.

    None where something was changed so shortly before that the next change might not show, is a link (what it leads to
    may change without it), or can't be looked at.
    """
    found: list[tuple[str, stamps.Stamp]] = []
    try:
        for number, place in enumerate(places):
            for name, stamp in _stamps(place):
                if stamp is None or not stamps.settled(stamp, at):
                    return None
                found.append((f"{number}/{name}", stamp))
    except OSError:  # whoever reads it reports why
        return None
    found.sort(key=lambda one: one[0])
    return digest(msgspec.msgpack.encode([(name.encode("utf-8", "surrogateescape"), stamp) for name, stamp in found]))


def _stamps(place: Path) -> Iterator[tuple[str, stamps.Stamp | None]]:
    """What lies there, by name; no stamp of a link."""
    if not place.is_dir():
        if place.exists():
            yield "", stamps.stamp(place.stat())
        return
    for path, entry in walk(place):
        if entry.is_symlink():
            yield path, None
        elif entry.is_dir(follow_symlinks=False):
            yield f"{path}/", EMPTY
        else:
            yield path, stamps.stamp(entry.stat(follow_symlinks=False))
