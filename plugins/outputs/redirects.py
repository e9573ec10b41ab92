"""`_redirects`: the lines from which Netlify, Cloudflare Pages and GitLab Pages know where a former address leads.

What all three read alike is `/source /target 301`, one a line, both without the host. Where a page stands at the
source too, Cloudflare follows the line, Netlify and GitLab serve the page; with Netlify's `301!` the other two would
drop the line. Their limits: Cloudflare 2,000 lines of 1,000 characters; GitLab the first 1,000 lines, and no file over
64 KiB, unless its administrator allows more; Netlify advises against more than 10,000.

See https://docs.netlify.com/manage/routing/redirects/overview/,
https://developers.cloudflare.com/pages/configuration/redirects/,
https://docs.gitlab.com/user/project/pages/redirects/.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

# What every host reads, of those that stop reading somewhere.
FEWEST_LINES, FEWEST_BYTES = 1000, 64 * 1024

# One leading slash (two would name another host); nothing that ends a word or a line; `#` and `?` would begin a
# fragment, a comment or a query, which the hosts read differently.
_ADDRESS = re.compile(r"/(?!/)[^\s\x00-\x20\x7f-\xa0#?\\]*")

# `*` and `/:name` would match, or be replaced by, other addresses than the one meant. Encoded they are themselves.
_PATTERNS = str.maketrans({"*": "%2A", ":": "%3A"})


class Redirect(msgspec.Struct, frozen=True):
    """Both are addresses on this host with SITEURL's path, percent-encoded or in UTF-8."""

    source: str
    target: str


def write(redirects: Iterable[Redirect]) -> bytes:
    """One line a redirect in the order given, addresses as given but for `*` and `:`, which are percent-encoded.

    ValueError: an address that hosts would not read as one word and a path, a source that stands twice or leads to
    itself.
    """
    lines: dict[str, str] = {}
    for one in redirects:
        source, target = _word(one.source), _word(one.target)
        if source in lines or source == target:
            raise ValueError(f"one address leads to one other: {source} → {target}")
        lines[source] = f"{source} {target} 301\n"
    return "".join(lines.values()).encode()


def _word(address: str) -> str:
    if not _ADDRESS.fullmatch(address):
        raise ValueError(f"not a path that every host reads alike: {address!r}")
    return address.translate(_PATTERNS)
