"""Where every page stands: address patterns (settings) to addresses, and those to files of the output."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import unquote, urlsplit

from associations.feed_forms import FORMS
from vietnamese.fold import nfc

# Names of the settings that hold address patterns (their values stand in pelicanconf.py). An address is a path below
# the site's root that begins with `/`; those of BELOW_LISTS stand below the address of a list, so LISTS are folders.
NAMES = (
    "HOME_URL",
    "ARCHIVES_URL",
    "YEAR_ARCHIVE_URL",
    "MONTH_ARCHIVE_URL",
    "ARTICLE_URL",
    "ASSOCIATIONS_URL",
    "ASSOCIATION_URL",
    "ASSOCIATION_ACTIVITY_URL",
    "ASSOCIATION_YEAR_URL",
    "ASSOCIATION_ACTIVITY_YEAR_URL",
    "ACTIVITIES_URL",
    "ACTIVITY_URL",
    "ACTIVITY_YEAR_URL",
    "MATRIX_URL",
    "MATRIX_YEAR_URL",
    "DOCUMENTS_URL",
    "DOCUMENT_URL",
    "PAGE_URL",
    "NOT_FOUND_URL",
    "NUMBERED_PAGE_URL",
    *(form.setting for form in FORMS),
)
BELOW_LISTS = ("NUMBERED_PAGE_URL", *(form.setting for form in FORMS))
LISTS = (
    "HOME_URL",
    "ARCHIVES_URL",
    "YEAR_ARCHIVE_URL",
    "MONTH_ARCHIVE_URL",
    "ASSOCIATION_URL",
    "ASSOCIATION_ACTIVITY_URL",
    "ASSOCIATION_YEAR_URL",
    "ASSOCIATION_ACTIVITY_YEAR_URL",
    "ACTIVITY_URL",
    "ACTIVITY_YEAR_URL",
)
# First parts of addresses that pages of later kinds take: no page of the editor's may have them.
RESERVED_FOLDERS = ("so-lieu", "su-kien", "du-lieu", "bao-cao", "tim-kiem", "mau", "404")


class Addresses:
    """Addresses by setting name; KeyError for a lacking one. `base` is the path of SITEURL, without a final slash,
    `host` its host."""

    def __init__(self, settings: Mapping[str, Any], siteurl: str = "") -> None:
        self._patterns = {name: str(settings[name]) for name in NAMES}
        self._siteurl = siteurl.rstrip("/")
        self.base = urlsplit(self._siteurl).path
        self.host = urlsplit(self._siteurl).hostname or ""

    def of(self, name: str, **values: Any) -> str:
        """The address of a page, e.g. `of("ARTICLE_URL", date=…, slug=…)` → `/tin/2022/bai/`."""
        return "/" + self._patterns[name].format(**values).lstrip("/")

    def year(self, name: str, year: int, **values: Any) -> str:
        return self.of(name, date=date(year, 1, 1), year=f"{year:04d}", **values)

    def numbered(self, address: str, number: int) -> str:
        """The address of page `number` of the list at `address`."""
        return address + self._patterns["NUMBERED_PAGE_URL"].format(number=number)

    def feed(self, name: str, address: str) -> str:
        """The address of the feed (`name` a setting) of the list at `address`."""
        return address + self._patterns[name]

    def slug_of(self, name: str, address: str) -> str:
        """The slug in an address that the pattern of setting `name` makes, or nothing where it makes no such."""
        before, _, after = self.of(name, slug="\0").partition("\0")
        slug = address.removeprefix(before).removesuffix(after)
        return slug if address == before + slug + after and "/" not in slug else ""

    def href(self, address: str) -> str:
        """The address as it stands inside a page: with SITEURL's path, but for a part of that page (`#…`)."""
        return address if address.startswith("#") else self.base + address

    def canonical(self, address: str) -> str:
        """The address with host, where SITEURL has one."""
        return self._siteurl + address

    def absolute(self, href: str) -> str:
        """The same for an address as it stands inside a page; one of another site stays."""
        return self._siteurl.removesuffix(self.base) + href if href.startswith("/") else href

    def reserved(self) -> set[str]:
        """First parts of addresses that are taken."""
        firsts = {pattern.split("/")[0] for pattern in self._patterns.values()}
        return {first for first in firsts if first and "{" not in first} | set(RESERVED_FOLDERS)


def file_of(address: str) -> str:
    """The file in the output that answers an address: `/tin/` → `tin/index.html`, `/404.html` → `404.html`."""
    path = address.lstrip("/")
    return path + "index.html" if path == "" or path.endswith("/") else path


def as_folder(address: str) -> str:
    """A former address without an extension means a folder's index.html."""
    last = address.rpartition("/")[2]
    return address if not last or "." in last else f"{address}/"


def decoded(typed: str) -> str:
    """An address without percent-encoding, in NFC: two spellings of one address are equal."""
    return nfc(unquote(typed))


def asked_for(typed: str) -> str:
    """A former address as it is asked for: decoded, and a folder's with its slash."""
    return as_folder(decoded(typed))


def with_slash(typed: str) -> str:
    """A former address with the percent-encoding that was typed, and a folder's slash that may not have been."""
    return typed + asked_for(typed).removeprefix(decoded(typed))
