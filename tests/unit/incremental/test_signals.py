"""Ctrl-C and a request to stop: before the renames nothing has happened, during them they finish."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from incremental.signals import exiting, ignored
from incremental.writer import WORK, write
from tests.support.sites import ROOT, stamps, tree

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs POSIX signals")

# A build that says when it is in a stage and waits there until it hears a line.
BUILD = """
import shutil, sys
from pathlib import Path
from incremental.signals import exiting
from incremental.writer import write

def wait(stage):
    if stage == sys.argv[2]:
        print("here", flush=True)
        sys.stdin.readline()

def files():
    yield "index.html", b"HOME"
    wait("staging")
    yield "new.html", b"new"

replace, rmtree = Path.replace, shutil.rmtree
def slow_replace(self, target):
    wait("renaming")
    return replace(self, target)
def slow_rmtree(path, *arguments, **named):
    wait("cleaning" if (Path(sys.argv[1]) / "new.html").exists() else "starting")
    return rmtree(path, *arguments, **named)
Path.replace, shutil.rmtree = slow_replace, slow_rmtree
with exiting():
    write(Path(sys.argv[1]), files())
"""


@pytest.fixture
def output(tmp_path: Path) -> Path:
    write(tmp_path / "output", [("index.html", b"home"), ("old.html", b"old")])
    return tmp_path / "output"


def interrupted(output: Path, stage: str, number: signal.Signals) -> int:
    """The exit code of a build that gets a signal in `stage` and then may go on."""
    with subprocess.Popen(
        [sys.executable, "-c", BUILD, str(output), stage],
        env={**os.environ, "PYTHONPATH": str(ROOT / "plugins")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as build:
        assert build.stdout
        assert build.stdin
        assert build.stdout.readline() == "here\n"
        build.send_signal(number)
        if number is not signal.SIGKILL:
            build.stdin.write("\n")
            build.stdin.close()
        return build.wait(20)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_before_the_renames_the_build_stops_and_nothing_has_changed(
    output: Path, number: signal.Signals, code: int
) -> None:
    """The exit code says which signal it was; the hidden folder is gone."""
    before = stamps(output)
    assert interrupted(output, "staging", number) == code
    assert stamps(output) == before


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("stage", ["renaming", "cleaning"])
def test_once_they_have_begun_the_build_ends_well(output: Path, stage: str, number: signal.Signals) -> None:
    """Half a site is worse than a moment's wait, and an exit other than 0 would say that the old one stands."""
    assert interrupted(output, stage, number) == 0
    assert {"index.html": b"HOME", "new.html": b"new"}.items() <= tree(output).items()
    assert "old.html" not in tree(output)
    assert not (output / WORK).exists()


@pytest.mark.parametrize("stage", ["staging", "renaming", "cleaning"])
def test_the_build_after_a_kill_puts_everything_right(output: Path, stage: str) -> None:
    """Nothing can be done about kill -9 at the time: the next build clears up, and does not take the folder for
    somebody else's."""
    assert interrupted(output, stage, signal.SIGKILL) == -signal.SIGKILL
    assert (output / WORK).exists()
    write(output, [("index.html", b"home"), ("old.html", b"old")])
    kept = {path: data for path, data in tree(output).items() if not path.startswith(".built-site")}
    assert kept == {"index.html": b"home", "old.html": b"old"}
    assert not (output / WORK).exists()


def test_a_first_build_may_be_killed_too(tmp_path: Path) -> None:
    """The folder holds nothing but the hidden one then, so the next build may use it."""
    assert interrupted(tmp_path / "new", "staging", signal.SIGKILL) == -signal.SIGKILL
    write(tmp_path / "new", [("a", b"a")])
    assert (tmp_path / "new" / "a").read_bytes() == b"a"


def test_handlers_are_as_before_afterwards() -> None:
    """A test runner or a server has its own."""
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    with exiting():
        assert signal.getsignal(signal.SIGTERM) is not before[1]
        with ignored():
            assert signal.getsignal(signal.SIGTERM) == signal.SIG_IGN
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before


def test_a_build_in_another_thread_leaves_signals_alone(tmp_path: Path) -> None:
    """Only the main thread may set handlers: `serve` builds in another."""
    failures: list[BaseException] = []

    def build() -> None:
        try:
            with exiting():
                write(tmp_path / "output", [("a", b"a")])
        except BaseException as error:  # whatever it is, the test shall fail with it
            failures.append(error)

    thread = threading.Thread(target=build)
    thread.start()
    thread.join()
    assert failures == []
    assert (tmp_path / "output" / "a").read_bytes() == b"a"


ONE_BUILD = """
import signal, sys
from pathlib import Path
from incremental.signals import exit_on_signals, exiting
from incremental.writer import write

def files():
    yield "index.html", b"HOME"
    if sys.argv[2] == "before":
        signal.raise_signal(signal.SIGTERM)

exit_on_signals()
with exiting():
    write(Path(sys.argv[1]), files())
signal.raise_signal(signal.SIGTERM)
signal.raise_signal(signal.SIGINT)
"""


@pytest.mark.parametrize(("moment", "code", "shown"), [("before", 143, b"home"), ("after", 0, b"HOME")])
def test_a_process_that_only_builds_never_denies_a_new_site(output: Path, moment: str, code: int, shown: bytes) -> None:
    """Once the new site stands, a signal that comes late, even at the very end of the process, changes no exit code."""
    run = subprocess.run(
        [sys.executable, "-c", ONE_BUILD, str(output), moment],
        env={**os.environ, "PYTHONPATH": str(ROOT / "plugins")},
        check=False,
    )
    assert run.returncode == code
    assert (output / "index.html").read_bytes() == shown
