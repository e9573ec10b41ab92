"""What a file's time says is never all: bytes that changed are seen, however they came there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from incremental import stamps
from incremental.stamps import Stamp, stamp
from tests.support.desks import Desk
from tests.support.posts import daily
from tests.support.sites import ROOT, article, small_site

NAME = "news/2020/bai-001.md"
PAGE = "tin/2020/bai-001/index.html"
COARSE = 10_000_000  # nanoseconds between two ticks of an old system's clock


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path, small_site({**daily(3), "images/a.png": b"x", NAME: _text(0)}))
    desk.assert_right()
    return desk


def _text(number: int) -> str:
    """Always of the same size."""
    return article("Bài", "2020-01-02", f"Chữ số {number}. ![Ảnh](images/a.png)")


@pytest.fixture
def coarse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files as a system sees them whose clock ticks a hundred times a second."""

    def seen(found: os.stat_result) -> Stamp:
        real = stamp(found)
        return Stamp(real.size, real.modified // COARSE * COARSE, real.changed // COARSE * COARSE, real.inode)

    monkeypatch.setattr(stamps, "stamp", seen)


def _write(file: Path, text: str, new_file: bool, times: tuple[int, int]) -> None:
    if new_file:
        beside = file.with_name("beside~")
        beside.write_text(text, encoding="utf-8")
        os.utime(beside, ns=times)
        beside.replace(file)
    else:
        file.write_text(text, encoding="utf-8")
        os.utime(file, ns=times)


@pytest.mark.parametrize("new_file", [False, True])
@pytest.mark.parametrize("name", [NAME, "images/a.png"])
def test_a_change_that_keeps_size_and_time_is_seen(desk: Desk, name: str, new_file: bool) -> None:
    """In the same file, or another file in its place, as a check-out may do."""
    file = desk.content / name
    found = file.stat()
    text = _text(1) if name == NAME else "y"
    _write(file, text, new_file, (found.st_atime_ns, found.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (found.st_size, found.st_mtime_ns)
    desk.assert_right()
    shown = (desk.out / (PAGE if name == NAME else name)).read_text(encoding="utf-8")
    assert "Chữ số 1" in shown or shown == "y"


def test_two_files_that_change_places_are_seen(desk: Desk) -> None:
    """Each has been there before, under the other's name."""
    one, two = desk.content / NAME, desk.content / "news/2020/bai-002.md"
    one.rename(one.with_name("x~"))
    two.rename(one)
    one.with_name("x~").rename(two)
    desk.assert_right()


def test_an_edit_in_the_same_tick_is_seen(desk: Desk, coarse: None) -> None:
    """An editor saves, builds, and saves again at once: the file looks as it did."""
    desk.rested = False
    file = desk.content / NAME
    for number in range(5):
        file.write_text(_text(number), encoding="utf-8")
        assert desk.build() == 0
        file.write_text(_text(number + 1), encoding="utf-8")
        desk.assert_right()
        assert f"Chữ số {number + 1}" in (desk.out / PAGE).read_text(encoding="utf-8")


def test_an_output_that_is_changed_in_the_same_tick_is_put_right(desk: Desk, coarse: None) -> None:
    """Somebody changes a page at the moment when it was written, and its size stays."""
    desk.rested = False
    page = desk.out / PAGE
    for number in range(1, 6):
        (desk.content / NAME).write_text(_text(number), encoding="utf-8")
        assert desk.build() == 0
        right = page.read_bytes()
        with page.open("r+b") as stream:
            stream.write(right.swapcase())
        assert desk.build() == 0
        assert page.read_bytes() == right


def test_the_cache_of_one_site_is_none_for_another(desk: Desk, tmp_path: Path) -> None:
    """Nor the output: the example of the documentation in the place of this site, and back."""
    example = shutil.copytree(ROOT / "docs" / "example", tmp_path / "example")
    own = desk.content
    for content in (example, own, example):
        desk.content = content
        desk.assert_right()
