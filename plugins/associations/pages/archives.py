"""The archives: all articles, those of a year, those of a month."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from associations.archive import by_month, by_year
from associations.model import Article
from associations.pages import parts
from associations.pages.lists import Listed, facets, list_page, numbered_pages, year_choices
from associations.pages.planned import Planned
from associations.site import Site
from associations.views import Counted, Facet, Link
from messages import texts
from vietnamese.dates import month_label


def pages(site: Site) -> Iterator[Planned]:
    """Every archive, with its numbered pages."""
    for listed in _lists(site):
        yield list_page(site, listed)
        yield from numbered_pages(site, listed)


def _lists(site: Site) -> Iterator[Listed]:
    union = site.registry.union.name
    articles = site.archive.articles
    years = (texts.BY_YEAR, partial(year_choices, site, articles, "YEAR_ARCHIVE_URL"))
    yield Listed(
        address=site.addresses.of("ARCHIVES_URL"),
        title=texts.ARCHIVES,
        description=texts.ARCHIVES_DESCRIPTION.format(union=union),
        section="ARCHIVES_URL",
        crumbs=(),
        articles=articles,
        facets=facets(years),
    )
    top = (parts.crumb(site, texts.ARCHIVES, "ARCHIVES_URL"),)
    for year, of_year in by_year(articles).items():
        title = texts.YEAR_ARCHIVE.format(year=year)
        address = site.addresses.year("YEAR_ARCHIVE_URL", year)
        others = (texts.BY_YEAR, partial(year_choices, site, articles, "YEAR_ARCHIVE_URL", year))
        months = (texts.BY_MONTH, partial(_months, site, of_year))
        yield _archive(site, address, title, top, of_year, facets(months, others))
        in_year = (*top, Link(str(year), site.addresses.href(address)))
        for (_, month), of_month in by_month(of_year).items():
            title = texts.MONTH_ARCHIVE.format(month=month, year=year)
            place = _month_address(site, year, month)
            choices = facets((texts.BY_MONTH, partial(_months, site, of_year, month)))
            yield _archive(site, place, title, in_year, of_month, choices)


def _archive(
    site: Site,
    address: str,
    title: str,
    crumbs: tuple[Link, ...],
    articles: list[Article],
    choices: Callable[[], tuple[Facet, ...]],
) -> Listed:
    description = texts.LIST_DESCRIPTION.format(title=title, union=site.registry.union.name)
    return Listed(address, title, description, "ARCHIVES_URL", crumbs, articles, facets=choices)


def _month_address(site: Site, year: int, month: int) -> str:
    return site.addresses.of("MONTH_ARCHIVE_URL", date=date(year, month, 1))


def _months(site: Site, articles: list[Article], current: int = 0) -> tuple[Counted, ...]:
    return tuple(
        Counted(
            month_label(year, month),
            site.addresses.href(_month_address(site, year, month)),
            len(group),
            month == current,
        )
        for (year, month), group in by_month(articles).items()
    )
