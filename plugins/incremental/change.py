"""The difference between an output folder and what it shall hold: staged first, then applied or taken back."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import ExitStack
from pathlib import Path

import msgspec

from incremental.walk import walk

CHUNK = 1 << 20  # bytes
FORBIDDEN = frozenset("\0" if os.sep == "/" else "\0\\:")  # what the system would not take as part of a name
ODD_PARTS = frozenset(["", ".", ".."])  # lead elsewhere, or nowhere


class NotThere(FileNotFoundError):
    """A file that was to stay as it stands is no file of this folder: gone by now, or behind a link."""


class Written(msgspec.Struct, frozen=True):
    """How many files were written, removed and left as they were."""

    written: int
    removed: int
    unchanged: int


class Change:
    """`work` is an empty folder on the output's file system.

    At the top of the output, names in `closed` are not looked at, and in `keep` only the files staged are touched.
    """

    def __init__(self, output: Path, work: Path, closed: Collection[str], keep: Collection[str]) -> None:
        self._output, self._work = output, work
        self._closed, self._keep = set(closed), set(keep)
        self._folders: set[str] = set()
        self._found: dict[str, bool] = dict(sorted(self._walk()))
        self._made: set[str] = set()
        self._staged: list[tuple[str, Path]] = []
        self._moved = 0

    def _walk(self) -> Iterator[tuple[str, bool]]:
        """Everything in the output that is no folder, and whether it is a regular file. Links are not followed."""
        for path, entry in walk(self._output, self._closed):
            if entry.is_dir(follow_symlinks=False):
                self._folders.add(path)
            else:
                yield path, entry.is_file(follow_symlinks=False)

    def stage(self, path: str, content: bytes | Path | None) -> None:
        """Takes a file into the new state; None: as it stands.

        Raises ValueError for a path that leaves the output, is closed or comes twice; OSError where it cannot be read
        or written, or stands below a kept link or file.
        """
        parts = path.split("/")
        plain = not ODD_PARTS.intersection(parts) and FORBIDDEN.isdisjoint(path)
        if not plain or parts[0] in self._closed or path in self._made:
            raise ValueError(path)
        if self._is_kept(path) and any(parent in self._found for parent in _parents(path)):
            raise FileExistsError(path)
        self._made.add(path)
        if content is None:
            if not self._found.get(path):
                raise NotThere(path)
            return
        if self._found.get(path) and _same(self._output / path, content):
            return
        staged = self._work / str(len(self._staged))
        if isinstance(content, bytes):
            staged.write_bytes(content)
        else:
            shutil.copyfile(content, staged)
        self._staged.append((path, staged))

    def apply(self) -> Written:
        """Removes what is not in the new state and renames the staged files into place; all is put back on failure."""
        stale = [path for path in self._found if path not in self._made and not self._is_kept(path)]
        links = [path for path, regular in self._found.items() if path in self._made and not regular]
        with ExitStack() as undo:
            for path in (*stale, *links):
                self._move(path, undo)
            self._prune(undo)
            for path, staged in self._staged:
                self._place(staged, path, undo)
            undo.pop_all()
        return Written(len(self._staged), len(stale), len(self._made) - len(self._staged))

    def _is_kept(self, path: str) -> bool:
        return path.partition("/")[0] in self._keep

    def _aside(self) -> Path:
        self._moved += 1
        return self._work / f"old-{self._moved}"

    def _move(self, path: str, undo: ExitStack) -> None:
        source, target = self._output / path, self._aside()
        source.rename(target)
        undo.callback(target.rename, source)

    def _prune(self, undo: ExitStack) -> None:
        """Takes away the folders in which nothing of the new state lies, the deepest first."""
        needed = {parent for folder in {_folder(path) for path in self._made} for parent in (folder, *_parents(folder))}
        for name in sorted(self._folders - needed, key=lambda n: (-n.count("/"), n)):
            if not self._is_kept(name):
                self._move(name, undo)  # moved, not removed: put back it has its mode and time
                self._folders.remove(name)

    def _place(self, staged: Path, path: str, undo: ExitStack) -> None:
        target = self._output / path
        for parent in _parents(path):
            if parent not in self._folders:
                folder = self._output / parent
                folder.mkdir()
                undo.callback(folder.rmdir)
                self._folders.add(parent)
        if self._found.get(path):
            before = self._aside()
            _keep(target, before)
            undo.callback(before.replace, target)
            staged.replace(target)
        else:
            staged.rename(target)
            undo.callback(target.unlink)


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _parents(path: str) -> list[str]:
    """The folders in which a file lies, the outermost first."""
    parts = path.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]


def _keep(target: Path, before: Path) -> None:
    """A second name for the old file, so that its address never lacks a file; a copy where there are no links."""
    try:
        os.link(target, before)
    except OSError:
        shutil.copy2(target, before)


def _same(file: Path, content: bytes | Path) -> bool:
    if isinstance(content, bytes):
        return file.stat().st_size == len(content) and file.read_bytes() == content
    if file.stat().st_size != content.stat().st_size:
        return False
    with file.open("rb") as ours, content.open("rb") as theirs:
        while chunk := ours.read(CHUNK):
            if chunk != theirs.read(CHUNK):
                return False
    return True
