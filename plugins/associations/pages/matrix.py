"""The matrix: associations × activities with counts of distinct articles, over all years and in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from associations.archive import by_year
from associations.links import Links
from associations.model import Article, Organisation
from associations.pages import parts, structured
from associations.pages.lists import year_choices
from associations.pages.planned import Planned
from associations.site import Site
from associations.views import Cell, Counted, MatrixRow, MatrixView
from messages import texts

HEAT_FROM = (1, 2, 4, 8)  # the counts at which a cell's heat begins: 1, 2–3, 4–7, 8 and more


def pages(site: Site) -> Iterator[Planned]:
    """The matrix of all years and those of each year, where there is anything to cross."""
    if not site.has_matrix:
        return
    yield Planned(site.addresses.of("MATRIX_URL"), "matrix.html", partial(_view, site, year=0))
    for year in by_year(site.archive.articles):
        address = site.addresses.year("MATRIX_YEAR_URL", year)
        yield Planned(address, "matrix.html", partial(_view, site, year=year))


def _view(site: Site, links: Links, year: int) -> MatrixView:
    articles = [a for a in site.archive.articles if not year or a.date.year == year]
    of_members = [a for a in articles if any(slug in site.registry.associations for slug in a.associations)]
    title = texts.MATRIX_YEAR.format(year=year) if year else texts.MATRIX
    address = site.addresses.year("MATRIX_YEAR_URL", year) if year else site.addresses.of("MATRIX_URL")
    crumbs = (parts.crumb(site, texts.MATRIX, "MATRIX_URL"),) if year else ()
    columns = tuple(parts.activity_ref(site, slug) for slug in site.registry.activities)
    rows = [_row(site, body, articles, year) for body in site.registry.associations.values()]
    former = {site.href("ASSOCIATION_URL", slug=body.slug) for body in site.former}
    head = parts.head(site, title, texts.MATRIX_DESCRIPTION, address, "MATRIX_URL", crumbs)
    return MatrixView(
        head=structured.collection(site, head, title),
        title=title,
        years=_years(site, year),
        columns=columns,
        rows=tuple(row for row in rows if row.total.count or row.association.url not in former),
        totals=tuple(
            _cell(_with_activity(of_members, slug), _column_address(site, slug, year))
            for slug in site.registry.activities
        ),
        grand=_cell(of_members, _all_address(site, year)),
        union=_row(site, site.registry.union, articles, year),
    )


def _cell(articles: Sequence[Article], url: str) -> Cell:
    count = len(articles)
    return Cell(count, url if count else "", sum(count >= start for start in HEAT_FROM))


def _row(site: Site, body: Organisation, articles: Sequence[Article], year: int) -> MatrixRow:
    own = [article for article in articles if body.slug in article.associations]
    setting = "ASSOCIATION_YEAR_URL" if year else "ASSOCIATION_URL"
    return MatrixRow(
        association=parts.body_link(site, body),
        cells=tuple(
            _cell(_with_activity(own, slug), _pair_address(site, body.slug, slug, year))
            for slug in site.registry.activities
        ),
        total=_cell(own, site.addresses.href(site.addresses.year(setting, year or 1, slug=body.slug))),
    )


def _with_activity(articles: Sequence[Article], activity: str) -> list[Article]:
    return [article for article in articles if activity in article.activities]


def _pair_address(site: Site, association: str, activity: str, year: int) -> str:
    if year:
        address = site.addresses.year("ASSOCIATION_ACTIVITY_YEAR_URL", year, slug=association, activity=activity)
    else:
        address = site.addresses.of("ASSOCIATION_ACTIVITY_URL", slug=association, activity=activity)
    return site.addresses.href(address)


def _column_address(site: Site, activity: str, year: int) -> str:
    if year:
        return site.addresses.href(site.addresses.year("ACTIVITY_YEAR_URL", year, slug=activity))
    return site.href("ACTIVITY_URL", slug=activity)


def _all_address(site: Site, year: int) -> str:
    if year:
        return site.addresses.href(site.addresses.year("YEAR_ARCHIVE_URL", year))
    return site.href("ARCHIVES_URL")


def _years(site: Site, current: int) -> tuple[Counted, ...]:
    articles = site.archive.articles
    every = Counted(texts.ALL_YEARS, site.href("MATRIX_URL"), len(articles), not current)
    return (every, *year_choices(site, articles, "MATRIX_YEAR_URL", current))
