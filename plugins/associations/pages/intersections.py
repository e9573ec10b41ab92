"""The intersections: association × activity, × year, both, and activity × year, where there is an article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import msgspec

from associations.archive import by_year
from associations.model import Activity, Article, Organisation
from associations.pages import parts
from associations.pages.lists import Listed, facets, list_page, numbered_pages, year_choices
from associations.pages.planned import Planned
from associations.site import Site
from associations.views import Counted, Facet, Link
from messages import texts


def pages(site: Site) -> Iterator[Planned]:
    """Every intersection, with its numbered pages."""
    for listed in _lists(site):
        yield list_page(site, listed)
        yield from numbered_pages(site, listed)


def _lists(site: Site) -> Iterator[Listed]:
    for body in site.registry.organisations.values():
        articles = site.archive.by_association.get(body.slug, [])
        yield from _association_years(site, body, articles)
        for activity in site.registry.activities:
            pair = site.archive.by_pair.get((body.slug, activity), [])
            if pair:
                yield from _pairs(site, body, activity, pair)
    for activity in site.registry.activities:
        yield from _activity_years(site, activity, site.archive.by_activity.get(activity, []))


def _association_years(site: Site, body: Organisation, articles: list[Article]) -> Iterator[Listed]:
    link = parts.body_link(site, body)
    for year, group in by_year(articles).items():
        yield _listed(
            site,
            site.addresses.year("ASSOCIATION_YEAR_URL", year, slug=body.slug),
            texts.IN_YEAR.format(title=body.short_name, year=year),
            "ASSOCIATIONS_URL",
            (link,),
            group,
            facets(
                (texts.BY_ACTIVITY, partial(activity_choices, site, body, group, year)),
                (texts.BY_YEAR, partial(year_choices, site, articles, "ASSOCIATION_YEAR_URL", year, slug=body.slug)),
            ),
            about=(body,),
        )


def _pairs(site: Site, body: Organisation, activity: str, articles: list[Article]) -> Iterator[Listed]:
    ref = parts.activity_ref(site, activity)
    title = texts.PAIR.format(first=body.short_name, second=ref.name)
    parents = (parts.body_link(site, body), Link(ref.name, ref.url))
    names = {"slug": body.slug, "activity": activity}
    address = site.addresses.of("ASSOCIATION_ACTIVITY_URL", **names)
    about = (body, site.registry.activities[activity])
    by_years = facets((texts.BY_YEAR, partial(_pair_years, site, articles, names)))
    listed = _listed(site, address, title, "ASSOCIATIONS_URL", parents, articles, by_years, activity, about)
    listed = msgspec.structs.replace(listed, feeds=parts.feed_links(site, address, title))
    yield listed
    every = Counted(texts.ALL_YEARS, site.addresses.href(address), len(articles))
    for year, group in by_year(articles).items():
        yield msgspec.structs.replace(
            listed,
            address=site.addresses.year("ASSOCIATION_ACTIVITY_YEAR_URL", year, **names),
            title=texts.IN_YEAR.format(title=title, year=year),
            crumbs=(*listed.crumbs, Link(ref.name, site.addresses.href(address))),
            articles=group,
            facets=facets((texts.BY_YEAR, partial(_pair_years, site, articles, names, year, (every,)))),
        )


def _pair_years(
    site: Site, articles: list[Article], names: dict[str, str], current: int = 0, first: tuple[Counted, ...] = ()
) -> tuple[Counted, ...]:
    return (*first, *year_choices(site, articles, "ASSOCIATION_ACTIVITY_YEAR_URL", current, **names))


def _activity_years(site: Site, activity: str, articles: list[Article]) -> Iterator[Listed]:
    ref = parts.activity_ref(site, activity)
    for year, group in by_year(articles).items():
        yield _listed(
            site,
            site.addresses.year("ACTIVITY_YEAR_URL", year, slug=activity),
            texts.IN_YEAR.format(title=ref.name, year=year),
            "ACTIVITIES_URL",
            (Link(ref.name, ref.url),),
            group,
            facets(
                (texts.BY_ASSOCIATION, partial(association_choices, site, activity, group, year)),
                (texts.BY_YEAR, partial(year_choices, site, articles, "ACTIVITY_YEAR_URL", year, slug=activity)),
            ),
            activity,
            (site.registry.activities[activity],),
        )


def _listed(
    site: Site,
    address: str,
    title: str,
    section: str,
    parents: tuple[Link, ...],
    articles: list[Article],
    choices: Callable[[], tuple[Facet, ...]],
    activity: str = "",
    about: tuple[Organisation | Activity, ...] = (),
) -> Listed:
    label = texts.ASSOCIATIONS if section == "ASSOCIATIONS_URL" else texts.ACTIVITIES
    description = texts.LIST_DESCRIPTION.format(title=title, union=site.registry.union.name)
    crumbs = (parts.crumb(site, label, section), parents[0])
    return Listed(address, title, description, section, crumbs, articles, activity, choices, parents, about)


def activity_choices(site: Site, body: Organisation, articles: list[Article], year: int) -> tuple[Counted, ...]:
    """The activities of one body in one year, each with the address of the three together."""
    return tuple(
        _choice(site, site.registry.activities[activity].name, count, year, slug=body.slug, activity=activity)
        for activity in site.registry.activities
        if (count := sum(activity in article.activities for article in articles))
    )


def association_choices(site: Site, activity: str, articles: list[Article], year: int) -> tuple[Counted, ...]:
    """The bodies that worked in one activity in one year."""
    return tuple(
        _choice(site, body.short_name, count, year, slug=body.slug, activity=activity)
        for body in site.registry.organisations.values()
        if (count := sum(body.slug in article.associations for article in articles))
    )


def _choice(site: Site, label: str, count: int, year: int, **names: str) -> Counted:
    address = site.addresses.year("ASSOCIATION_ACTIVITY_YEAR_URL", year, **names)
    return Counted(label, site.addresses.href(address), count)
