"""JSON-LD: what a page is about as one graph of schema.org's types, for a `<script type="application/ld+json">`.

The types have the properties that search engines read (Google's documents on Article, Breadcrumb, Organization and
Event) and those that say how things belong together, and no others: this is in every page. An empty value is left out.
Addresses are absolute, moments are ISO 8601 with an offset, days, months and years ISO 8601 without. What is only named
has its `url`, under which a page says the rest.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

# What HTML, or JavaScript, could take for an end: spelt so that JSON reads the same.
SPELLINGS = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
EVENT_STATUS = "https://schema.org/Event{}"


class Node(msgspec.Struct, frozen=True, omit_defaults=True, rename="camel", tag_field="@type", tag=True):
    """Base of all types: the name of the class is schema.org's, a field's is its property in snake case."""


class Thing(Node, frozen=True):
    name: str
    url: str = ""


class Person(Node, frozen=True):
    name: str


class PostalAddress(Node, frozen=True):
    street_address: str  # the whole of it, as written


class Organization(Node, frozen=True):
    name: str
    alternate_name: tuple[str, ...] = ()
    url: str = ""
    description: str = ""
    logo: str = ""
    founding_date: str = ""
    dissolution_date: str = ""
    address: PostalAddress | None = None
    telephone: str = ""
    email: str = ""
    same_as: str = ""
    parent_organization: Organization | None = None
    member: tuple[Organization, ...] = ()


class NewsArticle(Node, frozen=True):
    headline: str
    url: str
    date_published: str
    author: Person | Organization
    publisher: Organization
    date_modified: str = ""
    image: str = ""
    about: tuple[Organization, ...] = ()
    article_section: tuple[str, ...] = ()


class Place(Node, frozen=True):
    name: str
    address: str


class Event(Node, frozen=True):
    name: str
    url: str
    start_date: str
    location: Place
    end_date: str = ""
    event_status: str = ""


class ListItem(Node, frozen=True):
    """`item` is an address; the last of a list, the page itself, may lack it."""

    position: int
    name: str
    item: str = ""


class BreadcrumbList(Node, frozen=True):
    item_list_element: tuple[ListItem, ...]


class WebSite(Node, frozen=True):
    name: str
    url: str
    alternate_name: str = ""
    publisher: Organization | None = None
    in_language: str = ""


class CollectionPage(Node, frozen=True):
    name: str
    url: str
    is_part_of: WebSite
    about: tuple[Thing | Organization, ...] = ()


def breadcrumbs(trail: Sequence[tuple[str, str]], name: str) -> BreadcrumbList:
    """The way to a page called `name`: names with addresses, from the home page down."""
    above = [ListItem(position=place, name=label, item=url) for place, (label, url) in enumerate(trail, start=1)]
    return BreadcrumbList(item_list_element=(*above, ListItem(position=len(above) + 1, name=name)))


def json_ld(nodes: Sequence[Node]) -> str:
    """The graph as JSON, which may stand between the tags of a script as it is."""
    text = msgspec.json.encode({"@context": "https://schema.org", "@graph": nodes}).decode()
    for character, spelling in SPELLINGS.items():  # twenty times as fast as str.translate
        text = text.replace(character, spelling)
    return text
