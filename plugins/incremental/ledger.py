"""Which pages an output folder holds, and what each was made from: what would come out the same is not made again."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection
from pathlib import Path

import msgspec

from incremental import stamps
from incremental.sealed import digest, load, save
from incremental.stamps import Stamp
from incremental.walk import walk

MOST = 20  # ledgers in one cache folder
UNSURE = Stamp(-1, -1, -1, -1)  # of a file written in this moment: the next build looks at its bytes
NO_CHECK = b""  # of a copy: where its stamp is another one, it is compared with what it was copied from


class Line(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A file: the fingerprint of what it was made from, what the system said of it then, and the hash of its bytes."""

    fingerprint: bytes
    stamp: Stamp
    check: bytes


class Lines(msgspec.Struct, array_like=True):
    lines: dict[str, Line] = {}


class Ledger:
    """The ledger of one output folder, kept in `file`; without one nothing is known and nothing is kept."""

    def __init__(self, file: Path | None, output: Path) -> None:
        self._file, self._output = file, output
        found = load(file, Lines) if file else None
        self._before = found.lines if found else {}
        self._now: dict[str, Line | tuple[bytes, bytes]] = {}
        self.rendered = 0

    def stands(self, path: str, fingerprint: bytes) -> bool:
        """Whether the output has this file, made from the same and as it was written. Then it is in the new state."""
        line = self._before.get(path)
        if line is None or line.fingerprint != fingerprint:
            return False
        file = self._output / path
        try:
            found = file.lstat()
            if stamps.stamp(found) != line.stamp:
                if not stat.S_ISREG(found.st_mode) or digest(file.read_bytes()) != line.check:
                    return False
                line = Line(fingerprint, _sure(found), line.check)
        except OSError:  # gone, or a folder by now
            return False
        self._now[path] = line
        return True

    def all_stand(self, keep: Collection[str]) -> int | None:
        """How many files the output has, where it holds just these, each as it was written; else None.

        `keep` are names at its top that are nobody's business.
        """
        found = 0
        try:
            for path, entry in walk(self._output, keep):
                if entry.is_dir(follow_symlinks=False):
                    continue
                line = self._before.get(path)
                if line is None or stamps.stamp(entry.stat(follow_symlinks=False)) != line.stamp:
                    return None
                found += 1
        except OSError:  # gone, or not to be read
            return None
        return found if found == len(self._before) else None

    def note(self, path: str, fingerprint: bytes, data: bytes) -> None:
        """A file that was made anew; written or not, it will have these bytes."""
        self.rendered += 1
        self._now[path] = fingerprint, digest(data)

    def note_copy(self, path: str, fingerprint: bytes) -> None:
        """A file that is copied: known by its stamp alone."""
        self._now[path] = fingerprint, NO_CHECK

    def forget(self) -> None:
        """From now on nothing is known: every file is made anew."""
        self._before, self._now, self.rendered = {}, {}, 0

    def save(self) -> None:
        """Keeps what the output holds now. Raises OSError."""
        if self._file is None:
            return
        lines = {
            path: line if isinstance(line, Line) else Line(line[0], self._stamp(path), line[1])
            for path, line in self._now.items()
        }
        if lines != self._before:
            save(self._file, Lines(lines))

    def _stamp(self, path: str) -> Stamp:
        return _sure((self._output / path).lstat())


def _sure(found: os.stat_result) -> Stamp:
    seen = stamps.stamp(found)
    return seen if stamps.rested(seen, stamps.now()) else UNSURE


def file_for(folder: Path, output: Path) -> Path:
    """The ledger's place in a cache folder: each output has its own, and its name tells nothing of where that lies."""
    return folder / f"{digest(str(output.resolve()).encode()).hex()}.ledger"


def drop_oldest(folder: Path) -> None:
    """Removes the ledgers of outputs that were not built for longest, and what else is named as they are, so that many
    previews leave no heap."""
    files = sorted(folder.glob("*.ledger"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files[MOST:]:
        for one in folder.glob(f"{file.stem}.*"):
            one.unlink(missing_ok=True)
