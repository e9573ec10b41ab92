"""One build at a time for one output folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # not on Windows: there the builds of one folder must not overlap
    fcntl = None  # type: ignore[assignment] # the module, or nothing


def has_locks() -> bool:
    """Whether this system keeps builds apart at all."""
    return fcntl is not None


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Waits until no other build is in this block with `folder`. The lock ends with the process, however it ends."""
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network disks have no locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
