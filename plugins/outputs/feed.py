"""What a feed says, whichever format it is written in."""

from __future__ import annotations

from datetime import datetime

import msgspec

from outputs.moments import EPOCH


class Tag(msgspec.Struct, frozen=True):
    """What an entry belongs to: `term` names it for machines within `scheme` (a URL), `label` for people."""

    term: str
    label: str
    scheme: str


class Enclosure(msgspec.Struct, frozen=True):
    """A file that belongs to an entry: `kind` is its media type, `size` in bytes."""

    url: str
    kind: str
    size: int
    title: str


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One article. `id` never changes; title, summary and names are plain text, `content_html` is safe HTML in which
    every address is complete. Both moments carry a time zone. No authors: the feed's author wrote it."""

    id: str
    url: str
    title: str
    published: datetime
    updated: datetime
    summary: str
    content_html: str
    authors: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()
    image: str = ""
    enclosures: tuple[Enclosure, ...] = ()


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """The newest entries of one page at `url`, newest first; `atom_url` and `json_url` are where the feed stands in
    each format. `id` never changes; `icon` is a square picture; `language` a tag like `vi`."""

    id: str
    title: str
    subtitle: str
    language: str
    url: str
    atom_url: str
    json_url: str
    author: str
    icon: str = ""
    entries: tuple[Entry, ...] = ()

    @property
    def updated(self) -> datetime:
        """When its newest entry last changed; 1970-01-01T00:00:00Z for a feed without entries, which a feed that
        waits for its first entry needs too and which must not be the time of the build."""
        return max((entry.updated for entry in self.entries), default=EPOCH)
