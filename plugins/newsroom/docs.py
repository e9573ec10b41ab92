"""`tasks.py docs`: docs/content.md from the schema, the rules, the address patterns and the example site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from associations import parse, svg
from associations.addresses import Addresses
from associations.fields import Key, Listing
from associations.scalars import Choice, Text
from associations.schema import SCHEMAS
from bodies import markup
from messages import docs_texts as texts
from newsroom.build import ROOT, settings
from newsroom.docs_tables import addresses, code, codes, key_paths, key_table, media_types, most, rules, table
from vietnamese import slugs
from vietnamese.numbers import file_size

TARGET = ROOT / "docs" / "content.md"
EXAMPLES = ROOT / "docs" / "example"
"""A content folder in which every key is used once: the examples of docs/content.md, and a site that can be built."""

SHOWN = {
    "union": ("union.md",),
    "association": ("associations/hoi-lam-vuon.md", "associations/hoi-nuoi-ong.md"),
    "activity": ("activities/tap-huan.md",),
    "document": ("documents/15-ct-mau-2023.md",),
    "article": (
        "news/2024/mo-lop-ghep-cay.md",
        "news/2024/bay-tram-nguoi-hoc-ghep-cay.md",
        "news/2024/lich-hop-thang-tam.md",
    ),
    "page": ("pages/gioi-thieu.md",),
}
"""Which of them stand below the keys of each kind of file."""


def write() -> Path:
    """Writes docs/content.md anew; its path."""
    TARGET.write_text(text(), encoding="utf-8", newline="\n")
    return TARGET


def text() -> str:
    """docs/content.md as it has to be."""
    read = settings(ROOT / "content", None, None, strict=False, publish=False)
    parts = [texts.NOTICE, texts.INTRO, *_files(read), *_head(), texts.KEYS_NOTES, *_kinds(), *_units(), *_body()]
    parts += [f"## {texts.RULES}", texts.RULES_NOTES, rules()]
    parts += [f"## {texts.ADDRESSES}", texts.ADDRESSES_NOTES, addresses(read)]
    return "\n\n".join(parts) + "\n"


def _files(read: dict[str, Any]) -> Iterator[str]:
    rows = [(code(schema.where), texts.KINDS[kind]) for kind, schema in SCHEMAS.items()]
    rows += [(code("units.yml"), texts.UNITS_LABEL), (code("abbreviations.yml"), texts.ABBREVIATIONS_LABEL)]
    rows += [(code(f"{path}/…"), texts.MEDIA_LABELS[path]) for path in read["STATIC_PATHS"]]
    taken = Addresses(read).reserved() | {*read["STATIC_PATHS"], read["THEME_STATIC_DIR"]}
    pages = sorted(name for name in taken - set(parse.RESERVED) if slugs.is_slug(name))
    yield f"## {texts.FILES}"
    yield table(texts.FILES_HEAD, rows)
    yield texts.FILES_NOTES
    yield texts.MEDIA_NOTES.format(svg=file_size(svg.LARGEST))
    yield media_types()
    yield texts.SLUG_NOTES.format(longest=slugs.LONGEST, reserved=codes(parse.RESERVED), pages=codes(pages))


def _head() -> Iterator[str]:
    kinds = {kind.name: kind for kind in _simple_kinds(key for s in SCHEMAS.values() for key in s.keys)}
    yield f"## {texts.HEAD}"
    yield texts.HEAD_NOTES
    yield table(texts.TYPES_HEAD, [(name, code(kind.example), texts.TYPE_NOTES[name]) for name, kind in kinds.items()])


def _simple_kinds(keys: Iterable[Key]) -> Iterator[Text]:
    """The types that are neither a list nor a group nor a choice, wherever they stand."""
    for _, key in key_paths(keys):
        kind = key.kind.of if isinstance(key.kind, Listing) else key.kind
        if isinstance(kind, Text) and not isinstance(kind, Choice):
            yield kind


def _kinds() -> Iterator[str]:
    for kind, schema in SCHEMAS.items():
        yield f"## {texts.KINDS[kind]}: `{schema.where}`"
        yield texts.KIND_NOTES[kind]
        yield key_table(schema.keys)
        yield from (_example(path, "markdown") for path in SHOWN[kind])


def _example(path: str, language: str) -> str:
    given = (EXAMPLES / path).read_text(encoding="utf-8")
    return f"{texts.EXAMPLE.format(path=path)}\n\n```{language}\n{given}```"


def _units() -> Iterator[str]:
    yield f"## {texts.UNITS}"
    yield texts.UNITS_NOTES
    yield key_table(parse.UNIT.keys)
    yield _example("units.yml", "yaml")
    yield texts.ABBREVIATIONS_NOTES
    yield _example("abbreviations.yml", "yaml")


def _body() -> Iterator[str]:
    yield f"## {texts.BODY}"
    yield texts.BODY_NOTES
    yield texts.HTML_NOTES.format(tags=codes(sorted(markup.TAGS)))
    yield f"### {texts.LIMITS}"
    yield most()
