"""robots.txt (RFC 9309): everybody may read everything, and the sitemaps are there."""

from __future__ import annotations

from collections.abc import Iterable


def write(sitemap_urls: Iterable[str]) -> bytes:
    """ValueError: an address that would not stay on its line."""
    lines = ["User-agent: *", "Allow: /"]
    for url in sitemap_urls:
        if url.split() != [url]:
            raise ValueError(f"an address without white space is needed: {url!r}")
        lines += ["", f"Sitemap: {url}"]
    return "".join(f"{line}\n" for line in lines).encode()
