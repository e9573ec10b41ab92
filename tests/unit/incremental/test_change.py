"""All of it or nothing: whatever fails, the output is as it was, byte for byte and time for time."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from incremental.writer import WORK, write
from tests.support.sites import ROOT, lay, stamps, tree

OLD = {"index.html": b"home", "tin/a/index.html": b"a", "cu/sau/index.html": b"old", "thu-muc/x": b"x", "tep": b"file"}
# Every kind of step: new, changed, removed, a file for a folder, a folder for a file, a link gone, a link replaced.
NEW = {
    "index.html": b"HOME",
    "tin/a/index.html": b"a",
    "moi/sau/index.html": b"new",
    "thu-muc": b"now a file",
    "tep/x": b"now a folder",
    "link-replaced": b"page",
}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    write(folder, OLD.items())
    lay(tmp_path / "outside", {"mine": "mine"})
    (folder / "link-gone").symlink_to(tmp_path / "outside")
    (folder / "link-replaced").symlink_to(tmp_path / "nowhere")
    (folder / "rong").mkdir(mode=0o750)
    for file in folder.rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000), follow_symlinks=False)
    return folder


State = tuple[dict[str, bytes], dict[str, int], dict[str, int]]


def state(folder: Path) -> State:
    """All that can be seen of it: bytes, times, modes."""
    modes = {str(entry.relative_to(folder)): entry.lstat().st_mode for entry in folder.rglob("*")}
    return tree(folder), stamps(folder), modes


def test_the_change_that_these_tests_interrupt(output: Path) -> None:
    """Uninterrupted it gives exactly the new files."""
    write(output, NEW.items())
    assert {path: data for path, data in tree(output).items() if not path.startswith(".")} == NEW
    assert not (output / "rong").exists()


def test_a_page_that_cannot_be_made(output: Path) -> None:
    """The error of whoever makes the files comes through; the output is as it was, and no temporary file stays."""
    before = state(output)

    def pages() -> Iterator[tuple[str, bytes]]:
        yield from NEW.items()
        raise LookupError("no such template")

    with pytest.raises(LookupError, match="no such template"):
        write(output, pages())
    assert state(output) == before


def test_a_picture_that_vanished(output: Path, tmp_path: Path) -> None:
    """It was there when the content was read."""
    before = state(output)
    with pytest.raises(FileNotFoundError):
        write(output, [*NEW.items(), ("images/a.png", tmp_path / "gone.png")])
    assert state(output) == before


def test_a_first_build_that_fails_leaves_no_folder(tmp_path: Path) -> None:
    """Neither the output folder nor those above it that the build made."""
    (tmp_path / "there").mkdir()
    with pytest.raises(ValueError, match="twice"):
        write(tmp_path / "there" / "new" / "output", [("twice", b""), ("twice", b"")])
    assert [entry.name for entry in tmp_path.rglob("*")] == ["there"]


DISK_FULL = """
import resource, signal, sys
from pathlib import Path
from incremental.writer import write
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write(Path(sys.argv[1]), [("index.html", b"HOME"), ("new", b"n"), ("big", b"x" * 5000), ("more", b"m")])
except OSError as error:
    sys.exit(error.strerror)
"""


def test_a_disk_that_is_full_shows_before_anything_is_renamed(output: Path) -> None:
    """(A limit on the size of files fails in the same place, and needs no disk of its own.)"""
    pytest.importorskip("resource", reason="needs POSIX limits")
    before = state(output)
    run = subprocess.run(
        [sys.executable, "-c", DISK_FULL, str(output)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "plugins")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr.strip()) == (1, "File too large")
    assert state(output) == before


@pytest.mark.parametrize("name", ["rename", "replace", "mkdir"])
@pytest.mark.parametrize("which", range(1, 8))
def test_a_step_that_fails_puts_the_others_back(
    output: Path, monkeypatch: pytest.MonkeyPatch, name: str, which: int
) -> None:
    """Wherever it happens: the n-th file moved away, folder made, page put in place."""
    before = state(output)
    original = getattr(Path, name)
    calls = 0

    def failing(self: Path, *arguments: object, **named: object) -> object:
        nonlocal calls
        calls += self.name != WORK
        if calls == which:
            calls += 1000  # once: what is put back afterwards works
            raise OSError(28, "no space left on device", str(self))
        return original(self, *arguments, **named)

    monkeypatch.setattr(Path, name, failing)
    try:
        write(output, NEW.items())
    except OSError:
        monkeypatch.undo()
        assert state(output) == before
    else:
        monkeypatch.undo()
        assert 0 < calls < which, "the change has fewer such steps"
        assert {path: data for path, data in tree(output).items() if not path.startswith(".")} == NEW


def test_a_page_where_another_needs_a_folder(output: Path) -> None:
    """`a` and `a/b` can't both be files: nothing is written."""
    before = state(output)
    with pytest.raises((OSError, ValueError)):
        write(output, [("a", b""), ("a/b", b""), ("c", b"")])
    with pytest.raises((OSError, ValueError)):
        write(output, [("a/b", b""), ("a", b""), ("c", b"")])
    assert state(output) == before


def test_a_name_too_long_for_the_disk(output: Path) -> None:
    """It shows only when it is renamed into place: the pages before it are put back."""
    before = state(output)
    with pytest.raises(OSError, match="too long"):
        write(output, [*NEW.items(), (f"{'x' * 300}/index.html", b"")])
    assert state(output) == before


def test_without_hard_links_a_step_that_fails_is_put_back_too(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some disks (FAT) have none: the old page is copied instead, with its time."""

    def none(*arguments: object, **named: object) -> None:
        raise OSError(1, "not permitted")

    before = state(output)
    monkeypatch.setattr(os, "link", none)
    with pytest.raises(OSError, match="too long"):
        write(output, [*NEW.items(), ("x" * 300, b"")])
    assert state(output) == before
    write(output, NEW.items())
    assert {path: data for path, data in tree(output).items() if not path.startswith(".")} == NEW
