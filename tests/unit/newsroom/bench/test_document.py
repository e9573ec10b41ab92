"""docs/benchmarks.md says what was measured, no more."""

import msgspec

from messages import bench_texts as texts
from newsroom.bench import document, goals
from newsroom.bench import records as kinds
from newsroom.bench.edits import EDITS
from newsroom.bench.records import HUGO, OURS, PELICAN, Peak, Report, Run, decode, encode
from tests.support.sites import ROOT
from tests.unit.newsroom.bench import stubs

RATIOS = {kinds.CLEAN: 1.25, kinds.UNCHANGED: 0.0625, kinds.BODY: 0.375}


def report(articles: int = 10_000, rounds: int = 3, others: float = 0.0) -> Report:
    """Clean builds and two more kinds, each with its ratio in every round; Hugo takes 8 seconds."""
    runs = []
    for number in range(1, rounds + 1):
        runs += [
            Run(OURS, kind, articles, number, 8 * ratio, 8 * ratio, others, articles, 16_705, 22)
            for kind, ratio in RATIOS.items()
        ]
        runs.append(Run(HUGO, kinds.CLEAN, articles, number, 8.0, 12.0, 0.0, articles, 12_039, 12_039))
        runs.append(Run(PELICAN, kinds.CLEAN, articles, number, 32.0, 32.0, 0.0, articles, 11_000, 11_000))
    peaks = (Peak(OURS, articles, 169.0), Peak(HUGO, articles, 877.0))
    return msgspec.structs.replace(stubs.empty(articles, rounds), runs=tuple(runs), peaks=peaks)


def lines(text: str, beginning: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(beginning)]


def test_the_document_is_what_its_numbers_say() -> None:
    """It is never edited by hand: after a change of its words `python3 tasks.py docs`."""
    numbers = decode((ROOT / document.DATA).read_bytes())
    assert (ROOT / document.DOCUMENT).read_text(encoding="utf-8") == document.text(numbers)


def test_numbers_survive_their_file() -> None:
    """Every one of them."""
    assert decode(encode(report())) == report()


def test_reached_and_missed_goals_are_told_apart() -> None:
    """The missed ones by name at the top; what was not measured is not forgotten."""
    text = document.text(report())
    assert "**Of 15 goals: 4 reached, 1 missed (one article's body edited), 0 not judged, 10 not measured.**\n" in text
    assert "| clean build, wall | 1.5 | 1.25 | 1.25 1.25 1.25 | 3 of 3 | reached |" in text
    assert "| one article's body edited | 0.2 | 0.375 | 0.375 0.375 0.375 | 3 of 3 | **missed** |" in text
    assert "| the footer changed | 0.4 | – | – | – | not measured |" in text
    assert "| peak memory of a clean build | 0.3 | 0.193 | 0.193 | 1 of 1 | reached |" in text


def test_a_trial_run_is_not_judged_and_says_why() -> None:
    """Too small, too short."""
    text = document.text(report(articles=300, rounds=1))
    assert "0 reached, 0 missed, 5 not judged, 10 not measured.** A verdict takes 10,000 articles and 3" in text
    assert "this run had 300 articles, and rounds asked for: 1." in text
    assert "| clean build, wall | 1.5 | 1.25 | 1.25 | 1 of 1 | not judged |" in text


def test_disturbed_rounds_stand_in_brackets() -> None:
    """In the goals and in the times."""
    text = document.text(report(others=0.3))
    assert "| clean build, wall | 1.5 | (1.25) | (1.25) (1.25) (1.25) | 0 of 3 | not judged |" in text
    assert "| this site | clean build | (10.00) |" in text and "| Hugo | clean build | 8.00 |" in text


def test_every_build_stands_with_its_times_ratios_and_files() -> None:
    """By tool, then in the order of the kinds."""
    text = document.text(report())
    row = "| this site | one body edited | 3.00 | 3.00 | 0.375 | 0.250 | 22 | 16,705 | 10,000 | 3 of 3 |"
    assert row in text and "| stock Pelican | clean build | 32.00 | 32.00 | 4.00 | 2.67 |" in text
    assert [line.split(" | ")[1] for line in lines(text, "| this site | ") if " of " in line] == [
        "clean build",
        "nothing changed",
        "one body edited",
    ]


def test_every_kind_of_build_and_every_goal_has_its_words() -> None:
    """In the document and on the terminal."""
    scenarios = {kinds.CLEAN, kinds.CLONE, kinds.PREVIEW, *(edit.scenario for edit in EDITS)}
    assert set(texts.SCENARIO_LABELS) == set(texts.SCENARIOS) == scenarios
    assert set(texts.GOAL_LABELS) == {goal.name for goal in goals.GOALS}
    assert set(texts.TOOL_NAMES) == {OURS, HUGO, PELICAN}


def test_the_rules_stand_with_their_numbers() -> None:
    """As the code has them."""
    text = document.text(report())
    assert "more than 5% of the machine's cores" in text and "at most\n  2 times that number" in text
    assert "takes 3 rounds that count and 10,000 articles" in text
