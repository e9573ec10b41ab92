"""How many rounds are played."""

from collections.abc import Callable
from functools import partial

import msgspec
import pytest

from newsroom.bench import records as kinds
from newsroom.bench.edits import EDITS
from newsroom.bench.goals import AS_ASKED, LARGE, Size
from newsroom.bench.records import HUGO, OURS, Run
from newsroom.bench.until import complete
from tests.unit.newsroom.bench import stubs

SMALL_SITE = [(HUGO, kinds.CLEAN), *((OURS, kind) for kind in (kinds.CLEAN, kinds.CLONE, *(e.scenario for e in EDITS)))]
LARGE_SITE = [(HUGO, kinds.CLEAN), (OURS, kinds.CLEAN), (OURS, kinds.UNCHANGED)]


Disturbed = Callable[[Size, int, str], bool]


def rounds_played(disturbed: Disturbed, rounds: int = 3) -> dict[Size, list[int]]:
    """Which rounds each size was measured in; `disturbed` says of size, round and kind of build what happened."""
    played: dict[Size, list[int]] = {AS_ASKED: [], LARGE: []}

    def play(size: Size, number: int) -> list[Run]:
        played[size].append(number)
        return [
            Run(tool, kind, size.count(10), number, 1.0, 1.0, 0.5 * disturbed(size, number, kind), 10, 20, 20)
            for tool, kind in (SMALL_SITE if size == AS_ASKED else LARGE_SITE)
        ]

    plays = {size: partial(play, size) for size in played}
    report = complete(msgspec.structs.replace(stubs.empty(), rounds=rounds), plays)
    assert {run.round for run in report.runs} == {number for numbers in played.values() for number in numbers}
    return played


@pytest.mark.parametrize("rounds", [1, 3, 5])
def test_on_a_calm_machine_the_rounds_that_were_asked_for(rounds: int) -> None:
    """And none more."""
    assert rounds_played(lambda *_: False, rounds) == {size: list(range(1, rounds + 1)) for size in (AS_ASKED, LARGE)}


def test_a_disturbed_machine_gets_as_many_again() -> None:
    """Then it ends, whatever is missing."""
    assert rounds_played(lambda *_: True) == {AS_ASKED: [1, 2, 3, 4, 5, 6], LARGE: [1, 2, 3, 4, 5, 6]}


def test_only_the_site_that_lacks_a_round_is_built_again() -> None:
    """One disturbed edit in the second round costs a fourth round of the small site, and none of the large one."""
    assert rounds_played(lambda *at: at == (AS_ASKED, 2, kinds.BODY)) == {AS_ASKED: [1, 2, 3, 4], LARGE: [1, 2, 3]}


def test_what_compares_two_sizes_needs_both_in_one_round() -> None:
    """The cost of an article."""
    assert rounds_played(lambda *at: at == (LARGE, 1, kinds.CLEAN)) == {AS_ASKED: [1, 2, 3, 4], LARGE: [1, 2, 3, 4]}
