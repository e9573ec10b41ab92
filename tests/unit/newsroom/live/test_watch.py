"""Every save is seen, soon, whatever way an editor's program has of saving."""

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import watchfiles

from newsroom.live import watch as module
from newsroom.live.watch import Watch
from tests.support.previews import wait_for


class Told:
    """The batches that a watch told."""

    def __init__(self) -> None:
        self.batches: list[set[str]] = []

    def __call__(self, paths: Any) -> None:
        self.batches.append(set(paths))

    def names(self) -> set[str]:
        return {Path(path).name for batch in self.batches for path in batch}


@contextmanager
def watched(*folders: Path, names: tuple[str, ...] = ()) -> Iterator[tuple[Watch, Told]]:
    told = Told()
    watch = Watch(folders, told, names)
    thread = threading.Thread(target=watch.run)
    thread.start()
    try:
        assert watch.is_ready.wait(10)
        yield watch, told
    finally:
        watch.stop()
        thread.join(10)
        assert not thread.is_alive()


def in_place(file: Path) -> None:
    file.write_text("mới", encoding="utf-8")


def by_rename(file: Path) -> None:
    draft = file.with_name(f"{file.name}~")
    draft.write_text("mới", encoding="utf-8")
    draft.replace(file)


def as_vim(file: Path) -> None:
    file.rename(file.with_name(f"{file.name}~"))
    file.write_text("mới", encoding="utf-8")


def with_an_old_time(file: Path) -> None:
    file.write_text("mới", encoding="utf-8")
    os.utime(file, (1, 1))


def gone(file: Path) -> None:
    file.unlink()


@pytest.mark.parametrize("save", [in_place, by_rename, as_vim, with_an_old_time, gone])
def test_a_save_is_told(save: Callable[[Path], None], tmp_path: Path) -> None:
    """Deep below the folder, by every usual way of writing a file; removing it counts too."""
    file = tmp_path / "news" / "2022" / "một.md"
    file.parent.mkdir(parents=True)
    file.write_text("cũ", encoding="utf-8")
    with watched(tmp_path) as (_, told):
        save(file)
        wait_for(lambda: "một.md" in told.names())


def test_a_folder_that_is_new_is_watched_too(tmp_path: Path) -> None:
    """And so are those in it."""
    with watched(tmp_path) as (_, told):
        (tmp_path / "news" / "2031").mkdir(parents=True)
        wait_for(lambda: "news" in told.names())
        (tmp_path / "news" / "2031" / "một.md").touch()
        wait_for(lambda: "một.md" in told.names())


def test_saves_in_one_moment_are_one_batch(tmp_path: Path) -> None:
    """And more of them come as few: a rebuild for each would be late."""
    with watched(tmp_path) as (_, told):
        for number in range(200):
            (tmp_path / f"{number}.md").touch()
        wait_for(lambda: len(told.names()) == 200)
        assert len(told.batches) <= 10


def test_what_editors_and_python_leave_beside_is_not_told(tmp_path: Path) -> None:
    """No build reads it. (The last file shows that those before were seen.)"""
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "__pycache__").mkdir()
    with watched(tmp_path) as (_, told):
        for name in (".a.md.swp", "a.md~", "#a.md#", "a.swp", ".hidden/a.md", "__pycache__/a.pyc", "b.pyc"):
            (tmp_path / name).touch()
        (tmp_path / "a.md").touch()
        wait_for(lambda: told.batches)
        time.sleep(0.2)
        assert told.names() == {"a.md"}


def test_a_hidden_folder_above_hides_nothing(tmp_path: Path) -> None:
    """Only names below the watched folder count."""
    content = tmp_path / ".du-an" / "content~"
    content.mkdir(parents=True)
    with watched(content) as (_, told):
        (content / "a.md").touch()
        wait_for(lambda: told.names() == {"a.md"})


def test_a_single_file_is_watched_by_its_name(tmp_path: Path) -> None:
    """The settings, which many editors replace by a new file; what else changes beside and below is not told."""
    (tmp_path / "output").mkdir()
    with watched(tmp_path, names=("pelicanconf.py",)) as (_, told):
        (tmp_path / "output" / "pelicanconf.py").touch()
        (tmp_path / "other.py").touch()
        for _ in range(3):
            told.batches.clear()
            by_rename(tmp_path / "pelicanconf.py")
            wait_for(lambda: told.names() == {"pelicanconf.py"})


def test_a_folder_that_is_replaced_is_watched_again(tmp_path: Path) -> None:
    """git and file managers do that: both that it went and what came after is seen, though it has the same path and
    perhaps the same number in the file system."""
    content = tmp_path / "content"
    content.mkdir()
    (content / "old.md").touch()
    with watched(content) as (_, told):
        for round_ in range(3):
            shutil.rmtree(content)
            content.mkdir()
            wait_for(lambda: "content" in told.names())
            (content / f"{round_}.md").touch()
            time.sleep(2 * module.TICK / 1000)  # the new folder's files are told, or the folder itself once more
            told.batches.clear()
            (content / f"later-{round_}.md").touch()
            wait_for(lambda name=f"later-{round_}.md": name in told.names())  # type: ignore[misc] # bound early
            told.batches.clear()


def test_a_folder_that_is_moved_away_and_back_is_watched_again(tmp_path: Path) -> None:
    """While it is away that is told once, not again and again."""
    content = tmp_path / "content"
    content.mkdir()
    with watched(content) as (_, told):
        content.rename(tmp_path / "away")
        wait_for(lambda: "content" in told.names())
        time.sleep(3 * module.TICK / 1000)
        assert len(told.batches) <= 3
        told.batches.clear()
        (tmp_path / "away").rename(content)
        wait_for(lambda: "content" in told.names())
        time.sleep(2 * module.TICK / 1000)
        (content / "a.md").touch()
        wait_for(lambda: "a.md" in told.names())


def test_further_folders_can_be_watched(tmp_path: Path) -> None:
    """The theme that the settings name from now on. A folder that is watched already changes nothing."""
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir()
    second.mkdir()
    with watched(first) as (watch, told):
        watch.watch_too([first])
        time.sleep(2 * module.TICK / 1000)
        assert told.batches == []
        watch.watch_too([second])
        wait_for(lambda: "b" in told.names())
        time.sleep(2 * module.TICK / 1000)
        for folder in (first, second):
            (folder / f"in-{folder.name}.md").touch()
        wait_for(lambda: {"in-a.md", "in-b.md"} <= told.names())


def test_where_the_system_does_not_tell_the_files_are_looked_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The limit of watched files is reached, say: one line about it, and saves are seen all the same."""

    def limited(*folders: str, force_polling: bool | None, **options: Any) -> Any:
        if not force_polling:
            raise OSError("OS file watch limit reached.")
        return watchfiles.watch(*folders, force_polling=True, **options)

    monkeypatch.setattr(module, "watch", limited)
    monkeypatch.setattr(module, "POLL", 50)
    with watched(tmp_path) as (_, told):
        (tmp_path / "a.md").touch()
        wait_for(lambda: "a.md" in told.names())
    assert capsys.readouterr().err.count("OS file watch limit reached.") == 1
