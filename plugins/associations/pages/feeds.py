"""The feeds: the newest articles, complete, of the site, each body, each activity and each body in an activity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import msgspec

from associations.addresses import with_slash
from associations.feed_forms import ATOM, FORMS, JSON_FEED
from associations.links import Links
from associations.media_types import media_type
from associations.model import Article, Record
from associations.pages import parts
from associations.pages.feed_content import content_html
from associations.pages.keys import article_key
from associations.pages.planned import Planned
from associations.site import Site
from associations.views import FeedView
from messages import texts
from outputs.feed import Enclosure, Entry, Feed, Tag
from vietnamese.dates import in_vietnam

NEWEST = 20
DEFAULT_YEAR = 2020  # of the tag: ids, where union.md names no feed_authority
PAIRED = "+"  # between two first addresses, neither of which can have it


class Followed(msgspec.Struct, frozen=True):
    """What is followed: where its page stands, where that stood first, and its articles, newest first."""

    address: str
    first_address: str
    title: str
    description: str
    articles: Sequence[Article]


def pages(site: Site) -> Iterator[Planned]:
    """An Atom and a JSON feed for each, in a published build: ids and addresses need a host."""
    if not site.visibility.publish:
        return
    entries = Entries(site)
    for followed in _followed(site):
        for form in FORMS:
            address = site.addresses.feed(form.setting, followed.address)
            view = partial(_feed, site, entries, followed=followed)
            depends = partial(_depends, site, followed=followed)
            yield Planned(address, form.template, view, indexed=False, depends=depends)


def addresses(site: Site) -> dict[str, str]:
    """The address of every feed that a published build of these articles would have, each with that of its page."""
    return {
        site.addresses.feed(form.setting, followed.address): followed.address
        for followed in _followed(site)
        for form in FORMS
    }


def _followed(site: Site) -> Iterator[Followed]:
    union, registry, archive = site.registry.union, site.registry, site.archive
    home = site.addresses.of("HOME_URL")
    yield Followed(home, home, union.name, texts.HOME_DESCRIPTION.format(union=union.name), archive.articles)
    for body in registry.organisations.values():
        of_body = archive.by_association.get(body.slug, ())
        yield _profile(site, body, body.name, texts.ASSOCIATION_DESCRIPTION.format(name=body.name), of_body)
    for activity in registry.activities.values():
        of_activity = archive.by_activity.get(activity.slug, ())
        description = texts.ACTIVITY_DESCRIPTION.format(name=activity.name)
        yield _profile(site, activity, activity.name, description, of_activity)
    for body, activity, articles in site.pairs():
        title = texts.PAIR.format(first=body.short_name, second=activity.name)
        yield Followed(
            site.addresses.of("ASSOCIATION_ACTIVITY_URL", slug=body.slug, activity=activity.slug),
            PAIRED.join((_first_address(site, body), _first_address(site, activity))),
            title,
            texts.LIST_DESCRIPTION.format(title=title, union=union.name),
            articles,
        )


def _profile(site: Site, record: Record, title: str, description: str, articles: Sequence[Article]) -> Followed:
    return Followed(site.address(record), _first_address(site, record), title, description, articles)


def _first_address(site: Site, record: Record) -> str:
    """Where a record's page stood first: that never changes, whatever it is called later."""
    return with_slash(record.former_addresses[0]) if record.former_addresses else site.address(record)


def _tag(site: Site, first_address: str) -> str:
    """A tag: URI (RFC 4151)."""
    authority = site.registry.union.feed_authority or f"{site.addresses.host},{DEFAULT_YEAR}"
    return f"tag:{authority}:{first_address}"


def _depends(site: Site, links: Links, followed: Followed) -> object:
    return followed.address, [article_key(site, links, article) for article in followed.articles[:NEWEST]]


def _feed(site: Site, entries: Entries, links: Links, followed: Followed) -> FeedView:
    canonical, address = site.addresses.canonical, followed.address
    feed = Feed(
        id=_tag(site, followed.first_address),
        title=followed.title,
        subtitle=followed.description,
        language=site.language,
        url=canonical(address),
        atom_url=canonical(site.addresses.feed(ATOM.setting, address)),
        json_url=canonical(site.addresses.feed(JSON_FEED.setting, address)),
        author=site.registry.union.name,
        icon=site.addresses.absolute(site.icon),
        entries=tuple(entries.of(links, article) for article in followed.articles[:NEWEST]),
    )
    return FeedView(feed)


class Entries:
    """The entries of one build: an article stands in many feeds and is made once."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._made: dict[str, Entry] = {}

    def of(self, links: Links, article: Article) -> Entry:
        if article.slug not in self._made:
            self._made[article.slug] = _entry(self._site, links, article)
        return self._made[article.slug]


def _entry(site: Site, links: Links, article: Article) -> Entry:
    image = parts.media(site, links, article.image.src, "image") if article.image else ""
    return Entry(
        id=_tag(site, _first_address(site, article)),
        url=site.addresses.canonical(site.address(article)),
        title=article.title,
        published=in_vietnam(article.date),
        updated=in_vietnam(site.updated(article)),
        summary=article.summary,
        content_html=content_html(site, links, article),
        authors=(article.author or site.registry.union.short_name,),
        tags=_tags(site, article),
        image=site.addresses.absolute(image),
        enclosures=tuple(_enclosures(site, links, article)),
    )


def _tags(site: Site, article: Article) -> tuple[Tag, ...]:
    """Its bodies and activities, told apart by the address of the list that they stand in."""
    bodies = site.addresses.canonical(site.addresses.of("ASSOCIATIONS_URL"))
    activities = site.addresses.canonical(site.addresses.of("ACTIVITIES_URL"))
    registry = site.registry
    return (
        *(Tag(slug, registry.organisations[slug].short_name, bodies) for slug in article.associations),
        *(Tag(slug, registry.activities[slug].name, activities) for slug in article.activities),
    )


def _enclosures(site: Site, links: Links, article: Article) -> Iterator[Enclosure]:
    for file in article.attachments:
        found = links.library.find(file.src, "link")
        url = site.addresses.canonical(found.address or "")
        yield Enclosure(url, media_type(found.media), links.library.size(found.media), file.title)
