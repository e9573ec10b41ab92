"""`tasks.py bench`, from its flags to its exit code."""

from __future__ import annotations

import os
import platform
import subprocess
from datetime import date
from importlib.metadata import version
from pathlib import Path

from messages import bench_texts as texts
from newsroom import font
from newsroom.bench import peers, processes, task
from newsroom.bench.environment import BenchEnvironment
from newsroom.bench.measuring import STAT
from newsroom.bench.records import HUGO, PELICAN, Machine, Report
from newsroom.bench.rounds import PAUSE
from newsroom.front_door import misuse

ARTICLES, LEAST_ARTICLES = 10_000, 10
ROUNDS = 3
LIBRARIES = ("pelican", "markdown", "jinja2", "nh3", "msgspec")
"""Of ours: what the time goes into."""


def run(root: Path, articles: str | None, rounds: str | None, more: str | None) -> int:
    """Set up what is compared, measure, and write docs/benchmarks.md of the work tree at `root`; the exit code."""
    counts = at_least(LEAST_ARTICLES, "articles", articles, ARTICLES), at_least(1, "rounds", rounds, ROUNDS)
    file = Path(more).resolve() if more else None
    if platform.system() != "Linux":
        raise misuse(texts.LINUX_ONLY)
    environment = BenchEnvironment(root)
    environment.prepare()
    font.ensure(root)
    programs = {HUGO: environment.hugo, PELICAN: environment.pelican}
    empty = Report(date.today().isoformat(), *counts, _machine(), _versions(root, programs), (), ())
    return task.bench(root, empty, programs, os.environ, PAUSE, file)


def at_least(least: int, flag: str, value: str | None, default: int) -> int:
    """The whole number that a flag gives; raises misuse where it is none or too small."""
    if value is None:
        return default
    if not (value.isascii() and value.isdigit() and int(value) >= least):
        raise misuse(texts.NUMBER_WANTED.format(flag=flag, value=value, least=least))
    return int(value)


def _machine() -> Machine:
    stat = STAT.read_text(encoding="ascii")
    return Machine(
        processor=processes.processor(),
        cores=processes.cores(stat),
        mebibytes=processes.installed_bytes() >> 20,
        system=f"{platform.system()} {platform.release()}",
        place="",
    )


def _versions(root: Path, programs: task.Programs) -> tuple[tuple[str, str], ...]:
    """Of everything that is compared."""
    return (
        (texts.OUR_COMMIT, _commit(root)),
        ("Python", platform.python_version()),
        *((name, version(name)) for name in LIBRARIES),
        (texts.TOOL_NAMES[HUGO], peers.version_of(programs[HUGO], "version")),
        (texts.TOOL_NAMES[PELICAN], peers.version_of(programs[PELICAN], "--version")),
    )


def _commit(root: Path) -> str:
    """What git calls the work tree, with `-dirty` where it was changed since; "–" outside of git."""
    command = ["git", "-C", str(root), "describe", "--always", "--dirty"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except FileNotFoundError:  # no git on this machine
        return "–"
    return told or "–"
