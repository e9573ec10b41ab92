"""Running one command in a fresh process: how long it took, and what it and its children used."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from messages import bench_texts as texts
from newsroom.bench import processes

if TYPE_CHECKING:
    import resource  # not on Windows, where docs/benchmarks.md can be read and written all the same

STAT = processes.PROC / "stat"
LOOK = 0.02
"""Seconds between two looks at the memory of a running command."""
GRACE = 1.0
"""Seconds in which what a command started may end after it."""
SHOWN = 20
"""How many of its last lines are shown of a command that failed."""

Ended = tuple[int, int, "resource.struct_rusage"]
"""What os.wait4 tells of a process: its number, how it ended, what it used."""


class BenchProblem(Exception):
    """The measurement can't go on or would be none; the text, in Vietnamese, says why."""


class Command(msgspec.Struct, frozen=True):
    """A program with its arguments, the folder it runs in, and its environment."""

    words: tuple[str, ...]
    folder: Path
    environ: Mapping[str, str]


class Used(msgspec.Struct, frozen=True):
    """Seconds by the clock, processor seconds of the process tree (user and system, of all it waited for), and the
    share of the machine that others used meanwhile."""

    wall: float
    cpu: float
    others: float


def timed(command: Command, log: Path) -> Used:
    """Run a command to its end; what it says goes to the file `log`.

    Raises BenchProblem where it exits with anything but 0 or leaves a process behind, whose work nobody would count.
    """
    before = STAT.read_text(encoding="ascii")
    started = time.perf_counter()
    cpu = _run(command, log, lambda process: os.wait4(process, 0))
    wall = time.perf_counter() - started
    after = STAT.read_text(encoding="ascii")
    busy = processes.busy_seconds(after) - processes.busy_seconds(before)
    return Used(wall, cpu, processes.others_share(busy, cpu, wall, processes.cores(before)))


def peak_mebibytes(command: Command, log: Path) -> float:
    """The most memory (PSS) that a command and what it started held at once, looked at every LOOK seconds.

    Looking disturbs what is looked at: no time is taken. Raises BenchProblem as `timed` does.
    """
    seen = [0]

    def watch(process: int) -> Ended:
        while not (ended := os.wait4(process, os.WNOHANG))[0]:
            seen.append(sum(map(processes.proportional_kib, processes.members(process))))
            time.sleep(LOOK)
        return ended

    _run(command, log, watch)
    return max(seen) / 1024


def _run(command: Command, log: Path, wait: Callable[[int], Ended]) -> float:
    """Start the command as the head of a session of its own, let `wait` reap it; its processor seconds."""
    with log.open("wb") as file:
        process = subprocess.Popen(
            command.words,
            cwd=command.folder,
            env=command.environ,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        _, status, usage = wait(process.pid)
    except BaseException:  # Ctrl-C and SIGTERM are no Exceptions; raised again below
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise
    process.returncode = os.waitstatus_to_exitcode(status)  # reaped here: Popen must not wait for it again
    if process.returncode:
        said = log.read_text(encoding="utf-8", errors="replace").splitlines()[-SHOWN:]
        raise BenchProblem(_problem(texts.COMMAND_FAILED, command, code=process.returncode, said="\n".join(said)))
    _refuse_survivors(process.pid, command)
    return usage.ru_utime + usage.ru_stime


def _refuse_survivors(session: int, command: Command) -> None:
    deadline = time.monotonic() + GRACE
    while left := list(processes.members(session)):
        if time.monotonic() > deadline:
            for number in left:
                with suppress(ProcessLookupError):
                    os.kill(number, signal.SIGKILL)
            raise BenchProblem(_problem(texts.PROCESSES_LEFT, command, count=len(left)))
        time.sleep(LOOK)


def _problem(text: str, command: Command, **values: object) -> str:
    return text.format(command=" ".join(command.words), **values)
