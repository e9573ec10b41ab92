"""The output folder belongs to the build: it holds what the build made, and nothing else is ever touched."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from incremental.writer import MARK, MARK_TEXT, WORK, NotOurs, refuse_foreign, write
from tests.support.sites import ROOT, lay, stamps, tree

MARKED = {MARK: MARK_TEXT}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A site that was written a while ago."""
    folder = tmp_path / "output"
    write(folder, [("index.html", b"home"), ("tin/2022/a/index.html", b"a"), ("tin/2022/b/index.html", b"b")])
    for file in folder.rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    return folder


def test_the_first_build_makes_the_folder_and_marks_it(tmp_path: Path) -> None:
    """Parents too; the counts say what was done."""
    done = write(tmp_path / "deep" / "output", [("a/b.html", b"b"), ("c", b"")])
    assert tree(tmp_path / "deep" / "output") == {"a/b.html": b"b", "c": b"", **MARKED}
    assert (done.written, done.removed, done.unchanged) == (3, 0, 0)


def test_only_what_differs_is_written(output: Path) -> None:
    """A file with the same bytes keeps its time, so that rsync and caches leave it alone."""
    before = stamps(output)
    done = write(output, [("index.html", b"HOME"), ("tin/2022/a/index.html", b"a"), ("tin/2022/b/index.html", b"b")])
    assert (done.written, done.removed, done.unchanged) == (1, 0, 3)
    assert {path for path, stamp in stamps(output).items() if before[path] != stamp} == {"index.html"}
    assert (output / "index.html").read_bytes() == b"HOME"


def test_a_second_build_of_the_same_site_writes_nothing(output: Path) -> None:
    """Whatever the order in which the files come."""
    before = stamps(output)
    write(output, [("tin/2022/b/index.html", b"b"), ("tin/2022/a/index.html", b"a"), ("index.html", b"home")])
    assert stamps(output) == before


def test_a_file_may_be_given_by_its_place(output: Path, tmp_path: Path) -> None:
    """Pictures are copied, not read into memory; one with the same bytes stays."""
    big = bytes(range(256)) * 9000  # more than two chunks
    lay(tmp_path, {"big.bin": big, "small.bin": b"12345"})
    given = [("images/big.bin", tmp_path / "big.bin"), ("images/small.bin", tmp_path / "small.bin")]
    write(output, given)
    assert tree(output) == {"images/big.bin": big, "images/small.bin": b"12345", **MARKED}
    before = stamps(output)
    write(output, given)
    assert stamps(output) == before
    lay(tmp_path, {"small.bin": b"12346"})
    lay(tmp_path, {"big.bin": big[:-1] + b"x"})
    write(output, given)
    assert tree(output) == {"images/big.bin": big[:-1] + b"x", "images/small.bin": b"12346", **MARKED}


def test_what_the_build_did_not_make_is_removed_with_its_folders(output: Path) -> None:
    """Losing a cache can never leave an old draft in the site."""
    lay(output, {"nhap/cu/index.html": "bản nháp cũ", "tin/2022/a/x.txt": "x"})
    (output / "rong" / "rong").mkdir(parents=True)
    done = write(output, [("index.html", b"home")])
    assert tree(output) == {"index.html": b"home", **MARKED}
    assert set(stamps(output)) == {"index.html", MARK}
    assert done.removed == 4


def test_git_and_kept_names_stay(output: Path) -> None:
    """`.git` always, and OUTPUT_RETENTION's names; only at the top: below, such a name is like any other."""
    lay(output, {".git/HEAD": "ref", "giu.txt": "của tôi", "giu/a": "a", "tin/.git/x": "x", "tin/giu.txt": "y"})
    before = stamps(output)
    write(output, [("index.html", b"home")], keep=["giu.txt", "giu"])
    assert tree(output) == {
        ".git/HEAD": b"ref",
        "giu.txt": "của tôi".encode(),
        "giu/a": b"a",
        "index.html": b"home",
    } | (MARKED)
    assert {path: stamp for path, stamp in before.items() if path in stamps(output)} == stamps(output)


def test_the_build_may_write_into_a_kept_folder(output: Path) -> None:
    """What it makes there is compared like anything else, and what it did not make stays."""
    lay(output, {"images/cu.png": "cũ", "images/a.png": "a"})
    before = stamps(output)
    files = [("images/a.png", b"a"), ("images/b.png", b"b")]
    assert write(output, files, keep=["images"]).unchanged == 2  # and the mark
    kept = {"images/cu.png": "cũ".encode(), "images/a.png": b"a", "images/b.png": b"b", **MARKED}
    assert tree(output) == kept
    assert stamps(output)["images/a.png"] == before["images/a.png"]


@pytest.mark.parametrize("path", [".git/hooks/post-checkout", WORK, f"{WORK}/0", ".git"])
def test_no_page_is_written_where_git_or_the_build_keep_their_own(output: Path, path: str) -> None:
    """An address pattern can't be made to reach them."""
    before = tree(output)
    with pytest.raises(ValueError, match=r"git|work"):
        write(output, [(path, b"x")])
    assert tree(output) == before


def test_a_folder_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    """Someone named the wrong folder: nothing in it may be lost."""
    lay(tmp_path / "documents", {"thu.txt": "thư"})
    before = stamps(tmp_path)
    with pytest.raises(NotOurs):
        write(tmp_path / "documents", [("index.html", b"home")])
    assert stamps(tmp_path) == before


def test_a_file_or_a_broken_link_is_no_output_folder(tmp_path: Path) -> None:
    """Also for the look before the content is read."""
    (tmp_path / "file").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for place in ("file", "link"):
        with pytest.raises(NotOurs):
            refuse_foreign(tmp_path / place)
    refuse_foreign(tmp_path / "not there yet")
    (tmp_path / "empty").mkdir()
    refuse_foreign(tmp_path / "empty")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["empty", "file", "link"]


def test_an_output_folder_behind_a_link_is_written_in_its_place(tmp_path: Path) -> None:
    """The owner's own link to another disk stays a link."""
    (tmp_path / "disk").mkdir()
    (tmp_path / "output").symlink_to(tmp_path / "disk")
    write(tmp_path / "output", [("a", b"a")])
    assert (tmp_path / "output").is_symlink()
    assert tree(tmp_path / "disk") == {"a": b"a", **MARKED}


def test_a_file_takes_the_place_of_a_folder_and_back(output: Path) -> None:
    """Addresses may change from `/x/` to `/x` and back."""
    write(output, [("tin", b"file"), ("index.html/deep/x", b"x")])
    assert tree(output) == {"tin": b"file", "index.html/deep/x": b"x", **MARKED}
    write(output, [("tin/a", b"a"), ("index.html", b"home")])
    assert tree(output) == {"tin/a": b"a", "index.html": b"home", **MARKED}


def test_links_in_the_output_are_never_followed(output: Path, tmp_path: Path) -> None:
    """Neither read, nor written through, nor emptied: a link is replaced or removed, what it names stays as it was."""
    outside = lay(tmp_path / "outside", {"secret": "home", "folder/index.html": "mine", "x": "mine"})
    before = stamps(outside)
    (output / "index.html").unlink()
    (output / "index.html").symlink_to(outside / "secret")  # same bytes as the new page
    (output / "hoi").symlink_to(outside / "folder")  # a page shall stand below it
    (output / "cu").symlink_to(outside / "folder")  # nothing shall
    (output / "hong").symlink_to(outside / "nowhere")  # a page shall stand in its place
    (output / "thu-muc").symlink_to(outside / "folder")
    pages = [("index.html", b"home"), ("hoi/index.html", b"hoi"), ("hong", b"hong"), ("thu-muc", b"thu muc")]
    write(output, pages)
    assert tree(output) == {**dict(pages), **MARKED}
    assert stamps(outside) == before


def test_a_kept_link_is_not_written_through(output: Path, tmp_path: Path) -> None:
    """A build that would have to is refused whole."""
    outside = lay(tmp_path / "outside", {"a": "mine"})
    (output / "giu").symlink_to(outside)
    before = tree(output)
    with pytest.raises(OSError, match="giu"):
        write(output, [("giu/a", b"x")], keep=["giu"])
    assert tree(output) == before
    assert tree(outside) == {"a": b"mine"}


@pytest.mark.parametrize(
    "path",
    ["../x", "a/../../x", "a/../b", "/x", "", ".", "./x", "a//b", "a/", "a/./b", "a\0b"],
)
def test_a_path_that_is_not_plainly_below_the_output_is_refused(output: Path, path: str) -> None:
    """Whatever an address pattern or a file name was made to say; nothing of the build is written then."""
    before = stamps(output)
    with pytest.raises(ValueError):
        write(output, [("new", b"new"), (path, b"x")])
    assert stamps(output) == before


def test_one_path_may_not_come_twice(output: Path) -> None:
    """One page would silently hide the other."""
    before = stamps(output)
    with pytest.raises(ValueError, match="new"):
        write(output, [("new", b"1"), ("new", b"2")])
    assert stamps(output) == before


def test_what_a_killed_build_left_is_removed(output: Path) -> None:
    """Its hidden folder is no reason to refuse, even where nothing else lies there, and is never part of a site."""
    lay(output / WORK, {"0": "half a page"})
    write(output, [("index.html", b"home")])
    assert tree(output) == {"index.html": b"home", **MARKED}
    fresh = lay(output.parent / "fresh", {f"{WORK}/0": "half a page"})
    write(fresh, [("index.html", b"home")])
    assert tree(fresh) == {"index.html": b"home", **MARKED}


def test_the_old_page_can_be_read_at_any_moment(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that runs meanwhile never lacks a page that stays: it shows the old one until it is the new one."""
    seen = []

    def looking(move: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
        def moved(self: Path, target: Path) -> Path:
            seen.append((output / "index.html").read_bytes())
            return move(self, target)

        return moved

    for name in ("rename", "replace"):
        monkeypatch.setattr(Path, name, looking(getattr(Path, name)))
    write(output, [("a", b"1"), ("index.html", b"HOME"), ("z", b"1")])
    assert (seen[0], seen[-1], set(seen)) == (b"home", b"HOME", {b"home", b"HOME"})


SLOW_BUILD = """
import sys, time
from pathlib import Path
from incremental.writer import write
def files():
    for number in range(20):
        time.sleep(0.01)
        yield f"{number}.html", sys.argv[2].encode()
write(Path(sys.argv[1]), files())
"""


def test_two_builds_at_once_take_turns(output: Path) -> None:
    """Two windows of one editor: neither finds its temporary files gone, and the site is one of the two, whole."""
    pytest.importorskip("fcntl", reason="needs locks of folders")
    builds = [
        subprocess.Popen(
            [sys.executable, "-c", SLOW_BUILD, str(output), name],
            env={**os.environ, "PYTHONPATH": str(ROOT / "plugins")},
            stdout=subprocess.DEVNULL,
        )
        for name in ("one", "two", "three")
    ]
    assert [build.wait(30) for build in builds] == [0, 0, 0]
    pages = {path: text for path, text in tree(output).items() if path != MARK}
    assert len(pages) == 20
    assert len(set(pages.values())) == 1
    assert not (output / WORK).exists()
