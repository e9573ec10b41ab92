"""The addresses that a page or a drawing names, as a browser or a search engine would read it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple
from urllib.parse import urljoin

HTML, CSS, SVG, MANIFEST = "text/html", "text/css", "image/svg+xml", "application/manifest+json"
REFRESH = re.compile(r"\s*\d+\s*;\s*url=(.+)", re.IGNORECASE)
LINK_TYPES = {
    "stylesheet": CSS,
    "icon": "image/",
    "apple-touch-icon": "image/",
    "manifest": MANIFEST,
    "canonical": HTML,
}
META_TYPES = {"og:image": "image/", "twitter:image": "image/", "og:url": HTML}
IMAGE_KEYS = ("image", "logo", "thumbnailUrl")  # of JSON-LD


class Found(NamedTuple):
    """An address, complete, with its fragment, and how the type of what it leads to begins."""

    address: str
    expects: str = ""


class Page(HTMLParser):
    """The addresses and ids of an HTML or SVG text that stands at `url`."""

    def __init__(self, url: str, text: str) -> None:
        super().__init__()
        self.url = url
        self.found: list[Found] = []
        self.ids: set[str] = set()
        self.canonical = self.leads_to = ""
        self._data: list[str] | None = None  # the text of the JSON-LD that is being read
        self.feed(text)
        self.close()

    def add(self, address: str, expects: str = "") -> None:
        self.found.append(Found(urljoin(self.url, address.strip()), expects))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids |= {given[name] for name in ("id", "name") if name in given and (name == "id" or tag == "a")}
        if tag == "link":
            self._link(given)
        elif tag == "meta":
            self._meta(given)
        else:
            self._element(tag, given)

    def handle_data(self, data: str) -> None:
        if self._data is not None:
            self._data.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._data is not None:
            self.found += structured(self.url, json.loads("".join(self._data)))
            self._data = None

    def _link(self, given: dict[str, str]) -> None:
        relations = given.get("rel", "").split()
        expects = next((LINK_TYPES[name] for name in relations if name in LINK_TYPES), "")
        self.add(given.get("href", ""), given.get("type", "") if "alternate" in relations else expects)
        if "canonical" in relations:
            self.canonical = self.found[-1].address

    def _meta(self, given: dict[str, str]) -> None:
        name, content = given.get("property", given.get("name", "")), given.get("content", "")
        refresh = REFRESH.match(content) if given.get("http-equiv", "").lower() == "refresh" else None
        if refresh:
            self.add(refresh[1].strip("'\""), HTML)
            self.leads_to = self.found[-1].address
        elif name in META_TYPES:
            self.add(content, META_TYPES[name])

    def _element(self, tag: str, given: dict[str, str]) -> None:
        if tag == "script" and given.get("type") == "application/ld+json":
            self._data = []
        pictures = [given[name] for name in ("src", "poster") if name in given and tag in ("img", "video", "image")]
        pictures += [part.split()[0] for part in given.get("srcset", "").split(",") if part.strip()]
        for address in pictures:
            self.add(address, "image/")
        for name in ("href", "xlink:href", "src", "data", "action"):
            if name in given and given[name] not in pictures:
                self.add(given[name], SVG if tag == "use" else "")


def structured(url: str, value: Any, key: str = "") -> Iterator[Found]:
    """The addresses of JSON-LD, those of things included."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from structured(url, inner, key if name == "url" and key in IMAGE_KEYS else name)
    elif isinstance(value, list):
        for inner in value:
            yield from structured(url, inner, key)
    elif isinstance(value, str) and re.match(r"https?://", value) and key != "@context":
        yield Found(value, "image/" if key in IMAGE_KEYS else "")
