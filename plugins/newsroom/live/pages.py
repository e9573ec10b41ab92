"""Pages on their way from the output to the browser: the preview's script put in, and how to see that one changed."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal
from urllib.parse import urljoin

import msgspec

OWN = "/.preview/"
"""Where the preview's own files stand: no file of a site has an address with a hidden name."""

BODY = re.compile(rb"<body\b", re.IGNORECASE)
HEAD_END = re.compile(rb"</head\s*>", re.IGNORECASE)
POLICY = re.compile(rb"<meta\b[^>]*\bhttp-equiv\s*=\s*[\"']?content-security-policy\b[^>]*>", re.IGNORECASE)
CONTENT = re.compile(rb"(\bcontent\s*=\s*)(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
STYLESHEET = re.compile(rb"<link\b(?=[^>]*\brel\s*=\s*[\"']?[^\"'>]*\bstylesheet\b)[^>]*>", re.IGNORECASE)
ADDRESS = re.compile(rb"(\bhref\s*=\s*)(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))", re.IGNORECASE)
PICTURES = re.compile(rb"\s(?:src|srcset|poster)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)

NEEDED = ("script-src", "connect-src", "style-src")
FINER = ("script-src-elem", "style-src-elem", "worker-src")  # come before the ones above where a policy has them

Change = Literal["none", "styles", "body", "page"]


class Look(msgspec.Struct, frozen=True):
    """How a page looks: digests of its head without the names of its stylesheets, of its body, and of the pictures in
    it, which keep their names when they change; and those `styles`, as they are written."""

    head: str
    body: str
    pictures: str
    styles: tuple[str, ...]

    @property
    def mark(self) -> str:
        """What a page carries, to be compared later."""
        return "-".join((self.head, self.pictures, self.body, _digest(*(style.encode() for style in self.styles))))

    def change_since(self, mark: str) -> Change:
        """The least that a page with that mark has to do to look so: take other stylesheets, another body with them,
        or be loaded anew."""
        if mark == self.mark:
            return "none"
        if mark.startswith(f"{self.head}-{self.pictures}-{self.body}-"):
            return "styles"
        return "body" if mark.startswith(f"{self.head}-{self.pictures}-") else "page"


def look(page: bytes, address: str, file_at: Callable[[str], Path]) -> Look:
    """The page at `address`; `file_at` gives the file that an address of the site leads to, there or not."""
    styles: list[str] = []

    def without_name(link: re.Match[bytes]) -> bytes:
        found = ADDRESS.search(link[0])
        styles.append(_text(found[2] or found[3] or found[4] or b"") if found else "")
        return ADDRESS.sub(b"", link[0])

    start = BODY.search(page)
    head, body = (page[: start.start()], page[start.start() :]) if start else (page, b"")
    pictures = [part for place in _pictures(page, address) for part in (place.encode(), _stamp(file_at(place)))]
    return Look(_digest(STYLESHEET.sub(without_name, head)), _digest(body), _digest(*pictures), tuple(styles))


def with_script(page: bytes, mark: str) -> bytes:
    """The page with the preview's script in its head, and with a policy that lets it run."""
    page = POLICY.sub(lambda meta: CONTENT.sub(_opened_attribute, meta[0]), page)
    script = f'<script src="{OWN}page.js" defer data-mark="{mark}"></script>\n'.encode()
    end = HEAD_END.search(page)
    place = end.start() if end else len(page)
    return page[:place] + script + page[place:]


def opened(policy: str) -> str:
    """The Content-Security-Policy, with what the preview's own files need besides."""
    given: dict[str, list[str]] = {}
    for directive in policy.split(";"):
        if directive.strip():
            name, *sources = directive.split()
            given.setdefault(name.lower(), sources)  # of two alike the first holds
    for name in (*NEEDED, *FINER):
        allowed = given.get(name, given.get("default-src") if name in NEEDED else None)
        if allowed is not None and not {"'self'", "*"} & set(allowed):
            given[name] = [*(source for source in allowed if source.lower() != "'none'"), "'self'"]
    return "; ".join(" ".join((name, *sources)) for name, sources in given.items())


def _opened_attribute(content: re.Match[bytes]) -> bytes:
    policy = opened(_text(content[2] or content[3] or b""))
    return content[1] + f'"{html.escape(policy, quote=False)}"'.encode()


def _pictures(page: bytes, address: str) -> list[str]:
    """The addresses, whole, of what the page shows from the site itself."""
    written = [_text(found[1] or found[2] or b"") for found in PICTURES.finditer(page)]
    single = [part.split()[0] for value in written for part in value.split(",") if part.strip()]
    whole = {_joined(address, place) for place in single}
    return sorted(place for place in whole if place.startswith("/") and not place.startswith("//"))


def _joined(address: str, place: str) -> str:
    try:
        return urljoin(address, place).partition("#")[0]
    except ValueError:  # no address at all
        return ""


def _stamp(file: Path) -> bytes:
    """Changes when the file does; empty where there is none."""
    try:
        about = file.stat()
    except (OSError, ValueError):
        return b""
    return f"{about.st_mtime_ns} {about.st_size}".encode()


def _text(value: bytes) -> str:
    return html.unescape(value.decode("utf-8", "replace"))


def _digest(*parts: bytes) -> str:
    digest = hashlib.blake2b(digest_size=10)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()
