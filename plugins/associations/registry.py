"""The register of a union: everything that articles may name, by slug."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec

from associations.model import (
    Activity,
    Article,
    Association,
    DocumentProfile,
    Organisation,
    Page,
    Record,
    Union,
    Unit,
)
from messages.problem import FILE, Problem, problem
from vietnamese.dates import partial_start
from vietnamese.names import normal_name
from vietnamese.order import name_key, sort_key
from vietnamese.suggest import closest

R = TypeVar("R", bound=Record)


class Registry(msgspec.Struct, frozen=True):
    """Profiles in the order in which they are shown: associations by name, activities by `order`, then by
    name, documents newest first."""

    union: Union
    associations: dict[str, Association] = {}
    activities: dict[str, Activity] = {}
    documents: dict[str, DocumentProfile] = {}
    pages: dict[str, Page] = {}
    units: dict[str, Unit] = {}  # aliases too
    abbreviations: dict[str, tuple[str, ...]] = {}

    @property
    def organisations(self) -> dict[str, Organisation]:
        """The members and, last, the union itself: what `associations:` of an article may name."""
        return {**self.associations, self.union.slug: self.union}


def register(
    records: Iterable[Record], units: Sequence[Unit], abbreviations: dict[str, tuple[str, ...]]
) -> tuple[Registry, list[Problem]]:
    """The register made of all profiles (articles among `records` are passed over), and where they contradict."""
    found = list(records)
    unions = _only(found, Union)
    problems = [] if unions else [problem("missing-union", "union.md", 1, FILE)]
    registry = Registry(
        union=unions[0] if unions else Union(path="union.md"),
        associations=_by_slug(sorted(_only(found, Association), key=lambda a: (name_key(a.short_name), a.slug))),
        activities=_by_slug(sorted(_only(found, Activity), key=_activity_key)),
        documents=_by_slug(sorted(_only(found, DocumentProfile), key=_document_key)),
        pages=_by_slug(sorted(_only(found, Page), key=_page_key)),
        units={name: unit for unit in units for name in (unit.name, *unit.aliases)},
        abbreviations=abbreviations,
    )
    return registry, problems + list(_slugs(registry)) + list(_names(registry))


def unknown(rule: str, record: Record, field: str, value: str, candidates: Iterable[str], place: str = "") -> Problem:
    """A name that the register does not know, with the one that was probably meant.

    `place` is the field path that has the line, where it is finer than the `field` shown.
    """
    return problem(rule, record.path, record.line(place or field), field, closest(value, list(candidates)), value=value)


def _only(records: Iterable[Record], kind: type[R]) -> list[R]:
    return [record for record in records if isinstance(record, kind)]


def _by_slug(records: Iterable[R]) -> dict[str, R]:
    return {record.slug: record for record in records}


def _activity_key(activity: Activity) -> tuple[object, ...]:
    return (activity.order is None, activity.order or 0, sort_key(activity.name), activity.slug)


def _document_key(document: DocumentProfile) -> tuple[object, ...]:
    """Newest first, those without a date last."""
    issued = -partial_start(document.date).toordinal() if document.date else 0
    return (issued, sort_key(document.name), document.slug)


def _page_key(page: Page) -> tuple[object, ...]:
    return (page.order is None, page.order or 0, sort_key(page.title), page.slug)


def _slugs(registry: Registry) -> Iterator[Problem]:
    """The union and an association share the space below one address."""
    twin = registry.associations.get(registry.union.slug)
    if twin:
        yield problem("duplicate-slug", twin.path, 1, FILE, other=registry.union.path)


def _names(registry: Registry) -> Iterator[Problem]:
    """Two bodies that exist side by side and have one name can't be told apart by a reader."""
    seen: dict[str, Organisation] = {}
    for body in registry.organisations.values():
        if isinstance(body, Association) and body.ended:
            continue
        for field, name in (("name", body.name), ("short_name", body.short_name)):
            other = seen.setdefault(normal_name(name), body) if name else body
            if other is not body:
                yield problem("ambiguous-name", body.path, body.line(field), field, value=name, other=other.path)


def articles_of(records: Iterable[Record]) -> tuple[list[Article], list[Problem]]:
    """The articles among `records`, newest first and ties by slug, and the slugs that stand twice over all years."""
    articles = sorted(_only(records, Article), key=lambda a: a.path)
    first: dict[str, Article] = {}
    problems = [
        problem("duplicate-slug", article.path, 1, FILE, other=first[article.slug].path)
        for article in articles
        if first.setdefault(article.slug, article) is not article
    ]
    articles.sort(key=lambda a: a.slug)
    articles.sort(key=lambda a: a.date, reverse=True)
    return articles, problems
