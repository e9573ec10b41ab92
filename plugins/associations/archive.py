"""The articles that a build lists, by association, activity and year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from associations.model import Article

NEIGHBOURHOOD = 12  # related articles are looked for among so many before an article, in each list that it is in
MOST_RELATED = 4


class Relation(msgspec.Struct, frozen=True):
    """An earlier article and what it shares with the one at hand: slugs."""

    article: Article
    associations: tuple[str, ...]
    activities: tuple[str, ...]


class Archive:
    """`articles` newest first, ties by slug; every list of it keeps that order. Slugs, not profiles, are its keys."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = tuple(articles)
        self.years = frozenset(article.date.year for article in self.articles)
        self.by_association: dict[str, list[Article]] = {}
        self.by_activity: dict[str, list[Article]] = {}
        self.by_pair: dict[tuple[str, str], list[Article]] = {}
        self._place = {article.slug: number for number, article in enumerate(self.articles)}
        self._places: dict[tuple[str, str], int] = {}
        self._sets = {a.slug: (frozenset(a.associations), frozenset(a.activities)) for a in self.articles}
        for article in self.articles:
            for association in article.associations:
                self._put(self.by_association.setdefault(association, []), "association", association, article)
                for activity in article.activities:
                    self.by_pair.setdefault((association, activity), []).append(article)
            for activity in article.activities:
                self._put(self.by_activity.setdefault(activity, []), "activity", activity, article)

    def _put(self, articles: list[Article], kind: str, slug: str, article: Article) -> None:
        self._places[f"{kind} {slug}", article.slug] = len(articles)
        articles.append(article)

    def neighbours(self, article: Article) -> tuple[Article | None, Article | None]:
        """The next newer and the next older article, of all that are listed."""
        place = self._place[article.slug]
        newer = self.articles[place - 1] if place else None
        return newer, self.articles[place + 1] if place + 1 < len(self.articles) else None

    def related(self, article: Article) -> list[Relation]:
        """Earlier articles that share most with this one, the nearest in time first among equals.

        Only looks back, so a new article changes no old page; the cost does not grow with the archive.
        """
        candidates: dict[int, Article] = {}  # by place: what is nearer in time comes first among equals
        for kind, slugs, lists in (
            ("association", article.associations, self.by_association),
            ("activity", article.activities, self.by_activity),
        ):
            for slug in slugs:
                start = self._places[f"{kind} {slug}", article.slug] + 1
                for other in lists[slug][start : start + NEIGHBOURHOOD]:
                    candidates[self._place[other.slug]] = other
        own, also = self._sets[article.slug]
        scores = []
        for place, other in candidates.items():
            bodies, fields = self._sets[other.slug]
            scores.append((-len(own & bodies), -len(also & fields), place))
        scores.sort()
        return [_relation(article, candidates[place]) for _, _, place in scores[:MOST_RELATED]]


def _relation(article: Article, other: Article) -> Relation:
    return Relation(
        other,
        tuple(slug for slug in article.associations if slug in other.associations),
        tuple(slug for slug in article.activities if slug in other.activities),
    )


def by_year(articles: Iterable[Article]) -> dict[int, list[Article]]:
    """The same articles by the year of their date, newest year first."""
    years: dict[int, list[Article]] = {}
    for article in articles:
        years.setdefault(article.date.year, []).append(article)
    return years


def by_month(articles: Iterable[Article]) -> dict[tuple[int, int], list[Article]]:
    """The same articles by year and month of their date, newest first."""
    months: dict[tuple[int, int], list[Article]] = {}
    for article in articles:
        months.setdefault((article.date.year, article.date.month), []).append(article)
    return months
