"""What a build told, as data: for the page that an editor has open."""

from __future__ import annotations

import traceback
from pathlib import Path

import msgspec

from messages import setup_texts
from messages.report import file_label
from messages.rules import Severity


class Job(msgspec.Struct, frozen=True):
    """What is built, again and again. `now` as on the command line; without it each build reads the clock."""

    content: Path
    site: Path
    now: str | None = None


class Fault(msgspec.Struct, frozen=True):
    """One thing that is wrong: a problem of the content as `messages.report` gives it in JSON, or an error in theme or
    program, which has no field, rule or remedy. `file` is as the user would type it, empty where there is none."""

    message: str
    file: str = ""
    line: int = 0
    field: str = ""
    rule: str = ""
    severity: Severity = "error"
    remedy: str = ""


class Outcome(msgspec.Struct, frozen=True):
    """How a build ended: its exit code, all that is wrong, and the folders of the theme that it used (none where the
    settings can't be read)."""

    code: int
    faults: tuple[Fault, ...] = ()
    theme: tuple[str, ...] = ()


def broken_off(reason: object) -> Outcome:
    """Of a build that ended without a word."""
    return Outcome(1, (Fault(setup_texts.BUILD_BROKEN_OFF.format(reason=reason)),))


def program_fault(error: BaseException, root: Path, apart: Path) -> Fault:
    """An exception that nobody expected, with the place below `root` (and not below `apart`) where it came up."""
    file, line = place(error, root, apart)
    reason = error.msg if isinstance(error, SyntaxError) else error
    return Fault(setup_texts.PROGRAM_FAULT.format(kind=type(error).__name__, reason=reason), file, line)


def place(error: BaseException, root: Path, apart: Path) -> tuple[str, int]:
    """File and line, the innermost below `root` that is not below `apart` (other people's code); ("", 0) if none is."""
    frames = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    # Python's syntax errors and Jinja's name the file that can't be read.
    frames.append((getattr(error, "filename", None) or "", getattr(error, "lineno", None)))
    for name, line in reversed(frames):
        file = Path(name).absolute()
        if name and line and file.is_relative_to(root) and not file.is_relative_to(apart) and file.is_file():
            return file_label(file, "", Path.cwd()), line
    return "", 0
