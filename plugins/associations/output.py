"""An edition's files: what has to be made anew is made, and what would come out the same is left where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from associations import templates
from associations.edition import Edition
from associations.pages.planned import Planned
from associations.render import environment, render
from associations.shell import shell
from associations.shown_media import shown_media
from incremental import stamps
from incremental.ledger import Ledger, fingerprint
from incremental.writer import File

NOTHING = b""


def files(edition: Edition, ledger: Ledger | None = None, salt: bytes = NOTHING) -> Iterator[File]:
    """Every file of the output: its path there, and its bytes, the file to copy, or None where `ledger` knows that it
    stands as it would be made. `salt` stands for the code. Only for a sound edition."""
    making = _Making(edition, ledger, salt)
    for page in edition.pages:
        yield page.file, making.page(page)
    yield from edition.assets.files.items()
    for path in shown_media(edition.content, edition.site, edition.links):
        yield path, making.copy(path, edition.content.media[path].file)


class _Making:
    def __init__(self, edition: Edition, ledger: Ledger | None, salt: bytes) -> None:
        options = edition.options
        self._links = edition.links
        self._ledger = ledger
        self._jinja = environment(options.templates, options.filters)
        self._shell = shell(edition.site, edition.assets, options.language)
        self._closures = templates.closures(templates.sources(options.templates)) if ledger else {}
        self._common = fingerprint(salt, msgspec.msgpack.encode(self._shell))

    def page(self, page: Planned) -> bytes | None:
        """The bytes of a page; None where it stands."""
        view = page.make(self._links)
        if self._ledger is None:
            return render(self._jinja, page.template, view, self._shell)
        closure = self._closures.get(page.template, NOTHING)
        made_from = fingerprint(self._common, page.template.encode(), closure, msgspec.msgpack.encode(view))
        if self._ledger.stands(page.file, made_from):
            return None
        data = render(self._jinja, page.template, view, self._shell)
        self._ledger.note(page.file, made_from, data)
        return data

    def copy(self, path: str, file: Path) -> Path | None:
        """The file; None where its copy stands."""
        if self._ledger is None:
            return file
        found = stamps.stamp(file.stat())
        if not stamps.settled(found, stamps.now()):
            return file
        made_from = fingerprint(b"copy", msgspec.msgpack.encode(found))
        if self._ledger.stands(path, made_from):
            return None
        self._ledger.note_copy(path, made_from)
        return file
