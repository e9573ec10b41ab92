"""What `tasks.py bench` does: lay the sites, measure, write the numbers and the document made from them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import msgspec

from messages import bench_texts as texts
from newsroom.bench import document, peers, until, work_tree
from newsroom.bench.arithmetic import calm, outcome
from newsroom.bench.document import DATA, DOCUMENT
from newsroom.bench.edits import EDITS, UNCHANGED
from newsroom.bench.goals import AS_ASKED, GOALS, LARGE, LARGER, Size
from newsroom.bench.measuring import BenchProblem
from newsroom.bench.places import Place, place
from newsroom.bench.records import HUGO, PELICAN, Report, Run, encode
from newsroom.bench.rounds import Site, Stand, peaks, play
from newsroom.setup_steps import say

SOURCES = Path("bench", "peers")
FOREIGN = ("PYTHON", "PELICAN", "HUGO", "GO", "SITEURL", "VIRTUAL_ENV")
"""How the names of variables begin that would change what is built, or how."""

Programs = Mapping[str, Path]
"""The peers' programs by their names."""


def measure(root: Path, empty: Report, programs: Programs, environ: Mapping[str, str], pause: float) -> Report:
    """The report `empty` with all measurements, of the work tree at `root`. Raises BenchProblem, OSError."""
    neutral = {name: value for name, value in environ.items() if not name.startswith(FOREIGN)}
    with place(empty.articles * LARGER, root / ".cache" / "bench") as where:
        machine = msgspec.structs.replace(empty.machine, place=where.kind)
        report = msgspec.structs.replace(empty, machine=machine)
        sites = _lay(root, where, empty.articles, programs)
        stand = Stand(where, neutral, _tell, pause)
        # Goals about the preview are of the size PREVIEWED: what plays a round of it goes in here.
        plays: dict[Size, until.Play] = {size: partial(play, site, stand=stand) for size, site in sites.items()}
        report = until.complete(report, plays)
        say(texts.MEASURING_MEMORY)
        return msgspec.structs.replace(report, peaks=tuple(peaks(sites[AS_ASKED], stand)))


def write(report: Report, root: Path, more: Path | None = None) -> None:
    """Write the numbers, also to the file `more`, then the document from what was written."""
    for file in filter(None, (root / DATA, more)):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(encode(report))
    document.rewrite(root)
    verdicts = [outcome(goal, report).verdict for goal in GOALS]
    reached, missed = verdicts.count("reached"), verdicts.count("missed")
    counted = {"reached": reached, "missed": missed, "open": len(verdicts) - reached - missed}
    say(texts.DONE.format(document=DOCUMENT.as_posix(), data=DATA.as_posix(), **counted))


def bench(
    root: Path, empty: Report, programs: Programs, environ: Mapping[str, str], pause: float, more: Path | None
) -> int:
    """Measure and write; 0, or 1 where something could not be measured, and then nothing is written."""
    try:
        write(measure(root, empty, programs, environ, pause), root, more)
    except (BenchProblem, OSError) as problem:
        say(str(problem))
        return 1
    return 0


def _lay(root: Path, where: Place, articles: int, programs: Programs) -> dict[Size, Site]:
    """The site of the size that was asked for, with both peers and every edit, and the larger one with Hugo alone."""
    bare = work_tree.lay(root, where.folder / "bare")
    sites = {}
    for size, names, edits in ((AS_ASKED, (HUGO, PELICAN), EDITS), (LARGE, (HUGO,), (UNCHANGED,))):
        count = size.count(articles)
        folder = where.folder / f"site-{count}"
        say(texts.LAYING.format(articles=count, folder=folder))
        tree = work_tree.with_corpus(work_tree.copy(bare, folder / "ours"), count)
        laid = [peers.lay(name, programs[name], root / SOURCES, folder / name, count) for name in names]
        sites[size] = Site(count, tree, tuple(laid), edits, cloned=size == AS_ASKED)
    return sites


def _tell(run: Run) -> None:
    """A line of progress."""
    values = {**msgspec.structs.asdict(run), "scenario": texts.SCENARIOS[run.scenario]}
    disturbed = "" if calm(run) else texts.DISTURBED.format(others=run.others)
    say(texts.MEASURED.format(**values, disturbed=disturbed))
