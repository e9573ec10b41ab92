"""docs/benchmarks.md from the measurements alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from messages import bench_texts as texts
from newsroom.bench import document_tables as tables
from newsroom.bench.arithmetic import Outcome, outcome
from newsroom.bench.document_tables import number
from newsroom.bench.goals import DISTURBED, GOAL_ARTICLES, GOALS, LEAST_ROUNDS
from newsroom.bench.measuring import LOOK
from newsroom.bench.records import Report, decode
from newsroom.bench.rounds import PAUSE
from newsroom.bench.until import MOST

DOCUMENT = Path("docs", "benchmarks.md")
DATA = DOCUMENT.with_suffix(".json")


def rewrite(root: Path) -> Path:
    """Write the document of the work tree at `root` from its numbers; its path."""
    made = text(decode((root / DATA).read_bytes()))
    (root / DOCUMENT).write_text(made, encoding="utf-8", newline="\n")
    return root / DOCUMENT


def text(report: Report) -> str:
    """The whole document."""
    outcomes = [outcome(goal, report) for goal in GOALS]
    parts = [texts.NOTICE, texts.INTRO.format(articles=number(report.articles)), _summary(outcomes, report)]
    parts += [f"## {texts.GOALS}", texts.GOALS_NOTES, tables.goals(outcomes, report)]
    for articles in sorted({run.articles for run in report.runs}):
        parts += [f"## {texts.BUILDS.format(articles=number(articles))}", texts.BUILDS_NOTES]
        parts.append(tables.builds(report, articles))
    parts += [f"## {texts.MEMORY}", texts.MEMORY_NOTES.format(look=LOOK * 1000), tables.memory(report)]
    parts += [f"## {texts.MACHINE}", tables.machine(report), f"## {texts.RULES}", _rules()]
    return "\n\n".join(parts) + "\n"


def _summary(outcomes: Sequence[Outcome], report: Report) -> str:
    """How many goals are reached, and by name those that are missed; and where nothing is judged, why."""
    verdicts = [found.verdict for found in outcomes]
    missed = "; ".join(tables.label(found.goal, report) for found in outcomes if found.verdict == "missed")
    sentence = texts.SUMMARY.format(
        all=len(outcomes),
        reached=verdicts.count("reached"),
        missed=verdicts.count("missed"),
        missing=texts.MISSING.format(names=missed) if missed else "",
        unjudged=verdicts.count("not judged"),
        unmeasured=verdicts.count("not measured"),
    )
    if "not judged" not in verdicts:
        return sentence
    why = texts.NOT_A_VERDICT.format(
        goal_articles=number(GOAL_ARTICLES),
        least=LEAST_ROUNDS,
        articles=number(report.articles),
        rounds=report.rounds,
    )
    return f"{sentence} {why}"


def _rules() -> str:
    values = {"least": LEAST_ROUNDS, "goal_articles": number(GOAL_ARTICLES), "pause": PAUSE}
    return texts.RULES_NOTES.format(**values, disturbed=DISTURBED, most=MOST)
