"""The page of an association, or of the union itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import msgspec

from associations.links import Links
from associations.model import Organisation, Union
from associations.pages import history, parts, structured
from associations.pages.lists import Listed, bare_part, bare_updated, list_head, numbered_pages, year_choices
from associations.pages.planned import Planned
from associations.site import Site
from associations.views import ActivityRef, AssociationView, Contact, Link, Officer
from messages import texts


def pages(site: Site) -> Iterator[Planned]:
    """A page for every association and the union, with the further pages of its list."""
    for body in site.registry.organisations.values():
        listed = _listed(site, body)
        make = partial(_view, site, body=body, listed=listed)
        yield Planned(listed.address, "association.html", make, body.path, bare_updated(site, listed))
        yield from numbered_pages(site, listed)


def _listed(site: Site, body: Organisation) -> Listed:
    return Listed(
        address=site.address(body),
        title=body.short_name,
        description=body.body.opening or texts.ASSOCIATION_DESCRIPTION.format(name=body.name),
        section="ASSOCIATIONS_URL",
        crumbs=(parts.crumb(site, texts.ASSOCIATIONS, "ASSOCIATIONS_URL"),),
        articles=site.archive.by_association.get(body.slug, []),
        about=(body,),
        feeds=parts.feed_links(site, site.address(body), body.short_name),
    )


def _view(site: Site, links: Links, body: Organisation, listed: Listed) -> AssociationView:
    union = body if isinstance(body, Union) else None
    head = list_head(site, listed, body.name)
    logo = parts.picture(site, links, body.logo)
    return AssociationView(
        head=structured.organisation(site, body, head, logo),
        name=body.name,
        acronym=body.acronym,
        is_union=union is not None,
        status=history.status(site, body),
        description_html=parts.body_html(site, links, body),
        history=history.sentences(site, body),
        successors=history.successors(site, body),
        forerunners=history.forerunners(site, body),
        officers=tuple(Officer(o.name, o.role, parts.span(o.since, o.until), o.source) for o in body.officers),
        contact=contact(body),
        logo=logo,
        parent=_parent(union) if union else parts.body_link(site, site.registry.union),
        source=body.source,
        activities=_activities(site, body),
        years=year_choices(site, listed.articles, "ASSOCIATION_YEAR_URL", slug=body.slug),
        list=bare_part(site, links, listed),
    )


def _parent(union: Union) -> Link | None:
    return Link(union.parent.name, union.parent.website) if union.parent else None


def contact(body: Organisation) -> Contact | None:
    """What is known of how to reach a body."""
    known = body.contact
    return Contact(known.address, known.phone, known.email, known.website) if known else None


def _activities(site: Site, body: Organisation) -> tuple[tuple[ActivityRef, int], ...]:
    """The activities of a body, each with the address of the two together and its count."""
    found = []
    for slug in site.registry.activities:
        count = len(site.archive.by_pair.get((body.slug, slug), ()))
        if count:
            url = site.href("ASSOCIATION_ACTIVITY_URL", slug=body.slug, activity=slug)
            found.append((msgspec.structs.replace(parts.activity_ref(site, slug), url=url), count))
    return tuple(found)
