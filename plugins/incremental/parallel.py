"""The same work on several cores: in the same order, with the same outcome, and an error where a worker dies."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_all_start_methods, get_context
from typing import Any, TypeVar

from messages import reasons

T = TypeVar("T")
R = TypeVar("R")
LEAST = 400  # items: for fewer, starting workers takes longer than they save
CHUNK = 32  # items that a worker is handed at once

# What workers inherit: it need not be sent to them, nor be able to.
_work: tuple[Callable[[Any], Any], Sequence[Any]] = (id, ())


class WorkerDied(OSError):
    """A process ended in the middle of its work: killed, or out of memory."""


def cores() -> int:
    """How many this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def spread(function: Callable[[T], R], items: Sequence[T], jobs: int) -> Iterator[R]:
    """`function(item)` for each item, in order, by `jobs` processes that know all that this one knows now.

    What `function` raises is raised here. Raises WorkerDied.
    """
    global _work
    if jobs < 2 or len(items) < LEAST or "fork" not in get_all_start_methods():
        yield from map(function, items)
        return
    _work = function, items
    alive, own_end = os.pipe()
    gc.freeze()  # or looking for garbage would copy what the processes share
    pool = ProcessPoolExecutor(jobs, get_context("fork"), _start, (alive, own_end))
    try:
        for done in pool.map(_chunk, range(0, len(items), CHUNK)):
            yield from done
    except BrokenProcessPool as error:
        raise WorkerDied(reasons.WORKER_DIED) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        _work = (id, ())
        gc.unfreeze()
        os.close(alive)
        os.close(own_end)


def _start(alive: int, parents_end: int) -> None:
    """Ctrl-C is the parent's affair, which then hands out no more work; SIGTERM ends a worker without a word.

    A worker whose parent is gone goes too: with what it inherited it would hold the locks that the parent had.
    """
    os.close(parents_end)
    threading.Thread(target=_end_with_parent, args=(alive,), daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _end_with_parent(alive: int) -> None:
    """Nobody writes into this pipe: it ends when the parent does, however that ends."""
    os.read(alive, 1)
    os._exit(1)


def _chunk(start: int) -> list[Any]:
    function, items = _work
    return [function(item) for item in items[start : start + CHUNK]]
