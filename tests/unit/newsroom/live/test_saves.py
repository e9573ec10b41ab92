"""What is saved is built: nothing is lost, whenever it is saved."""

import threading

from hypothesis import given
from hypothesis import strategies as st

from newsroom.live.outcome import Outcome
from newsroom.live.saves import Saves, keep_building

PATIENCE = 5  # seconds after which a save counts as lost


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)).filter(any)))
def test_the_last_build_has_seen_the_last_save(script: list[tuple[int, int]]) -> None:
    """`script` has for each build how often the file is saved before and after the moment at which the build reads it;
    nothing is saved in the last one. However that goes, the state that is built last is the last one saved."""
    saves, steps, built, version = Saves(), iter(script), [0], 0

    def save(times: int) -> None:
        nonlocal version
        for _ in range(times):
            version += 1
            saves.add([f"{version}"])

    def rebuild(changed: frozenset[str]) -> Outcome:
        before, after = next(steps, (0, 0))
        save(before)
        built.append(version)
        save(after)
        if not before + after:
            saves.stop()
        return Outcome(0)

    save(1)
    watchdog = threading.Timer(PATIENCE, saves.stop)
    watchdog.start()
    keep_building(saves, rebuild, lambda outcome: None)
    watchdog.cancel()
    assert built[-1] == version
    assert len(built) - 1 == len(script) + 1


def test_saves_that_come_together_are_built_together() -> None:
    """Ten of them before a build begins: one build, which is told of all, and its outcome is shown."""
    saves, seen, shown = Saves(), list[frozenset[str]](), list[Outcome]()

    def rebuild(changed: frozenset[str]) -> Outcome:
        seen.append(changed)
        saves.stop()
        return Outcome(1)

    for number in range(10):
        saves.add([f"{number % 5}.md"])
    keep_building(saves, rebuild, shown.append)
    assert seen == [frozenset(f"{number}.md" for number in range(5))]
    assert shown == [Outcome(1)]


def test_saves_from_many_threads_all_arrive() -> None:
    """While another thread builds: every path is told to some build."""
    saves, seen = Saves(), set[str]()

    def rebuild(changed: frozenset[str]) -> Outcome:
        seen.update(changed)
        if len(seen) == 400:
            saves.stop()
        return Outcome(0)

    def save(editor: int) -> None:
        for number in range(100):
            saves.add([f"{editor}-{number}"])

    builds = threading.Thread(target=keep_building, args=(saves, rebuild, lambda outcome: None))
    editors = [threading.Thread(target=save, args=(number,)) for number in range(4)]
    for thread in (builds, *editors):
        thread.start()
    builds.join(PATIENCE)
    saves.stop()
    assert len(seen) == 400


def test_whoever_waits_is_let_go_at_the_end() -> None:
    """Also where something is still waiting to be built."""
    saves = Saves()
    saves.add(["a.md"])
    saves.stop()
    assert saves.take() is None
