"""The one type of a problem with the content, and how it is made from the catalogue."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Iterable
from typing import Literal

from messages.rules import RULES, SUGGESTION, Severity

BODY = "body"  # the field of a problem in the text below the front matter
FILE = "file"  # the field of a problem with the file itself

LONGEST_VALUE = 160
LONGEST_REWRITTEN = 4000


class Rewritten(str):
    """A value to be copied into a file: shown whole, up to LONGEST_REWRITTEN characters."""

    __slots__ = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in one source.

    `source` is the file's path inside the content folder, with `/`: the source that the problem
    disables, and the file in which it is shown. `line` counts from 1. `field` is a path such as
    `results[0].quote`, or BODY, or FILE. `rule` is a key of `messages.rules.RULES`.
    """

    source: str
    line: int
    field: str
    rule: str
    severity: Severity
    message: str
    remedy: str

    @property
    def is_error(self) -> bool:
        return self.severity == "error"


def problem(rule: str, source: str, line: int, field: str, suggestion: str | None = None, **values: object) -> Problem:
    """A problem of `rule`, its sentences filled with `values`; KeyError for an unknown rule or a missing value.

    Where a `suggestion` is known ("ý bạn là …?"), it is the remedy. Values come from hostile files, so they are shown
    on one line and cut at LONGEST_VALUE characters (`Rewritten` ones later).
    """
    entry = RULES[rule]
    shown = {key: one_line(value) for key, value in values.items()}
    remedy = SUGGESTION.format(suggestion=one_line(suggestion)) if suggestion else entry.remedy.format(**shown)
    return Problem(source, line, field, rule, entry.severity, entry.message.format(**shown), remedy)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sorted by file and line, each once."""
    return sorted(set(problems), key=lambda p: (p.source, p.line, p.field, p.rule, p.message))


def strict(problems: Iterable[Problem]) -> list[Problem]:
    """The same problems with every warning an error (`--strict`)."""
    error: Literal["error"] = "error"
    return [dataclasses.replace(p, severity=error) for p in problems]


def one_line(value: object) -> str:
    """The value as text on one line, cut at the length that its type allows."""
    text, longest = str(value), LONGEST_REWRITTEN if isinstance(value, Rewritten) else LONGEST_VALUE
    return printable(text if len(text) <= longest else text[: longest - 1] + "…")


def printable(text: str) -> str:
    """The text without line breaks, and with what a terminal or UTF-8 cannot show under its number."""
    return "".join(
        c if unicodedata.category(c) not in ("Cc", "Cf", "Co", "Zl", "Zp", "Cs") else _named(c) for c in text
    )


def _named(character: str) -> str:
    code = ord(character)
    return " " if character in "\n\r\t" else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
