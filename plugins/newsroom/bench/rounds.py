"""The order in which everything is built: in each round every tool once, and ours again after each edit.

Within a round all tools build close to one another, so that whatever slows the machine down slows all alike; which one
begins changes from round to round.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

import msgspec

from newsroom.bench import records as kinds
from newsroom.bench import work_tree
from newsroom.bench.edits import Edit, Shown
from newsroom.bench.measuring import Command, peak_mebibytes, timed
from newsroom.bench.outputs import look, require
from newsroom.bench.peers import Peer
from newsroom.bench.places import Place
from newsroom.bench.records import OURS, Peak, Run
from newsroom.bench.work_tree import WorkTree

PAUSE = 3.0
"""Seconds between two builds of one tree, as between two saves: files changed within the last two seconds may have been
changed again without showing it, and a careful cache reads them again."""


class Site(msgspec.Struct, frozen=True):
    """The corpus of `articles` articles as every tool has it, and what ours goes through: edits, and a clone."""

    articles: int
    tree: WorkTree
    peers: tuple[Peer, ...]
    edits: tuple[Edit, ...]
    cloned: bool


class Stand(msgspec.Struct, frozen=True):
    """What all measurements share: where they build, in which environment, the pause, and who is told of each."""

    place: Place
    environ: Mapping[str, str]
    tell: Callable[[Run], None]
    pause: float = PAUSE

    @property
    def log(self) -> Path:
        """Where the tools' words go."""
        return self.place.folder / "log.txt"


class Round(msgspec.Struct, frozen=True):
    """Round `number` of a site, which builds into the fresh folder `folder`."""

    site: Site
    number: int
    folder: Path
    stand: Stand

    def play(self) -> Iterator[Run]:
        """Every tool in turn, beginning with another one each time."""
        tools: list[Callable[[], Iterator[Run]]] = [self.ours, *(partial(self.peer, peer) for peer in self.site.peers)]
        start = self.number % len(tools)
        for tool in tools[start:] + tools[:start]:
            yield from tool()

    def peer(self, peer: Peer) -> Iterator[Run]:
        """A clean build of Hugo's or Pelican's."""
        output = self.folder / peer.name
        yield self.measured(peer.name, kinds.CLEAN, peer.build(output, self.stand.environ), output, self.site.articles)

    def ours(self) -> Iterator[Run]:
        """One tree of ours: a clean build, then a build after each edit, and at last one of a fresh clone of it."""
        tree, articles = work_tree.copy(self.site.tree, self.folder / OURS), self.site.articles
        yield self.built(tree, kinds.CLEAN, articles)
        for edit in self.site.edits:
            time.sleep(self.stand.pause)
            shown = edit.apply(tree, self.site.articles)
            articles += edit.added
            yield self.built(tree, edit.scenario, articles, shown)
        if self.site.cloned:
            yield self.built(work_tree.clone(tree, self.folder / "clone"), kinds.CLONE, articles)

    def built(self, tree: WorkTree, scenario: str, articles: int, shown: Iterable[Shown] = ()) -> Run:
        """A build of ours."""
        return self.measured(OURS, scenario, tree.build(self.stand.environ), tree.output, articles, shown)

    def measured(
        self, tool: str, scenario: str, command: Command, output: Path, articles: int, shown: Iterable[Shown] = ()
    ) -> Run:
        """The one build, and what it left: `articles` article pages, and what was changed."""
        since = time.time_ns()
        used = timed(command, self.stand.log)
        found = look(output, since)
        require(tool, found, articles, shown)
        counted = len(found.pages), found.files, found.written
        run = Run(tool, scenario, self.site.articles, self.number, used.wall, used.cpu, used.others, *counted)
        self.stand.tell(run)
        return run


def play(site: Site, number: int, stand: Stand) -> list[Run]:
    """All measurements of one round."""
    folder = stand.place.folder / f"round-{site.articles}-{number}"
    folder.mkdir()
    runs = list(Round(site, number, folder, stand).play())
    stand.place.done_with(folder)
    return runs


def peaks(site: Site, stand: Stand) -> list[Peak]:
    """The memory that each tool's clean build takes, in builds of their own."""
    folder = stand.place.folder / f"memory-{site.articles}"
    folder.mkdir()
    tree = work_tree.copy(site.tree, folder / OURS)
    builds = [(OURS, tree.build(stand.environ), tree.output)]
    outputs = {peer: folder / peer.name for peer in site.peers}
    builds += [(peer.name, peer.build(output, stand.environ), output) for peer, output in outputs.items()]
    found = []
    for tool, command, output in builds:
        found.append(Peak(tool, site.articles, peak_mebibytes(command, stand.log)))
        require(tool, look(output, 0), site.articles)
    stand.place.done_with(folder)
    return found
