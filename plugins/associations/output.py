"""An edition's files: what has to be made anew is made, and what would come out the same is left where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from associations import templates
from associations.addresses import NAMES
from associations.edition import Edition
from associations.memory import PLUGINS
from associations.model import Outline
from associations.pages.planned import Planned
from associations.render import environment, render
from associations.shell import shell
from associations.shown_media import shown_media
from incremental import stamps
from incremental.functions import of_functions
from incremental.ledger import Ledger
from incremental.parallel import spread
from incremental.sealed import digest
from incremental.writer import File

NOTHING = b""


def files(edition: Edition, ledger: Ledger | None = None, salt: bytes = NOTHING) -> Iterator[File]:
    """Every file of the output: its path there, and its bytes, the file to copy, or None where `ledger` knows that it
    stands as it would be made. `salt` stands for the code. Only for a sound edition."""
    making = _Making(edition, ledger, salt)
    made_from = {page.file: making.stale(page) for page in edition.pages}
    stale = [page for page in edition.pages if made_from[page.file] is not None]
    rendered = spread(making.render, stale, edition.options.jobs)
    for page in edition.pages:
        fingerprint = made_from[page.file]
        yield page.file, making.noted(page, fingerprint, next(rendered)) if fingerprint is not None else None
    for path, data in edition.assets.files.items():
        yield path, making.asset(path, data)
    for path in shown_media(edition.content, edition.site, edition.links):
        yield path, making.copy(path, edition.content.media[path].file)


def shared(edition: Edition) -> bytes:
    """What any page may follow from besides articles: settings, profiles without their text, who is a member today."""
    options, site = edition.options, edition.site
    settings = {name: str(options.settings[name]) for name in NAMES}
    registry = site.registry
    profiles = [*registry.organisations.values(), *registry.activities.values(), *registry.pages.values()]
    known = [msgspec.structs.replace(profile, body=Outline(), lines={}) for profile in profiles]
    former = [body.slug for body in site.former]
    flags = (options.siteurl, options.language, options.publish, site.marks, former)
    filters = of_functions(options.filters, [PLUGINS])  # the salt knows our own code
    return msgspec.msgpack.encode((settings, known, registry.units, flags, filters))


class _Making:
    def __init__(self, edition: Edition, ledger: Ledger | None, salt: bytes) -> None:
        options = edition.options
        self._links = edition.links
        self._ledger = ledger
        self._jinja = environment(options.templates, options.filters)
        self._shell = shell(edition.site, edition.assets)
        if ledger:
            self._closures = templates.closures(templates.sources(options.templates))
            self._common = digest(salt, msgspec.msgpack.encode(self._shell), shared(edition))

    def stale(self, page: Planned) -> bytes | None:
        """What the page would be made from, where it has to be made; None where it stands."""
        if self._ledger is None:
            return NOTHING
        own = page.depends(self._links) if page.depends else page.make(self._links)
        closure = self._closures.get(page.template, NOTHING)
        made_from = digest(self._common, page.template.encode(), closure, msgspec.msgpack.encode(own))
        return None if self._ledger.stands(page.file, made_from) else made_from

    def render(self, page: Planned) -> bytes:
        """The bytes of a page."""
        return render(self._jinja, page.template, page.make(self._links), self._shell)

    def noted(self, page: Planned, made_from: bytes, data: bytes) -> bytes:
        """The same bytes, known to the ledger."""
        if self._ledger:
            self._ledger.note(page.file, made_from, data)
        return data

    def asset(self, path: str, data: bytes) -> bytes | None:
        """A file of the theme; None where it stands."""
        if self._ledger is None:
            return data
        made_from = digest(b"asset", data)
        if self._ledger.stands(path, made_from):
            return None
        self._ledger.note_copy(path, made_from)
        return data

    def copy(self, path: str, file: Path) -> Path | None:
        """The file; None where its copy stands."""
        if self._ledger is None:
            return file
        found = stamps.stamp(file.stat())
        if not stamps.settled(found, stamps.now()):
            return file
        made_from = digest(b"copy", msgspec.msgpack.encode(found))
        if self._ledger.stands(path, made_from):
            return None
        self._ledger.note_copy(path, made_from)
        return file
