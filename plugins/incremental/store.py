"""What was derived from single files, kept between builds under the hash of their bytes.

A fresh clone with a restored store is warm: times of files only spare reading them. Nothing in it names a place outside
the folder that was read, and nothing in it is code.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import msgspec

from incremental import stamps
from incremental.packs import Damaged, Packs, Place
from incremental.sealed import digest, load, save
from incremental.stamps import Stamp

INDEX = "files.index"
LARGEST = 512 << 20  # bytes that all pieces may take; those of the build at hand always stay
LATELY = 50  # builds: what none of so many used is dropped
SMALL_PACK, MOST_SMALL = 1 << 20, 8  # bytes and number: more of them are joined, for every edit leaves one


class Seen(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A file as it was when its key was found."""

    stamp: Stamp
    key: bytes


class Entry(msgspec.Struct, array_like=True, gc=False):
    """`small` is read at once, `large` lies in a pack; `used` is the number of the build that used it last."""

    small: bytes
    large: Place
    used: int


class Index(msgspec.Struct, array_like=True):
    salt: bytes = b""
    build: int = 0
    seen: dict[str, Seen] = {}
    entries: dict[bytes, Entry] = {}


class Store:
    """The store in `folder`. `salt` stands for all that the derived data follow from besides the files' bytes."""

    def __init__(self, folder: Path, salt: bytes) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        found = load(folder / INDEX, Index)
        self._index = found if found and found.salt == salt else Index(salt)
        self._index.build += 1
        self._packs = Packs(folder)
        self._started = stamps.now()
        self._changed = found is not self._index

    def key_of(self, name: str, found: os.stat_result) -> bytes | None:
        """The key of a file that has not been touched since it was seen last; None where it has to be read."""
        seen = self._index.seen.get(name)
        return seen.key if seen and seen.stamp == stamps.stamp(found) and seen.key in self._index.entries else None

    def key_for(self, name: str, data: bytes) -> bytes:
        """The key of a file's bytes."""
        return digest(self._index.salt, name.encode("utf-8", "surrogateescape"), data)

    def saw(self, name: str, found: os.stat_result, key: bytes) -> None:
        """A file was read and has this key; `found` is from before it was."""
        seen = stamps.stamp(found)
        if stamps.settled(seen, self._started):
            self._index.seen[name] = Seen(seen, key)
        else:
            self._index.seen.pop(name, None)
        self._changed = True

    def small(self, key: bytes) -> bytes | None:
        """What is known under a key."""
        entry = self._index.entries.get(key)
        if entry is None:
            return None
        entry.used = self._index.build
        return entry.small

    def large(self, key: bytes) -> bytes:
        """Raises Damaged."""
        entry = self._index.entries.get(key)
        if entry is None:
            raise Damaged("index")
        return self._packs.get(entry.large)

    def put(self, key: bytes, small: bytes, large: bytes) -> None:
        """Known from now on; whether it can be kept shows in `save`."""
        self._index.entries[key] = Entry(small, self._packs.put(large), self._index.build)
        self._changed = True

    def save(self) -> None:
        """Keeps what was put, in one step. Raises OSError; what was kept before is then still whole."""
        if not self._changed:
            return
        self._make_room()
        self._packs.keep()
        save(self._folder / INDEX, self._index)
        self._packs.drop_all_but({entry.large.pack for entry in self._index.entries.values()})
        self._changed = False

    def _make_room(self) -> None:
        """Drops what was not used lately, and over the bound what was not used for longest."""
        build, entries = self._index.build, self._index.entries
        total = sum(map(_size, entries.values()))
        for key in sorted(entries, key=lambda key: entries[key].used):
            used = entries[key].used
            if used == build or (used > build - LATELY and total <= LARGEST):
                break
            total -= _size(entries.pop(key))
        self._index.seen = {name: seen for name, seen in self._index.seen.items() if seen.key in entries}
        self._join()

    def _join(self) -> None:
        """Moves what is used out of packs that are small or mostly dead; what is damaged is dropped."""
        live = Counter[str]()
        for entry in self._index.entries.values():
            live[entry.large.pack] += entry.large.length
        sizes = self._packs.sizes()
        leave = {name: size for name, size in sizes.items() if size < SMALL_PACK or live[name] < size / 2}
        if len(leave) > MOST_SMALL or any(live[name] < size / 2 for name, size in leave.items()):
            for key, entry in list(self._index.entries.items()):
                if entry.large.pack in leave:
                    try:
                        entry.large = self._packs.put(self._packs.get(entry.large))
                    except Damaged:  # made anew when it is asked for
                        del self._index.entries[key]

    def close(self) -> None:
        self._packs.close()


class Passing:
    """What a store does, for one build that remembers nothing afterwards."""

    def __init__(self) -> None:
        self._entries: dict[bytes, tuple[bytes, bytes]] = {}

    def key_of(self, name: str, found: os.stat_result) -> bytes | None:
        return None

    def key_for(self, name: str, data: bytes) -> bytes:
        return digest(name.encode("utf-8", "surrogateescape"), data)

    def saw(self, name: str, found: os.stat_result, key: bytes) -> None:
        pass

    def small(self, key: bytes) -> bytes | None:
        return self._entries[key][0] if key in self._entries else None

    def large(self, key: bytes) -> bytes:
        return self._entries[key][1]

    def put(self, key: bytes, small: bytes, large: bytes) -> None:
        self._entries[key] = small, large


def _size(entry: Entry) -> int:
    return len(entry.small) + entry.large.length
