"""Atom (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator

from outputs.feed import Enclosure, Entry, Feed
from outputs.moments import rfc3339
from outputs.xml_text import DECLARATION, attribute, element, empty

NAMESPACE = "http://www.w3.org/2005/Atom"
JSON_FEED = "application/feed+json"


def write(feed: Feed) -> bytes:
    """The document. An entry's `image` has no place in Atom: the picture stands in `content_html`."""
    opening = f'{DECLARATION}<feed xmlns="{NAMESPACE}" xml:lang="{attribute(feed.language)}">\n'
    head = "".join(f"{line}\n" for line in _head(feed))
    return f"{opening}{head}{''.join(map(_entry, feed.entries))}</feed>\n".encode()


def _head(feed: Feed) -> Iterator[str]:
    yield element("id", feed.id)
    yield element("title", feed.title, type="text")
    if feed.subtitle:
        yield element("subtitle", feed.subtitle, type="text")
    yield element("updated", rfc3339(feed.updated))
    yield _person(feed.author)
    yield empty("link", rel="self", type="application/atom+xml", href=feed.atom_url)
    yield empty("link", rel="alternate", type="text/html", href=feed.url)
    yield empty("link", rel="alternate", type=JSON_FEED, href=feed.json_url)
    if feed.icon:
        yield element("icon", feed.icon)


def _entry(entry: Entry) -> str:
    """The same in every feed that it stands in."""
    lines = "".join(f"{line}\n" for line in _parts(entry))
    return f"<entry>\n{lines}</entry>\n"


def _parts(entry: Entry) -> Iterator[str]:
    yield element("id", entry.id)
    yield element("title", entry.title, type="text")
    yield element("published", rfc3339(entry.published))
    yield element("updated", rfc3339(entry.updated))
    yield from map(_person, entry.authors)
    yield empty("link", rel="alternate", type="text/html", href=entry.url)
    yield from map(_enclosure, entry.enclosures)
    for tag in entry.tags:
        yield empty("category", term=tag.term, scheme=tag.scheme, label=tag.label)
    if entry.summary:
        yield element("summary", entry.summary, type="text")
    yield element("content", entry.content_html, type="html")


def _person(name: str) -> str:
    return f"<author>{element('name', name)}</author>"


def _enclosure(file: Enclosure) -> str:
    kind, length = file.kind, str(file.size)
    return empty("link", rel="enclosure", type=kind, length=length, title=file.title, href=file.url)
