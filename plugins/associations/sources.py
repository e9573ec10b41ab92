"""What lies in the content folder: which file is of which kind, and what must not be there."""

from __future__ import annotations

import errno
import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Literal

import msgspec

from associations import media_types
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
BACKUP = re.compile(r".*\.(?:bak|orig|rej|tmp|sw[op])|#.*#", re.DOTALL | re.IGNORECASE)  # of files, not of folders
# In no address, in no name on every system, or a name that reads as another one.
UNUSABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\\]")
LONGEST_NAME = 255  # bytes that file systems give to a name
LONGEST_PATH = 1000  # bytes; file systems give four times as much, for the folder of the output too
TOO_LARGE = 1 << 20  # of a text file, in bytes


class Source(msgspec.Struct, frozen=True):
    """A text file of the content, read: `path` inside the folder, in NFC, with `/`."""

    path: str
    kind: Kind
    data: bytes

    @property
    def slug(self) -> str:
        return PurePosixPath(self.path).stem


class Found(msgspec.Struct, frozen=True):
    """A text file of the content before it is read: where it lies, and what the system says of it."""

    path: str
    kind: Kind
    file: Path
    stat: os.stat_result


class Media(msgspec.Struct, frozen=True):
    """A picture or attachment: where it lies, as the file system spells it, and its size in bytes."""

    file: Path
    size: int


class Sources(msgspec.Struct, frozen=True):
    """Everything that the content folder holds, sorted by path; `media` by path in NFC."""

    texts: tuple[Found, ...]
    media: dict[str, Media]


def scan(content: Path, static_paths: Sequence[str]) -> tuple[Sources, list[Problem]]:
    """The sources below `content`; whatever lies in one of `static_paths` is media. Links are never followed."""
    problems: list[Problem] = []
    texts: list[Found] = []
    media: dict[str, Media] = {}
    seen: dict[str, str] = {}
    read: set[str] = set()
    prefixes = tuple(f"{name.strip('/')}/" for name in static_paths)
    for real in sorted(_files(content, problems)):
        path = unicodedata.normalize("NFC", real)
        twin = seen.setdefault(path.casefold(), real)
        if not _is_usable(path):
            problems.append(problem("bad-file-name", path, 1, FILE))
            continue
        if twin != real:
            problems.append(problem("same-name", path, 1, FILE, other=twin))
        if path in read:
            continue  # two spellings of one name
        read.add(path)
        if path.startswith(prefixes) or path in static_paths:
            found = Media(content / real, (content / real).stat().st_size)
            wrong = _wrong_media(path, found, static_paths)
            problems += wrong
            if not any(p.is_error for p in wrong):
                media[path] = found
        elif kind := next((kind for pattern, kind in KINDS if pattern.fullmatch(path)), None):
            texts.append(Found(path, kind, content / real, (content / real).stat()))
        else:
            problems.append(problem("unknown-file", path, 1, FILE))
    return Sources(tuple(texts), media), problems


def _wrong_media(path: str, media: Media, static_paths: Sequence[str]) -> list[Problem]:
    """A file that the settings name by itself (`STATIC_PATHS = ["images", "CNAME"]`) may be of any type."""
    if not os.access(media.file, os.R_OK):
        return [problem("unreadable-file", path, 1, FILE, reason=reasons.NOT_ALLOWED)]
    return [] if path in static_paths else media_types.check(path, media.size)


def _files(content: Path, problems: list[Problem]) -> Iterator[str]:
    """Paths of the regular files below `content`, as the file system spells them."""
    folders = [""]  # a stack of our own: folders may stand deeper in each other than Python calls itself
    while folders:
        prefix = folders.pop()
        try:
            entries = sorted(os.scandir(content / prefix), key=lambda entry: entry.name)
        except OSError as error:
            problems.append(problem("unreadable-file", prefix or ".", 1, FILE, reason=_reason(error)))
            continue
        for entry in entries:
            name = prefix + entry.name
            if IGNORED.fullmatch(entry.name) or (BACKUP.fullmatch(entry.name) and not entry.is_dir()):
                continue
            if entry.is_symlink():
                problems.append(problem("symlink", unicodedata.normalize("NFC", name), 1, FILE))
            elif entry.is_dir():
                folders.append(f"{name}/")
            elif entry.is_file():
                yield name
            else:
                problems.append(problem("unreadable-file", name, 1, FILE, reason=reasons.NO_FILE))


def _is_usable(path: str) -> bool:
    """Whether every part of a path can be the name of a file, here and on the server; NFC may be longer than NFD."""
    if UNUSABLE.search(path) or len(path.encode()) > LONGEST_PATH:
        return False
    return all(len(name.encode()) <= LONGEST_NAME for name in path.split("/"))


def _reason(error: OSError) -> str:
    """In Vietnamese where an editor is likely to meet it."""
    if isinstance(error, PermissionError):
        return reasons.NOT_ALLOWED
    return reasons.TOO_LONG if error.errno == errno.ENAMETOOLONG else str(error.strerror)


def read(found: Found) -> tuple[Source | None, list[Problem]]:
    """The file with its bytes, or why it can't be read."""
    try:
        with found.file.open("rb") as stream:
            data = stream.read(TOO_LARGE + 1)
    except OSError as error:
        return None, [problem("unreadable-file", found.path, 1, FILE, reason=_reason(error))]
    if len(data) > TOO_LARGE:
        return None, [problem("file-too-large", found.path, 1, FILE, limit="1 MiB")]
    return Source(found.path, found.kind, data), []
