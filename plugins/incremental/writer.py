"""One transaction that makes an output folder hold exactly the files of a build.

Every new file is written beside the old ones first, in one hidden folder inside the output (so on the same file
system); only when all lie there are they renamed into place. A failure until then leaves the output as it was; a
rename that fails puts the renamed ones back.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable
from pathlib import Path

from incremental.change import Change, Written
from incremental.lock import alone_in
from incremental.signals import ignored, settle

MARK = ".built-site"
MARK_TEXT = b"This folder belongs to the build: what the build does not make is removed.\n"
WORK = ".built-site-work"


class NotOurs(Exception):
    """The output folder holds something and lacks the mark of an earlier build."""


def refuse_foreign(output: Path) -> None:
    """Raises NotOurs where `output` holds something and was not made by a build, or is a file."""
    if output.is_dir():
        if (output / MARK).is_file() or all(entry.name == WORK for entry in output.iterdir()):
            return
    elif not output.exists() and not output.is_symlink():
        return
    raise NotOurs(str(output))


File = tuple[str, bytes | Path | None]
"""A path below the output, with `/`, and what stands there: bytes, the copy of a file, or (None) what is there now."""


def write(output: Path, files: Iterable[File], keep: Collection[str] = ()) -> Written:
    """Makes `output` hold `files` and nothing else. They are read while no other build is in the output.

    `keep` are names at the top of the output that are left alone; `.git` always is. Raises NotOurs, OSError, and
    whatever `files` raises while it is read: the output is then as it was. Signals that come while files are renamed
    are ignored.
    """
    refuse_foreign(output)
    missing = [folder for folder in (output, *output.absolute().parents) if not folder.exists()]
    output.mkdir(parents=True, exist_ok=True)
    try:
        with alone_in(output):
            return _written(output, files, keep)
    finally:
        for folder in missing:
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()


def _written(output: Path, files: Iterable[File], keep: Collection[str]) -> Written:
    work = output / WORK
    shutil.rmtree(work, ignore_errors=True)  # left by a build that was killed; what stays shows in the next line
    work.mkdir(parents=True)
    try:
        change = Change(output, work, (".git", WORK), keep)
        change.stage(MARK, MARK_TEXT)
        for path, content in files:
            change.stage(path, content)
        with ignored():
            written = change.apply()
            settle()
            shutil.rmtree(work)
            return written
    except BaseException:  # a signal too: in whatever way it ends, the hidden folder goes
        with ignored():
            shutil.rmtree(work, ignore_errors=True)  # the reason why it failed tells more than why this does
        raise
