"""The whole content folder, read: records and media, with every problem that single files show."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from associations import svg
from associations.model import Record, Unit
from associations.parse import parse, parse_abbreviations, parse_units
from associations.sources import Media, Source, scan
from messages.problem import Problem


class Content(msgspec.Struct, frozen=True):
    """What the editors wrote; `media` by path in NFC."""

    records: tuple[Record, ...]
    units: tuple[Unit, ...]
    abbreviations: dict[str, tuple[str, ...]]
    media: dict[str, Media]


def read_content(folder: Path, static_paths: Sequence[str]) -> tuple[Content, list[Problem]]:
    """Everything below `folder`, files in the order of their paths."""
    sources, problems = scan(folder, static_paths)
    records: list[Record] = []
    for source in sources.texts:
        if source.kind not in ("units", "abbreviations"):
            parsed = parse(source)
            problems += parsed.problems
            records.append(parsed.record)
    units, unit_problems = parse_units(_only(sources.texts, "units"))
    abbreviations, abbreviation_problems = parse_abbreviations(_only(sources.texts, "abbreviations"))
    for path, media in sources.media.items():
        if path.lower().endswith(".svg"):
            problems += svg.check(path, _beginning(media.file, svg.LARGEST + 1))
    content = Content(tuple(records), units, abbreviations, sources.media)
    return content, problems + unit_problems + abbreviation_problems


def _beginning(file: Path, size: int) -> bytes:
    with file.open("rb") as stream:
        return stream.read(size)


def _only(sources: Sequence[Source], kind: str) -> Source | None:
    return next((source for source in sources if source.kind == kind), None)
