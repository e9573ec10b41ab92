"""The forms in which a feed is written."""

from __future__ import annotations

import msgspec


class Form(msgspec.Struct, frozen=True):
    """`setting` names its address below a list's, `template` what writes it, `kind` is its media type."""

    setting: str
    template: str
    name: str
    kind: str


ATOM = Form("ATOM_URL", "atom.xml", "Atom", "application/atom+xml")
JSON_FEED = Form("JSON_FEED_URL", "feed.json", "JSON Feed", "application/feed+json")
FORMS = (ATOM, JSON_FEED)
