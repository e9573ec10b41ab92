"""What `clean` takes away: only what our tasks made, and never what takes the network to make again."""

import shutil
from pathlib import Path

from incremental.writer import MARK
from messages import setup_texts
from newsroom.setup_steps import say

KEPT_IN_CACHE = {"font", "npm", "setup.lock"}


def clean(root: Path) -> None:
    """Remove output/ and the cache of the work tree at `root`, and say what was removed.

    An output folder without the build's mark stays, and so does a `.git` in one; the fetched font and the environment
    too.
    """
    removed = [*_clean_output(root / "output"), *_clean_folder(root / ".cache", KEPT_IN_CACHE)]
    for path in removed:
        say(setup_texts.REMOVED.format(path=path))
    if not removed:
        say(setup_texts.NOTHING_TO_CLEAN)


def _clean_output(output: Path) -> list[Path]:
    if not output.exists():
        return []
    if not (output / MARK).is_file():
        say(setup_texts.NOT_OURS.format(path=output, mark=MARK))
        return []
    if (output / ".git").exists():
        return _clean_folder(output, {".git"})
    _remove(output)
    return [output]


def _clean_folder(folder: Path, kept: set[str]) -> list[Path]:
    """Remove what is in the folder but what is kept; the removed paths."""
    removed = [path for path in sorted(folder.iterdir()) if path.name not in kept] if folder.is_dir() else []
    for path in removed:
        _remove(path)
    return removed


def _remove(path: Path) -> None:
    """A link goes itself, not what it leads to."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
