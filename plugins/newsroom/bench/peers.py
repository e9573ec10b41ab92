"""The bare sites that Hugo and stock Pelican build from the same articles: bench/peers/, with their content laid in."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import msgspec

from newsroom.bench import layouts
from newsroom.bench.measuring import Command
from newsroom.bench.records import HUGO, PELICAN

HEADS = {HUGO: layouts.hugo, PELICAN: layouts.pelican}


class Peer(msgspec.Struct, frozen=True):
    """One of the two: its `name`, its `program`, and the `folder` where its site lies."""

    name: str
    program: Path
    folder: Path

    def build(self, output: Path, environ: Mapping[str, str]) -> Command:
        """What builds its site into the fresh folder `output`."""
        if self.name == HUGO:
            # Its cache is inside, so that nothing of an earlier run is used.
            environ = {**environ, "HUGO_CACHEDIR": str(self.folder / "cache")}
            words = ["build", "--quiet", "--destination", str(output)]
        else:
            words = ["content", "--settings", "pelicanconf.py", "--output", str(output)]
        return Command((str(self.program), *words), self.folder, environ)


def lay(name: str, program: Path, sources: Path, folder: Path, articles: int) -> Peer:
    """The peer `name` with the site of `sources` and the corpus, laid in `folder`."""
    shutil.copytree(sources / name, folder)
    layouts.lay(folder / "content", articles, HEADS[name])
    return Peer(name, program, folder)


def version_of(program: Path, *question: str) -> str:
    """The first number with dots that a program answers."""
    said = subprocess.run([program, *question], capture_output=True, text=True, check=True).stdout
    found = re.search(r"[0-9]+(?:\.[0-9]+)+", said)
    return found[0] if found else said.strip()
