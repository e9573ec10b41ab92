"""Former addresses must be free: neither in use nor given twice, or a reader's old link leads to the wrong place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from associations.addresses import asked_for, file_of
from associations.model import Record
from associations.places import Places
from messages import reasons
from messages.problem import Problem, problem

FIELD = "former_addresses"


def _static(file: str, folders: Iterable[str]) -> str:
    """Which of `folders` it lies in: a page there would be taken for a picture, or kept for ever."""
    found = next((name for name in folders if name and file.startswith(f"{name}/".casefold())), "")
    return reasons.STATIC_FOLDER.format(name=found) if found else ""


def check(records: Iterable[Record], places: Places, static: Collection[str]) -> Iterator[Problem]:
    """`places` are those of all files of the output; in the folders `static` pages have none."""
    for record in records:
        own: set[str] = set()
        for number, address in enumerate(record.former_addresses):
            if not address:
                continue  # reported where it was read
            line = record.line(f"former_addresses[{number}]")
            file = file_of(asked_for(address)).casefold()
            other = places.in_the_way(file) or _static(file, static)
            if file in own:
                yield problem("repeated-value", record.path, line, FIELD, value=address)
            elif other:
                other = reasons.SAME_PAGE if other == record.path else other
                yield problem("duplicate-address", record.path, line, FIELD, address=address, other=other)
            own.add(file)
            places.add(file, record.path)
