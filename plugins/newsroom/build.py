"""`tasks.py build`: a Pelican run with our settings, its outcome as an exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pelican
from pelican import signals
from pelican.settings import read_settings

from associations.assets import BrokenTheme
from associations.generator import AssociationsGenerator, ContentProblems
from associations.pelican_settings import Misuse
from messages import texts
from messages.problem import Problem

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "site"
PROBLEMS, MISUSE = 1, 2
ENDINGS = (ContentProblems, Misuse, BrokenTheme, OSError)
"""How a build ends that could not make the site, for reasons that a user can put right."""


def settings(
    content: Path, output: Path | None, now: str | None, strict: bool, publish: bool, cache: Path | None = CACHE
) -> dict[str, Any]:
    """Pelican's settings of a build: the project's, with what the command line says. `cache` is the folder of what a
    build remembers; without it nothing is."""
    override: dict[str, Any] = {"PATH": str(content.absolute()), "STRICT": strict}
    override["SITE_CACHE"] = str(cache.absolute()) if cache else ""
    override |= {"OUTPUT_PATH": str(output.absolute())} if output else {}
    override |= {"NOW": now} if now else {}
    read: dict[str, Any] = read_settings(str(ROOT / ("publishconf.py" if publish else "pelicanconf.py")), override)
    return read


def build(
    content: Path,
    output: Path,
    now: str | None,
    strict: bool,
    publish: bool = False,
    cache: Path | None = CACHE,
) -> int:
    """Builds the site of `content` into `output`; 0, or 1 for problems, 2 for misuse. Everything it says is on stderr.

    Whatever the reason, an exit other than 0 leaves the output as it was.
    """
    try:
        run(settings(content, output, now, strict, publish, cache))
    except ENDINGS as error:
        return said(*ending(error))
    return 0


def run(read: dict[str, Any], found: Callable[[tuple[Problem, ...]], object] = tuple) -> None:
    """One Pelican run; raises what `ENDINGS` names. `found` gets the warnings of content that has no errors."""
    pelican.console.quiet = True  # it counts Pelican's own articles, of which there are none

    def tell(generators: list[Any]) -> None:
        for generator in generators:
            if isinstance(generator, AssociationsGenerator):
                found(generator.problems)

    with signals.all_generators_finalized.connected_to(tell):
        pelican.Pelican(read).run()


def ending(error: BaseException) -> tuple[str, int]:
    """What the user is told about one of `ENDINGS`, and the exit code."""
    if isinstance(error, BrokenTheme):
        return texts.BROKEN_THEME.format(reason=error), PROBLEMS
    if isinstance(error, OSError):
        return texts.NOT_WRITTEN.format(reason=error), PROBLEMS
    return str(error), MISUSE if isinstance(error, Misuse) else PROBLEMS


def said(message: str, code: int) -> int:
    """Tells the user on stderr why the command ends with `code`, and gives it back."""
    print(message, file=sys.stderr)
    return code
