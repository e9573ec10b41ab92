"""`tasks.py check`: everything a build checks, and nothing written."""

from __future__ import annotations

import sys
from pathlib import Path

from associations.assets import BrokenTheme
from associations.edition import prepare
from associations.pelican_settings import Misuse, options, take_over
from messages import texts
from messages.report import Form, report
from newsroom.build import MISUSE, PROBLEMS, said, settings


def check(content: Path, now: str | None, strict: bool, form: Form) -> int:
    """Reports every problem of `content` on stdout; 0 (warnings allowed), 1 for errors, 2 for misuse."""
    read = settings(content, None, now, strict, publish=False)
    take_over(read)
    try:
        edition = prepare(options(read))
    except Misuse as error:
        return said(str(error), MISUSE)
    except BrokenTheme as error:
        return said(texts.BROKEN_THEME.format(reason=error), PROBLEMS)
    sys.stdout.write(report(edition.problems, content, Path.cwd(), form))
    return 0 if edition.is_sound else PROBLEMS
