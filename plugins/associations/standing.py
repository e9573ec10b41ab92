"""Whether the whole site stands as a build would leave it: then nothing is read, and nothing is made."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from associations.edition import Edition, Options
from associations.memory import PLUGINS, Memory
from associations.turning_points import span
from incremental import inputs, stamps
from incremental.functions import of_functions
from incremental.sealed import digest, load, save
from incremental.writer import MARK
from messages.problem import Problem

SUFFIX = ".standing"
IDLE = ("NOW", "JOBS", "OUTPUT_PATH", "SITE_CACHE")  # settings from which no byte follows, but for NOW: see `since`


class Standing(msgspec.Struct, frozen=True):
    """What an output was made from, from when until when a build gives the same, and the warnings it gave."""

    inputs: bytes
    since: datetime
    until: datetime
    problems: tuple[Problem, ...]
    notes: str
    files: int = 0

    @property
    def said(self) -> tuple[tuple[Problem, ...], str]:
        return self.problems, self.notes


class Shortcut:
    """For one build: asked before it begins, told when it has ended. Without a memory it knows nothing."""

    def __init__(self, memory: Memory, options: Options, settings: Mapping[str, Any]) -> None:
        self._memory = memory
        self._now = options.now
        self._file = memory.file_for(SUFFIX)
        self._inputs = _inputs(memory.salt, options, settings) if self._file else None

    def standing(self, keep: Collection[str]) -> Standing | None:
        """What is known of the output, with how many files it has, if it stands; `keep` are names left alone in it."""
        known = load(self._file, Standing) if self._file and self._inputs else None
        if known is None or known.inputs != self._inputs or not known.since <= self._now < known.until:
            return None
        files = self._memory.ledger.all_stand((*keep, ".git", MARK))
        return None if files is None else msgspec.structs.replace(known, files=files + 1)  # the mark is one too

    def keep(self, edition: Edition, notes: str) -> None:
        """The output is now what a build of these inputs gives. Raises OSError."""
        if self._file and self._inputs:
            since, until = span(edition.content.records, self._now)
            save(self._file, Standing(self._inputs, since, until, edition.problems, notes))


def _inputs(salt: bytes, options: Options, settings: Mapping[str, Any]) -> bytes | None:
    """Settings, code and the stamps of all files; None where one is too fresh to be known by its stamp."""
    named = {name: value for name, value in settings.items() if name.isupper() and name not in IDLE}
    named["JINJA_FILTERS"] = of_functions(options.filters, [PLUGINS])  # not what they are called: what they do
    places: list[Path] = [options.content, *options.templates, *options.theme_static, *(options.font or ())]
    files = inputs.of(places, stamps.now())
    given = msgspec.msgpack.encode(sorted(named.items()), enc_hook=repr)
    return digest(salt, given, files) if files else None
