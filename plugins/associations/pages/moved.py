"""What stood elsewhere once: every former address and the present page that it leads to, in one step."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import product

from associations.addresses import asked_for, file_of
from associations.model import Article, Record
from associations.pages.planned import Planned
from associations.places import Places
from associations.site import Site

Move = tuple[str, str]  # the former and the present address of a folder


def moved(site: Site, pages: Sequence[Planned], files: Collection[str]) -> dict[str, Planned]:
    """Former addresses (decoded, a folder's with its slash), each with its present page; the given ones come first.

    What lies below a moved association or activity moved with it, and so did each list whose address names one. Such
    a derived address is none where one of the `pages` or other `files` of the output is in its way, or an editor gave
    it to another.
    """
    at = {page.address: page for page in pages}
    found = {
        former: at[site.address(record)]
        for record in shown(site)
        for former in once_at(record)
        if site.address(record) in at
    }
    derived = list(_derived(site, at))
    places = Places({file_of(address): address for address in (*at, *found, *files)} if derived else {})
    for address, page in derived:
        if not places.in_the_way(file_of(address)):
            places.add(file_of(address), address)
            found[address] = page
    return found


def once_at(record: Record) -> list[str]:
    """Its former addresses as they are asked for; empty ones, which were reported, left out."""
    return [asked_for(address) for address in record.former_addresses if address]


def shown(site: Site) -> Iterator[Record]:
    """The records whose pages this build makes."""
    registry = site.registry
    yield from registry.organisations.values()
    yield from registry.activities.values()
    yield from registry.pages.values()
    yield from registry.documents.values()
    yield from site.with_pages


def _derived(site: Site, at: Mapping[str, Planned]) -> Iterator[tuple[str, Planned]]:
    """The longer a given address, the more it says of what lay below it, so it comes first."""
    lists = dict(_moved(at, _list_moves(site)))
    yield from lists.items()
    registry = site.registry
    records = (*registry.organisations.values(), *registry.activities.values())
    folders = [(former, site.address(record)) for record in records for former in once_at(record)]
    yield from _moved({**lists, **at}, sorted(folders, key=lambda move: (-len(move[0]), move)))


def _list_moves(site: Site) -> Iterator[Move]:
    """Of each list whose address names an association or activity that had another name there."""
    addresses, archive, registry = site.addresses, site.archive, site.registry
    bodies = {body.slug: _slugs(site, "ASSOCIATION_URL", body) for body in registry.organisations.values()}
    activities = {slug: _slugs(site, "ACTIVITY_URL", activity) for slug, activity in registry.activities.items()}
    for setting, called, by_slug in (
        ("ASSOCIATION_YEAR_URL", bodies, archive.by_association),
        ("ACTIVITY_YEAR_URL", activities, archive.by_activity),
    ):
        for slug, slugs in called.items():
            yield from _years(site, by_slug.get(slug, ()), setting, [{"slug": one} for one in slugs])
    for body, activity, articles in site.pairs():
        pairs = product(bodies[body.slug], activities[activity.slug])
        names = [{"slug": slug, "activity": also} for slug, also in pairs]
        yield from _renamed([addresses.of("ASSOCIATION_ACTIVITY_URL", **given) for given in names])
        yield from _years(site, articles, "ASSOCIATION_ACTIVITY_YEAR_URL", names)


def _slugs(site: Site, setting: str, record: Record) -> list[str]:
    """What a record is called, and then what its former addresses call it, as far as the present pattern makes them."""
    before = (site.addresses.slug_of(setting, former) for former in once_at(record))
    return [record.slug, *filter(None, before)]


def _years(site: Site, articles: Iterable[Article], setting: str, names: Sequence[dict[str, str]]) -> Iterator[Move]:
    """Of the lists of each year; `names` are the present ones, and then the former."""
    for year in sorted({article.date.year for article in articles}) if len(names) > 1 else ():
        yield from _renamed([site.addresses.year(setting, year, **given) for given in names])


def _renamed(addresses: Sequence[str]) -> Iterator[Move]:
    """The present address, and then the former ones."""
    present, *before = addresses
    yield from ((old, present) for old in before)


def _moved(pages: Mapping[str, Planned], moves: Iterable[Move]) -> Iterator[tuple[str, Planned]]:
    """Every page at or below the present address of a move, with its address before."""
    addresses = sorted(pages)
    for old, new in moves:
        if not (old.endswith("/") and new.endswith("/")):
            continue
        place = bisect_left(addresses, new)
        while place < len(addresses) and addresses[place].startswith(new):
            yield old + addresses[place][len(new) :], pages[addresses[place]]
            place += 1
