"""What an address that an editor typed leads to: a page of this site, a part of one, a file, or nothing."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Mapping
from functools import partial
from urllib.parse import quote, unquote

import msgspec

from associations.addresses import as_folder, decoded, file_of
from associations.media import Library, Resolved, fault, media_fields
from associations.model import Article, Record
from associations.visibility import Visibility
from bodies.model import Reference
from messages import reasons
from messages.problem import BODY, Problem, problem
from vietnamese.fold import nfc
from vietnamese.suggest import closest

FILENAME = re.compile(r"[{|]filename[}|](.*)", re.DOTALL)
INDEX = re.compile(r"[{|]index[}|]/?")
MOST_SUGGESTED = 50  # wrong addresses of one file for which the right one is looked for, among all of the site
SAFE = "%/?:@!$&'()*+,;=~-._"  # stands in a query or a fragment as it is (RFC 3986)


class Links:
    """Resolves addresses against all that a build makes.

    `pages` are the addresses of this build's pages, `others` those that only editors, or only readers, have; `records`
    is the content with the address of each by file path; `moved` are files that stood for an address once, with the
    present address; `feeds` are the addresses of all feeds that readers will have one day, each with that of its page;
    `base` is the path of SITEURL.
    """

    def __init__(
        self,
        pages: Collection[str],
        others: Collection[str],
        records: Mapping[str, tuple[Record, str]],
        library: Library,
        moved: Mapping[str, str],
        feeds: Mapping[str, str],
        visibility: Visibility,
        base: str,
    ) -> None:
        self.library = library
        self._pages, self._others = set(pages), set(others)
        self._records = records
        self._visibility = visibility
        self._base = base
        self._by_address = {address: record for record, address in records.values()}
        self._moved = moved
        self.feeds = feeds
        self._forms = {feed.removeprefix(page) for feed, page in feeds.items()}

    def resolve(self, record: Record, reference: Reference) -> Resolved:
        """A reference in the body of `record`."""
        if reference.kind == "image":
            return self.library.find(reference.target, "image")
        return self.link(record, reference.target)

    def link(self, record: Record, target: str) -> Resolved:
        """A link that stands in `record`."""
        address, hash_, anchor = nfc(target).partition("#")
        path, mark, query = address.partition("?")
        query = mark + quote(query, safe=SAFE)
        if self.library.holds(path):
            return _followed_by(self.library.find(path, "link"), query, hash_ + quote(anchor, safe=SAFE))
        if not path:
            return _part(record, "", unquote(anchor)) if anchor else fault("broken-link", value=target)
        match = FILENAME.fullmatch(path)
        found = self._of_file(record, path, match[1]) if match else self._of_address(path)
        return found if isinstance(found, Resolved) else _followed_by(self._page(record, found, unquote(anchor)), query)

    def _of_file(self, record: Record, typed: str, file: str) -> str | Resolved:
        """The address of a content file, named from content/ (with a leading /) or from the folder of `record`."""
        path = unquote(file)
        folder = "" if path.startswith("/") else posixpath.dirname(record.path)
        place = posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
        if place.startswith(".."):
            return fault("path-outside-content", value=typed)
        if place in self._records:
            return self._records[place][1]
        return fault("broken-link", partial(_before, "{filename}/", place, self._records), value=typed)

    def _of_address(self, typed: str) -> str | Resolved:
        """An address of this site, a former one too, with or without SITEURL's path."""
        if INDEX.fullmatch(typed):
            return "/"
        address = decoded(typed)
        shorter = address.removeprefix(self._base) if self._base else address
        for known in (address, shorter):
            if any(known in places for places in (self._pages, self._others, self._by_address, self.feeds)):
                return known
            present = self._present(known) if known.startswith("/") else ""
            if present:
                return present
        whole = {f"{address}/"} & self._pages
        return fault("broken-link", partial(closest, address, whole or self._pages), value=typed)

    def _present(self, former: str) -> str:
        """Where a former address leads, one of a feed too that readers do not have yet; "" for nowhere."""
        present = self._moved.get(file_of(as_folder(former)), "")
        for form in () if present else self._forms:
            page = self._moved.get(file_of(former.removesuffix(form))) if former.endswith(form) else None
            present = f"{page}{form}" if f"{page}{form}" in self.feeds else present
        return present

    def _page(self, record: Record, address: str, anchor: str) -> Resolved:
        """A page that exists for editors at least: for readers it may be still to come."""
        found = self._by_address.get(address)
        if anchor and (found is None or anchor not in found.body.anchors):
            return _part(found, address, anchor)
        resolved = Resolved(f"{address}#{anchor}" if anchor else address)
        article = found if isinstance(found, Article) else None
        page = self.feeds.get(address, address)
        for_readers = not self._visibility.state(article) if article else not self._only_for_editors(page)
        if for_readers:
            return resolved if address in self._pages else Resolved(None)  # a feed, which only readers have
        kept = resolved.address if address in self._pages else None
        if isinstance(record, Article) and self._visibility.state(record):
            return Resolved(kept)  # both become readable in their own time
        return Resolved(kept, "", "link-to-unpublished", None, {"value": article.title if article else address})

    def _only_for_editors(self, address: str) -> bool:
        readers = self._pages if self._visibility.publish else self._others
        return address not in readers


def _followed_by(resolved: Resolved, query: str, part: str = "") -> Resolved:
    """The same with a query, and for a file with the part of it that was typed (`#page=3`), which nobody can check."""
    if resolved.address is None:
        return resolved
    address, hash_, anchor = resolved.address.partition("#")
    return msgspec.structs.replace(resolved, address=f"{address}{query}{hash_}{anchor}{part}")


def _part(record: Record | None, address: str, anchor: str) -> Resolved:
    """A part of a page by its anchor; only bodies have parts that may be linked to."""
    anchors = record.body.anchors if record else ()
    if anchor in anchors:
        return Resolved(f"{address}#{anchor}")
    meant = partial(_before, "#", anchor, anchors)
    return fault("broken-anchor", meant, value=anchor, page=address or reasons.THIS_PAGE)


def _before(mark: str, word: str, known: Iterable[str]) -> str | None:
    """What was probably meant, behind the mark that makes it an address."""
    meant = closest(word, known)
    return f"{mark}{meant}" if meant else None


def check(record: Record, links: Links) -> list[Problem]:
    """What is wrong with the links and pictures of one record, in its body and its front matter."""
    found = [(links.resolve(record, reference), reference.line, BODY) for reference in record.body.references]
    found += [
        (links.library.find(target, kind), record.line(field), field) for field, target, kind in media_fields(record)
    ]
    faults = [(resolved, line, field) for resolved, line, field in found if resolved.fault]
    return [
        problem(
            resolved.fault,
            record.path,
            line,
            field,
            resolved.meant() if resolved.meant and number < MOST_SUGGESTED else None,
            **resolved.values,
        )
        for number, (resolved, line, field) in enumerate(faults)
    ]
