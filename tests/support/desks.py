"""An editor's desk for tests of builds that remember: content, a theme of its own, settings, output and cache."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from associations.edition import prepare
from associations.generator import ContentProblems
from associations.pelican_settings import options, take_over
from incremental import stamps
from messages.problem import Problem
from newsroom.build import ENDINGS, ending, run, settings
from tests.support.sites import NOW, ROOT, SITEURL, Files, lay, tree

SHEETS = ("layers.css", "base.css")  # a theme's other sheets cost time and say nothing here
Problems = tuple[Problem, ...]


def cut_theme(folder: Path) -> Path:
    """A copy of the project's theme, with all templates and few stylesheets."""
    shutil.copytree(ROOT / "theme", folder)
    for sheet in (folder / "static" / "css").iterdir():
        if sheet.name not in SHEETS:
            sheet.unlink()
    return folder


class Desk:
    """`settings` go over the project's; `salt` stands for the plugin's code, None for what it is; `rested` says that
    the clock shows ten seconds more, so that no file counts as changed a moment ago. `jobs` processes do the work,
    be it ever so little."""

    def __init__(self, folder: Path, given: Files) -> None:
        self.folder = folder
        self.content = lay(folder / "content", given)
        self.theme = cut_theme(folder / "theme")
        self.out, self.cache = folder / "out", folder / "cache"
        self.settings: dict[str, Any] = {"THEME": str(self.theme)}
        self.now, self.publish, self.jobs = NOW, False, 1
        self.salt: bytes | None = b"code"
        self.rested = True
        self.problems: Problems = ()
        self._cleaned = 0

    def read(self, output: Path, cache: Path | None) -> dict[str, Any]:
        """Pelican's settings of a build here."""
        with patch.dict(os.environ, {"SITEURL": SITEURL}):
            read = settings(self.content, output, self.now, False, self.publish, cache)
        return read | {"JOBS": self.jobs} | self.settings

    def build(self, output: Path | None = None, cache: Path | None = None) -> int:
        """The exit code of a build that remembers; its problems are in `problems` then."""
        return self._build(output or self.out, cache or self.cache)

    def _build(self, output: Path, cache: Path | None) -> int:
        self.problems = ()
        with self._world():
            try:
                run(self.read(output, cache), self._found)
            except ContentProblems as error:
                self.problems = error.problems
                return ending(error)[1]
            except ENDINGS as error:
                message, code = ending(error)
                print(message)
                return code
        return 0

    def _found(self, problems: Problems) -> None:
        self.problems = problems

    @contextmanager
    def _world(self) -> Iterator[None]:
        now = stamps.now
        later = patch.object(stamps, "now", lambda: now() + (10_000_000_000 if self.rested else 0))
        with later, patch("incremental.parallel.LEAST", 1):
            if self.salt is None:
                yield
            else:
                with patch("incremental.salt.of_code", return_value=self.salt):
                    yield

    def clean(self) -> dict[str, bytes]:
        """Every file of a build into an empty folder without a memory; the content is sound."""
        self._cleaned += 1
        output = self.folder / f"clean-{self._cleaned}"
        assert self._build(output, None) == 0, self.problems
        made = tree(output)
        shutil.rmtree(output)
        return made

    def check(self) -> Problems:
        """All problems of the content, as a check without a memory finds them."""
        read = self.read(self.out, None)
        take_over(read)
        return prepare(options(read)).problems

    def assert_right(self) -> None:
        """A build here is as good as one from nothing: it says the same, and leaves the same, or what was there."""
        before = tree(self.out) if self.out.exists() else {}
        code, problems = self.build(), self.problems
        expected = self.check()
        assert problems == expected
        assert code == int(any(p.is_error for p in expected))
        assert tree(self.out) == (before if code else self.clean())
        assert not any(file.name.endswith(".new") for file in self.cache.iterdir())
