"""What kind of address an editor typed: one of another site, one of ours, or one that no link may have."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Literal

Verdict = Literal["external", "internal", "forbidden"]

_PLAIN = re.compile(r"[!-~]*")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_HTTP = re.compile(r"https?://[^/\\]", re.IGNORECASE)
_OTHER_HOST = re.compile(r"[/\\]{2}")
_SCRIPT = re.compile(r"(?:java|vb|live)script:|^data:|^mhtml:", re.IGNORECASE)


def verdict(address: str) -> Verdict:
    """Whether the address leads to another site (http, https, mailto, tel), stays in this one, or is forbidden.

    Forbidden is every other scheme, in every disguise a browser sees through (letter case, control characters and
    white space inside it, character references), and what takes the scheme of the page (`//host`).
    """
    unescaped = html.unescape(address)
    if unescaped != address and _verdict(unescaped) == "forbidden":
        return "forbidden"
    return _verdict(address)


def _verdict(address: str) -> Verdict:
    bare = without_silent(address)
    if _OTHER_HOST.match(bare):
        return "forbidden"
    match = _SCHEME.match(bare)
    if match is None:
        return "internal"
    as_typed = _SCHEME.match(address.strip())
    if as_typed is None or as_typed[1] != match[1]:
        return "forbidden"
    scheme = match[1].lower()
    if scheme in ("http", "https"):
        return "external" if _HTTP.match(bare) else "forbidden"
    return "external" if scheme in ("mailto", "tel") else "forbidden"


def is_script(value: str) -> bool:
    """Whether a browser might run what stands in this value of an attribute."""
    return _SCRIPT.search(without_silent(value)) is not None


def without_silent(text: str) -> str:
    """The text without white space, control and format characters."""
    if _PLAIN.fullmatch(text):
        return text
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf"))
