"""Builds in processes of their own, started by forking: two at once, or one that is killed in the middle."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable

PATIENCE = 120  # seconds
EVENTS = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.truncate")


def start(work: Callable[[], int]) -> int:
    """The id of a process that does `work` and ends with the code that it returns."""
    child = os.fork()
    if child:
        return child
    code = 99  # it raised
    try:
        code = work()
    finally:
        os._exit(code)


def ended(child: int) -> int:
    """The exit code of a process, or minus the signal that ended it; one that hangs is killed, and fails the test."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found, status = os.waitpid(child, os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    raise AssertionError("it hangs")


def killed_at(number: int, below: str, work: Callable[[], int]) -> int:
    """How `work` ends in a process that is killed when it does something to a file below a folder for the nth time."""

    def to_be_killed() -> int:
        here, left = os.getpid(), number

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal left
            if event in EVENTS and str(arguments[0]).startswith(below) and os.getpid() == here:
                left -= 1
                if left == 0:
                    os.kill(here, signal.SIGKILL)

        sys.addaudithook(watch)
        return work()

    return ended(start(to_be_killed))
