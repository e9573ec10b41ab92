"""What a build left in its output: without the article pages that it was to make, its time means nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from messages import bench_texts as texts
from newsroom.bench.edits import Shown
from newsroom.bench.measuring import BenchProblem

ARTICLE_PAGE = re.compile(r"(bai-[0-9]{5,})/index\.html")
"""The end of an article page's path, whatever the tool: the corpus has no other slug like this."""


class Output(msgspec.Struct, frozen=True):
    """The article pages by slug (those that hold something), how many files there are, and how many of them this build
    wrote."""

    folder: Path
    pages: Mapping[str, Path]
    files: int
    written: int


def look(folder: Path, since: int) -> Output:
    """What is in an output folder; `since` is when the build was started, in nanoseconds of the clock."""
    found = list(_files(folder))
    pages = {slug[1]: Path(path) for path, size, _ in found if size and (slug := ARTICLE_PAGE.search(path))}
    return Output(folder, pages, len(found), sum(changed >= since for *_, changed in found))


def require(tool: str, output: Output, articles: int, shown: Iterable[Shown] = ()) -> None:
    """Raise BenchProblem unless all `articles` article pages are there and what was changed shows."""
    if len(output.pages) != articles:
        raise BenchProblem(texts.PAGES_MISSING.format(tool=tool, found=len(output.pages), wanted=articles))
    for place in shown:
        file = output.pages.get(place.place, output.folder / place.place)
        if not file.is_file() or place.text not in file.read_text(encoding="utf-8"):
            raise BenchProblem(texts.NOT_SHOWN.format(tool=tool, text=place.text, file=file))


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Path, size and time of last change of every file but hidden ones, which are the tools' own."""
    for base, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith("."):
                path = os.path.join(base, name)  # noqa: PTH118 - 100,000 Path objects would take their time
                status = os.stat(path)  # noqa: PTH116 - the same
                yield path, status.st_size, status.st_mtime_ns
