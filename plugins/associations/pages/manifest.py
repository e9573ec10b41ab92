"""The file that a phone reads when a reader puts the site on its home screen."""

from __future__ import annotations

from collections.abc import Iterator

from associations.links import Links
from associations.pages.planned import Planned
from associations.site import Site
from associations.views import View

MANIFEST = "/site.webmanifest"


def pages(site: Site) -> Iterator[Planned]:
    """Of a published build only. Colours and icons are the theme's, so it is a template, filled from the shell."""
    if site.visibility.publish:
        yield Planned(MANIFEST, "site.webmanifest", _nothing, indexed=False)


def _nothing(links: Links) -> View:
    return View()
