"""One set-up at a time: a lock file that a second start waits for, and takes over from a process that died.

Standard library only, on every platform Python runs on.
"""

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from messages import setup_texts

PAUSE = 0.2
"""Seconds between two looks at a lock that somebody else holds."""
PATIENCE = 1800.0
"""Seconds after which waiting for a living process ends with a message."""
WRITING_TIME = 10.0
"""Seconds after which a lock that names no owner counts as left by a process that died while writing it."""


class SetupProblem(Exception):
    """Setting up can't go on; the text, in Vietnamese, says why and what to do."""


class SetupLock:
    """A context manager that holds `path`, made with O_EXCL, while its body runs.

    Waits while a living process holds it (saying so once through `say`) and takes it over from a dead one.
    Raises SetupProblem after `patience` seconds.
    """

    def __init__(self, path: Path, say: Callable[[str], None], patience: float = PATIENCE) -> None:
        self.path = path
        self._say = say
        self._patience = patience
        self._owner = _signature(os.getpid())

    def __enter__(self) -> "SetupLock":
        self.path.parent.mkdir(parents=True, exist_ok=True)
        deadline = time.monotonic() + self._patience
        told = False
        while not _create(self.path, self._owner):
            owner = self._current_owner()
            if owner is not None and not any(map(_is_alive, owner.splitlines())):
                self._remove_left_by(owner)
            elif owner is not None and not told:
                self._say(setup_texts.WAITING.format(pid=_pid_text(owner)))
                told = True
            if time.monotonic() > deadline:
                raise SetupProblem(setup_texts.LOCK_STUCK.format(pid=_pid_text(owner or ""), lock=self.path))
            time.sleep(PAUSE)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if (self._current_owner() or "").partition("\n")[0] == self._owner:
            self.path.unlink(missing_ok=True)

    def also_held_by(self, pid: int) -> None:
        """Name a child that works on what is locked: should this process be killed, others wait for the child too."""
        with self.path.open("a", encoding="ascii") as file:
            file.write(f"\n{_signature(pid)}")

    def _current_owner(self) -> str | None:
        """What the lock says, a process a line.

        "" where its process died before it wrote, None while there is no owner to judge.
        """
        try:
            text = self.path.read_text(encoding="ascii")
            age = time.time() - self.path.stat().st_mtime
        except OSError:  # released meanwhile, or on Windows just being written
            return None
        if text:
            return text
        return "" if age > WRITING_TIME else None

    def _remove_left_by(self, owner: str) -> None:
        """Remove a dead owner's lock. Of several that wait, the claim lets one do it, and never to a newer lock."""
        claim = self.path.with_name(f"{self.path.name}.{'-'.join(owner.split())}")
        if not _create(claim, self._owner):
            return
        try:
            if self._current_owner() == owner:
                self.path.unlink(missing_ok=True)
        finally:
            claim.unlink(missing_ok=True)


def _create(path: Path, text: str) -> bool:
    """Make the file unless it exists; whether this call made it."""
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
    except FileExistsError:
        return False
    except PermissionError:
        if os.name == "nt" and path.exists():  # Windows says so of a file that is just being removed
            return False
        raise
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
    return True


def _signature(pid: int) -> str:
    """What tells a process from a later one of the same number."""
    return f"{pid} {_start_of(pid) or '-'}"


def _pid_text(owner: str) -> str:
    return owner.partition(" ")[0] or "?"


def _is_alive(signature: str) -> bool:
    """Whether that process ("pid start") still runs; a reused pid has another start."""
    pid, _, start = signature.partition(" ")
    if not pid.isascii() or not pid.isdigit() or not _exists(int(pid)):
        return False
    now = _start_of(int(pid))
    return now is None or start in ("-", now)


def _start_of(pid: int) -> str | None:
    """When a process began, in the kernel's clock ticks; None where the system doesn't tell through /proc."""
    with suppress(OSError, IndexError):
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        return "dead" if fields[0] in "ZX" else fields[19]
    return None


if sys.platform == "win32":

    def _exists(pid: int) -> bool:
        """Asked through the Windows API: os.kill(pid, 0) would send Ctrl-C there."""
        import ctypes

        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
        if not handle:
            return False
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == 259  # STILL_ACTIVE

else:

    def _exists(pid: int) -> bool:
        """Whether there is such a process, ours or somebody else's."""
        try:
            os.kill(pid, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except PermissionError:
            return True
        return True
