"""The list of associations, and the register in short that the front page shows too."""

from __future__ import annotations

from collections.abc import Iterator

from associations.links import Links
from associations.model import Organisation
from associations.pages import parts, structured
from associations.pages.planned import Planned
from associations.site import Site
from associations.views import AssociationsView, AtAGlance, Counted, Stated, View
from messages import texts
from vietnamese.dates import partial_date_label, partial_end


def pages(site: Site) -> Iterator[Planned]:
    """The index of the associations."""
    address = site.addresses.of("ASSOCIATIONS_URL")

    def make(links: Links) -> View:
        description = texts.ASSOCIATIONS_DESCRIPTION.format(union=site.registry.union.name)
        head = parts.head(site, texts.ASSOCIATIONS, description, address, "ASSOCIATIONS_URL")
        head = structured.collection(site, head, texts.ASSOCIATIONS)
        return AssociationsView(head, texts.ASSOCIATIONS, at_a_glance(site))

    yield Planned(address, "associations.html", make)


def at_a_glance(site: Site) -> AtAGlance:
    """Every association with its number of articles."""
    return AtAGlance(
        members=tuple(_counted(site, body) for body in site.members),
        former=tuple(_counted(site, body) for body in site.former),
        union=_counted(site, site.registry.union),
        stated=_stated(site),
    )


def _counted(site: Site, body: Organisation) -> Counted:
    link = parts.body_link(site, body)
    return Counted(link.label, link.url, site.count(body), note=body.name if body.name != body.short_name else "")


def _stated(site: Site) -> Stated | None:
    """The newest of the numbers that sources state."""
    stated = max(site.registry.union.stated_members, key=lambda s: partial_end(s.date), default=None)
    return Stated(stated.count, partial_date_label(stated.date), stated.source) if stated else None
