"""The feeds: the newest articles, complete, of the site, each body, each activity and each body in an activity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import msgspec

from associations.links import Links
from associations.media_types import media_type
from associations.model import Article, Record
from associations.pages import parts
from associations.pages.feed_content import content_html
from associations.pages.planned import Planned
from associations.site import Site
from associations.views import FeedView
from messages import texts
from outputs.feed import Enclosure, Entry, Feed, Tag
from vietnamese.dates import in_vietnam

NEWEST = 20
DEFAULT_YEAR = 2020  # of the tag: ids, where union.md names no feed_authority
FORMATS = (("ATOM_URL", "atom.xml"), ("JSON_FEED_URL", "feed.json"))


class Source(msgspec.Struct, frozen=True):
    """What is followed: where its page stands, where that stood first, and its articles, newest first."""

    address: str
    first_address: str
    title: str
    description: str
    articles: Sequence[Article]


def pages(site: Site) -> Iterator[Planned]:
    """An Atom and a JSON feed for each source, in a published build: ids and addresses need a host."""
    if not site.visibility.publish:
        return
    entries = Entries(site)
    for source in _sources(site):
        for setting, template in FORMATS:
            address = site.addresses.feed(setting, source.address)
            yield Planned(address, template, partial(_feed, site, entries, source=source), indexed=False)


def _sources(site: Site) -> Iterator[Source]:
    union, registry, archive = site.registry.union, site.registry, site.archive
    home = site.addresses.of("HOME_URL")
    yield Source(home, home, union.name, texts.HOME_DESCRIPTION.format(union=union.name), archive.articles)
    for body in registry.organisations.values():
        of_body = archive.by_association.get(body.slug, ())
        yield _source(site, body, body.name, texts.ASSOCIATION_DESCRIPTION.format(name=body.name), of_body)
    for activity in registry.activities.values():
        of_activity = archive.by_activity.get(activity.slug, ())
        description = texts.ACTIVITY_DESCRIPTION.format(name=activity.name)
        yield _source(site, activity, activity.name, description, of_activity)
    for body, activity, articles in site.pairs():
        title = texts.PAIR.format(first=body.short_name, second=activity.name)
        yield Source(
            site.addresses.of("ASSOCIATION_ACTIVITY_URL", slug=body.slug, activity=activity.slug),
            _first_address(site, body) + _first_address(site, activity).lstrip("/"),
            title,
            texts.LIST_DESCRIPTION.format(title=title, union=union.name),
            articles,
        )


def _source(site: Site, record: Record, title: str, description: str, articles: Sequence[Article]) -> Source:
    return Source(site.address(record), _first_address(site, record), title, description, articles)


def _first_address(site: Site, record: Record) -> str:
    """Where a record's page stood first: that never changes, whatever it is called later."""
    return record.former_addresses[0] if record.former_addresses else site.address(record)


def _tag(site: Site, first_address: str) -> str:
    """A tag: URI (RFC 4151)."""
    authority = site.registry.union.feed_authority or f"{site.addresses.host},{DEFAULT_YEAR}"
    return f"tag:{authority}:{first_address}"


def _feed(site: Site, entries: Entries, links: Links, source: Source) -> FeedView:
    addresses = site.addresses
    atom, json = (addresses.canonical(addresses.feed(setting, source.address)) for setting, _ in FORMATS)
    feed = Feed(
        id=_tag(site, source.first_address),
        title=source.title,
        subtitle=source.description,
        language=site.language,
        url=addresses.canonical(source.address),
        atom_url=atom,
        json_url=json,
        author=site.registry.union.name,
        entries=tuple(entries.of(links, article) for article in source.articles[:NEWEST]),
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
        updated=in_vietnam(article.updated),
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
