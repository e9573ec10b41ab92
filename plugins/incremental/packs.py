"""Large pieces, one after the other in a few files: each is read when it is asked for, and only then."""

from __future__ import annotations

import os
from contextlib import suppress
from io import FileIO
from pathlib import Path

import msgspec

from incremental.sealed import digest

SUFFIX = ".pack"


class Damaged(Exception):
    """A piece is not there any more, or not what was put."""


class Place(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Where a piece lies, and what it must be."""

    pack: str
    offset: int
    length: int
    check: bytes


class Packs:
    """The pack files of `folder`. What is put goes into one new file, which exists under its name after `keep`.

    Where that can't be written, the pieces are held in memory, and `keep` says why.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, int] = {}
        self._new: FileIO | None = None
        self._name = ""
        self._end = 0
        self._failure: OSError | None = None
        self._held: dict[int, bytes] = {}

    def put(self, piece: bytes) -> Place:
        """A place for the piece, which is there from now on."""
        try:
            if self._new is None and self._failure is None:
                self._begin()
            if self._new is not None:
                _write(self._new, piece)
        except OSError as error:
            self._failure = error
            self._give_up()
        place = Place(self._name, self._end, len(piece), digest(piece))
        if self._failure is not None:
            self._held[place.offset] = piece
        self._end += len(piece)
        return place

    def _begin(self) -> None:
        taken = {file.stem for file in self._folder.glob(f"*{SUFFIX}")}
        self._name = next(name for number in range(len(taken) + 1) if (name := f"{number:04}") not in taken)
        self._end = 0
        self._new = (self._folder / f"{self._name}.new").open("w+b", buffering=0)

    def _give_up(self) -> None:
        """Holds what is in the new file, and frees the disk of it."""
        if self._new is not None:
            self._held[0] = os.pread(self._new.fileno(), self._end, 0)
            self._new.close()
            self._new = None
            (self._folder / f"{self._name}.new").unlink(missing_ok=True)

    def get(self, place: Place) -> bytes:
        """Raises Damaged."""
        try:
            if place.pack == self._name and self._failure is not None:
                piece = self._of_held(place)
            elif place.pack == self._name and self._new is not None:
                piece = os.pread(self._new.fileno(), place.length, place.offset)
            else:
                piece = os.pread(self._handle(place.pack), place.length, place.offset)
        except (OSError, OverflowError, MemoryError) as error:  # numbers that no pack can have
            raise Damaged(place.pack) from error
        if digest(piece) != place.check:
            raise Damaged(place.pack)
        return piece

    def _of_held(self, place: Place) -> bytes:
        if place.offset in self._held and len(self._held[place.offset]) == place.length:
            return self._held[place.offset]
        return self._held.get(0, b"")[place.offset : place.offset + place.length]

    def _handle(self, pack: str) -> int:
        if not pack.isdigit():  # a name that leads elsewhere
            raise Damaged(pack)
        if pack not in self._open:
            self._open[pack] = os.open(self._folder / f"{pack}{SUFFIX}", os.O_RDONLY)
        return self._open[pack]

    def sizes(self) -> dict[str, int]:
        """The packs that were kept, with their bytes."""
        return {file.stem: file.stat().st_size for file in self._folder.glob(f"*{SUFFIX}")}

    def keep(self) -> None:
        """Gives the new file its name. Raises OSError."""
        if self._failure is not None:
            raise self._failure
        if self._new is not None:
            self._open[self._name] = os.dup(self._new.fileno())
            self._new.close()
            self._new = None
            (self._folder / f"{self._name}.new").replace(self._folder / f"{self._name}{SUFFIX}")

    def drop_all_but(self, packs: set[str]) -> None:
        """Removes the files that nothing refers to, and what a killed build left."""
        for file in [*self._folder.glob(f"*{SUFFIX}"), *self._folder.glob("*.new")]:
            if file.stem not in packs or file.suffix != SUFFIX:
                with suppress(OSError):  # it is in nobody's way
                    file.unlink()

    def close(self) -> None:
        for handle in self._open.values():
            os.close(handle)
        self._open.clear()
        self._held.clear()
        if self._new is not None:
            self._new.close()
            self._new = None


def _write(file: FileIO, piece: bytes) -> None:
    """All of it: a disk that is nearly full takes a part and says so with the next."""
    rest = memoryview(piece)
    while rest:
        rest = rest[file.write(rest) :]
