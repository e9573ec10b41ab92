"""What is known of a body after its Markdown has been read: a function of its own bytes alone."""

from __future__ import annotations

from typing import Literal

import msgspec

# An address that only the linking stage can resolve stands in the HTML as `ref:<n>`, n the index in Body.references.
REFERENCE_SCHEME = "ref"


class Reference(msgspec.Struct, frozen=True):
    """An address in the body as the editor typed it (NFC).

    kind: `link` (href to another page or file of the site, `{filename}…`, `/hoi/…/`, `#muc-…`), `image` (src).
    Addresses of other sites, mailto: and tel: are no references: they stay as they are.
    """

    kind: Literal["link", "image"]
    target: str
    line: int  # of the file, 1-based


class Block(msgspec.Struct, frozen=True):
    """One block of text as shown (NFC, white space as one space): a paragraph, item, cell, heading or caption.

    `pins` and `excludes` are what `[!slug]` and `[!-slug]` at its start name.
    """

    text: str
    line: int
    pins: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()


class Heading(msgspec.Struct, frozen=True):
    level: int  # as shown: 2–6
    text: str
    anchor: str  # muc-…


class Body(msgspec.Struct, frozen=True):
    """`html` is safe to put into a page once its references are resolved."""

    html: str = ""
    references: tuple[Reference, ...] = ()
    anchors: tuple[str, ...] = ()  # every id in the HTML
    blocks: tuple[Block, ...] = ()
    headings: tuple[Heading, ...] = ()
