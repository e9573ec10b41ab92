"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import re

import msgspec

from outputs.feed import Entry, Feed
from outputs.moments import rfc3339

VERSION = "https://jsonfeed.org/version/1.1"

_SURROGATES = re.compile("[\ud800-\udfff]")


class _Author(msgspec.Struct, frozen=True):
    name: str


class _Attachment(msgspec.Struct, frozen=True, omit_defaults=True):
    url: str
    mime_type: str
    size_in_bytes: int
    title: str = ""


class _Item(msgspec.Struct, frozen=True, omit_defaults=True):
    id: str
    url: str
    title: str
    content_html: str
    date_published: str
    date_modified: str
    summary: str = ""
    image: str = ""
    authors: tuple[_Author, ...] = ()
    tags: tuple[str, ...] = ()
    attachments: tuple[_Attachment, ...] = ()


class _Document(msgspec.Struct, frozen=True, omit_defaults=True):
    version: str
    title: str
    home_page_url: str
    feed_url: str
    language: str
    authors: tuple[_Author, ...]
    items: tuple[_Item, ...]
    description: str = ""
    icon: str = ""


def write(feed: Feed) -> bytes:
    """The document. Surrogates, which UTF-8 cannot write, are removed; JSON carries all other characters."""
    document = _Document(
        version=VERSION,
        title=_text(feed.title),
        home_page_url=feed.url,
        feed_url=feed.json_url,
        language=feed.language,
        authors=(_Author(_text(feed.author)),),
        items=tuple(map(_item, feed.entries)),
        description=_text(feed.subtitle),
        icon=feed.icon,
    )
    return msgspec.json.encode(document) + b"\n"


def _item(entry: Entry) -> _Item:
    return _Item(
        id=entry.id,
        url=entry.url,
        title=_text(entry.title),
        content_html=_text(entry.content_html),
        date_published=rfc3339(entry.published),
        date_modified=rfc3339(entry.updated),
        summary=_text(entry.summary),
        image=entry.image,
        authors=tuple(_Author(_text(name)) for name in entry.authors),
        tags=tuple(_text(tag.label) for tag in entry.tags),
        attachments=tuple(_Attachment(f.url, f.kind, f.size, _text(f.title)) for f in entry.enclosures),
    )


def _text(value: str) -> str:
    return _SURROGATES.sub("", value)
