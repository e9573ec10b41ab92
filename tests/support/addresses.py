"""The addresses that a file of a site names, read as a browser, a feed reader or a search engine would read it."""

from __future__ import annotations

import json
import re
from typing import NamedTuple
from urllib.parse import urljoin
from xml.etree import ElementTree

import feedparser

from tests.support.page_addresses import CSS, HTML, MANIFEST, SVG, Found, Page

XML, ATOM, JSON_FEED = "application/xml", "application/atom+xml", "application/feed+json"
CSS_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")


class Read(NamedTuple):
    """What a file says: `leads_to` is where its meta refresh goes, `own` what it calls its own address (canonical,
    or a feed's self), `wrong` what no reader understands."""

    found: tuple[Found, ...] = ()
    ids: frozenset[str] = frozenset()
    leads_to: str = ""
    own: str = ""
    wrong: str = ""


def read(url: str, kind: str, body: bytes) -> Read:
    """What stands in the file at `url` of the media type `kind`; nothing where its type names no addresses."""
    reader = READERS.get(kind)
    return reader(url, body.decode("utf-8")) if reader else Read()


def _page(url: str, text: str) -> Read:
    try:
        page = Page(url, text)
    except ValueError as error:
        return Read(wrong=f"JSON-LD: {error}")
    return Read(tuple(page.found), frozenset(page.ids), page.leads_to, page.canonical)


def _style(url: str, text: str) -> Read:
    return Read(tuple(Found(urljoin(url, a or b)) for a, b in CSS_ADDRESS.findall(text)))


def _atom(url: str, text: str) -> Read:
    feed = feedparser.parse(text.encode(), sanitize_html=False, resolve_relative_uris=False)
    if feed.bozo:
        return Read(wrong=str(feed.bozo_exception))
    found = [Found(link.href, link.type) for link in feed.feed.links]
    for entry in feed.entries:
        found += [Found(link.href, link.type) for link in entry.links]
        for content in entry.get("content", []):
            found += Page(entry.link, content.value).found
    own = next((link.href for link in feed.feed.links if link.rel == "self"), "")
    return Read(tuple(found), own=own)


def _json_feed(url: str, text: str) -> Read:
    try:
        feed = json.loads(text)
    except ValueError as error:
        return Read(wrong=str(error))
    found = [Found(feed["home_page_url"], HTML), Found(feed["feed_url"], JSON_FEED)]
    found += [Found(feed[key], "image/") for key in ("icon", "favicon") if key in feed]
    for item in feed["items"]:
        found += [Found(item["url"], HTML), *(Found(item[k], "image/") for k in ("image", "banner_image") if k in item)]
        found += [Found(file["url"], file["mime_type"]) for file in item.get("attachments", [])]
        found += Page(item["url"], item.get("content_html", "")).found
    return Read(tuple(found), own=feed["feed_url"])


def _sitemap(url: str, text: str) -> Read:
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        return Read(wrong=str(error))
    expects = XML if root.tag.endswith("sitemapindex") else HTML
    places = [node.text or "" for node in root.iter() if node.tag == root.tag.partition("}")[0] + "}loc"]
    return Read(tuple(Found(place, expects) for place in places))


def _manifest(url: str, text: str) -> Read:
    data = json.loads(text)
    found = [Found(urljoin(url, data["start_url"]), HTML), Found(urljoin(url, data["scope"]), HTML)]
    return Read((*found, *(Found(urljoin(url, icon["src"]), icon["type"]) for icon in data["icons"])))


def _robots(url: str, text: str) -> Read:
    lines = [line.split(":", 1)[1].strip() for line in text.splitlines() if line.lower().startswith("sitemap:")]
    return Read(tuple(Found(line, XML) for line in lines))


READERS = {
    HTML: _page,
    SVG: _page,
    CSS: _style,
    ATOM: _atom,
    JSON_FEED: _json_feed,
    XML: _sitemap,
    MANIFEST: _manifest,
    "text/plain": _robots,
}
