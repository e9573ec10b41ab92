"""What was measured, as it stands in the JSON file: numbers only, judged by nobody yet."""

from __future__ import annotations

import msgspec

OURS, HUGO, PELICAN = "ours", "hugo", "pelican"

CLEAN = "clean"
UNCHANGED = "unchanged"
BODY = "body"
TITLE = "title"
NEWEST = "newest"
FOOTER = "footer"
RENAMED = "renamed"
OUTPUT_GONE = "output-gone"
CLONE = "clone"
PREVIEW = "preview"
"""Kinds of builds: from nothing, and after what was changed since the last one. `preview` is no build but the time from
a save to the new text in the open page, of PREVIEW_ARTICLES articles; for Pelican, of `pelican -lr` and a reload."""
PREVIEW_ARTICLES = 2_000


class Run(msgspec.Struct, frozen=True):
    """One measured build of `articles` articles in round `round`.

    `wall` and `cpu` are seconds, `others` is the share of the machine that other processes used meanwhile. `pages` are
    article pages, `files` all files in the output, `written` those that this build wrote.
    """

    tool: str
    scenario: str
    articles: int
    round: int
    wall: float
    cpu: float
    others: float
    pages: int
    files: int
    written: int


class Peak(msgspec.Struct, frozen=True):
    """The most memory of a tool's clean build: PSS of its process tree in MiB."""

    tool: str
    articles: int
    mebibytes: float


class Machine(msgspec.Struct, frozen=True):
    """What it ran on; `place` is the file system that was built into, `tmpfs` or `disk`."""

    processor: str
    cores: int
    mebibytes: int
    system: str
    place: str


class Report(msgspec.Struct, frozen=True):
    """All of one run of the bench: `rounds` were asked for, of `articles` articles and of LARGER times as many."""

    date: str
    articles: int
    rounds: int
    machine: Machine
    versions: tuple[tuple[str, str], ...]
    runs: tuple[Run, ...]
    peaks: tuple[Peak, ...]


def encode(report: Report) -> bytes:
    """The report as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(report), indent=1) + b"\n"


def decode(data: bytes) -> Report:
    """What `encode` wrote; raises msgspec.ValidationError where it is something else."""
    return msgspec.json.decode(data, type=Report)
