"""What a build remembers of earlier ones: parsed files, and what each page was made from. Losing it costs time only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from incremental import ledger as ledgers
from incremental import salt
from incremental.ledger import Ledger, drop_oldest
from incremental.lock import alone_in, has_locks
from incremental.packs import Damaged
from incremental.store import INDEX, Store
from messages import texts

PLUGINS = Path(__file__).resolve().parents[1]
PACKAGES = ("markdown", "nh3", "pyyaml", "msgspec", "jinja2", "tinycss2")  # whose versions show in what is made


class Memory:
    """The memory in `folder` for one build into `output`; without a folder, or where it can't be written, none.

    While it is open no other build uses the folder: a second one waits.
    """

    def __init__(self, folder: str | Path, output: Path) -> None:
        self._folder = Path(folder) if folder else None
        self._open = ExitStack()
        self.salt = b""
        self.store: Store | None = None
        self.ledger = Ledger(None, output)
        if self._folder and has_locks():
            self._try(lambda: self._enter(Path(folder), output))

    def _enter(self, folder: Path, output: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._open.enter_context(alone_in(folder))
        self.salt = salt.of_code([PLUGINS], PACKAGES)
        self.store = Store(folder, self.salt)
        self._open.callback(self.store.close)
        self.ledger = Ledger(ledgers.file_for(folder, output), output)

    def keep_records(self) -> None:
        """Keeps what was parsed, also where the content has errors: the files without are not read again."""
        if self.store:
            self._try(self.store.save)

    def keep_pages(self) -> None:
        """Keeps what the output holds now, and lets the next build in."""
        self._try(self.ledger.save)
        if self._folder:
            drop_oldest(self._folder)
        self.close()

    def forget(self) -> None:
        """Drops what was parsed: it turned out to be damaged."""
        if self._folder:
            (self._folder / INDEX).unlink(missing_ok=True)
        self.store = None

    @contextmanager
    def closed_on_failure(self) -> Iterator[None]:
        """Lets the next build in, whatever ends this one."""
        try:
            yield
        except BaseException:  # a signal too; raised again
            self.close()
            raise

    def close(self) -> None:
        self._open.close()

    def _try(self, step: Callable[[], None]) -> None:
        """A disk that is full or may not be written is no reason not to build."""
        try:
            step()
        except (OSError, Damaged) as error:
            reason = getattr(error, "strerror", None) or error
            sys.stderr.write(texts.NO_CACHE.format(folder=self._folder, reason=reason) + "\n")
