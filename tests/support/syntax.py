"""Syntax that no schema language of ours can express: addresses, `tag:` ids, dates that exist, addresses in HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from urllib.parse import urlsplit

from lxml import html

_ADDRESS_ATTRIBUTES = ("href", "src", "poster", "cite", "data", "action", "formaction", "background")
_ACTIVE = ("script", "style", "iframe", "object", "embed", "form", "base", "meta", "link", "svg", "math")

# RFC 3987: what an IRI may hold, beyond ASCII every printing character.
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:(?:%[0-9A-Fa-f]{2}|[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|[^\x00-\xa0\s])+")

# RFC 4151, 2.1: tag:authority,date:specific, in ASCII; the authority is a DNS name or a mail address.
_DNS = r"[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?)*"
_TAG = re.compile(
    rf"tag:(?:[A-Za-z0-9\-._]+@)?{_DNS},([0-9]{{4}}(?:-[0-9]{{2}}){{0,2}}):"
    r"(?:%[0-9A-Fa-f]{2}|[A-Za-z0-9\-._~!$&'()*+,;=:@/?])*(?:#(?:%[0-9A-Fa-f]{2}|[A-Za-z0-9\-._~!$&'()*+,;=:@/?])*)?"
)


def is_iri(text: str) -> bool:
    """An absolute IRI; with `http`, `https` one that names a host."""
    return _IRI.fullmatch(text) is not None and (not text.lower().startswith("http") or is_web_address(text))


def is_web_address(text: str) -> bool:
    """An absolute http(s) address with a host and without user name."""
    if _IRI.fullmatch(text) is None:
        return False
    parts = urlsplit(text)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc


def is_tag_uri(text: str) -> bool:
    """A `tag:` URI of RFC 4151, of a day that exists (a year alone is its first of January)."""
    match = _TAG.fullmatch(text)
    if match is None:
        return False
    year, month, day = [*match[1].split("-"), "01", "01"][:3]
    return exists(f"{year}-{month}-{day}")


def exists(text: str) -> bool:
    """Whether the calendar has the day, and the clock the time, of an ISO 8601 text."""
    try:
        if "T" not in text:
            date.fromisoformat(text)
        else:
            datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def faults_of_html(fragment: str) -> Iterator[str]:
    """What a feed's HTML may not hold: what runs, and addresses that mean nothing outside their page."""
    for element in html.fragment_fromstring(fragment, create_parent="div").iter(html.etree.Element):
        if element.tag in _ACTIVE:
            yield f"<{element.tag}> in HTML"
        for name, value in element.items():
            if name.startswith("on") or name == "style":
                yield f"{name}= in HTML"
            for address in _addresses(name, value):
                if not is_iri(address) or not address.lower().startswith(("http:", "https:", "mailto:", "tel:")):
                    yield f"not a complete address in HTML: {name}={address!r}"


def _addresses(name: str, value: str) -> list[str]:
    if name == "srcset":
        return [candidate.split()[0] for candidate in value.split(",") if candidate.split()]
    return [value] if name in _ADDRESS_ATTRIBUTES else []
