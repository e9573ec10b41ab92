"""Lists of articles in stable pages: the bare address and its numbered ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

import msgspec

from associations.archive import by_month, by_year
from associations.links import Links
from associations.model import Activity, Article, Organisation
from associations.pages import parts, structured
from associations.pages.keys import teaser_key
from associations.pages.planned import Planned
from associations.site import Site
from associations.stable_pages import Slice, slices
from associations.views import Counted, Facet, FeedLink, Head, Link, ListPart, ListView, MonthGroup, View
from messages import texts
from vietnamese.dates import month_label, short_date


class Listed(msgspec.Struct, frozen=True):
    """A list: where it stands, what it is called, the way to it (with `section`, a setting) and what it holds."""

    address: str
    title: str
    description: str
    section: str
    crumbs: tuple[Link, ...]
    articles: Sequence[Article]
    activity: str = ""  # the activity under which the articles are shown here
    facets: Callable[[], tuple[Facet, ...]] = tuple
    parents: tuple[Link, ...] = ()
    about: tuple[Organisation | Activity, ...] = ()
    feeds: tuple[FeedLink, ...] = ()


def span(articles: Sequence[Article]) -> str:
    """The dates between which a fixed set of articles (newest first) lies."""
    return texts.SPAN.format(first=short_date(articles[-1].date), last=short_date(articles[0].date))


def bare_part(site: Site, links: Links, listed: Listed) -> ListPart:
    """The newest page of a list, which stands at its bare address."""
    pages = slices(listed.articles)
    older = _numbered_link(site, listed, pages[1]) if len(pages) > 1 else None
    months = _months(site, links, listed, pages[0].items)
    return ListPart(months, older=older, count=len(listed.articles))


def list_head(site: Site, listed: Listed, title: str) -> Head:
    """The head of a list's bare address."""
    address, crumbs = listed.address, listed.crumbs
    return parts.head(site, title, listed.description, address, listed.section, crumbs, feeds=listed.feeds)


def last_update(site: Site, articles: Iterable[Article]) -> datetime | None:
    """When one of them last changed."""
    return max(map(site.updated, articles), default=None)


def bare_updated(site: Site, listed: Listed) -> datetime | None:
    """When an article on the list's bare address last changed."""
    return last_update(site, slices(listed.articles)[0].items)


def list_page(site: Site, listed: Listed) -> Planned:
    """The bare address of a list that has no richer page of its own."""

    def make(links: Links) -> View:
        head = list_head(site, listed, listed.title)
        head = structured.collection(site, head, listed.title, listed.about)
        return ListView(head, listed.title, bare_part(site, links, listed), listed.facets(), listed.parents)

    def depends(links: Links) -> object:
        pages = slices(listed.articles)
        older = span(pages[1].items) if len(pages) > 1 else ""
        return listed.address, teaser_keys(site, pages[0].items), len(listed.articles), listed.facets(), older

    return Planned(listed.address, "list.html", make, updated=bare_updated(site, listed), depends=depends)


def teaser_keys(site: Site, articles: Iterable[Article]) -> bytes:
    """What stands for the teasers of some articles, whatever the list."""
    return b"".join(teaser_key(site, article) for article in articles)


def numbered_pages(site: Site, listed: Listed) -> Iterator[Planned]:
    """The further pages of a list. Nothing on them changes when articles are added, but for the newest one's link."""
    pages = slices(listed.articles)
    for place in range(1, len(pages)):
        page = pages[place]
        newer = _numbered_link(site, listed, pages[place - 1]) if place > 1 else _bare_link(site, listed)
        older = _numbered_link(site, listed, pages[place + 1]) if place + 1 < len(pages) else None
        yield _numbered_page(site, listed, page, newer, older)


def _numbered_page(site: Site, listed: Listed, page: Slice[Article], newer: Link, older: Link | None) -> Planned:
    address = site.addresses.numbered(listed.address, page.number)

    def make(links: Links) -> View:
        label = span(page.items)
        title = texts.NUMBERED.format(title=listed.title, span=label[0].lower() + label[1:])
        crumbs = (*listed.crumbs, Link(listed.title, site.addresses.href(listed.address)))
        head = parts.head(site, title, listed.description, address, listed.section, crumbs, feeds=listed.feeds)
        head = structured.collection(site, head, title, listed.about)
        months = _months(site, links, listed, page.items)
        return ListView(head, listed.title, ListPart(months, newer, older, label), parents=listed.parents)

    def depends(links: Links) -> object:
        return address, teaser_keys(site, page.items), newer, older

    return Planned(address, "list.html", make, updated=last_update(site, page.items), depends=depends)


def _numbered_link(site: Site, listed: Listed, page: Slice[Article]) -> Link:
    return Link(span(page.items), site.addresses.href(site.addresses.numbered(listed.address, page.number)))


def _bare_link(site: Site, listed: Listed) -> Link:
    return Link(texts.NEWEST_PAGE, site.addresses.href(listed.address))


def _months(site: Site, links: Links, listed: Listed, articles: Iterable[Article]) -> tuple[MonthGroup, ...]:
    return tuple(
        MonthGroup(
            month_label(year, month),
            tuple(parts.teaser(site, links, article, listed.activity) for article in group),
        )
        for (year, month), group in by_month(articles).items()
    )


def year_choices(
    site: Site, articles: Iterable[Article], setting: str, current: int = 0, **values: object
) -> tuple[Counted, ...]:
    """The years that have articles, newest first, each with the address that `setting` gives it."""
    return tuple(
        Counted(
            str(year), site.addresses.href(site.addresses.year(setting, year, **values)), len(group), year == current
        )
        for year, group in by_year(articles).items()
    )


def facets(*given: tuple[str, Callable[[], tuple[Counted, ...]]]) -> Callable[[], tuple[Facet, ...]]:
    """Those that offer a choice, each a label and what finds its choices: only a page that is made looks for them."""

    def found() -> tuple[Facet, ...]:
        return tuple(Facet(label, choices) for label, find in given if (choices := find()))

    return found
