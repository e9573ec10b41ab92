"""What `python3 tasks.py test` does: linter, types, then all tests, pytest's closing line last."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from messages import setup_texts
from newsroom import programs
from newsroom.environment import Environment
from newsroom.node_packages import NotFetched, fetch_packages, has_test_tools
from newsroom.setup_lock import SetupProblem
from newsroom.setup_steps import say


def add_node_tools(root: Path) -> None:
    """Fetch what tests use from npm, once per lock. Raises SetupProblem where npm can't."""
    if has_test_tools(root):
        return
    with Environment(root).lock:
        try:
            fetch_packages(root, test_tools=True)
        except NotFetched as problem:
            text = setup_texts.STEP_FAILED.format(step=setup_texts.STEP_NPM, details=problem)
            raise SetupProblem(text) from problem


def run_tests(root: Path, slow: bool) -> int:
    """Run ruff, mypy and pytest on the work tree at `root`; 0 if all are content, else 1.

    Each tool runs whatever the others said. Without a program (programs.NEEDED) the tests that need it are left out by
    name; with CI=true that is a failure at once.
    """
    missing = programs.install_missing(os.environ)
    if missing:
        in_ci = programs.is_ci(os.environ)
        text = setup_texts.NO_PROGRAMS_IN_CI if in_ci else setup_texts.NO_PROGRAMS
        names = ", ".join(program.names[0] for program in missing)
        say(text.format(programs=names, command=programs.install_command(missing)))
        if in_ci:
            return 1
        _name_left_out(root, slow, [program.mark for program in missing])
    failed = [tool for tool, *arguments in (("ruff", "check"), ("mypy",)) if _run(root, tool, *arguments)]
    for tool in failed:
        say(setup_texts.TOOL_FAILED.format(tool=tool))
    chosen = choice(slow, [program.mark for program in missing])
    tests = _run(root, "pytest", "-n", "auto", "--dist", "loadfile", "-m", chosen)
    return 1 if failed or tests else 0


def rewrite_golden(root: Path) -> int:
    """Let the golden tests write their pages anew; look at the difference before committing it."""
    return _run(root, "pytest", "tests/golden", "--rewrite-golden")


def choice(slow: bool, left_out: Sequence[str]) -> str:
    """pytest's expression for which tests run: those without the marks `left_out`, the slow ones if `slow`."""
    return " and ".join(f"not {mark}" for mark in (*(() if slow else ("slow",)), *left_out))


def _run(root: Path, tool: str, *arguments: str) -> int:
    return subprocess.run([sys.executable, "-m", tool, *arguments], cwd=root, check=False).returncode


def _name_left_out(root: Path, slow: bool, marks: Sequence[str]) -> None:
    """Say which tests need the programs that aren't there."""
    needing = " or ".join(marks)
    wanted = f"({needing})" if slow else f"({needing}) and not slow"
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", wanted]
    listing = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    for line in listing.stdout.splitlines():
        if "::" in line:
            say(setup_texts.LEFT_OUT.format(test=line))
