"""Disks that are full or may not be written: a site that is right or one clear message, and the old site kept."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from messages import texts
from tests.support.desks import Desk
from tests.support.posts import daily, post
from tests.support.sites import association, lay, small_site, tree

NO_CACHE = texts.NO_CACHE.partition("{")[0]
NOT_WRITTEN = texts.NOT_WRITTEN.partition("{")[0]
Disk = Callable[[str], Path]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """Makes small disks, of a size like 64k."""
    folders: list[Path] = []

    def made(size: str) -> Path:
        folder = tmp_path / f"disk-{len(folders)}"
        folder.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
        if os.name != "posix" or os.geteuid() or subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("only root can mount a small disk here")
        folders.append(folder)
        return folder

    yield made
    for folder in folders:
        subprocess.run(["umount", str(folder)], check=True)


def large_posts(count: int) -> dict[str, str | bytes]:
    """Of 8 KB each."""
    made: dict[str, str | bytes] = {}
    for number in range(count):
        for name, text in post(f"dai-{number}", f"2021-01-{number + 1:02}").items():
            made[name] = f"{text!s}\n\n" + "Chữ và chữ. " * 500
    return made


@pytest.mark.parametrize("size", ["4k", "16k", "64k", "128k"])
def test_a_full_disk_for_the_cache_is_no_reason_not_to_build(
    tmp_path: Path, disk: Disk, size: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The user is told once; each build is right, and so is the first on a disk with room."""
    desk = Desk(tmp_path, small_site(large_posts(20)))
    desk.cache = disk(size) / "cache"
    for number in range(3):
        lay(desk.content, {"associations/hoi-mot.md": association(f"Hội {number}")})
        capsys.readouterr()
        assert desk.build() == 0
        assert capsys.readouterr().err.count(NO_CACHE) == 1
        assert tree(desk.out) == desk.clean()
    assert sum(file.stat().st_size for file in desk.cache.glob("*.new")) == 0
    subprocess.run(["mount", "-o", "remount,size=8m", str(desk.cache.parent)], check=True)
    desk.assert_right()
    desk.assert_right()


def test_a_disk_that_fills_up_under_a_cache_keeps_what_it_had(
    tmp_path: Path, disk: Disk, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was remembered before is still good."""
    desk = Desk(tmp_path, small_site(large_posts(3)))
    desk.cache = disk("200k")
    desk.assert_right()
    lay(desk.content, large_posts(28))
    capsys.readouterr()
    assert desk.build() == 0
    assert capsys.readouterr().err.count(NO_CACHE) == 1
    assert tree(desk.out) == desk.clean()
    for file in desk.content.glob("news/*/dai-??.md"):
        file.unlink()
    desk.assert_right()


@pytest.mark.parametrize("damage", [None, "*.index", "*.pack", "*.ledger"])
def test_a_cache_that_may_not_be_written_is_used_as_it_is(
    tmp_path: Path, disk: Disk, damage: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whole or damaged: the site is right; the user is told once where there is something to keep."""
    desk = Desk(tmp_path, small_site({**daily(3), **large_posts(3)}))
    desk.cache = disk("8m")
    desk.assert_right()
    for file in desk.cache.glob(damage or "-"):
        file.write_bytes(bytes(file.stat().st_size))
    subprocess.run(["mount", "-o", "remount,ro", str(desk.cache)], check=True)
    for number in range(2):
        lay(desk.content, {"associations/hoi-mot.md": association(f"Hội {number}")})
        capsys.readouterr()
        assert desk.build() == 0
        assert capsys.readouterr().err.count(NO_CACHE) == 1
        assert tree(desk.out) == desk.clean()


def test_a_full_disk_for_the_output_keeps_the_old_site(
    tmp_path: Path, disk: Disk, capsys: pytest.CaptureFixture[str]
) -> None:
    """One clear message; with room again the next build is right."""
    desk = Desk(tmp_path, small_site(daily(3)))
    desk.out = disk("1m") / "out"
    desk.assert_right()
    before = tree(desk.out)
    lay(desk.content, {f"images/{number}.png": bytes(200_000) for number in range(5)})
    lay(desk.content, post("anh", "2022-01-01") | large_posts(28))
    body = "\n\n".join(f"![Ảnh](images/{number}.png)" for number in range(5))
    file = desk.content / "news" / "2022" / "anh.md"
    file.write_text(file.read_text(encoding="utf-8") + body, encoding="utf-8")
    for _ in range(2):
        capsys.readouterr()
        assert desk.build() == 1
        said = capsys.readouterr()
        assert (said.err + said.out).count(NOT_WRITTEN) == 1
        assert tree(desk.out) == before
    subprocess.run(["mount", "-o", "remount,size=8m", str(desk.out.parent)], check=True)
    desk.assert_right()
