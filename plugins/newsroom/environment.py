"""The project's own environment: made on first use, entered by every start of tasks.py.

Standard library only: this runs on the Python that the machine happens to have. All it says goes to stderr.
"""

import hashlib
import importlib.util
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from messages import setup_texts
from newsroom.setup_lock import SetupLock, SetupProblem
from newsroom.setup_steps import run_step, run_whole, say

BASE = ("base", "requirements.txt")
TEST = ("test", "requirements.txt", "requirements-test.txt")
"""A stamp's name and the locks it stands for."""


@dataclass(frozen=True)
class Environment:
    """The virtual environment `.venv` of the work tree at `root`, and what says whether it is up to date."""

    root: Path

    @property
    def folder(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def lock(self) -> SetupLock:
        return SetupLock(self.root / ".cache" / "setup.lock", say)

    def is_current(self) -> bool:
        """Whether the environment was finished for these locks and the Python that is asking."""
        return self.python.exists() and self._is_stamped(*BASE)

    def has_test_tools(self) -> bool:
        """Whether what requirements-test.txt names is installed too."""
        return self.is_current() and self._is_stamped(*TEST)

    def is_running_here(self) -> bool:
        """Whether this very process runs inside, reading and writing UTF-8 whatever the machine's locale is."""
        return Path(sys.prefix).resolve() == self.folder.resolve() and bool(sys.flags.utf8_mode)

    def prepare(self) -> None:
        """Make or renew the environment unless it is current. The stamp comes last: a broken-off set-up starts over."""
        require_parts()
        with self.lock as lock:
            if self.is_current():  # another start finished while this one waited
                return
            say(setup_texts.FIRST_START)
            self._stamp("base").unlink(missing_ok=True)
            self._make_venv(lock)
            say(setup_texts.INSTALLING)
            self._install("requirements.txt", lock)
            # Goes on without the font where npm can't be reached; a task that builds tries again.
            command = [str(self.python), "-X", "utf8", "-m", "newsroom.font", str(self.root)]
            run_whole(command, lock.also_held_by, sys.stderr, self.root / "plugins")
            self._write_stamp(*BASE)
            say(setup_texts.READY)

    def add_test_tools(self) -> None:
        """Install what only `test` and `screenshots` need, once per lock."""
        if self.has_test_tools():
            return
        with self.lock as lock:
            if self.has_test_tools():
                return
            say(setup_texts.INSTALLING_TEST_TOOLS)
            self._install("requirements-test.txt", lock)
            self._write_stamp(*TEST)
            importlib.invalidate_caches()

    def _make_venv(self, lock: SetupLock) -> None:
        if Path(sys.prefix).resolve() == self.folder.resolve():
            return  # renewed from inside: what is installed stays, pip brings it to the lock
        command = [sys.executable, "-m", "venv", "--clear", str(self.folder)]
        run_step(setup_texts.STEP_VENV, command, lock.also_held_by)

    def _install(self, requirements: str, lock: SetupLock) -> None:
        options = ["--disable-pip-version-check", "--no-input", "--require-hashes", "--only-binary=:all:"]
        command = [str(self.python), "-m", "pip", "install", "--quiet", *options, "-r", str(self.root / requirements)]
        run_step(setup_texts.STEP_PIP, command, lock.also_held_by)

    def _stamp(self, name: str) -> Path:
        return self.folder / f"newsroom-{name}.stamp"

    def _is_stamped(self, name: str, *locks: str) -> bool:
        try:
            return self._stamp(name).read_text(encoding="ascii") == self._key(*locks)
        except FileNotFoundError:
            return False

    def _write_stamp(self, name: str, *locks: str) -> None:
        draft = self._stamp(name).with_suffix(".part")
        draft.write_text(self._key(*locks), encoding="ascii")
        draft.replace(self._stamp(name))

    def _key(self, *locks: str) -> str:
        """Changes with the locks, the Python version and the platform."""
        digest = hashlib.sha256(f"{sys.implementation.cache_tag} {sys.platform}\n".encode())
        for lock in locks:
            digest.update((self.root / lock).read_bytes())
        return digest.hexdigest()


def require_parts() -> None:
    """Raise SetupProblem if this Python can't make a virtual environment with pip in it."""
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        found = f"{sys.version_info.major}.{sys.version_info.minor}"
        parts = ", ".join(missing)
        raise SetupProblem(setup_texts.MISSING_PARTS.format(found=found, parts=parts, package=f"python{found}-venv"))
