"""A forked child that does one thing and tells the result: in a process group of its own, which never outlives it."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import TracebackType
from typing import BinaryIO, NoReturn

LOOK = 0.5  # seconds after which it is looked whether the child still lives
PATIENCE = 8.0  # seconds that it gets to end by itself; a build that has begun to rename files goes on to the end
CHUNK = 1 << 16  # bytes


class Child:
    """Runs `work` in a child, which closes the files `closing`. Single-threaded processes only."""

    def __init__(self, work: Callable[[], bytes], closing: Sequence[BinaryIO]) -> None:
        self._pipe, told = os.pipe()
        self._status: int | None = None
        sys.stdout.flush()
        sys.stderr.flush()
        _hold_back()
        self._number = os.fork()
        if self._number == 0:
            _be_the_child(work, (self._pipe, *(file.fileno() for file in closing)), told)
        with suppress(OSError):  # the child may have done it already, or be gone
            os.setpgid(self._number, self._number)
        os.close(told)

    def __enter__(self) -> Child:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Ends the child and all that it started: kindly, then not."""
        _hold_back()
        end = time.monotonic() + PATIENCE
        if not self._has_ended():
            self._signal(signal.SIGTERM)
        while not self._has_ended() and time.monotonic() < end:
            time.sleep(0.01)
        self._signal(signal.SIGKILL)
        if self._status is None:
            os.waitpid(self._number, 0)
        os.close(self._pipe)
        _let_through()

    def wait(self, parent: BinaryIO) -> tuple[bytes, str]:
        """What `work` returned, or nothing and how the child ended. Raises SystemExit where `parent`, from which
        nothing is due, comes to its end."""
        _let_through()  # from here on `__exit__` ends the child whatever happens
        said = b""
        while True:
            ready, _, _ = select.select([self._pipe, parent.fileno()], [], [], LOOK)
            if self._pipe in ready:
                chunk = os.read(self._pipe, CHUNK)
                if not chunk:
                    return said, self._ending()
                said += chunk
            elif ready:
                raise SystemExit(0)
            elif self._has_ended():  # but something that it started holds the pipe
                return said, self._ending()

    def _has_ended(self) -> bool:
        if self._status is None:
            number, status = os.waitpid(self._number, os.WNOHANG)
            self._status = status if number else None
        return self._status is not None

    def _ending(self) -> str:
        if self._status is None:
            self._status = os.waitpid(self._number, 0)[1]
        code = os.waitstatus_to_exitcode(self._status)
        return str(code) if code >= 0 else signal.Signals(-code).name

    def _signal(self, number: signal.Signals) -> None:
        with suppress(ProcessLookupError, PermissionError):  # macOS refuses where only zombies are left
            os.killpg(self._number, number)


def _hold_back() -> None:
    """A request to stop waits: it must not come between the start of a child and its end."""
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])


def _let_through() -> None:
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGTERM])


def _be_the_child(work: Callable[[], bytes], closed: Sequence[int], told: int) -> NoReturn:
    """Never comes back to what the parent was doing."""
    code = 1
    try:
        with suppress(OSError):
            os.setpgid(0, 0)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        _let_through()
        for file in closed:
            os.close(file)
        said = work()
        with os.fdopen(told, "wb") as pipe:
            pipe.write(said)
        code = 0
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 1
    except BaseException:  # shown, since nobody above will
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
