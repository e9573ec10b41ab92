"""One file to one record: a function of the file's path and bytes alone, so its outcome can be kept under those."""

from __future__ import annotations

import msgspec

from associations import quotes
from associations.fields import Group, Key, Listing, read_keys
from associations.model import Article, Outline, Pin, Record, Unit
from associations.reading import Reading, is_empty
from associations.scalars import TEXT, WHOLE_NUMBER
from associations.schema import SCHEMAS
from associations.sources import Source
from bodies.model import Body
from bodies.render import render
from frontmatter.reader import read, read_yaml
from messages.problem import BODY, FILE, Problem, problem
from vietnamese.legacy import control_characters, legacy_font
from vietnamese.slugs import is_slug, slugify

RESERVED = ("trang", "atom", "feed")
UNIT = Group(
    Unit,
    Key("kind", TEXT, "loại đại lượng: chỉ cộng những số cùng loại", required=True),
    Key("factor", WHOLE_NUMBER, "nhân với bao nhiêu để ra đơn vị gốc của loại"),
    Key("aliases", Listing(TEXT), "cách viết khác"),
)


class Parsed(msgspec.Struct, frozen=True):
    """What one file holds; `body` is the whole of what the record outlines."""

    record: Record
    problems: tuple[Problem, ...]
    body: Body = Body()


def parse(source: Source) -> Parsed:
    """The record of a Markdown source, with every problem that its own bytes show."""
    document, problems = read(source.data, source.path)
    problems += _slug_problems(source.path, source.slug, 1, FILE) if source.kind != "union" else []
    schema = SCHEMAS[source.kind]
    if document is None:  # it is there all the same: what names it is not wrong
        return Parsed(schema.record(path=source.path, slug=source.slug), tuple(problems))
    reading = Reading(source.path)
    values = read_keys(document.head, schema.keys, "", reading)
    slug = values.pop("slug", source.slug)
    if source.kind == "union" and slug and "slug" in reading.lines:
        problems += _slug_problems(source.path, slug, reading.lines["slug"], "slug")
    body, body_problems = _body(document.body, document.body_line, source, slug)
    record = schema.record(path=source.path, slug=slug, lines=reading.lines, body=outline(body), **values)
    quote_problems = quotes.check(record, body.blocks) if isinstance(record, Article) else ()
    return Parsed(record, (*problems, *reading.problems, *body_problems, *quote_problems), body)


def outline(body: Body) -> Outline:
    """What is known of a body without its HTML."""
    headings = {heading.text for heading in body.headings}
    opening = next((block.text for block in body.blocks if block.text and block.text not in headings), "")
    pins = tuple(Pin(slug=slug, line=block.line) for block in body.blocks for slug in (*block.pins, *block.excludes))
    return Outline(references=body.references, anchors=body.anchors, opening=opening, pins=pins)


def _body(text: str, first_line: int, source: Source, slug: str) -> tuple[Body, list[Problem]]:
    body, problems = render(text, first_line, source.path, slug)
    for number, line in enumerate(text.split("\n"), first_line):
        if found := control_characters(line):
            problems.append(problem("control-characters", source.path, number, BODY, code=found[0][1]))
        if font := legacy_font(line):
            problems.append(problem("legacy-font", source.path, number, BODY, font=font, sample=line[:40]))
    return body, problems


def _slug_problems(path: str, slug: str, line: int, field: str) -> list[Problem]:
    if slug in RESERVED:
        return [problem("reserved-slug", path, line, field, name=slug)]
    if is_slug(slug):
        return []
    example = slugify(slug)
    return [problem("bad-slug", path, line, field, name=slug, example=example if is_slug(example) else "ten-moi")]


def parse_units(source: Source | None) -> tuple[tuple[Unit, ...], list[Problem]]:
    """The units of units.yml: name → kind, factor, aliases. A name or alias that stands twice is a problem."""
    if source is None:
        return (), []
    mapping, problems = read_yaml(source.data, source.path)
    reading = Reading(source.path)
    units: list[Unit] = []
    first: dict[str, int] = {}
    for entry in mapping.entries if mapping else ():
        if is_empty(entry.value):
            reading.report("empty-field", entry.line, entry.key, key=entry.key)
        unit = None if is_empty(entry.value) else UNIT.read(entry.value, entry.key, reading)
        unit = msgspec.structs.replace(unit or Unit(), name=entry.key)  # a wrong one is known all the same
        units.append(unit)
        for name in filter(None, (unit.name, *unit.aliases)):
            if name in first:
                reading.report("ambiguous-unit", entry.line, entry.key, value=name, first=first[name])
            first.setdefault(name, entry.line)
    return tuple(units), problems + reading.problems


def parse_abbreviations(source: Source | None) -> tuple[dict[str, tuple[str, ...]], list[Problem]]:
    """The abbreviations of abbreviations.yml: short form → what it may stand for."""
    if source is None:
        return {}, []
    mapping, problems = read_yaml(source.data, source.path)
    reading = Reading(source.path)
    found = {}
    for entry in mapping.entries if mapping else ():
        if is_empty(entry.value):
            reading.report("empty-field", entry.line, entry.key, key=entry.key)
        else:
            found[entry.key] = Listing(TEXT).read(entry.value, entry.key, reading)
    return found, problems + reading.problems
