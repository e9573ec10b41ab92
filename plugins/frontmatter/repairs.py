"""What an editor may have meant by lines that YAML cannot read: each guess is one repair, the likeliest first.

Whoever asks tries them in turn and keeps the first with which the failure is gone or has moved on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from frontmatter.entries import Entry, entry_of, has_colon, indent_of, margin_of, with_space
from frontmatter.failures import Failure
from frontmatter.flow import with_closers, with_piece_quoted
from frontmatter.quoting import quoted

Kind = Literal["rewritten", "indented"]

TAB = "  "  # spaces for a tab
FARTHEST = 4  # entries above the failing line that are looked at


class Repair(NamedTuple):
    """New text for some lines, all 0-based. `shown` is where it is reported; None: each changed line on its own.

    A `certain` one is right whatever else is wrong in these lines.
    """

    kind: Kind
    changes: tuple[tuple[int, str], ...]
    shown: int | None = None
    certain: bool = False


def repairs(lines: list[str], failure: Failure) -> Iterator[Repair]:
    """Every guess for this failure, the likeliest first."""
    if "\t" in margin_of(lines[failure.line]):
        yield _without_tabs(lines)
    yield from _missing_spaces(lines, failure.line)
    if failure.in_flow:
        yield from _within_brackets(lines, failure)
    else:
        yield from _other_indents(lines, failure.line)
    yield from _in_quotes(lines, failure)


def _without_tabs(lines: list[str]) -> Repair:
    margins = ((number, line, margin_of(line)) for number, line in enumerate(lines))
    changes = tuple((n, margin.replace("\t", TAB) + line.lstrip()) for n, line, margin in margins if "\t" in margin)
    return Repair("indented", changes, certain=True)


def _missing_spaces(lines: list[str], line: int) -> Iterator[Repair]:
    """`title:x`. YAML reads it as text and fails only at the next key, so lines just above are looked at too."""
    number = line if with_space(lines[line]) else line - 1
    changes: list[tuple[int, str]] = []
    while number >= 0 and (spaced := with_space(lines[number])):
        changes.append((number, spaced))
        number -= 1
    if changes:
        yield Repair("rewritten", tuple(changes))
        yield Repair("rewritten", tuple((n, _value_quoted(spaced)) for n, spaced in changes))


def _value_quoted(line: str) -> str:
    entry = entry_of(line)
    return entry.with_value(quoted(entry.value)) if entry else line


def _other_indents(lines: list[str], line: int) -> Iterator[Repair]:
    """A key or a list item that does not stand under its like."""
    entry = entry_of(lines[line])
    if entry is None or not (entry.is_named or "-" in entry.lead) or entry.leaves_quote_open:
        return
    here = indent_of(lines[line])
    above = [found for _, found in _entries_above(lines, line)]
    columns = [len(e.lead) - len(e.lead.lstrip(" ")) if "-" in entry.lead else len(e.lead) for e in above]
    for column in dict.fromkeys([*columns, 0]):
        if column != here:
            yield Repair("indented", ((line, " " * column + lines[line].lstrip()),))


def _entries_above(lines: list[str], line: int) -> Iterator[tuple[int, Entry]]:
    found = ((n, entry) for n in range(line - 1, -1, -1) if (entry := entry_of(lines[n])))
    for _, pair in zip(range(FARTHEST), found, strict=False):
        yield pair


def _within_brackets(lines: list[str], failure: Failure) -> Iterator[Repair]:
    if piece := with_piece_quoted(lines[failure.line], failure.column):
        yield Repair("rewritten", ((failure.line, piece),))
    comment = lines[failure.begun].find(" #")
    if comment >= 0 and (piece := with_piece_quoted(lines[failure.begun], comment)):
        yield Repair("rewritten", ((failure.begun, piece),))
    for number, entry in _owners(lines, failure.begun):
        last = _last_line(lines, number, entry, number)
        if closed := with_closers(_typed(lines, number, entry, last)):
            yield Repair("rewritten", _one_line(number, last, entry.with_value(closed)), shown=number)


def _in_quotes(lines: list[str], failure: Failure) -> Iterator[Repair]:
    """The value of the failing line, or of an entry above that this line goes on, in quotes as it was typed."""
    begun = failure.begun if failure.in_flow else failure.line
    for number, entry in _owners(lines, begun):
        if not entry.value:
            continue
        last = _last_line(lines, number, entry, begun)
        changes = _one_line(number, last, entry.with_value(quoted(_typed(lines, number, entry, last))))
        yield Repair("rewritten", changes, shown=begun if number <= begun <= last else number)


def _owners(lines: list[str], line: int) -> Iterator[tuple[int, Entry]]:
    entry = entry_of(lines[line])
    if entry is not None:
        yield line, entry
    yield from _entries_above(lines, line)


def _last_line(lines: list[str], number: int, entry: Entry, failing: int) -> int:
    """The last line of the value: further in than its key, or going on in the margin as `failing` does."""
    last = number
    for following in range(number + 1, len(lines)):
        line = lines[following]
        stray = failing > number and following >= failing and entry_of(line) is None and not has_colon(line)
        if line.strip() and not (indent_of(line) > entry.column or stray):
            break
        if line.strip():
            last = following
    return last


def _typed(lines: list[str], number: int, entry: Entry, last: int) -> str:
    more = (line.strip() for line in lines[number + 1 : last + 1])
    return " ".join([entry.value, *(line for line in more if line)])


def _one_line(number: int, last: int, text: str) -> tuple[tuple[int, str], ...]:
    return ((number, text), *((following, "") for following in range(number + 1, last + 1)))
