"""Seeing what is saved: the system tells; where it can't, the files are looked through again and again."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from watchfiles import Change, watch
from watchfiles.main import FileChange

from messages import setup_texts
from newsroom.setup_steps import say

STEP = 20  # ms of quiet after which saves are told
LONGEST = 50  # ms after which they are told without quiet
TICK = 250  # ms after which it is looked whether the folders are still the same ones
POLL = 500  # ms between two looks where the system doesn't tell

NOISE = re.compile(r"\..*|.*~|#.*#|.*\.sw[a-z]|.*\.pyc|__pycache__", re.DOTALL)
"""Names of what editors and Python leave beside the files; no build reads it."""

Identity = tuple[int, int] | None
"""Which folder it is; None where there is none."""


class Watch:
    """Tells `changed` which paths below `folders` were saved, in batches.

    Of a folder that isn't there, or is replaced by another, nothing is missed: it is told itself, and watched once it
    exists. `names` limits it to files of those names directly in the folders.
    """

    def __init__(
        self, folders: Iterable[Path], changed: Callable[[Collection[str]], object], names: Collection[str] = ()
    ) -> None:
        self._folders = _resolved(folders)
        self._changed, self._names = changed, names
        self._stopped = threading.Event()
        self._renewed = threading.Event()
        self._polls = False
        self.is_ready = threading.Event()
        """Set once everything that is saved from now on is seen."""

    def watch_too(self, folders: Iterable[Path]) -> None:
        """Further folders; told themselves where they are new, since nobody looked at them until now."""
        more = {*self._folders, *_resolved(folders)}
        if more != self._folders:
            self._folders = more
            self._renewed.set()

    def stop(self) -> None:
        """Lets `run` return."""
        self._stopped.set()

    def run(self) -> None:
        """Watches until `stop`."""
        before: dict[Path, Identity] = {}
        while not self._stopped.is_set():
            self._renewed.clear()
            found = _identities(self._folders)
            if before and found != before:
                self._changed({str(folder) for folder in found if found[folder] != before.get(folder)})
            try:
                self._look(found, again=bool(before))
            except FileNotFoundError:
                pass  # gone between two looks
            except (OSError, RuntimeError) as error:  # the system's limit of watched files; watchfiles has no own type
                if self._polls:
                    raise
                say(setup_texts.WATCHED_BY_LOOKING.format(reason=error))
                self._polls = True
            before = found

    def _look(self, found: dict[Path, Identity], again: bool) -> None:
        """Watches the folders that exist, as long as they are these. `again`: nobody did a moment ago."""
        there = {str(folder) for folder, identity in found.items() if identity}
        if not there:
            self.is_ready.set()
            self._stopped.wait(TICK / 1000)
        for changes in self._batches(there) if there else ():
            self.is_ready.set()
            paths = {path for _, path in changes} | (there if again else set())
            again = False
            if paths:
                self._changed(paths)
            if {path for _, path in changes} & there or _identities(self._folders) != found:
                return  # perhaps another folder in the same place, of which the system tells nothing

    def _batches(self, folders: Iterable[str]) -> Iterator[set[FileChange]]:
        """What was saved, again and again; nothing at every TICK without."""
        return watch(
            *folders,
            watch_filter=self._is_wanted,
            step=STEP,
            debounce=LONGEST,
            rust_timeout=TICK,
            yield_on_timeout=True,
            stop_event=_Either(self._stopped, self._renewed),
            recursive=not self._names,
            force_polling=True if self._polls else None,
            poll_delay_ms=POLL,
            ignore_permission_denied=True,
        )

    def _is_wanted(self, change: Change, path: str) -> bool:
        file = Path(path)
        if self._names:
            return file.name in self._names
        below = next((file.relative_to(folder) for folder in self._folders if file.is_relative_to(folder)), file)
        return not any(NOISE.fullmatch(name) for name in below.parts)


class _Either:
    """Set when one of two events is: what watchfiles asks whether to stop."""

    def __init__(self, *events: threading.Event) -> None:
        self._events = events

    def is_set(self) -> bool:
        return any(event.is_set() for event in self._events)


def _resolved(folders: Iterable[Path]) -> set[Path]:
    return {Path(os.path.realpath(folder)) for folder in folders}


def _identities(folders: Iterable[Path]) -> dict[Path, Identity]:
    found: dict[Path, Identity] = {}
    for folder in folders:
        try:
            about = folder.stat()
            found[folder] = about.st_dev, about.st_ino
        except OSError:
            found[folder] = None
    return found
