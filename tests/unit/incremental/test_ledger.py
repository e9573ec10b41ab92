"""The ledger knows what an output holds, and whether it still does."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from incremental import ledger, stamps
from incremental.ledger import Ledger, drop_oldest, file_for
from incremental.sealed import digest
from tests.support.sites import lay

NAME = "a/index.html"


@pytest.fixture(autouse=True)
def rested(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file was changed a moment ago."""
    now = stamps.now
    monkeypatch.setattr(stamps, "now", lambda: now() + 10_000_000_000)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """With one page and one copy that a ledger knows."""
    output = lay(tmp_path / "out", {NAME: "page", "a.png": "png"})
    known = Ledger(tmp_path / "ledger", output)
    known.note(NAME, b"made", b"page")
    known.note_copy("a.png", b"copied")
    known.save()
    return output


def opened(output: Path) -> Ledger:
    return Ledger(output.parent / "ledger", output)


def test_what_was_noted_stands(output: Path) -> None:
    """Made from the same; of others nothing is known."""
    known = opened(output)
    assert known.stands(NAME, b"made") and known.stands("a.png", b"copied")
    assert not known.stands(NAME, b"otherwise") and not known.stands("b", b"made")
    assert known.rendered == 0


def test_without_a_file_nothing_is_known(output: Path) -> None:
    """And nothing is kept."""
    known = Ledger(None, output)
    known.note(NAME, b"made", b"page")
    known.save()
    assert known.rendered == 1
    assert not Ledger(None, output).stands(NAME, b"made")


@pytest.mark.parametrize("how", ["gone", "same size", "longer", "a folder", "a link to it"])
def test_what_somebody_changed_does_not_stand(output: Path, how: str) -> None:
    """Whatever stands there instead."""
    page = output / NAME
    if how == "same size":
        page.write_text("PAGE", encoding="utf-8")
    elif how == "longer":
        page.write_text("pages", encoding="utf-8")
    else:
        page.rename(output / "twin")
        if how == "a folder":
            page.mkdir()
        if how == "a link to it":
            page.symlink_to(output / "twin")
    assert not opened(output).stands(NAME, b"made")


def test_the_same_bytes_in_a_new_file_stand(output: Path) -> None:
    """Restored, moved or touched: read once, then known by its stamp again. A copy is compared by whoever copies it."""
    for name in (NAME, "a.png"):
        os.utime(output / name, (1, 1))
    known = opened(output)
    assert known.stands(NAME, b"made") and not known.stands("a.png", b"copied")
    known.save()
    (output / NAME).chmod(0)
    (output / NAME).chmod(0o644)
    assert opened(output).stands(NAME, b"made")


def test_a_file_of_this_moment_is_read_the_next_time(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be changed within the same tick of the clock; the time after that its stamp will do."""
    now = stamps.now
    with monkeypatch.context() as patched:
        patched.setattr(stamps, "now", lambda: now() - 10_000_000_000)
        fresh = Ledger(output.parent / "ledger", output)
        fresh.note(NAME, b"made", b"page")
        fresh.save()
    found = (output / NAME).stat()
    with (output / NAME).open("r+b") as stream:
        stream.write(b"PAGE")
    with monkeypatch.context() as patched:
        real = stamps.stamp
        patched.setattr(stamps, "stamp", lambda seen: real(found))  # it looks as it did
        assert not opened(output).stands(NAME, b"made")


def test_what_is_not_in_the_new_state_is_forgotten(output: Path) -> None:
    """Neither asked for nor noted: the output has it no more."""
    known = opened(output)
    assert known.stands(NAME, b"made")
    known.save()
    later = opened(output)
    assert later.stands(NAME, b"made") and not later.stands("a.png", b"copied")


def test_forgetting_makes_everything_anew(output: Path) -> None:
    """Also what was noted before."""
    known = opened(output)
    known.note("b", b"made", b"x")
    known.forget()
    assert known.rendered == 0 and not known.stands(NAME, b"made")
    known.note(NAME, b"made", b"page")
    known.save()
    assert opened(output).stands(NAME, b"made")


def test_a_ledger_that_says_nothing_new_is_not_written(output: Path) -> None:
    """Its time stays."""
    file = output.parent / "ledger"
    os.utime(file, (1, 1))
    known = opened(output)
    assert known.stands(NAME, b"made") and known.stands("a.png", b"copied")
    known.save()
    assert file.stat().st_mtime == 1


def test_each_output_has_a_ledger_of_its_own(tmp_path: Path) -> None:
    """By where it lies, however it is called; the name tells nothing of that."""
    names = {file_for(tmp_path, tmp_path / name).name for name in ("a", "b", "a/../a", "./a")}
    assert len(names) == 2
    assert not any(part in name for name in names for part in tmp_path.parts if len(part) > 3)


def test_old_ledgers_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of outputs that were not built for longest, with what stands beside them under their name."""
    monkeypatch.setattr(ledger, "MOST", 3)
    for number in range(5):
        lay(tmp_path, {f"{number}.ledger": "", f"{number}.standing": ""})
        os.utime(tmp_path / f"{number}.ledger", (number, number))
    drop_oldest(tmp_path)
    assert {file.stem for file in tmp_path.iterdir()} == {"2", "3", "4"}
    assert len(list(tmp_path.iterdir())) == 6


def test_a_fingerprint_keeps_its_parts_apart() -> None:
    """So that no two pages share one by chance of where their parts end."""
    assert digest(b"a", b"bc") != digest(b"ab", b"c")
