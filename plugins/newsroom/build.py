"""`tasks.py build`: a Pelican run with our settings, its outcome as an exit code."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pelican
from pelican.settings import read_settings

from associations.assets import BrokenTheme
from associations.generator import ContentProblems
from associations.pelican_settings import Misuse
from messages import texts

ROOT = Path(__file__).resolve().parents[2]
PROBLEMS, MISUSE = 1, 2


def settings(content: Path, output: Path | None, now: str | None, strict: bool, publish: bool) -> dict[str, Any]:
    """Pelican's settings of a build: the project's, with what the command line says."""
    override: dict[str, Any] = {"PATH": str(content.absolute()), "STRICT": strict}
    override |= {"OUTPUT_PATH": str(output.absolute())} if output else {}
    override |= {"NOW": now} if now else {}
    read: dict[str, Any] = read_settings(str(ROOT / ("publishconf.py" if publish else "pelicanconf.py")), override)
    return read


def build(content: Path, output: Path, now: str | None, strict: bool, publish: bool = False) -> int:
    """Builds the site of `content` into `output`; 0, or 1 for problems, 2 for misuse. Everything it says is on stderr.

    Whatever the reason, an exit other than 0 leaves the output as it was.
    """
    pelican.console.quiet = True  # it counts Pelican's own articles, of which there are none
    try:
        pelican.Pelican(settings(content, output, now, strict, publish)).run()
    except ContentProblems as error:
        return said(str(error), PROBLEMS)
    except Misuse as error:
        return said(str(error), MISUSE)
    except BrokenTheme as error:
        return said(texts.BROKEN_THEME.format(reason=error), PROBLEMS)
    except OSError as error:
        return said(texts.NOT_WRITTEN.format(reason=error), PROBLEMS)
    return 0


def said(message: str, code: int) -> int:
    """Tells the user on stderr why the command ends with `code`, and gives it back."""
    print(message, file=sys.stderr)
    return code
