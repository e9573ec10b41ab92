"""Former addresses must be free: neither in use nor given twice, or a reader's old link leads to the wrong place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from associations.addresses import former_file
from associations.model import Record
from messages import reasons
from messages.problem import Problem, problem

FIELD = "former_addresses"


def check(records: Iterable[Record], taken: Mapping[str, str]) -> Iterator[Problem]:
    """`taken` maps each file of the output (lower case) to what makes it."""
    first = dict(taken)
    folders = {str(parent) for file in taken for parent in PurePosixPath(file).parents}
    for record in records:
        own: set[str] = set()
        for number, address in enumerate(record.former_addresses):
            if not address:
                continue  # reported where it was read
            line = record.line(f"former_addresses[{number}]")
            file = former_file(address).casefold()
            other = _in_the_way(file, first, folders)
            if file in own:
                yield problem("repeated-value", record.path, line, FIELD, value=address)
            elif other:
                other = reasons.SAME_PAGE if other == record.path else other
                yield problem("duplicate-address", record.path, line, FIELD, address=address, other=other)
            own.add(file)
            first.setdefault(file, record.path)
            folders |= {str(parent) for parent in PurePosixPath(file).parents}


def _in_the_way(file: str, first: Mapping[str, str], folders: Collection[str]) -> str:
    """What makes the same file, needs it to be a folder, or has a file where it needs a folder."""
    if file in first:
        return first[file]
    above = next((str(parent) for parent in PurePosixPath(file).parents if str(parent) in first), "")
    if above:
        return first[above]
    return next(what for name, what in first.items() if name.startswith(f"{file}/")) if file in folders else ""
