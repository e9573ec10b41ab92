"""What lies in the content folder: which file is of which kind, and what must not be there."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Literal

import msgspec

from messages import reasons
from messages.problem import FILE, Problem, problem

Kind = Literal["union", "association", "activity", "document", "article", "page", "units", "abbreviations"]

KINDS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"union\.md"), "union"),
    (re.compile(r"associations/[^/]+\.md"), "association"),
    (re.compile(r"activities/[^/]+\.md"), "activity"),
    (re.compile(r"documents/[^/]+\.md"), "document"),
    (re.compile(r"news/(?:[0-9]{4}/)?[^/]+\.md"), "article"),
    (re.compile(r"pages/[^/]+\.md"), "page"),
    (re.compile(r"units\.yml"), "units"),
    (re.compile(r"abbreviations\.yml"), "abbreviations"),
)
IGNORED = re.compile(r"\..*|.*~|~\$.*|Thumbs\.db|desktop\.ini", re.DOTALL)
UNUSABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\\]")  # in no address, and no name on every system
TOO_LARGE = 1 << 20  # of a text file, in bytes


class Source(msgspec.Struct, frozen=True):
    """A text file of the content: `path` inside the folder, in NFC, with `/`."""

    path: str
    kind: Kind
    data: bytes

    @property
    def slug(self) -> str:
        return PurePosixPath(self.path).stem


class Media(msgspec.Struct, frozen=True):
    """A picture or attachment: where it lies, as the file system spells it, and its size in bytes."""

    file: Path
    size: int


class Sources(msgspec.Struct, frozen=True):
    """Everything that the content folder holds, sorted by path; `media` by path in NFC."""

    texts: tuple[Source, ...]
    media: dict[str, Media]


def scan(content: Path, static_paths: Sequence[str]) -> tuple[Sources, list[Problem]]:
    """The sources below `content`; whatever lies in one of `static_paths` is media. Links are never followed."""
    problems: list[Problem] = []
    texts: list[Source] = []
    media: dict[str, Media] = {}
    seen: dict[str, str] = {}
    read: set[str] = set()
    prefixes = tuple(f"{name.strip('/')}/" for name in static_paths)
    for real in sorted(_files(content, "", problems)):
        path = unicodedata.normalize("NFC", real)
        twin = seen.setdefault(path.casefold(), real)
        if UNUSABLE.search(real):
            problems.append(problem("bad-file-name", path, 1, FILE))
            continue
        if twin != real:
            problems.append(problem("same-name", path, 1, FILE, other=twin))
        if path in read:
            continue  # two spellings of one name
        read.add(path)
        if path.startswith(prefixes) or path in static_paths:
            media[path] = Media(content / real, (content / real).stat().st_size)
        elif kind := next((kind for pattern, kind in KINDS if pattern.fullmatch(path)), None):
            data = _read(content / real, path, problems)
            if data is not None:
                texts.append(Source(path, kind, data))
        else:
            problems.append(problem("unknown-file", path, 1, FILE))
    return Sources(tuple(texts), media), problems


def _files(folder: Path, prefix: str, problems: list[Problem]) -> Iterator[str]:
    """Paths of the regular files below `folder`, as the file system spells them."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        problems.append(problem("unreadable-file", prefix or ".", 1, FILE, reason=_reason(error)))
        return
    for entry in entries:
        name = prefix + entry.name
        if IGNORED.fullmatch(entry.name):
            continue
        if entry.is_symlink():
            problems.append(problem("symlink", unicodedata.normalize("NFC", name), 1, FILE))
        elif entry.is_dir():
            yield from _files(folder / entry.name, f"{name}/", problems)
        elif entry.is_file():
            yield name
        else:
            problems.append(problem("unreadable-file", name, 1, FILE, reason=reasons.NO_FILE))


def _reason(error: OSError) -> str:
    """In Vietnamese where an editor is likely to meet it."""
    return reasons.NOT_ALLOWED if isinstance(error, PermissionError) else str(error.strerror)


def _read(file: Path, path: str, problems: list[Problem]) -> bytes | None:
    try:
        with file.open("rb") as stream:
            data = stream.read(TOO_LARGE + 1)
    except OSError as error:
        problems.append(problem("unreadable-file", path, 1, FILE, reason=_reason(error)))
        return None
    if len(data) > TOO_LARGE:
        problems.append(problem("file-too-large", path, 1, FILE, limit="1 MiB"))
        return None
    return data
