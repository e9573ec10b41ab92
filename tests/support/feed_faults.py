"""What a feed's schema cannot say: ids that differ, dates that exist, complete addresses, an author somewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

import feedparser

from tests.support.syntax import exists, faults_of_html, is_iri, is_tag_uri, is_web_address

NAMES = {
    "a": "http://www.w3.org/2005/Atom",
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}
EMPTY_UPDATED = "1970-01-01T00:00:00Z"


def every(root: Any, path: str) -> list[Any]:
    """What an XPath finds: a for Atom, s for sitemaps, n for news."""
    return list(root.xpath(path, namespaces=NAMES))


def atom_faults(feed: Any) -> Iterator[str]:
    """Faults of a document that tests/schemas/atom.rng accepts."""
    entries = every(feed, "a:entry")
    yield from twice("id", [node.text for node in every(feed, "a:id | a:entry/a:id")])
    for parent in (feed, *entries):
        yield from _link_faults(parent)
    if len(every(feed, "a:link[@rel='self']")) != 1:
        yield "the feed has not one link to itself"
    if not every(feed, "a:author") and not all(every(entry, "a:author") for entry in entries):
        yield "an entry without author in a feed without author"
    yield from _bad_ids(every(feed, "//a:id/text() | //a:icon/text() | //a:category/@scheme"))
    yield from no_such_time(every(feed, "//a:updated/text() | //a:published/text()"))
    yield from _feed_updated_faults(feed)
    for content in every(feed, "a:entry/a:content"):
        yield from faults_of_html(content.text or "")


def _link_faults(parent: Any) -> Iterator[str]:
    links = every(parent, "a:link")
    yield from _bad_addresses(link.get("href") for link in links)
    alternates = [link.get("type") for link in links if link.get("rel") == "alternate"]
    yield from twice("alternate link of type", alternates)  # RFC 4287, 4.1.1
    if "text/html" not in alternates:
        yield "no link to the page"
    if parent.getparent() is not None and any(link.get("rel") == "self" for link in links):
        yield "an entry is no document of its own here"


def _feed_updated_faults(feed: Any) -> Iterator[str]:
    (stated,) = every(feed, "a:updated/text()")
    moments = [text for text in every(feed, "a:entry/a:updated/text()") if exists(text)]
    if not moments and stated != EMPTY_UPDATED:
        yield f"an empty feed was updated at {stated}"
    if moments and exists(stated) and max(map(datetime.fromisoformat, moments)) != datetime.fromisoformat(stated):
        yield f"its newest entry was not updated when the feed was: {stated}"


def feedparser_faults(data: bytes, entries: int) -> Iterator[str]:
    """What feedparser complains about, or another number of entries than the document has."""
    read = feedparser.parse(BytesIO(data))
    if read.bozo:
        yield f"feedparser: {read.bozo_exception}"
    if (read.version, len(read.entries)) != ("atom10", entries):
        yield f"feedparser reads {read.version} with {len(read.entries)} entries"


def json_feed_faults(feed: dict[str, Any]) -> Iterator[str]:
    """Faults of a document that tests/schemas/json-feed.schema.json accepts."""
    items = feed["items"]
    yield from twice("id", [item["id"] for item in items])
    files = [file["url"] for item in items for file in item.get("attachments", ())]
    pictures = [one["image"] for one in items if "image" in one] + [feed[name] for name in ("icon",) if name in feed]
    pages = [feed["home_page_url"], feed["feed_url"], *(item["url"] for item in items)]
    yield from _bad_addresses([*pages, *files, *pictures])
    yield from _bad_ids(item["id"] for item in items)
    for item in items:
        yield from no_such_time([item["date_published"], item["date_modified"]])
        yield from faults_of_html(item["content_html"])


def _bad_ids(ids: Iterable[str]) -> Iterator[str]:
    for one in ids:
        if not (is_tag_uri(one) if one.startswith("tag:") else is_iri(one)):
            yield f"not an absolute IRI, or no tag URI: {one}"


def _bad_addresses(urls: Iterable[str]) -> Iterator[str]:
    return (f"not an absolute address: {url}" for url in urls if not is_web_address(url))


def twice(what: str, values: list[str]) -> Iterator[str]:
    """A fault for each value that is repeated."""
    return (f"{what} stands twice: {value}" for value, count in Counter(values).items() if count > 1)


def no_such_time(moments: Iterable[str]) -> Iterator[str]:
    """A fault for each day or time that does not exist."""
    return (f"no such time: {moment}" for moment in moments if not exists(moment))
