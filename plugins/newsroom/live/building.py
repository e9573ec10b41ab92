"""One build for the preview, its outcome as data. Imported by the worker alone, which starts over when code changes."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterable
from pathlib import Path

import msgspec

from associations.assets import BrokenTheme
from associations.generator import ContentProblems
from messages.problem import Problem
from messages.report import report
from newsroom.build import ENDINGS, PROBLEMS, ROOT, ending, run, said, settings
from newsroom.live.outcome import Fault, Job, Outcome, place, program_fault

APART = Path(sys.prefix)


def rebuild(job: Job) -> Outcome:
    """Builds once, as `tasks.py build` does, and says the same on stderr. Raises only what ends a process."""
    theme: tuple[str, ...] = ()
    found: list[Problem] = []
    try:
        read = settings(job.content, job.site, job.now, strict=False, publish=False)
        theme = (str(read["THEME"]), *map(str, read["THEME_TEMPLATES_OVERRIDES"]))
        run(read, found.extend)
    except ENDINGS as error:
        return Outcome(said(*ending(error)), _faults(error, job.content), theme)
    except Exception as error:  # whatever may go wrong in code or a template that is just being written
        traceback.print_exc()
        return Outcome(PROBLEMS, (program_fault(error, ROOT, APART),), theme)
    return Outcome(0, _reported(found, job.content), theme)


def _faults(error: BaseException, content: Path) -> tuple[Fault, ...]:
    if isinstance(error, ContentProblems):
        return _reported(error.problems, content)
    reason = error.__cause__ if isinstance(error, BrokenTheme) else None
    return (Fault(ending(error)[0], *(place(reason, ROOT, APART) if reason else ())),)


def _reported(problems: Iterable[Problem], content: Path) -> tuple[Fault, ...]:
    return msgspec.json.decode(report(problems, content, Path.cwd(), "json"), type=tuple[Fault, ...])
