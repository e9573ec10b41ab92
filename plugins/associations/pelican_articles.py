"""Adapter: our articles as Pelican's, for other people's plugins. They are made when somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, overload

from pelican.contents import Article as PelicanArticle
from pelican.contents import Author, Category, Tag
from pelican.utils import SafeDatetime

from associations.edition import Edition
from associations.model import Article
from associations.pages.parts import body_html


class Articles(Sequence[PelicanArticle]):
    """Behaves as the list of Pelican's Article objects; each is made on first use, and the same one each time."""

    def __init__(self, articles: Sequence[Article], make: Callable[[Article], PelicanArticle]) -> None:
        self._articles, self._make = articles, make
        self._made: dict[int, PelicanArticle] = {}

    def __len__(self) -> int:
        return len(self._articles)

    @overload
    def __getitem__(self, place: int) -> PelicanArticle: ...
    @overload
    def __getitem__(self, place: slice) -> list[PelicanArticle]: ...
    def __getitem__(self, place: int | slice) -> PelicanArticle | list[PelicanArticle]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        number = range(len(self))[place]  # raises IndexError as a list does
        if number not in self._made:
            self._made[number] = self._make(self._articles[number])
        return self._made[number]


def maker(edition: Edition, settings: dict[str, Any], context: dict[str, Any]) -> Callable[[Article], PelicanArticle]:
    """How an article of this edition becomes Pelican's: `category` is its first activity, `tags` its associations,
    `author` the byline or the union."""
    site = edition.site

    def make(article: Article) -> PelicanArticle:
        address = site.address(article)
        bodies = [site.registry.organisations[slug] for slug in article.associations]
        metadata = {
            "title": article.title,
            "slug": article.slug,
            "date": SafeDatetime.fromisoformat(article.date.isoformat()),
            "summary": article.summary,
            "category": Category(site.registry.activities[article.activities[0]].name, settings),
            "tags": [Tag(body.short_name, settings) for body in bodies],
            "authors": [Author(article.author or site.registry.union.short_name, settings)],
            "status": "draft" if site.visibility.state(article) == "draft" else "published",
            "url": address.lstrip("/"),
            "save_as": address.lstrip("/") + "index.html",
        }
        if article.modified:
            metadata["modified"] = SafeDatetime.fromisoformat(article.modified.isoformat())
        source = str(edition.options.content / article.path)
        return PelicanArticle(body_html(site, edition.links, article), metadata, settings, source, context)

    return make
