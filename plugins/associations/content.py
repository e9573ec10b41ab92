"""The whole content folder, read: records and media, with every problem that single files show."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from associations import svg
from associations.kept import Bodies, records
from associations.model import Record, Unit
from associations.parse import parse_abbreviations, parse_units
from associations.sources import Found, Kind, Media, Source, read, scan
from incremental.store import Passing, Store
from messages.problem import Problem


class Content(msgspec.Struct, frozen=True):
    """What the editors wrote; `media` by path in NFC, `bodies` gives the text of each record."""

    records: tuple[Record, ...]
    units: tuple[Unit, ...]
    abbreviations: dict[str, tuple[str, ...]]
    media: dict[str, Media]
    bodies: Bodies


def read_content(
    folder: Path, static_paths: Sequence[str], store: Store | None = None, jobs: int = 1
) -> tuple[Content, list[Problem]]:
    """Everything below `folder`, files in the order of their paths. What `store` has is not parsed again; the rest is,
    by `jobs` processes."""
    sources, problems = scan(folder, static_paths)
    found_records: list[Record] = []
    memory = store or Passing()
    bodies = Bodies(memory)
    texts = [found for found in sources.texts if found.kind not in ("units", "abbreviations")]
    for record, own in records(texts, memory, bodies, jobs):
        problems += own
        found_records += [record] if record else []
    units, unit_problems = parse_units(_only(sources.texts, "units", problems))
    abbreviations, abbreviation_problems = parse_abbreviations(_only(sources.texts, "abbreviations", problems))
    for path, media in sources.media.items():
        if path.lower().endswith(".svg"):
            problems += svg.check(path, _beginning(media.file, svg.LARGEST + 1))
    content = Content(tuple(found_records), units, abbreviations, sources.media, bodies)
    return content, problems + unit_problems + abbreviation_problems


def _beginning(file: Path, size: int) -> bytes:
    with file.open("rb") as stream:
        return stream.read(size)


def _only(texts: Sequence[Found], kind: Kind, problems: list[Problem]) -> Source | None:
    found = next((found for found in texts if found.kind == kind), None)
    if found is None:
        return None
    source, own = read(found)
    problems += own
    return source
