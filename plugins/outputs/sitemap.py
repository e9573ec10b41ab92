"""Sitemaps and their index (https://www.sitemaps.org/protocol.html, version 0.9)."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from outputs.xml_text import DECLARATION, element

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

# The protocol's limits for one file, uncompressed.
MOST = 50_000
LARGEST = 50 * 1024 * 1024

_URLSET = f'{DECLARATION}<urlset xmlns="{NAMESPACE}">\n', "</urlset>\n"
_INDEX = f'{DECLARATION}<sitemapindex xmlns="{NAMESPACE}">\n', "</sitemapindex>\n"


class Location(msgspec.Struct, frozen=True):
    """A page, or in an index a sitemap; `modified` is a day (2022-07-02) or a moment of RFC 3339, empty: not known."""

    url: str
    modified: str = ""


def write(locations: Iterable[Location]) -> bytes:
    """One sitemap of the given pages; for how many fit, see `split`."""
    start, end = _URLSET
    return f"{start}{''.join(_line('url', location) for location in locations)}{end}".encode()


def write_index(locations: Iterable[Location]) -> bytes:
    """The file that names the sitemaps."""
    start, end = _INDEX
    return f"{start}{''.join(_line('sitemap', location) for location in locations)}{end}".encode()


def split(locations: Iterable[Location], most: int = MOST, largest: int = LARGEST) -> tuple[tuple[Location, ...], ...]:
    """The locations in their order, in parts of which each, written, has at most `most` pages and `largest` bytes.

    No locations, no part. ValueError: one page alone is larger than that.
    """
    parts: list[list[Location]] = []
    frame = len(write(()))
    size = 0
    for location in locations:
        own = len(_line("url", location).encode())
        if frame + own > largest:
            raise ValueError(f"larger than a sitemap may be: {location.url[:80]}")
        if not parts or len(parts[-1]) == most or size + own > largest:
            parts.append([])
            size = frame
        parts[-1].append(location)
        size += own
    return tuple(map(tuple, parts))


def _line(name: str, location: Location) -> str:
    modified = element("lastmod", location.modified) if location.modified else ""
    return f"<{name}>{element('loc', location.url)}{modified}</{name}>\n"
