"""Our own command, in a copy of the work tree as the bench makes it, through every edit."""

import os
from pathlib import Path

import pytest

from newsroom.bench import records as kinds
from newsroom.bench import work_tree
from newsroom.bench.edits import EDITS
from newsroom.bench.places import Place
from newsroom.bench.rounds import Site, Stand, play
from tests.support.sites import ROOT

COUNT = 12


@pytest.mark.slow
def test_the_site_is_built_again_after_each_edit(tmp_path: Path) -> None:
    """Without a warning, with every page and every change; where nothing changed no file is written."""
    tree = work_tree.with_corpus(work_tree.lay(ROOT, tmp_path / "bare"), COUNT)
    environ = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    site = Site(COUNT, tree, (), EDITS, cloned=True)
    runs = play(site, 1, Stand(Place(tmp_path, "disk"), environ, lambda run: None, pause=0))
    assert [run.scenario for run in runs] == [kinds.CLEAN, *(edit.scenario for edit in EDITS), kinds.CLONE]
    written = {run.scenario: run.written for run in runs}
    assert written[kinds.UNCHANGED] == written[kinds.CLONE] == 0
    assert 0 < written[kinds.BODY] < written[kinds.FOOTER] < written[kinds.OUTPUT_GONE] == runs[-1].files
