"""Every line that YAML cannot read, found in one go: each is mended, so that the next one shows.

libyaml stops at the first error, and a quote that is never closed swallows the keys below it. So the keys of the first
level are looked at one by one.
"""

from __future__ import annotations

from typing import NamedTuple

from frontmatter.entries import entry_of, margin_of, starts_chunk
from frontmatter.failures import Failure, failure_of
from frontmatter.repairs import Kind, Repair, repairs

MOST_REPAIRS = 20  # in one file
MOST_LOST = 20  # lines given up before the rest is left alone
LONGEST_TEXT = 64 << 10  # characters; in a longer file only the first bad line is found
MOST_LINES_JOINED = 20  # of a list in brackets whose lines stand in the margin


class Mend(NamedTuple):
    """A report: lines `first` to `last` (0-based) became what now stands on `first`; it is shown on `line`."""

    kind: Kind
    line: int
    first: int
    last: int


class Mended(NamedTuple):
    """`lost` are lines (0-based) that no repair made readable: while there is one, `text` is no YAML."""

    text: str
    mends: tuple[Mend, ...] = ()
    lost: tuple[int, ...] = ()
    too_deep: int | None = None


def mend(text: str) -> Mended:
    """`text` as YAML that can be read, its number of lines unchanged."""
    mending = _Mending(text.split("\n"))
    if len(text) > LONGEST_TEXT:
        mending.check_whole()
        return mending.result()
    start = 0
    while start < len(mending.lines) and len(mending.lost) < MOST_LOST:
        start = mending.chunk(start)
    if not mending.lost:
        mending.check_whole()
    return mending.result()


class _Mending:
    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.mends: list[Mend] = []
        self.lost: list[int] = []
        self.too_deep: int | None = None
        self._left = MOST_REPAIRS

    def chunk(self, start: int) -> int:
        """Mend the key that begins on line `start`, with all that is below it; returns where the next one begins."""
        if start == 0:
            self._into_the_margin()
        end = self._end(start)
        failure = failure_of(self.lines[start:end])
        if failure is not None and failure.in_flow:
            end, failure = self._joined(start, end, failure)
        while failure is not None:
            if self._left == 0 or failure.too_deep or not self._repair(start, end, failure):
                self._give_up(failure, start)
                break
            failure = failure_of(self.lines[start:end])
        return end

    def check_whole(self) -> None:
        """Give up the line on which the text as it now is fails, if it does."""
        if failure := failure_of(self.lines):
            self._give_up(failure, 0)

    def result(self) -> Mended:
        return Mended("\n".join(self.lines), tuple(self.mends), tuple(self.lost), self.too_deep)

    def _give_up(self, failure: Failure, start: int) -> None:
        if failure.too_deep:
            self.too_deep = start + failure.line
        self.lost.append(start + failure.line)

    def _end(self, start: int) -> int:
        following = range(start + 1, len(self.lines))
        return next((n for n in following if starts_chunk(self.lines[n])), len(self.lines))

    def _joined(self, start: int, end: int, failure: Failure) -> tuple[int, Failure | None]:
        """Brackets may go on in the margin, over lines that look like keys."""
        further = end
        while further < min(len(self.lines), end + MOST_LINES_JOINED):
            further = self._end(further)
            if failure_of(self.lines[start:further]) is None:
                return further, None
        return end, failure

    def _into_the_margin(self) -> None:
        """Keys of the first level stand in the margin; where only the first ones do not, they are moved there."""
        first = next((n for n, line in enumerate(self.lines) if line.strip() and not line.startswith("#")), 0)
        margin = margin_of(self.lines[first])
        end = self._end(first)
        if not margin or end == len(self.lines) or entry_of(self.lines[first].lstrip()) is None:
            return
        moved = [n for n in range(first, end) if self.lines[n].startswith(margin)]
        self._keep(Repair("indented", tuple((n, self.lines[n].removeprefix(margin)) for n in moved)), 0)

    def _repair(self, start: int, end: int, failure: Failure) -> bool:
        lines = self.lines[start:end]
        for repair in repairs(lines, failure):
            changed = list(lines)
            for number, text in repair.changes:
                changed[number] = text
            if repair.certain or _moved_on(failure, lines, failure_of(changed), changed):
                self._left -= 1
                self._keep(repair, start)
                return True
        return False

    def _keep(self, repair: Repair, start: int) -> None:
        changes = [(start + number, text) for number, text in repair.changes]
        for number, text in changes:
            self.lines[number] = text
        if repair.shown is None:
            self.mends += [Mend(repair.kind, number, number, number) for number, _ in changes]
        else:
            self.mends.append(Mend(repair.kind, start + repair.shown, changes[0][0], changes[-1][0]))


def _moved_on(before: Failure, old: list[str], after: Failure | None, new: list[str]) -> bool:
    """Whether the failure is gone or further on: on a later line, or among brackets nearer to the end of its line."""
    if after is None or after.line > before.line:
        return True
    if after.line < before.line or not (before.in_flow and after.in_flow):
        return False
    return len(new[after.line]) - after.column < len(old[before.line]) - before.column
