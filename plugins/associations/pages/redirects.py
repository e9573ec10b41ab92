"""The pages at former addresses, which lead on, and the list of them for hosts that answer with a redirect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from urllib.parse import quote

from associations.addresses import asked_for
from associations.links import Links
from associations.pages.moved import shown
from associations.pages.planned import Planned
from associations.site import Site
from associations.views import RedirectsView, RedirectView
from outputs.redirects import Redirect

FILE = "/_redirects"
SAFE = "/-._~"  # in a path as it is (RFC 3986, unreserved)


def pages(site: Site, moved: Mapping[str, Planned]) -> Iterator[Planned]:
    """A page for each former address; a feed is served there as it is, since whoever follows it may follow no page."""
    for address, page in moved.items():
        if page.is_html:
            yield Planned(address, "redirect.html", partial(_view, site, target=page.address), indexed=False)
        else:
            yield Planned(address, page.template, page.make, indexed=False, depends=page.depends)
    yield Planned(FILE, "_redirects", partial(_list, site, moved), indexed=False)


def _view(site: Site, links: Links, target: str) -> RedirectView:
    return RedirectView(site.addresses.canonical(target))


def _list(site: Site, moved: Mapping[str, Planned], links: Links) -> RedirectsView:
    """Each former address, and where an editor spelt it otherwise (without its slash, say) in that spelling too.

    Hosts stop reading at a limit: those that an editor gave come before those derived from them.
    """
    given: dict[str, Planned] = {}
    for record in shown(site):
        for typed in record.former_addresses:
            address = asked_for(typed)
            if address in moved:
                given |= {typed: moved[address], quote(address, safe=SAFE): moved[address]}
    every = {quote(address, safe=SAFE): page for address, page in moved.items()}
    in_order = dict(sorted(given.items())) | dict(sorted(every.items()))
    href = site.addresses.href
    return RedirectsView(
        tuple(Redirect(href(source), href(page.address)) for source, page in in_order.items() if page.is_html)
    )
