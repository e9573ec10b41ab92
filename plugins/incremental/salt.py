"""What stands for the code that derives something: other code, or another version of a package, derives anew."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from incremental.sealed import digest


def of_code(folders: Iterable[Path], packages: Iterable[str]) -> bytes:
    """A hash of every Python file below `folders` and of the versions of Python and of `packages`."""
    parts = [sys.version.encode()]
    for folder in folders:
        for file in sorted(folder.rglob("*.py")):
            parts += [file.relative_to(folder).as_posix().encode(), file.read_bytes()]
    return digest(*parts, *(f"{name} {_version(name)}".encode() for name in packages))


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # built in, or put there by hand: its code is not ours to watch
        return ""
