"""A copy of our work tree with the corpus as its content: each round builds, edits and builds again in one of its own.

A whole copy, so that settings, theme, code, cache and output are where they are for everybody, and the command is the
one that everybody types.
"""

from __future__ import annotations

import compileall
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec

from newsroom.bench import layouts
from newsroom.bench.measuring import Command

SITEURL = "https://example.org"
FOLDERS = ("plugins", "theme", ".cache/font")
"""What a build uses beside the files at the top of the work tree and the environment, which is linked."""
ENVIRONMENT = ".venv"
COMPILED = shutil.ignore_patterns("__pycache__")
INTERPRETER = Path(sys.base_prefix, "bin", f"python{sys.version_info.major}.{sys.version_info.minor}")
"""The Python outside of the environment, with which users start tasks.py."""


class WorkTree(msgspec.Struct, frozen=True):
    """One such copy at `folder`."""

    folder: Path

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def output(self) -> Path:
        return self.folder / "output"

    def build(self, environ: Mapping[str, str]) -> Command:
        """What publishes the site, as users start it. A warning would make it fail."""
        words = (str(INTERPRETER), "tasks.py", "build", "--publish", "--strict")
        return Command(words, self.folder, {**environ, "SITEURL": SITEURL})


def lay(root: Path, folder: Path) -> WorkTree:
    """The work tree at `root` without content, output and cache, its modules compiled as after a first build."""
    folder.mkdir(parents=True)
    for file in root.iterdir():
        if file.is_file() and not file.name.startswith("."):
            shutil.copy2(file, folder)
    for name in FOLDERS:
        if (root / name).is_dir():
            shutil.copytree(root / name, folder / name, ignore=COMPILED)
    _link_environment(root, folder)
    compileall.compile_dir(folder / "plugins", quiet=2)
    return WorkTree(folder)


def copy(tree: WorkTree, folder: Path) -> WorkTree:
    """The same tree elsewhere, all files with their times."""
    shutil.copytree(tree.folder, folder, symlinks=True)
    return WorkTree(folder)


def clone(tree: WorkTree, folder: Path) -> WorkTree:
    """The tree as after a fresh clone with output and cache restored: every time is new, nothing is compiled."""
    shutil.copytree(tree.folder, folder, symlinks=True, ignore=COMPILED, copy_function=shutil.copyfile)
    return WorkTree(folder)


def with_corpus(tree: WorkTree, articles: int) -> WorkTree:
    """The same tree, its content now the corpus of that many articles."""
    layouts.lay_profiles(tree.content)
    layouts.lay(tree.content, articles, layouts.ours)
    return tree


def _link_environment(root: Path, folder: Path) -> None:
    """Linked and not copied: it is the same, and a build does not write into it."""
    (folder / ENVIRONMENT).symlink_to((root / ENVIRONMENT).resolve())
