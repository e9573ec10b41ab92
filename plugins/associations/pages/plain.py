"""The editor's own pages: about, contact, terms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from associations.links import Links
from associations.model import Page
from associations.pages import parts, structured
from associations.pages.planned import Planned
from associations.site import Site
from associations.views import PageView


def pages(site: Site) -> Iterator[Planned]:
    """One for each file in pages/."""
    for page in site.registry.pages.values():
        yield Planned(site.address(page), "page.html", partial(_view, site, page=page), page.path)


def _view(site: Site, links: Links, page: Page) -> PageView:
    description = page.summary or page.body.opening or page.title
    head = parts.head(site, page.title, description, site.address(page))
    head = structured.plain(site, head, page.title)
    return PageView(head, page.title, page.summary, parts.body_html(site, links, page), page.source)
