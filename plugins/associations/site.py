"""The linked content: what every page is made from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from functools import cached_property

from associations.addresses import Addresses
from associations.archive import Archive
from associations.kept import Bodies
from associations.model import Activity, Article, Association, Organisation, Record
from associations.registry import Registry
from associations.views import Teaser
from associations.visibility import Visibility
from vietnamese.dates import partial_start


class Site:
    """The register and its articles, seen at one moment by one kind of reader. Nothing of it changes once made.

    `marks` are the drawings that the theme has for activities, `language` is the site's, `bodies` gives the text of
    each record, `icon` is the address of the square picture that stands for the site.
    """

    def __init__(
        self,
        registry: Registry,
        articles: Iterable[Article],
        addresses: Addresses,
        visibility: Visibility,
        marks: Collection[str],
        language: str,
        bodies: Bodies,
        icon: str = "",
    ) -> None:
        self.registry = registry
        self.marks = marks
        self.language = language
        self.bodies = bodies
        self.icon = icon
        self.keys: dict[tuple[str, str], bytes] = {}  # of pages/keys.py, by kind and slug
        self.teasers: dict[tuple[str, str], Teaser] = {}  # by the slugs of article and activity: pages share them
        self.addresses = addresses
        self.visibility = visibility
        self.with_pages = tuple(article for article in articles if visibility.has_page(article))
        self.archive = Archive(visibility.listed(self.with_pages))

    def href(self, name: str, **values: object) -> str:
        """The address of a page as it stands inside another."""
        return self.addresses.href(self.addresses.of(name, **values))

    def address(self, record: Record) -> str:
        """The address of a record's own page, which a draft has too."""
        if isinstance(record, Article):
            return self.addresses.of("ARTICLE_URL", slug=record.slug, date=record.date)
        kind = type(record).__name__.upper()
        name = {"UNION": "ASSOCIATION_URL", "DOCUMENTPROFILE": "DOCUMENT_URL"}.get(kind, f"{kind}_URL")
        return self.addresses.of(name, slug=record.slug)

    def is_former(self, association: Association) -> bool:
        """Whether it is no member any more: a year or month that is given as its end counts from its first day."""
        today = self.visibility.now.date()
        ends = [
            association.ended.date if association.ended else "",
            association.member.until if association.member else "",
        ]
        return any(end and partial_start(end) <= today for end in ends)

    @cached_property
    def members(self) -> list[Association]:
        return [a for a in self.registry.associations.values() if not self.is_former(a)]

    @cached_property
    def former(self) -> list[Association]:
        return [a for a in self.registry.associations.values() if self.is_former(a)]

    @property
    def has_matrix(self) -> bool:
        """Whether there is anything to cross."""
        return bool(self.registry.associations and self.registry.activities)

    def pairs(self) -> Iterator[tuple[Organisation, Activity, Sequence[Article]]]:
        """Every body and activity that an article concerns together, with the articles."""
        for body in self.registry.organisations.values():
            for activity in self.registry.activities.values():
                articles = self.archive.by_pair.get((body.slug, activity.slug))
                if articles:
                    yield body, activity, articles

    def updated(self, article: Article) -> datetime:
        """When readers last got something new of an article: no later than now, unless it is still to come."""
        return article.updated(self.visibility.now)

    def count(self, body: Organisation) -> int:
        """How many articles concern a body."""
        return len(self.archive.by_association.get(body.slug, ()))
