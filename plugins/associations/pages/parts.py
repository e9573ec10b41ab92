"""Parts that many pages show: heads, crumbs, links to bodies and activities, teasers, pictures, body text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, time
from html import escape
from zlib import crc32

from associations.feed_forms import FORMS
from associations.links import Links
from associations.model import Activity, Article, Organisation, Picture, Record
from associations.schema import PIGMENTS
from associations.site import Site
from associations.views import ActivityRef, FeedLink, Head, Link, Teaser
from associations.views import Picture as PictureView
from messages import texts
from vietnamese.dates import long_date, partial_date_label, short_date, weekday

NEUTRAL_MARK = "trung-tinh"
DESCRIPTION_LENGTH = 200
REFERENCE = re.compile(r'(?P<name>href|src)="ref:(?P<number>[0-9]+)"')
REFERENCE_LINK = re.compile(
    r'<a\b(?P<attributes>[^>]*?href="ref:(?P<number>[0-9]+)"[^>]*)>(?P<text>.*?)</a>', re.DOTALL
)


def head(
    site: Site,
    title: str,
    description: str,
    address: str,
    section: str = "",
    crumbs: Iterable[Link] = (),
    noindex: bool = False,
    feeds: tuple[FeedLink, ...] = (),
) -> Head:
    """`section` is the setting of the navigation's entry that this page belongs to."""
    name = site.registry.union.short_name
    return Head(
        title=texts.PAGE_TITLE.format(title=title, site=name),
        description=shortened(description, DESCRIPTION_LENGTH),
        canonical=site.addresses.canonical(address),
        section=site.href(section) if section else "",
        crumbs=(Link(texts.HOME, site.href("HOME_URL")), *crumbs),
        noindex=noindex,
        feeds=feeds,
    )


def feed_links(site: Site, address: str, title: str) -> tuple[FeedLink, ...]:
    """The feeds of what stands at `address`: a published build has them."""
    if not site.visibility.publish:
        return ()
    addresses = site.addresses
    return tuple(
        FeedLink(
            texts.FEED.format(title=title, form=form.name),
            addresses.href(addresses.feed(form.setting, address)),
            form.kind,
        )
        for form in FORMS
    )


def crumb(site: Site, label: str, setting: str, **values: object) -> Link:
    return Link(label, site.href(setting, **values))


def shortened(text: str, length: int) -> str:
    """The text, or its first words with an ellipsis, on one line."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def activity_ref(site: Site, slug: str) -> ActivityRef:
    activity = site.registry.activities[slug]
    return ActivityRef(activity.name, site.href("ACTIVITY_URL", slug=slug), mark(site, activity), pigment(activity))


def mark(site: Site, activity: Activity) -> str:
    """The profile's drawing, where the theme has it; the checks have warned where it has not."""
    return activity.mark if activity.mark in site.marks else NEUTRAL_MARK


def pigment(activity: Activity) -> str:
    """The profile's colour, or one that follows from the slug, the same on every machine."""
    return activity.pigment or PIGMENTS[crc32(activity.slug.encode()) % len(PIGMENTS)]


def body_link(site: Site, body: Organisation, label: str = "") -> Link:
    return Link(label or body.short_name, site.href("ASSOCIATION_URL", slug=body.slug))


def names_on_date(site: Site, article: Article) -> list[Link]:
    """The bodies of an article under the names they had on its date."""
    bodies = [site.registry.organisations[slug] for slug in article.associations]
    return [body_link(site, body, body.name_on(article.date.date())) for body in bodies]


def by(site: Site, article: Article) -> str:
    """The article's bodies in a few words: two names, or the first and how many others."""
    names = [link.label for link in names_on_date(site, article)]
    if len(names) <= 2:
        return texts.AND.join(names)
    return texts.AND_OTHERS.format(names=names[0], count=len(names) - 1)


def teaser(site: Site, links: Links, article: Article, activity: str = "") -> Teaser:
    """`activity` is the one under which the article is shown; by itself, its first."""
    activity = activity or article.activities[0]
    made = site.teasers.get((article.slug, activity))
    if made is None:
        made = site.teasers[article.slug, activity] = _teaser(site, links, article, activity)
    return made


def _teaser(site: Site, links: Links, article: Article, activity: str) -> Teaser:
    return Teaser(
        url=site.addresses.href(site.address(article)),
        title=article.title,
        date=moment(article.date)[0],
        date_label=short_date(article.date),
        by=by(site, article),
        activity=activity_ref(site, activity),
        summary=article.summary,
        state=site.visibility.state(article),
        image=picture(site, links, article.image),
    )


def moment(date: datetime) -> tuple[str, str]:
    """A date for `<time>` and in words; with its hour only where the editor gave one (midnight is none)."""
    if date.time() == time.min:
        return date.date().isoformat(), f"{weekday(date)}, {short_date(date)}"
    return date.isoformat(timespec="minutes"), long_date(date)


def span(since: str, until: str) -> str:
    """From when until when, in words, of partial dates; either may not be known."""
    given = ((texts.FROM, since), (texts.UNTIL, until))
    return " ".join(template.format(when=partial_date_label(date)) for template, date in given if date)


def picture(site: Site, links: Links, given: Picture | None) -> PictureView | None:
    if given is None:
        return None
    return PictureView(media(site, links, given.src, "image"), given.alt, given.caption, given.credit)


def media(site: Site, links: Links, target: str, kind: str) -> str:
    """The address of a picture or attachment; the checks have seen that it is there."""
    return site.addresses.href(links.library.find(target, kind).address or "")


def body_html(site: Site, links: Links, record: Record) -> str:
    """The body with every reference resolved; a link that leads nowhere yet leaves its text."""
    html = site.bodies.of(record).html
    if not record.body.references:
        return html
    found = [links.resolve(record, reference).address for reference in record.body.references]
    resolved = [None if address is None else site.addresses.href(address) for address in found]

    def unlinked(match: re.Match[str]) -> str:
        return match["text"] if resolved[int(match["number"])] is None else match[0]

    def addressed(match: re.Match[str]) -> str:
        return f'{match["name"]}="{escape(resolved[int(match["number"])] or "")}"'

    html = REFERENCE_LINK.sub(unlinked, html) if None in resolved else html
    return REFERENCE.sub(addressed, html)
