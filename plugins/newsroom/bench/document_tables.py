"""The tables of docs/benchmarks.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from messages import bench_texts as texts
from newsroom.bench.arithmetic import Outcome, calm, median_of
from newsroom.bench.goals import LARGER, Goal
from newsroom.bench.records import CLEAN, HUGO, PREVIEW_ARTICLES, Report, Run
from newsroom.docs_tables import table

NOTHING = "–"


def goals(outcomes: Sequence[Outcome], report: Report) -> str:
    """Each goal, what was measured, and the verdict; a missed one stands out."""
    rows = []
    for found in outcomes:
        values = [round.value for round in found.rounds]
        measured = _figure(found.value, median_of(values))
        each = " ".join(_each(round.value, round.kept) for round in found.rounds)
        kept = texts.ROUNDS.format(kept=found.kept, all=len(values)) if values else NOTHING
        verdict = f"**{found.verdict}**" if found.verdict == "missed" else found.verdict
        rows.append((label(found.goal, report), f"{found.goal.limit:g}", measured, each or NOTHING, kept, verdict))
    return table(texts.GOALS_HEAD, rows)


def label(goal: Goal, report: Report) -> str:
    """What a goal is about."""
    sizes = {"articles": report.articles, "larger": report.articles * LARGER, "preview": PREVIEW_ARTICLES}
    return texts.GOAL_LABELS[goal.name].format(**{name: number(size) for name, size in sizes.items()})


def builds(report: Report, articles: int) -> str:
    """Every kind of build of one size: times, ratios to Hugo's clean build of the same rounds, files."""
    runs = [run for run in report.runs if run.articles == articles]
    hugo = {run.round: run for run in runs if (run.tool, run.scenario) == (HUGO, CLEAN)}
    series = dict.fromkeys((run.tool, run.scenario) for run in _in_order(runs))
    rows = [_build(*one, [run for run in runs if (run.tool, run.scenario) == one], hugo) for one in series]
    return table(texts.BUILDS_HEAD, rows)


def memory(report: Report) -> str:
    """The peaks."""
    hugo = {peak.articles: peak.mebibytes for peak in report.peaks if peak.tool == HUGO}
    rows = [
        (
            texts.TOOL_NAMES[peak.tool],
            number(peak.articles),
            f"{peak.mebibytes:.0f}",
            _decimals(peak.mebibytes / hugo[peak.articles]) if peak.articles in hugo else NOTHING,
        )
        for peak in report.peaks
    ]
    return table(texts.MEMORY_HEAD, rows)


def machine(report: Report) -> str:
    """What it ran on, and in which versions."""
    found = report.machine
    values = {
        "date": report.date,
        "processor": found.processor or NOTHING,
        "cores": str(found.cores),
        "memory": texts.MEMORY_SIZE.format(size=found.mebibytes),
        "system": found.system,
        "place": texts.PLACES[found.place],
    }
    rows = [(texts.MACHINE_LABELS[name], value) for name, value in values.items()]
    return table(texts.MACHINE_HEAD, [*rows, *report.versions])


def number(count: float) -> str:
    """A whole number as English writes it."""
    return f"{count:,.0f}"


def _in_order(runs: Iterable[Run]) -> list[Run]:
    """By tool, then as the kinds of builds are named."""
    tools, scenarios = list(texts.TOOL_NAMES), list(texts.SCENARIO_LABELS)
    return sorted(runs, key=lambda run: (tools.index(run.tool), scenarios.index(run.scenario)))


def _build(tool: str, scenario: str, runs: Sequence[Run], hugo: dict[int, Run]) -> tuple[str, ...]:
    def middle(value: Callable[[Run], float], form: Callable[[float], str] = _decimals) -> str:
        return _figure(median_of(map(value, filter(calm, runs))), median_of(map(value, runs)), form)

    def ratio(value: Callable[[Run], float]) -> str:
        pairs = [(run, hugo[run.round]) for run in runs if run.round in hugo]
        kept = (value(run) / value(other) for run, other in pairs if calm(run) and calm(other))
        return _figure(median_of(kept), median_of(value(run) / value(other) for run, other in pairs))

    return (
        texts.TOOL_NAMES[tool],
        texts.SCENARIO_LABELS[scenario],
        middle(lambda run: run.wall),
        middle(lambda run: run.cpu),
        ratio(lambda run: run.wall),
        ratio(lambda run: run.cpu),
        middle(lambda run: run.written, number),
        middle(lambda run: run.files, number),
        middle(lambda run: run.pages, number),
        texts.ROUNDS.format(kept=sum(map(calm, runs)), all=len(runs)),
    )


def _decimals(value: float) -> str:
    """Three decimals below one, where the goals are close together; else two."""
    return f"{value:.3f}" if value < 1 else f"{value:.2f}"


def _figure(kept: float | None, anyhow: float | None, form: Callable[[float], str] = _decimals) -> str:
    """The value that counts; in brackets what disturbed rounds say, where there is none."""
    if kept is not None:
        return form(kept)
    return f"({form(anyhow)})" if anyhow is not None else NOTHING


def _each(value: float, kept: bool) -> str:
    return _decimals(value) if kept else f"({_decimals(value)})"
