"""What stood elsewhere once: every former address and the present page that it leads to, in one step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import unquote

from associations.addresses import as_folder, file_of
from associations.model import Record
from associations.pages.planned import Planned
from associations.site import Site


def moved(site: Site, pages: Sequence[Planned]) -> dict[str, Planned]:
    """Former addresses (decoded, a folder's with its slash), each with its present page.

    What lies below a moved association or activity moved with it, and so did the address of each association in a
    moved activity. Such a derived address is none where something else stands today, or an editor gave it to another.
    """
    at = {page.address: page for page in pages}
    given = {
        former: at[site.address(record)]
        for record in shown(site)
        for former in former_addresses(record)
        if site.address(record) in at
    }
    in_use = {file_of(address).casefold() for address in (*at, *given)}
    return {a: page for a, page in _derived(site, at) if file_of(a).casefold() not in in_use} | given


def former_addresses(record: Record) -> list[str]:
    """As they are asked for: decoded, and a folder's with its slash; empty ones, which were reported, left out."""
    return [as_folder(unquote(address)) for address in record.former_addresses if address]


def shown(site: Site) -> Iterator[Record]:
    """The records whose pages this build makes."""
    registry = site.registry
    yield from registry.organisations.values()
    yield from registry.activities.values()
    yield from registry.pages.values()
    yield from registry.documents.values()
    yield from site.with_pages


def _derived(site: Site, at: Mapping[str, Planned]) -> Iterator[tuple[str, Planned]]:
    registry = site.registry
    pairs = dict(_moved(list(at.items()), _pair_moves(site)))
    yield from pairs.items()
    below = [*at.items(), *pairs.items()]
    for record in (*registry.organisations.values(), *registry.activities.values()):
        folders = [former for former in former_addresses(record) if former.endswith("/")]
        yield from _moved(below, [(former, site.address(record)) for former in folders])


def _pair_moves(site: Site) -> Iterator[tuple[str, str]]:
    """Former and present address of each association in an activity whose own address named it otherwise."""
    name = "ASSOCIATION_ACTIVITY_URL"
    for body, activity, _ in site.pairs():
        present = site.addresses.of(name, slug=body.slug, activity=activity.slug)
        for former in former_addresses(activity):
            old = site.addresses.slug_of("ACTIVITY_URL", former)
            if old:
                yield site.addresses.of(name, slug=body.slug, activity=old), present


def _moved(pages: Sequence[tuple[str, Planned]], moves: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Planned]]:
    """Every page at or below the present address of a move, with its address before."""
    for old, new in moves:
        yield from ((old + address[len(new) :], page) for address, page in pages if address.startswith(new))
