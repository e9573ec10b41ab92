"""Pictures and attachments: what an editor may call them, and where they stand."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from urllib.parse import quote, unquote

import msgspec

from associations import media_types
from associations.model import Article, Organisation, Record
from associations.sources import Media
from vietnamese.fold import nfc
from vietnamese.suggest import closest

STATIC = re.compile(r"[{|](?:static|attach)[}|](.*)", re.DOTALL)


class Resolved(msgspec.Struct, frozen=True):
    """What a typed address leads to.

    `address` is percent-encoded, with its anchor; None where the text stands without a link. `media` is the path of a
    picture or attachment. `fault` is the rule that says what is wrong, with its `values` and `meant`, which looks for
    what the editor meant: the address is None then, but for a warning.
    """

    address: str | None = None
    media: str = ""
    fault: str = ""
    meant: Callable[[], str | None] | None = None
    values: dict[str, str] = {}


def fault(rule: str, meant: Callable[[], str | None] | None = None, **values: str) -> Resolved:
    """Nothing, and why; `meant` costs time, and is asked for a few faults only."""
    return Resolved(None, "", rule, meant, values)


class Library:
    """The media of the content by path, of the folders that `static_paths` name."""

    def __init__(self, media: Mapping[str, Media], static_paths: Iterable[str]) -> None:
        self._media = media
        self.folders = tuple(static_paths)
        self._prefixes = tuple(f"{name}/" for name in self.folders)

    def holds(self, target: str) -> bool:
        """Whether a typed address means a picture or attachment, there or not."""
        return bool(STATIC.fullmatch(target)) or target.lstrip("/").startswith(self._prefixes)

    def find(self, target: str, kind: str) -> Resolved:
        """`kind` is `image` or `link`. Accepted are `images/…`, `/images/…` and `{static}/images/…`."""
        typed = nfc(target)
        match = STATIC.fullmatch(typed)
        path = unquote(match[1] if match else typed)
        if _leaves(path):
            return fault("path-outside-content", value=typed)
        path = posixpath.normpath(path.lstrip("/"))
        if not path.startswith(self._prefixes):
            return fault("media-address", value=typed)
        if path in self._media:
            if kind == "image" and not media_types.is_picture(path):
                return fault("picture-type", None, value=typed, **media_types.LISTED)
            return Resolved(quote(f"/{path}"), path)
        if not media_types.media_type(path):
            return fault("media-type", partial(closest, path, self._media), value=typed, **media_types.LISTED)
        rule = "broken-image" if kind == "image" else "broken-attachment"
        return fault(rule, partial(closest, path, self._media), value=typed)

    def size(self, path: str) -> int:
        """In bytes."""
        return self._media[path].size


def _leaves(path: str) -> bool:
    return posixpath.normpath("content/" + path.lstrip("/")).partition("/")[0] != "content"


def media_fields(record: Record) -> list[tuple[str, str, str]]:
    """Field path, address and kind (`image`, `link`) of every picture and attachment in the front matter."""
    found: list[tuple[str, str, str]] = []
    if isinstance(record, Article):
        found += [(f"{field}.src", picture.src, "image") for field, picture in record.pictures]
        found += [(f"attachments[{n}].src", file.src, "link") for n, file in enumerate(record.attachments)]
    if isinstance(record, Organisation) and record.logo:
        found.append(("logo.src", record.logo.src, "image"))
    return [(field, target, kind) for field, target, kind in found if target]
