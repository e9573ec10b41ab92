"""What stands for the code that derives something: other code, or another version of a package, derives anew."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from incremental.sealed import digest

STARTED = time.time_ns() - 1_000_000_000  # before this process, which needs less to get here, loaded any code
ONCE = 16  # bytes that no other build has


def of_code(folders: Iterable[Path], packages: Iterable[str]) -> bytes:
    """A hash of every Python file below `folders` and of the versions of Python and of `packages`."""
    parts = [sys.version.encode()]
    for folder in folders:
        for file in sorted(folder.rglob("*.py")):
            parts += [file.relative_to(folder).as_posix().encode(), loaded(file)]
    return digest(*parts, *(f"{name} {_version(name)}".encode() for name in packages))


def loaded(file: Path) -> bytes:
    """The bytes of a code file as this process runs it. Of one that was changed since it started, nobody knows whether
    it did: what is made with it is remembered for no other build."""
    found = file.stat()
    return file.read_bytes() if max(found.st_mtime_ns, found.st_ctime_ns) < STARTED else os.urandom(ONCE)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # built in, or put there by hand: its code is not ours to watch
        return ""
