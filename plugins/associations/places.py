"""Which files can stand beside each other: no two of one name, and no file where another needs a folder."""

from __future__ import annotations

from collections.abc import Mapping


class Places:
    """The files of an output, as a disk without upper and lower case has them; `taken` by what makes each."""

    def __init__(self, taken: Mapping[str, str]) -> None:
        self._first: dict[str, str] = {}
        self._inside: dict[str, str] = {}  # a file in each folder
        for file, what in taken.items():
            self.add(file, what)

    def add(self, file: str, what: str) -> None:
        """What came first keeps its place."""
        file = file.casefold()
        self._first.setdefault(file, what)
        folder = file.rpartition("/")[0]
        while folder and folder not in self._inside:
            self._inside[folder] = file
            folder = folder.rpartition("/")[0]

    def in_the_way(self, file: str) -> str:
        """What makes the same file, needs it to be a folder, or has a file where it needs a folder; "" for nothing."""
        file = file.casefold()
        if file in self._inside:
            return self._first[self._inside[file]]
        found = next((place for place in (file, *_folders(file)) if place in self._first), None)
        return "" if found is None else self._first[found]


def _folders(file: str) -> list[str]:
    """Those that a file lies in, the nearest first; not the folder of all."""
    parts = file.split("/")
    return ["/".join(parts[:count]) for count in range(len(parts) - 1, 0, -1)]
