"""A build runs in a process of its own, which tells what it found and leaves nothing behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from newsroom.live.child import Child
from tests.support.previews import wait_for

PLUGINS = Path(__file__).resolve().parents[4] / "plugins"

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")  # of pytest's own threads


@pytest.fixture
def parent() -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """The two ends of a pipe, as a worker has it to its server."""
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb", buffering=0) as read, os.fdopen(writing, "wb", buffering=0) as write:
        yield read, write


Parent = tuple[BinaryIO, BinaryIO]


def result(work: Callable[[], bytes], parent: Parent) -> tuple[bytes, str]:
    with Child(work, closing=parent) as child:
        return child.wait(parent[0])


def is_running(number: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False


def number_in(file: Path) -> int:
    wait_for(lambda: file.exists() and file.read_text(encoding="utf-8").endswith("\n"))
    return int(file.read_text(encoding="utf-8"))


def test_what_it_found_comes_back_whole(parent: Parent) -> None:
    """Also far more than a pipe holds; and in another process."""
    assert result(lambda: b"x" * 3_000_000, parent) == (b"x" * 3_000_000, "0")
    number, _ = result(lambda: str(os.getpid()).encode(), parent)
    assert int(number) != os.getpid()


def test_what_it_changes_stays_there(parent: Parent) -> None:
    """A build leaves nothing in the memory that the next one starts from."""
    kept: list[int] = []
    for _ in range(3):
        said, _ = result(lambda: kept.append(1) or str(len(kept)).encode(), parent)  # type: ignore[func-returns-value] # None, so the right side
        assert (said, kept) == (b"1", [])


@pytest.mark.parametrize(
    ("work", "reason"),
    [
        (lambda: os.kill(os.getpid(), signal.SIGKILL), "SIGKILL"),
        (lambda: sys.exit(143), "143"),
        (lambda: 1 / 0, "1"),
        (lambda: os._exit(7), "7"),
    ],
)
def test_one_that_breaks_off_says_how(work: Callable[[], bytes], reason: str, parent: Parent) -> None:
    """By a signal, by itself, by an error: the parent goes on."""
    assert result(work, parent) == (b"", reason)


def test_an_error_is_shown(parent: Parent, capfd: pytest.CaptureFixture[str]) -> None:
    """On stderr, since nobody else will."""
    result(lambda: bytes(1 // 0), parent)
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_what_it_started_goes_with_it(parent: Parent, tmp_path: Path) -> None:
    """Though that holds the pipe and would run for long: the parent doesn't wait for it."""
    file = tmp_path / "number"

    def work() -> bytes:
        if os.fork() == 0:
            file.write_text(f"{os.getpid()}\n", encoding="utf-8")
            time.sleep(600)
        number_in(file)
        os.kill(os.getpid(), signal.SIGKILL)
        return b""

    start = time.monotonic()
    assert result(work, parent) == (b"", "SIGKILL")
    assert time.monotonic() - start < 30
    wait_for(lambda: not is_running(number_in(file)))


def test_it_ends_when_the_server_does(parent: Parent, tmp_path: Path) -> None:
    """The worker sees the end of what its server has to say, and stops what is being built."""
    file = tmp_path / "number"

    def work() -> bytes:
        file.write_text(f"{os.getpid()}\n", encoding="utf-8")
        time.sleep(600)
        return b""

    with pytest.raises(SystemExit), Child(work, closing=parent) as child:
        number = number_in(file)
        parent[1].close()
        child.wait(parent[0])
    assert not is_running(number)


def test_one_that_is_renaming_files_may_finish(parent: Parent, tmp_path: Path) -> None:
    """It ignores the request to stop until it is done: what it was doing is whole."""
    file = tmp_path / "number"

    def work() -> bytes:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        file.write_text(f"{os.getpid()}\n", encoding="utf-8")
        time.sleep(0.5)
        (tmp_path / "whole").touch()
        return b""

    with pytest.raises(SystemExit), Child(work, closing=parent) as child:
        number_in(file)
        parent[1].close()
        child.wait(parent[0])
    assert (tmp_path / "whole").exists()


def test_ctrl_c_in_the_terminal_does_not_reach_it(parent: Parent) -> None:
    """It has a process group of its own: the worker ends it, in order."""
    said, _ = result(lambda: f"{os.getpgid(0)} {os.getpid()}".encode(), parent)
    assert len(set(said.split())) == 1 and int(said.split()[0]) != os.getpgid(0)


def test_systems_without_fork_do_not_need_it() -> None:
    """There neither the worker nor the server imports this module."""
    modules = "newsroom.live.worker, newsroom.live.preview"
    code = f"import os, sys; del os.fork; import {modules}; print('newsroom.live.child' in sys.modules)"
    end = subprocess.run([sys.executable, "-c", code], cwd=PLUGINS, capture_output=True, encoding="utf-8", check=False)
    assert (end.stdout, end.stderr) == ("False\n", "")
