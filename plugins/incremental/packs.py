"""Large pieces, one after the other in a few files: each is read when it is asked for, and only then."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

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
    """The pack files of `folder`. What is put goes into one new file, which exists under its name after `keep`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, int] = {}
        self._new: BinaryIO | None = None
        self._name = ""
        self._end = 0

    def put(self, piece: bytes) -> Place:
        """Raises OSError."""
        if self._new is None:
            taken = {file.stem for file in self._folder.glob(f"*{SUFFIX}")}
            self._name = next(name for number in range(len(taken) + 1) if (name := f"{number:04}") not in taken)
            self._new = (self._folder / f"{self._name}.new").open("w+b")
        place = Place(self._name, self._end, len(piece), digest(piece))
        self._new.write(piece)
        self._end += len(piece)
        return place

    def get(self, place: Place) -> bytes:
        """Raises Damaged."""
        try:
            if place.pack == self._name and self._new is not None:
                self._new.flush()
                piece = os.pread(self._new.fileno(), place.length, place.offset)
            else:
                piece = os.pread(self._handle(place.pack), place.length, place.offset)
        except OSError as error:
            raise Damaged(place.pack) from error
        if digest(piece) != place.check:
            raise Damaged(place.pack)
        return piece

    def _handle(self, pack: str) -> int:
        if pack not in self._open:
            self._open[pack] = os.open(self._folder / f"{pack}{SUFFIX}", os.O_RDONLY)
        return self._open[pack]

    def sizes(self) -> dict[str, int]:
        """The packs that were kept, with their bytes."""
        return {file.stem: file.stat().st_size for file in self._folder.glob(f"*{SUFFIX}")}

    def keep(self) -> None:
        """Gives the new file its name. Raises OSError."""
        if self._new is not None:
            self._new.flush()
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
        if self._new is not None:
            self._new.close()
            self._new = None
