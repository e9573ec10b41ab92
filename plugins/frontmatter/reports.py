"""Problems of lines that were cleaned or mended, each with the line as it should be written."""

from __future__ import annotations

from collections.abc import Iterator

from frontmatter.entries import indent_of
from frontmatter.mending import Mend, Mended
from frontmatter.nodes import Mapping, Node, Sequence
from frontmatter.tree import DEEPEST
from messages import reasons
from messages.problem import FILE, Problem, Rewritten, problem


class Report:
    """What was done to `text`, which begins on `first_line` of the file, before it could be read as `mapping`."""

    def __init__(
        self, text: str, mended: Mended, markers: frozenset[int], source: str, first_line: int, mapping: Mapping | None
    ) -> None:
        self._typed = text.split("\n")
        self._readable = mended.text.split("\n")
        self._mended = mended
        self._markers = markers
        self._source = source
        self._first = first_line
        self._fields = dict(_fields(mapping, "")) if mapping else {}

    def problems(self) -> list[Problem]:
        """One problem for each bad line, in no order; twice the same line only for two kinds of mistake."""
        found = [self._problem("yaml-document-marker", number, typed=self._typed[number]) for number in self._markers]
        found += map(self._mend, dict.fromkeys(self._mended.mends))
        found += [self._rewritten(Mend("rewritten", number, number, number)) for number in self._only_cleaned()]
        for number in self._mended.lost:
            if number != self._mended.too_deep:
                found.append(self._problem("front-matter-unreadable", number, typed=self._typed[number].strip()))
        if self._mended.too_deep is not None:
            found.append(self._problem("nesting-too-deep", self._mended.too_deep, limit=DEEPEST))
        return found

    def _only_cleaned(self) -> Iterator[int]:
        done = {number for mend in self._mended.mends for number in range(mend.first, mend.last + 1)}
        for number, (typed, readable) in enumerate(zip(self._typed, self._readable, strict=True)):
            if typed != readable and number not in done and number not in self._markers:
                yield number

    def _mend(self, mend: Mend) -> Problem:
        if mend.kind == "rewritten":
            return self._rewritten(mend)
        return self._problem("bad-indentation", mend.line, count=indent_of(self._readable[mend.line]))

    def _rewritten(self, mend: Mend) -> Problem:
        first, last = self._first + mend.first, self._first + mend.last
        return self._problem(
            "front-matter-not-yaml",
            mend.line,
            typed=self._typed[mend.line].strip(),
            begins=mend.first,
            where=reasons.RANGE.format(first=first, last=last) if last > first else "",
            rewritten=Rewritten(self._readable[mend.first].strip()),
        )

    def _problem(self, rule: str, number: int, begins: int | None = None, **values: object) -> Problem:
        field = self._fields.get(self._first + (number if begins is None else begins), FILE)
        return problem(rule, self._source, self._first + number, field, None, **values)


def _fields(node: Node, path: str) -> Iterator[tuple[int, str]]:
    """Each value's line with its path; the outermost of a line last."""
    if isinstance(node, Mapping):
        for entry in node.entries:
            field = f"{path}.{entry.key}" if path else entry.key
            yield from _fields(entry.value, field)
            yield entry.line, field
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _fields(item, f"{path}[{index}]")
    else:
        yield node.line, path
