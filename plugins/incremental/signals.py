"""What Ctrl-C and a request to stop do to a build."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

Handler = Callable[[int, FrameType | None], Any] | int
_settled = threading.Event()
STOPPING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextmanager
def ignored() -> Iterator[None]:
    """While this lasts no signal stops the process: what is being done ends well. (Only the main thread can ask.)"""
    with _handled(signal.SIG_IGN):
        yield


@contextmanager
def exiting() -> Iterator[None]:
    """While this lasts a signal raises SystemExit with 128 + its number (130 for Ctrl-C, 143 for SIGTERM)."""
    if signal.getsignal(signal.SIGTERM) is _exit_the_last:
        yield  # this process has said already what a signal does
        return
    with _handled(_exit):
        yield


def exit_on_signals() -> None:
    """As `exiting`, for a process that ends when its build does: once the new site stands (`settle`) no signal makes
    its exit code say otherwise."""
    _settled.clear()
    for number in STOPPING:
        signal.signal(number, _exit_the_last)


def settle() -> None:
    """Tells that the new site stands."""
    _settled.set()


def _exit(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def _exit_the_last(number: int, frame: FrameType | None) -> None:
    _exit(number, frame)


@contextmanager
def _handled(handler: Handler) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, handler) for number in STOPPING}
    try:
        yield
    finally:
        for number, old in before.items():
            # Ignored to the very end: Python itself sets any other handler back before the process is gone.
            done = old is _exit_the_last and _settled.is_set()
            signal.signal(number, signal.SIG_IGN if done else old)
