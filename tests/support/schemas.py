"""Whether a file that machines read is what its standard says: schemas of tests/schemas and what they cannot say.

Every `assert_valid_…` takes the file's bytes and raises AssertionError that names all faults.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from lxml import etree

from tests.support.feed_faults import atom_faults, every, feedparser_faults, json_feed_faults, no_such_time, twice
from tests.support.syntax import is_web_address

SCHEMAS = Path(__file__).resolve().parents[1] / "schemas"


def assert_valid_atom(data: bytes) -> None:
    """RFC 4287, as our feeds use it, and feedparser reads it without complaint."""
    root = _document(data, "atom.rng")
    _assert_none([*atom_faults(root), *feedparser_faults(data, len(every(root, "a:entry")))])


def assert_valid_json_feed(data: bytes) -> None:
    """JSON Feed 1.1, as our feeds use it."""
    try:
        feed = json.loads(data.decode("utf-8"))
    except ValueError as error:  # bad UTF-8 too
        raise AssertionError(f"no JSON: {error}") from error
    schema = json.loads((SCHEMAS / "json-feed.schema.json").read_text(encoding="utf-8"))
    errors = Draft202012Validator(schema).iter_errors(feed)
    _assert_none(f"{error.json_path}: {error.message[:300]}" for error in errors)
    _assert_none(json_feed_faults(feed))


def assert_valid_sitemap(data: bytes) -> None:
    """sitemaps.org 0.9: pages, each once, within the limits of one file."""
    _assert_sitemap(data, "sitemap.rng", "s:url", 50_000)


def assert_valid_sitemap_index(data: bytes) -> None:
    """sitemaps.org 0.9: sitemaps, each once, within the limits of one file."""
    _assert_sitemap(data, "sitemap.rng", "s:sitemap", 50_000)


def assert_valid_news_sitemap(data: bytes) -> None:
    """Google's sitemap-news 0.9, at most 1,000 articles; it may be empty."""
    _assert_sitemap(data, "sitemap-news.rng", "s:url", 1_000)


def read_redirects(data: bytes) -> dict[str, str]:
    """Targets by source of a `_redirects` file. AssertionError: a line that one of the hosts reads in another way."""
    found: dict[str, str] = {}
    for line in data.decode("utf-8").splitlines():
        words = line.split(" ")
        assert len(words) == 3 and words[2] == "301", line
        assert len(line) <= 1_000, line
        for address in words[:2]:
            assert address.startswith("/") and not address.startswith("//"), line
            assert not set("*:?#\\") & set(address) and address.split() == [address], line
        assert words[0] not in found and words[0] != words[1], line
        found[words[0]] = words[1]
    return found


def _assert_none(faults: Iterable[str]) -> None:
    found = list(faults)
    assert not found, "\n".join(found)


@lru_cache
def _schema(name: str) -> Any:
    return etree.RelaxNG(etree.parse(SCHEMAS / name))


def _document(data: bytes, schema: str) -> Any:
    """The root of an XML document in UTF-8 that its schema accepts."""
    assert data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n'), data[:60]
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError as error:
        raise AssertionError(f"not well-formed: {error}") from error
    assert not root.getroottree().docinfo.doctype, "a document type"
    validator = _schema(schema)
    assert validator.validate(root), str(validator.error_log)[:3000]
    return root


def _assert_sitemap(data: bytes, schema: str, each: str, most: int) -> None:
    assert len(data) <= 50 * 1024 * 1024, "more than 50 MiB"
    root = _document(data, schema)
    locations = [node.text for node in every(root, f"{each}/s:loc")]
    assert len(locations) == len(root) <= most, f"{len(root)} entries, {len(locations)} of them <{each}>"
    _assert_none(twice("loc", locations))
    _assert_none(f"not an absolute address: {url}" for url in locations if not is_web_address(url))
    _assert_none(no_such_time(every(root, "//s:lastmod/text() | //n:publication_date/text()")))
