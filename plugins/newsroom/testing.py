"""What `python3 tasks.py test` does: linter, types, then all tests, pytest's closing line last."""

import os
import subprocess
import sys
from pathlib import Path

from messages import setup_texts
from newsroom import chromium
from newsroom.setup_steps import say


def run_tests(root: Path, slow: bool) -> int:
    """Run ruff, mypy and pytest on the work tree at `root`; 0 if all are content, else 1.

    Each tool runs whatever the others said. Without a browser its tests are left out by name; with CI=true that is a
    failure at once.
    """
    browser = chromium.find_or_install(os.environ)
    if not browser and chromium.is_ci(os.environ):
        say(setup_texts.NO_CHROMIUM_IN_CI.format(command=chromium.INSTALL_COMMAND))
        return 1
    if not browser:
        say(setup_texts.NO_CHROMIUM.format(command=chromium.INSTALL_COMMAND))
        _name_browser_tests(root, slow)
    failed = [tool for tool, *arguments in (("ruff", "check"), ("mypy",)) if _run(root, tool, *arguments)]
    for tool in failed:
        say(setup_texts.TOOL_FAILED.format(tool=tool))
    tests = _run(root, "pytest", "-n", "auto", "--dist", "loadfile", "-m", choice(slow, bool(browser)))
    return 1 if failed or tests else 0


def rewrite_golden(root: Path) -> int:
    """Let the golden tests write their pages anew; look at the difference before committing it."""
    return _run(root, "pytest", "tests/golden", "--rewrite-golden")


def choice(slow: bool, browser: bool) -> str:
    """pytest's expression for which marked tests run."""
    parts = [name for name, wanted in (("not slow", slow), ("not browser", browser)) if not wanted]
    return " and ".join(parts)


def _run(root: Path, tool: str, *arguments: str) -> int:
    return subprocess.run([sys.executable, "-m", tool, *arguments], cwd=root, check=False).returncode


def _name_browser_tests(root: Path, slow: bool) -> None:
    """Say which tests need the browser that isn't there."""
    marks = "browser" if slow else "browser and not slow"
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", marks]
    listing = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    for line in listing.stdout.splitlines():
        if "::" in line:
            say(setup_texts.LEFT_OUT.format(test=line))
