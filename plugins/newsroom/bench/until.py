"""How long the bench goes on: until every goal has its rounds, or there is no end to the disturbances."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from newsroom.bench.arithmetic import outcome
from newsroom.bench.goals import GOALS, Series, Size
from newsroom.bench.records import Report, Run

MOST = 2
"""How many times the rounds that were asked for are played at most."""


Play = Callable[[int], list[Run]]
"""All measurements of one size in the round of that number."""


def complete(report: Report, plays: Mapping[Size, Play]) -> Report:
    """The report with the measurements of all rounds, as `plays` makes them of each size. A size whose goals have their
    rounds is not measured again, and one that nobody plays is left out."""
    for number in range(1, MOST * report.rounds + 1):
        lacking = wanting(report)
        for play in (play for size, play in plays.items() if size in lacking):
            report = msgspec.structs.replace(report, runs=(*report.runs, *play(number)))
    return report


def wanting(report: Report) -> set[Size]:
    """The sizes that have to be measured once more, because a goal lacks a round that counts."""
    lacking = (goal for goal in GOALS if goal.quantity != "memory" and outcome(goal, report).kept < report.rounds)
    sides: list[Series] = [side for goal in lacking for side in (goal.of, goal.to) if side]
    return {side.size for side in sides}
