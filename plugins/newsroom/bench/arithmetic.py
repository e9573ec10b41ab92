"""From measurements to ratios, medians and verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median
from typing import Literal

import msgspec

from newsroom.bench.goals import DISTURBED, GOAL_ARTICLES, LEAST_ROUNDS, Goal, Series
from newsroom.bench.records import Report, Run

Verdict = Literal["reached", "missed", "not judged", "not measured"]


class Round(msgspec.Struct, frozen=True):
    """What one round says about a goal; it is `kept` if nobody disturbed either of the two measurements."""

    value: float
    kept: bool


class Outcome(msgspec.Struct, frozen=True):
    """What all rounds say about a goal. `value` is the median of the kept ones; None where there are none."""

    goal: Goal
    rounds: tuple[Round, ...]
    value: float | None
    verdict: Verdict

    @property
    def kept(self) -> int:
        """How many rounds count."""
        return sum(round.kept for round in self.rounds)


def calm(run: Run) -> bool:
    """Whether others left the machine alone while it was measured."""
    return run.others <= DISTURBED


def median_of(values: Iterable[float]) -> float | None:
    """The median, or None of nothing."""
    found = list(values)
    return median(found) if found else None


def runs_of(series: Series, report: Report) -> dict[int, Run]:
    """The measurements of a series by their round."""
    wanted = (series.tool, series.scenario, series.size.count(report.articles))
    return {run.round: run for run in report.runs if (run.tool, run.scenario, run.articles) == wanted}


def outcome(goal: Goal, report: Report) -> Outcome:
    """What was measured about a goal, and whether that reaches it."""
    rounds = _peaks(goal, report) if goal.quantity == "memory" else _rounds(goal, report)
    value = median_of(round.value for round in rounds if round.kept)
    return Outcome(goal, tuple(rounds), value, _verdict(goal, value, rounds, report))


def _rounds(goal: Goal, report: Report) -> list[Round]:
    of = runs_of(goal.of, report)
    if goal.to is None:
        return [Round(_value(goal, run), calm(run)) for _, run in sorted(of.items())]
    to = runs_of(goal.to, report)
    both = ((of[number], to[number]) for number in sorted(of.keys() & to.keys()))
    return [Round(_value(goal, ours) / _value(goal, other), calm(ours) and calm(other)) for ours, other in both]


def _value(goal: Goal, run: Run) -> float:
    value: float = getattr(run, goal.quantity)
    return value / run.articles if goal.per_article else value


def _peaks(goal: Goal, report: Report) -> list[Round]:
    """Memory is looked at once, in builds of its own, and nobody's use of the processor changes it."""
    found = {(peak.tool, peak.articles): peak.mebibytes for peak in report.peaks}
    sides = [found.get((side.tool, side.size.count(report.articles))) for side in (goal.of, goal.to) if side]
    return [Round(sides[0] / sides[1], True)] if sides[0] and sides[1] else []


def _verdict(goal: Goal, value: float | None, rounds: Sequence[Round], report: Report) -> Verdict:
    if not rounds:
        return "not measured"
    enough = goal.quantity == "memory" or sum(round.kept for round in rounds) >= LEAST_ROUNDS
    right_size = goal.of.size.fixed or report.articles == GOAL_ARTICLES
    if value is None or not enough or not right_size:
        return "not judged"
    return "reached" if value <= goal.limit else "missed"
