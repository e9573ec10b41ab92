"""What Ctrl-C and a request to stop do to a build."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

Handler = Callable[[int, FrameType | None], Any] | int
STOPPING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextmanager
def ignored() -> Iterator[None]:
    """While this lasts no signal stops the process: what is being done ends well. (Only the main thread can ask.)"""
    with _handled(signal.SIG_IGN):
        yield


@contextmanager
def exiting() -> Iterator[None]:
    """While this lasts a signal raises SystemExit with 128 + its number (130 for Ctrl-C, 143 for SIGTERM)."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    with _handled(stop):
        yield


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
            signal.signal(number, old)
