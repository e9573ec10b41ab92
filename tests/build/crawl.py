"""Following every address of a built site as a browser would: from its files alone, nothing known of the code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urldefrag

ADDRESSES = ("href", "src", "poster", "action")
OUTSIDE = re.compile(r"(?:https?|mailto|tel):")
CSS_URL = re.compile(r"""url\(\s*["']?([^)"']+)""")


class Page(HTMLParser):
    """The addresses that a page names, in order, and the ids that it has; `teasers` are the links of its headings."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self.teasers: list[str] = []
        self._heading = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.addresses += [found[name] for name in ADDRESSES if name in found]
        self.addresses += [part.split()[0] for part in found.get("srcset", "").split(",") if part.strip()]
        if "id" in found:
            self.ids.append(found["id"])
        if tag in ("h2", "h3"):
            self._heading = tag
        if tag == "a" and self._heading == "h3":
            self.teasers.append(found["href"])

    def handle_endtag(self, tag: str) -> None:
        if tag == self._heading:
            self._heading = ""


def parsed(tree: Mapping[str, bytes]) -> dict[str, Page]:
    """Every HTML and SVG file of an output."""
    return {path: Page(data.decode("utf-8")) for path, data in tree.items() if path.endswith((".html", ".svg"))}


def file_at(address: str, base: str = "") -> str:
    """The file that a server sends for an address on the page that is the file `base`."""
    path = unquote(urldefrag(address)[0])
    if not path:
        return base
    whole = path.lstrip("/") if path.startswith("/") else normpath(join(dirname(base), path))
    return f"{whole}index.html" if whole == "" or whole.endswith("/") else whole


def broken(tree: Mapping[str, bytes], pages: Mapping[str, Page], base: str = "") -> Iterator[str]:
    """Every address in the output that leads to no file of it, or to no id of that file.

    `base` is the path of the host below which the site stands: what leads to the host's root leads elsewhere.
    """
    for path, page in pages.items():
        for address in dict.fromkeys(page.addresses):
            if OUTSIDE.match(address):
                continue
            inside = address.removeprefix(base)
            target = file_at(inside, path)
            anchor = unquote(urldefrag(address)[1])
            if target not in tree or (anchor and anchor not in pages[target].ids):
                yield f"{path}: {address}"
    for path, data in tree.items():
        if path.endswith(".css"):
            for address in CSS_URL.findall(data.decode("utf-8")):
                if not address.startswith("data:") and file_at(address, path) not in tree:
                    yield f"{path}: {address}"


def reachable(pages: Mapping[str, Page]) -> set[str]:
    """The pages that a reader finds from the front page by links alone."""
    found, waiting = {"index.html"}, ["index.html"]
    while waiting:
        path = waiting.pop()
        for address in pages[path].addresses:
            target = file_at(address, path)
            if not OUTSIDE.match(address) and target in pages and target not in found:
                found.add(target)
                waiting.append(target)
    return found
