"""A build that is killed outright, at whatever moment, spoils nothing: the next one is as good as one from nothing."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

import pytest

from tests.support.desks import Desk
from tests.support.posts import daily, post
from tests.support.processes import ended, killed_at, start
from tests.support.sites import association, lay, small_site

JOBS = [1, 2]
TOUCHES = 300  # about how often a build of this site does something to a file of its output or its cache


@pytest.fixture(params=JOBS)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    """With a site that was built."""
    desk = Desk(tmp_path, small_site({**daily(12), "images/a.png": b"x"}))
    desk.jobs = request.param
    assert desk.build() == 0
    return desk


def edit(desk: Desk, number: int) -> None:
    """Of every kind: all pages change, one comes, one goes, a picture is another."""
    lay(desk.content, {"associations/hoi-mot.md": association(f"Hội {number}"), "images/a.png": b"x" * number})
    lay(desk.content, post(f"moi-{number}", f"20{10 + number % 12}-01-01"))
    for old in desk.content.glob(f"news/*/moi-{number - 1}.md"):
        old.unlink()


def kill(desk: Desk, number: int, moment: int) -> bool:
    edit(desk, number)
    code = killed_at(moment, str(desk.folder), desk.build)
    assert code in (-signal.SIGKILL, 0)
    return code != 0


def test_a_build_killed_at_some_step_spoils_nothing(desk: Desk) -> None:
    """While it parses, keeps, stages, renames, removes and writes down."""
    killed = 0
    for number, moment in enumerate((5, 60, 90, 130, 170, 220, 280), 1):
        killed += kill(desk, number, moment)
        desk.assert_right()
    assert killed >= 5


@pytest.mark.slow
def test_a_build_killed_at_any_of_many_steps_spoils_nothing(desk: Desk) -> None:
    """Fifty steps, the same ones in each run; every third time it is killed again before it could repair."""
    chosen = random.Random(6)
    killed = 0
    for number in range(1, 51):
        killed += kill(desk, number, chosen.randint(1, TOUCHES))
        if number % 3:
            desk.assert_right()
    assert killed >= 20


@pytest.mark.slow
def test_a_build_killed_at_any_moment_spoils_nothing(desk: Desk) -> None:
    """By the clock and not by its steps, so also while it computes."""
    begin = time.monotonic()
    edit(desk, 1)
    assert ended(start(desk.build)) == 0
    length = time.monotonic() - begin
    chosen = random.Random(6)
    for number in range(2, 52):
        edit(desk, number)
        child = start(desk.build)
        time.sleep(chosen.random() * length)
        os.kill(child, signal.SIGKILL)
        ended(child)
        desk.assert_right()
