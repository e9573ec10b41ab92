"""Where the steps of reading one body put the problems that they find."""

from __future__ import annotations

from messages.problem import BODY, Problem, problem


class Findings:
    """The problems of one body; `source` is the file that they disable."""

    def __init__(self, source: str) -> None:
        self._source = source
        self.problems: list[Problem] = []

    def report(self, rule: str, line: int, **values: object) -> None:
        """A problem of the catalogue on a line of the file."""
        self.problems.append(problem(rule, self._source, line, BODY, None, **values))
