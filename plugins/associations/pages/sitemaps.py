"""What search engines read: sitemaps, the newest articles for news search, robots.txt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import partial
from itertools import takewhile

from associations.links import Links
from associations.pages.planned import Planned
from associations.site import Site
from associations.views import NewsView, RobotsView, SitemapView, View
from outputs.moments import rfc3339
from outputs.news_sitemap import NewsLocation
from outputs.sitemap import MOST, Location, split
from vietnamese.dates import in_vietnam

SITEMAP, PART, NEWS, ROBOTS = "/sitemap.xml", "/sitemap-{number}.xml", "/sitemap-news.xml", "/robots.txt"
NEWS_AGE = timedelta(days=2)  # Google's rule for news sitemaps


def pages(site: Site, planned: Sequence[Planned], most: int = MOST) -> Iterator[Planned]:
    """Of a published build only: without a host there are no addresses to give. `most` locations stand in one file."""
    if not site.visibility.publish:
        return
    parts = split([_location(site, page) for page in planned if page.indexed], most)
    if len(parts) == 1:
        yield _file(SITEMAP, "sitemap.xml", SitemapView(parts[0]))
    else:
        addresses = [PART.format(number=number) for number in range(1, len(parts) + 1)]
        for address, part in zip(addresses, parts, strict=True):
            yield _file(address, "sitemap.xml", SitemapView(part))
        index = tuple(Location(site.addresses.canonical(address)) for address in addresses)
        yield _file(SITEMAP, "sitemap-index.xml", SitemapView(index))
    yield _file(NEWS, "sitemap-news.xml", _news(site))
    sitemaps = tuple(site.addresses.canonical(address) for address in (SITEMAP, NEWS))
    yield _file(ROBOTS, "robots.txt", RobotsView(sitemaps))


def _file(address: str, template: str, view: View) -> Planned:
    return Planned(address, template, partial(_given, view), indexed=False)


def _given(view: View, links: Links) -> View:
    """What such a file says is known when it is planned."""
    return view


def _location(site: Site, page: Planned) -> Location:
    modified = rfc3339(in_vietnam(page.updated)) if page.updated else ""
    return Location(site.addresses.canonical(page.address), modified)


def _news(site: Site) -> NewsView:
    """The articles of the two days before now."""
    now = site.visibility.now
    articles = takewhile(lambda article: article.date > now - NEWS_AGE, site.archive.articles)
    return NewsView(
        site.registry.union.name,
        site.language,
        tuple(NewsLocation(site.addresses.canonical(site.address(a)), a.title, in_vietnam(a.date)) for a in articles),
    )
