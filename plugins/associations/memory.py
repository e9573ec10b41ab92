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
        self._told = False
        self._output = output
        self._usable: Path | None = None
        self.salt = b""
        self.store: Store | None = None
        self.ledger = Ledger(None, output)
        if self._folder and has_locks():
            self._try(lambda: self._enter(Path(folder), output))

    def _enter(self, folder: Path, output: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._open.enter_context(alone_in(folder))
        self.salt = salt.of_code([PLUGINS], PACKAGES)
        self.ledger = Ledger(ledgers.file_for(folder, output), output)
        self._usable = folder

    def open_store(self) -> None:
        """Reads what is known of files: a build that has nothing to do does without."""
        self._try(self._open_store)

    def _open_store(self) -> None:
        if self._usable:
            self.store = Store(self._usable, self.salt)
            self._open.callback(self.store.close)

    def file_for(self, suffix: str) -> Path | None:
        """The place of a file about this output; None where nothing is kept."""
        return ledgers.file_for(self._usable, self._output).with_suffix(suffix) if self._usable else None

    def keep_records(self) -> None:
        """Keeps what was parsed, also where the content has errors: the files without are not read again."""
        if self.store:
            self._try(self.store.save)

    def keep_pages(self, standing: Callable[[], None]) -> None:
        """Keeps what the output holds now, last of all that it does (`standing`), and lets the next build in."""
        self._try(lambda: self._keep_pages(standing))
        self.close()

    def _keep_pages(self, standing: Callable[[], None]) -> None:
        self.ledger.save()
        standing()
        if self._folder:
            drop_oldest(self._folder)

    def forget(self) -> None:
        """Drops what was parsed: it turned out to be damaged."""
        if self._folder:
            index = self._folder / INDEX
            self._try(lambda: index.unlink(missing_ok=True))
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
        """A disk that is full or may not be written is no reason not to build. The user is told once."""
        try:
            step()
        except OSError as error:
            if self._told:
                return
            self._told = True
            reason = error.strerror or error
            sys.stderr.write(texts.NO_CACHE.format(folder=self._folder, reason=reason) + "\n")
