"""The records of the site as the types of schema.org that JSON-LD is made of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from associations.model import Activity, Article, Association, Organisation, Union
from associations.site import Site
from associations.views import Head, Picture
from outputs import json_ld
from outputs.moments import rfc3339
from vietnamese.dates import in_vietnam, parse_date_time, partial_start

# schema.org has no word for what is only planned; what says nothing goes ahead.
EVENT_STATUS = {"": "", "confirmed": "Scheduled", "postponed": "Postponed", "cancelled": "Cancelled"}


def news_article(site: Site, article: Article, head: Head, picture: Picture | None) -> json_ld.NewsArticle:
    """An article as readers see it; `date_modified` only where it was changed."""
    organisations, activities = site.registry.organisations, site.registry.activities
    updated = site.updated(article)
    return json_ld.NewsArticle(
        headline=article.title,
        url=head.canonical,
        image=absolute(site, picture),
        date_published=moment(article.date),
        date_modified=moment(updated) if updated != article.date else "",
        author=_author(site, article),
        publisher=reference(site, site.registry.union),
        about=tuple(reference(site, organisations[slug]) for slug in article.associations),
        article_section=tuple(activities[slug].name for slug in article.activities),
    )


def event(article: Article, url: str) -> json_ld.Event | None:
    """The event of an article, where it has what a calendar needs: a day that is set, and a place."""
    given = article.event
    if not given or not given.place or given.status not in EVENT_STATUS or not parse_date_time(given.start):
        return None
    status = EVENT_STATUS[given.status]
    return json_ld.Event(
        name=article.title,
        url=url,
        start_date=_day_or_moment(given.start),
        end_date=_day_or_moment(given.end),
        event_status=json_ld.EVENT_STATUS.format(status) if status else "",
        location=json_ld.Place(name=given.place, address=given.place),
    )


def organisation(
    site: Site, body: Organisation, description: str, logo: Picture | None, members: Iterable[Organisation] = ()
) -> json_ld.Organization:
    """All that is known of a body, under its present name; `members` are those of a union."""
    contact = body.contact
    others = (name for name in (body.short_name, body.acronym) if name and name != body.name)
    return json_ld.Organization(
        name=body.name,
        alternate_name=tuple(dict.fromkeys(others)),
        url=_url(site, body),
        description=description,
        logo=absolute(site, logo),
        founding_date=body.founded,
        dissolution_date=_dissolved(site, body) if isinstance(body, Association) else "",
        address=json_ld.PostalAddress(street_address=contact.address) if contact and contact.address else None,
        telephone=contact.phone if contact else "",
        email=contact.email if contact else "",
        same_as=contact.website if contact else "",
        parent_organization=_parent(site, body),
        member=tuple(reference(site, member) for member in members),
    )


def reference(site: Site, body: Organisation) -> json_ld.Organization:
    """A body that is only named: who it is, its own page says."""
    return json_ld.Organization(name=body.name, url=_url(site, body))


def website(site: Site) -> json_ld.WebSite:
    """The site of the union."""
    url = site.addresses.canonical(site.addresses.of("HOME_URL"))
    return json_ld.WebSite(name=site.registry.union.name, url=url)


def collection_page(
    site: Site, head: Head, title: str, about: Iterable[Organisation | Activity]
) -> json_ld.CollectionPage:
    """A page of the site that gathers others."""
    subjects = tuple(_subject(site, record) for record in about)
    return json_ld.CollectionPage(name=title, url=head.canonical, about=subjects, is_part_of=website(site))


def moment(naive: datetime) -> str:
    """A moment of ours with its offset."""
    return rfc3339(in_vietnam(naive))


def absolute(site: Site, picture: Picture | None) -> str:
    """The address of a picture with its host; nothing for none."""
    return site.addresses.absolute(picture.src) if picture else ""


def _url(site: Site, record: Organisation | Activity) -> str:
    return site.addresses.canonical(site.address(record))


def _author(site: Site, article: Article) -> json_ld.Person | json_ld.Organization:
    """Whoever signed, by default the union; a byline that is the name of a body means that body."""
    name = article.author
    if not name:
        return reference(site, site.registry.union)
    bodies = site.registry.organisations.values()
    signed = next((body for body in bodies if name in (body.name, body.short_name, body.acronym)), None)
    return reference(site, signed) if signed else json_ld.Person(name=name)


def _parent(site: Site, body: Organisation) -> json_ld.Organization | None:
    """The union of those that are its members now; the national body of the union."""
    if isinstance(body, Union):
        return json_ld.Organization(name=body.parent.name, url=body.parent.website) if body.parent else None
    return reference(site, site.registry.union) if body in site.members else None


def _dissolved(site: Site, body: Association) -> str:
    """When it ceased to be; who only left the union may well exist."""
    ended = body.ended
    if not ended or ended.how == "left" or partial_start(ended.date) > site.visibility.now.date():
        return ""
    return ended.date


def _day_or_moment(text: str) -> str:
    found = parse_date_time(text)
    if found is None:
        return ""
    return text if len(text) == len("2022-08-20") else moment(found)


def _subject(site: Site, record: Organisation | Activity) -> json_ld.Thing | json_ld.Organization:
    if isinstance(record, Organisation):
        return reference(site, record)
    return json_ld.Thing(name=record.name, url=_url(site, record))
