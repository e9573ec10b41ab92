"""The front page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import msgspec

from associations.links import Links
from associations.model import Article
from associations.pages import parts, structured
from associations.pages.lists import last_update
from associations.pages.planned import Planned
from associations.pages.register import at_a_glance
from associations.site import Site
from associations.views import FeedLink, HomeView, Lead, Link, NotFoundView
from messages import texts
from vietnamese.dates import short_date, weekday
from vietnamese.numbers import group_digits

NEWEST = 6


def pages(site: Site) -> Iterator[Planned]:
    """The front page, and the page for addresses that do not exist."""
    updated = last_update(site, _shown(site))
    yield Planned(site.addresses.of("HOME_URL"), "home.html", partial(_view, site), updated=updated)
    yield Planned(site.addresses.of("NOT_FOUND_URL"), "not_found.html", partial(_not_found, site), indexed=False)


def _view(site: Site, links: Links) -> HomeView:
    union = site.registry.union
    description = union.body.opening or texts.HOME_DESCRIPTION.format(union=union.name)
    head = parts.head(site, union.name, description, site.addresses.of("HOME_URL"), "HOME_URL")
    head = msgspec.structs.replace(head, title=union.name, crumbs=(), feeds=_feeds(site))
    lead = lead_article(site)
    return HomeView(
        head=structured.home(site, head, parts.picture(site, links, union.logo)),
        lead=_lead(site, links, lead) if lead else None,
        newest=tuple(parts.teaser(site, links, article) for article in newest(site, lead)),
        themes=tuple(parts.teaser(site, links, article, slug) for slug, article in _themes(site)),
        register=at_a_glance(site),
        archives=Link(texts.ALL_ARTICLES, site.href("ARCHIVES_URL")),
        activities=Link(
            texts.COUNTED_ACTIVITIES.format(count=len(site.registry.activities)), site.href("ACTIVITIES_URL")
        ),
        matrix=Link(texts.MATRIX, site.href("MATRIX_URL")) if site.has_matrix else None,
    )


def _feeds(site: Site) -> tuple[FeedLink, ...]:
    """The site's feeds but the first, which stands on every page."""
    return parts.feed_links(site, site.addresses.of("HOME_URL"), site.registry.union.short_name)[1:]


def _shown(site: Site) -> Iterator[Article]:
    """Every article that stands on the front page."""
    lead = lead_article(site)
    if lead:
        yield lead
    yield from newest(site, lead)
    yield from (article for _, article in _themes(site))


def lead_article(site: Site) -> Article | None:
    """The newest of those marked `lead`, else the newest of all."""
    articles = site.archive.articles
    return next((article for article in articles if article.lead), articles[0] if articles else None)


def newest(site: Site, lead: Article | None) -> list[Article]:
    """The newest articles without the lead, pinned ones first."""
    now = site.visibility.now
    articles = [article for article in site.archive.articles if article is not lead]
    pinned = [article for article in articles if article.pin_until and article.pin_until > now]
    return [*pinned, *(article for article in articles if article not in pinned)][:NEWEST]


def _lead(site: Site, links: Links, article: Article) -> Lead:
    return Lead(
        parts.teaser(site, links, article),
        f"{weekday(article.date)}, {short_date(article.date)}",
        group_digits(article.views_base) if article.views_base is not None else "",
    )


def _themes(site: Site) -> Iterator[tuple[str, Article]]:
    """The newest article of each activity, by its slug; one that stands for another already gives way to the next."""
    shown: set[str] = set()
    for slug in site.registry.activities:
        articles = site.archive.by_activity.get(slug)
        if articles:
            article = next((a for a in articles if a.slug not in shown), articles[0])
            shown.add(article.slug)
            yield slug, article


def _not_found(site: Site, links: Links) -> NotFoundView:
    head = parts.head(
        site, texts.NOT_FOUND, texts.NOT_FOUND_DESCRIPTION, site.addresses.of("NOT_FOUND_URL"), noindex=True
    )
    articles = site.archive.articles[:NEWEST]
    return NotFoundView(head, tuple(parts.teaser(site, links, article) for article in articles))
