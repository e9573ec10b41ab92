"""What each page shows: frozen values, ready for print, and nothing else reaches a template but these and the shell.

Every `url` is an address inside a page (with the path of SITEURL, if it has one). Labels are Vietnamese and final;
`*_html` is safe HTML. Empty strings, empty tuples and None mean "not known": the template leaves the place out.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from outputs.feed import Feed
from outputs.news_sitemap import NewsLocation
from outputs.redirects import Redirect
from outputs.sitemap import Location

State = Literal["", "draft", "future"]


class View(msgspec.Struct, frozen=True):
    """Base of all views."""


class Link(View, frozen=True):
    label: str
    url: str


class Counted(View, frozen=True):
    """A link with the number of distinct articles behind it; `current` marks the page one is on."""

    label: str
    url: str
    count: int
    current: bool = False
    note: str = ""


class Social(View, frozen=True):
    """What a preview of the page shows besides the head; moments carry an offset, `image` the host."""

    type: Literal["website", "article"]
    title: str  # without the site's name
    published: str = ""
    modified: str = ""
    image: str = ""
    image_alt: str = ""


class FeedLink(View, frozen=True):
    """For `<link rel="alternate">`; `kind` is the media type."""

    label: str
    url: str
    kind: str


class Head(View, frozen=True):
    """`canonical` carries the host where SITEURL is known; `section` is the url of the navigation's current entry."""

    title: str
    description: str
    canonical: str
    section: str = ""
    crumbs: tuple[Link, ...] = ()  # from home down, without the page itself
    noindex: bool = False
    feeds: tuple[FeedLink, ...] = ()  # of what this page is about; the site's own are the shell's
    json_ld: str = ""  # may stand in a script as it is
    social: Social | None = None


class ActivityRef(View, frozen=True):
    """`mark` is a symbol of the theme's sprite, `pigment` one of cham, son, hoe, gi."""

    name: str
    url: str
    mark: str
    pigment: str


class Picture(View, frozen=True):
    src: str
    alt: str
    caption: str = ""
    credit: str = ""


class Teaser(View, frozen=True):
    """An article in a list. `by` names its associations in short."""

    url: str
    title: str
    date: str  # ISO, for <time>
    date_label: str  # 05/08/2022
    by: str
    activity: ActivityRef
    summary: str
    state: State = ""
    image: Picture | None = None


class MonthGroup(View, frozen=True):
    label: str  # Tháng 8/2022
    teasers: tuple[Teaser, ...]


class Facet(View, frozen=True):
    """A way to narrow a list, e.g. “Theo năm”."""

    label: str
    choices: tuple[Counted, ...]


class ListPart(View, frozen=True):
    """One stable page of a list, newest first.

    The bare address has its `count`; numbered pages have a `span` (“Từ 03/05/2019 đến 21/05/2019”) in its place.
    """

    months: tuple[MonthGroup, ...]
    newer: Link | None = None
    older: Link | None = None
    span: str = ""
    count: int | None = None


class ListView(View, frozen=True):
    """Archives, intersections and the numbered pages of every list. `parents` are the lists it is a part of."""

    head: Head
    title: str
    list: ListPart
    facets: tuple[Facet, ...] = ()
    parents: tuple[Link, ...] = ()


class Stated(View, frozen=True):
    """How many members a source says there are."""

    count: int
    date_label: str
    source: str


class AtAGlance(View, frozen=True):
    """The register in short: those that are members now (or, where the dates are unknown, were never said to have
    ended), `former` ones apart, the union apart."""

    members: tuple[Counted, ...]
    former: tuple[Counted, ...] = ()
    union: Counted | None = None
    stated: Stated | None = None


class Lead(View, frozen=True):
    teaser: Teaser
    date_label: str  # Thứ Sáu, 05/08/2022
    views: str = ""  # 1.203


class HomeView(View, frozen=True):
    head: Head
    lead: Lead | None
    newest: tuple[Teaser, ...]
    themes: tuple[Teaser, ...]  # the newest article of each activity that has one
    register: AtAGlance
    archives: Link
    activities: Link
    matrix: Link | None  # where there is one


class AssociationsView(View, frozen=True):
    head: Head
    title: str
    register: AtAGlance


class Officer(View, frozen=True):
    name: str
    role: str
    term: str = ""  # từ năm 2016 đến năm 2022
    source: str = ""


class Contact(View, frozen=True):
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""


class AssociationView(View, frozen=True):
    """A member or the union itself. `history` is one sentence a line, in order of time."""

    head: Head
    name: str
    acronym: str
    is_union: bool
    status: str  # “Đã sáp nhập từ …”; empty for a present member
    description_html: str
    history: tuple[str, ...]
    successors: tuple[Link, ...]
    forerunners: tuple[Link, ...]
    officers: tuple[Officer, ...]
    contact: Contact | None
    logo: Picture | None
    parent: Link | None  # the union of a member, the national body of a union (url may be empty)
    source: str
    activities: tuple[tuple[ActivityRef, int], ...]  # its intersections, with counts
    years: tuple[Counted, ...]
    list: ListPart


class ActivitiesView(View, frozen=True):
    head: Head
    title: str
    activities: tuple[tuple[ActivityRef, int, str], ...]  # with count and the first lines of the description


class ActivityView(View, frozen=True):
    head: Head
    activity: ActivityRef
    description_html: str
    associations: tuple[Counted, ...]
    years: tuple[Counted, ...]
    list: ListPart


class Attachment(View, frozen=True):
    title: str
    url: str
    kind: str  # PDF
    size: str  # 1,2 MB


class Note(View, frozen=True):
    """A dated remark: a correction, a change to an event, the reason of a withdrawal."""

    date_label: str
    text: str


class Related(View, frozen=True):
    url: str
    title: str
    date: str
    date_label: str
    reason: str  # Cùng về Hội Thủy sản


class ResultRow(View, frozen=True):
    association: Link
    quote: str
    qualifier: str
    value: str  # as typed: 10.950.000
    unit: str
    period: str
    part: bool = False  # a part of the row above it that is a whole


class EventBox(View, frozen=True):
    start: str  # ISO, may be partial
    start_label: str
    end_label: str
    place: str
    status: str  # empty, provisional, confirmed, postponed or cancelled
    changes: tuple[Note, ...] = ()


class Video(View, frozen=True):
    url: str
    title: str
    image: Picture | None = None


class ArticleView(View, frozen=True):
    """A withdrawn article has `withdrawn` and nothing below it."""

    head: Head
    title: str
    date: str
    date_label: str  # Thứ Sáu, 05/08/2022, 09:48
    state: State = ""
    withdrawn: Note | None = None
    modified: str = ""  # 07/08/2022
    summary: str = ""
    body_html: str = ""
    image: Picture | None = None
    gallery: tuple[Picture, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    video: Video | None = None
    byline: str = ""
    associations: tuple[Link, ...] = ()  # under the names they had on the article's date
    activities: tuple[ActivityRef, ...] = ()
    partners: tuple[str, ...] = ()
    period: str = ""  # 6 tháng đầu năm 2022, where the editor gave one
    views: str = ""
    corrections: tuple[Note, ...] = ()
    results: tuple[ResultRow, ...] = ()
    event: EventBox | None = None
    newer: Link | None = None
    older: Link | None = None
    related: tuple[Related, ...] = ()


class Cell(View, frozen=True):
    """`url` is empty where `count` is 0; `heat` 0–4 by the steps 0, 1, 2–3, 4–7, 8 and more."""

    count: int
    url: str
    heat: int


class MatrixRow(View, frozen=True):
    association: Link
    cells: tuple[Cell, ...]
    total: Cell


class MatrixView(View, frozen=True):
    """Rows × columns; `cells` of a row and `columns` run in parallel; the union's row counts in no total."""

    head: Head
    title: str
    years: tuple[Counted, ...]
    columns: tuple[ActivityRef, ...]
    rows: tuple[MatrixRow, ...]
    totals: tuple[Cell, ...]
    grand: Cell
    union: MatrixRow | None


class DocumentEntry(View, frozen=True):
    """A document in the list of all. `kind` stands where `name` does not say it, `title` where it is not the name."""

    name: str
    url: str
    kind: str = ""
    date: str = ""  # ISO, may be partial
    date_label: str = ""  # ngày 20/09/2023, tháng 9/2023
    issuer: str = ""
    title: str = ""


class DocumentsView(View, frozen=True):
    head: Head
    title: str
    documents: tuple[DocumentEntry, ...]


class DocumentView(View, frozen=True):
    """`url` leads to the document itself, on a site of others, which `host` names."""

    head: Head
    name: str
    kind: str
    body_html: str
    number: str = ""
    title: str = ""  # where it is not the name
    date: str = ""
    date_label: str = ""
    issuer: str = ""
    signed_by: str = ""
    in_force: str = ""  # từ ngày 01/10/2023 đến tháng 10/2028
    url: str = ""
    host: str = ""
    source: str = ""


class PageView(View, frozen=True):
    head: Head
    title: str
    summary: str
    body_html: str
    source: str


class NotFoundView(View, frozen=True):
    head: Head
    newest: tuple[Teaser, ...]


class FeedView(View, frozen=True):
    """The newest articles, for Atom and JSON Feed alike."""

    feed: Feed


class RedirectView(View, frozen=True):
    """The page at a former address: `url` is where it leads, with the host where SITEURL has one."""

    url: str


class RedirectsView(View, frozen=True):
    redirects: tuple[Redirect, ...]


class SitemapView(View, frozen=True):
    locations: tuple[Location, ...]


class NewsView(View, frozen=True):
    """The sitemap of the newest articles."""

    publication: str
    language: str
    articles: tuple[NewsLocation, ...]


class RobotsView(View, frozen=True):
    sitemaps: tuple[str, ...]


class Shell(View, frozen=True):
    """What all pages share. Nothing here follows from articles, or every page would change with each of them
    (`navigation` and `footer` name only the kinds of page that this build makes)."""

    language: str
    site_name: str
    short_name: str
    home: str
    navigation: tuple[Link, ...]
    footer: tuple[Link, ...]
    stylesheet: str
    sprite: str  # url of the marks; a symbol is `{{ shell.sprite }}#{{ mark }}`
    assets: dict[str, str]  # every file of the theme's static folder → its url
    parent: Link | None  # the national body
    contact: Contact | None
    legal: tuple[str, ...]  # the footer lines of a news site's licence
    feeds: tuple[FeedLink, ...] = ()  # of the whole site, for every page; a published build has one
    manifest: str = ""
