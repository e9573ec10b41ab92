"""From a file's bytes to its text: limits first, then UTF-8, line ends and NFC."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

from messages.problem import FILE, Problem, problem

LARGEST_FILE = 1 << 20  # bytes
# Sorting the marks on one letter takes Python the square of their number; living languages use a handful.
MOST_MARKS = 100

_BOM = "\ufeff"
# Every character that can be a mark, and whole scripts beside; nothing that Vietnamese in NFC is written with.
_MARKS = "[\u0300-\u1dff\u20d0-\u20ff\u2c80-\U0010ffff]"
_LONG_RUN = re.compile(f"{_MARKS}{_MARKS}{{{MOST_MARKS},}}")  # begun by one of them alone: five times faster to search


def decode(data: bytes, source: str) -> tuple[str | None, list[Problem]]:
    """The text of a file in NFC, its lines ended by `\\n` alone, without the byte order mark."""
    if len(data) > LARGEST_FILE:
        return None, [problem("file-too-large", source, 1, FILE, limit="1 MiB")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _plain_lines(data[: error.start].decode("utf-8"))
        return None, [problem("not-utf8", source, 1 + before.count("\n"), FILE)]
    text = _plain_lines(text.lstrip(_BOM))
    place = _too_many_marks(text)
    if place is not None:
        line = 1 + text.count("\n", 0, place)
        return None, [problem("stacked-marks", source, line, FILE, limit=MOST_MARKS)]
    return unicodedata.normalize("NFC", text), []


def _plain_lines(text: str) -> str:
    """Lines as an editor counts them: CRLF, CR and LF end one, nothing else does."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _too_many_marks(text: str) -> int | None:
    """Where more than MOST_MARKS marks stand in a row, before normalising would take too long."""
    for run in _LONG_RUN.finditer(text):
        for is_mark, characters in groupby(run.group(), _is_mark):
            if is_mark and sum(1 for _ in characters) > MOST_MARKS:
                return run.start()
    return None


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")
