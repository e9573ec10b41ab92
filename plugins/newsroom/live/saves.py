"""What was saved and is not built yet."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

from newsroom.live.outcome import Outcome


class Saves:
    """Paths that changed, from the threads that watch to the one that builds."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: set[str] = set()
        self._stopped = False

    def add(self, paths: Iterable[str]) -> None:
        """These were saved (added, removed) just now."""
        with self._changed:
            self._waiting.update(paths)
            self._changed.notify_all()

    def stop(self) -> None:
        """Whoever waits in `take`, now or later, gets None."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()

    def take(self) -> frozenset[str] | None:
        """Waits until something was saved, and gives all of it: what is saved later is for the next call. None at the
        end."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._stopped)
            taken, self._waiting = frozenset(self._waiting), set()
            return None if self._stopped else taken


def keep_building(
    saves: Saves, rebuild: Callable[[frozenset[str]], Outcome], show: Callable[[Outcome], object]
) -> None:
    """Builds and shows until `saves` stops. What is taken was saved before its build began; a save while one runs is
    taken after it, so the last build has seen the last save."""
    while (changed := saves.take()) is not None:
        show(rebuild(changed))
