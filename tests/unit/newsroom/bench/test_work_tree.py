"""Copies of our work tree: what a build uses is there, and a clone is as new as a fresh one."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.bench import work_tree
from newsroom.bench.peers import lay as lay_peer
from newsroom.bench.peers import version_of
from newsroom.bench.work_tree import WorkTree
from tests.support.sites import ROOT, tree
from tests.unit.newsroom.bench import stubs

OLD = 1_600_000_000


@pytest.fixture
def laid(tmp_path: Path) -> WorkTree:
    stubs.lay(tmp_path / "root")
    for name in ("content/union.md", "output/index.html", ".cache/site/pages", ".cache/font/ab/x.woff2"):
        (tmp_path / "root" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "root" / name).write_text("x", encoding="utf-8")
    return work_tree.lay(tmp_path / "root", tmp_path / "tree")


def test_a_tree_has_what_a_build_uses_and_nothing_of_the_site(laid: WorkTree) -> None:
    """Code, theme, settings, the font; no content, output or cache. Modules are compiled, as after a first build."""
    found = set(tree(laid.folder))
    assert {"tasks.py", "plugins/empty.py", ".cache/font/ab/x.woff2", ".venv"} <= found
    assert not [path for path in found if path.startswith(("content", "output", ".cache/site", "bench"))]
    assert [path for path in found if "__pycache__/empty" in path]
    assert (laid.folder / ".venv").resolve() == laid.folder.with_name("root").resolve() / ".venv"


def test_a_clone_holds_the_same_with_new_times_and_nothing_compiled(laid: WorkTree, tmp_path: Path) -> None:
    """Cache and output are restored into it."""
    for folder in (laid.output, laid.folder / ".cache" / "site"):
        folder.mkdir()
        (folder / "x").write_text("x", encoding="utf-8")
    for path in tree(laid.folder):
        if path != ".venv":
            subprocess.run(["touch", "-d", f"@{OLD}", laid.folder / path], check=True)
    copied, cloned = work_tree.copy(laid, tmp_path / "copy"), work_tree.clone(laid, tmp_path / "clone")
    assert tree(copied.folder) == tree(laid.folder)
    assert tree(cloned.folder) == {path: data for path, data in tree(laid.folder).items() if "__pycache__" not in path}
    ages = {name: (found.folder / "output/x").stat().st_mtime for name, found in (("copy", copied), ("clone", cloned))}
    assert ages["copy"] == OLD < ages["clone"]


def test_a_build_is_started_as_users_start_it(laid: WorkTree) -> None:
    """With a Python from outside of the environment, for readers, with an address of its own."""
    command = laid.build({"PATH": "/bin"})
    assert command.words[1:] == ("tasks.py", "build", "--publish", "--strict") and command.folder == laid.folder
    assert command.environ == {"PATH": "/bin", "SITEURL": "https://example.org"}
    told = subprocess.run([command.words[0], "-c", "import sys; print(sys.prefix)"], capture_output=True, text=True)
    assert Path(told.stdout.strip()) == Path(sys.base_prefix)


@pytest.mark.parametrize("name", ["hugo", "pelican"])
def test_a_peer_has_its_bare_site_and_the_corpus(tmp_path: Path, name: str) -> None:
    """The sources of bench/peers with the articles in the peer's layout; each build goes into a folder of its own."""
    peer = lay_peer(name, tmp_path / "program", ROOT / "bench" / "peers", tmp_path / name, 10)
    assert len(list((peer.folder / "content" / "news").glob("*/bai-*.md"))) == 10
    sources, laid = ({path.name for path in folder.iterdir()} for folder in (ROOT / "bench/peers" / name, peer.folder))
    assert sources < laid
    command = peer.build(tmp_path / "fresh", {})
    assert str(tmp_path / "fresh") in command.words and command.folder == peer.folder


@pytest.mark.parametrize(
    ("said", "version"),
    [("hugo v0.168.0-abc+extended linux/amd64 BuildDate=2026-10-16", "0.168.0"), ("4.12.0", "4.12.0"), ("dev", "dev")],
)
def test_a_version_is_the_first_number_with_dots(tmp_path: Path, said: str, version: str) -> None:
    """Of whatever a tool says of itself."""
    program = tmp_path / "tool"
    program.write_text(f"#!/bin/sh\necho '{said}'\n", encoding="ascii")
    program.chmod(0o755)
    assert version_of(program, "version") == version
    shutil.rmtree(tmp_path)
