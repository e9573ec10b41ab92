"""The store gives back what was put under a key, for as long as builds use it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from incremental import stamps, store
from incremental.packs import Damaged
from incremental.store import INDEX, Store
from tests.support.sites import tree

LATER = 10_000_000_000  # nanoseconds


@pytest.fixture(autouse=True)
def rested(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file was changed a moment ago."""
    now = stamps.now
    monkeypatch.setattr(stamps, "now", lambda: now() + LATER)


@contextmanager
def opened(folder: Path, salt: bytes = b"salt") -> Iterator[Store]:
    """The store of one build, kept in the end."""
    one = Store(folder / "cache", salt)
    try:
        yield one
        one.save()
    finally:
        one.close()


def derive(one: Store, file: Path) -> tuple[bytes, bool]:
    """What the store has of a file, and whether it had to be derived; as whoever uses it does."""
    found = file.stat()
    key = one.key_of(file.name, found)
    if key is None:
        data = file.read_bytes()
        key = one.key_for(file.name, data)
        one.saw(file.name, found, key)
        if one.small(key) is None:
            one.put(key, data[:3], data.upper())
            return one.large(key), True
    one.small(key)
    return one.large(key), False


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "a.md"
    file.write_text("text", encoding="utf-8")
    return file


def test_a_file_is_derived_once(tmp_path: Path, file: Path) -> None:
    """Not in the next build, not under new times, not as a copy, not after it was another for a while."""
    for again in (False, True):
        with opened(tmp_path) as one:
            assert derive(one, file) == (b"TEXT", not again)
    os.utime(file)
    with opened(tmp_path) as one:
        assert one.key_of(file.name, file.stat()) is None
        assert derive(one, file) == (b"TEXT", False)
    file.write_text("else", encoding="utf-8")
    with opened(tmp_path) as one:
        assert derive(one, file) == (b"ELSE", True)
    file.write_text("text", encoding="utf-8")
    with opened(tmp_path) as one:
        assert derive(one, file) == (b"TEXT", False)
    with opened(tmp_path) as one:
        assert one.key_of(file.name, file.stat()) is not None


def test_the_name_is_a_part_of_the_key(tmp_path: Path, file: Path) -> None:
    """What follows from a file may follow from its name too."""
    with opened(tmp_path) as one:
        assert one.key_for("a.md", b"x") != one.key_for("b.md", b"x") != one.key_for("b.md", b"y")
        assert one.key_for("\udcff.md", b"x") != one.key_for("\udcfe.md", b"x")


def test_another_salt_knows_nothing(tmp_path: Path, file: Path) -> None:
    """Other code derives anew, and what the old one made is gone."""
    with opened(tmp_path) as one:
        derive(one, file)
    with opened(tmp_path, b"other") as one:
        assert derive(one, file) == (b"TEXT", True)
    with opened(tmp_path) as one:
        assert derive(one, file) == (b"TEXT", True)
    assert len(list((tmp_path / "cache").glob("*.pack"))) == 1


def test_a_file_changed_a_moment_ago_is_read_again(tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be changed once more within the same tick of the clock."""
    now = stamps.now
    monkeypatch.setattr(stamps, "now", lambda: now() - LATER)
    with opened(tmp_path) as one:
        derive(one, file)
    with opened(tmp_path) as one:
        assert one.key_of(file.name, file.stat()) is None


def test_a_build_that_changes_nothing_writes_nothing(tmp_path: Path, file: Path) -> None:
    """So the cache of a CI need not be stored again."""
    with opened(tmp_path) as one:
        derive(one, file)
    before = tree(tmp_path / "cache")
    with opened(tmp_path) as one:
        assert derive(one, file) == (b"TEXT", False)
    assert tree(tmp_path / "cache") == before


def test_what_is_not_saved_is_not_kept(tmp_path: Path, file: Path) -> None:
    """A build that was killed leaves what there was."""
    one = Store(tmp_path / "cache", b"salt")
    derive(one, file)
    one.close()
    with opened(tmp_path) as other:
        assert derive(other, file) == (b"TEXT", True)


def test_what_is_not_there_is_damaged(tmp_path: Path, file: Path) -> None:
    """A key that nobody put, and one whose pack is gone."""
    with opened(tmp_path) as one:
        key = one.key_for(file.name, b"x")
        assert one.small(key) is None
        with pytest.raises(Damaged):
            one.large(key)
        derive(one, file)
    for pack in (tmp_path / "cache").glob("*.pack"):
        pack.unlink()
    with opened(tmp_path) as one, pytest.raises(Damaged):
        derive(one, file)


def write(file: Path, number: int) -> None:
    file.write_text(f"{number:03}" * 20, encoding="utf-8")


def keys(folder: Path, file: Path, numbers: range) -> list[int]:
    """Which versions of a file are known still."""
    one = Store(folder / "cache", b"salt")
    known = [n for n in numbers if one.small(one.key_for(file.name, (f"{n:03}" * 20).encode())) is not None]
    one.close()
    return known


def test_what_was_not_used_lately_goes(tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted in builds that changed something; what each of them uses stays."""
    monkeypatch.setattr(store, "LATELY", 3)
    always = tmp_path / "b.md"
    always.write_text("always", encoding="utf-8")
    for number in range(8):
        write(file, number)
        with opened(tmp_path) as one:
            derive(one, file)
            assert derive(one, always) == (b"ALWAYS", number == 0)
    assert keys(tmp_path, file, range(8)) == [5, 6, 7]


def test_over_the_bound_what_was_not_used_for_longest_goes(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bound holds for all pieces, on the disk too; the build at hand keeps what it uses, be it more."""
    one_piece = 63
    monkeypatch.setattr(store, "LARGEST", 3 * one_piece)
    monkeypatch.setattr(store, "MOST_SMALL", 0)
    for number in range(8):
        write(file, number)
        with opened(tmp_path) as one:
            derive(one, file)
        assert sum(pack.stat().st_size for pack in (tmp_path / "cache").glob("*.pack")) <= 3 * one_piece
    assert keys(tmp_path, file, range(8)) == [5, 6, 7]
    monkeypatch.setattr(store, "LARGEST", 1)
    write(file, 8)
    with opened(tmp_path) as one:
        derive(one, file)
    assert keys(tmp_path, file, range(9)) == [8]


def test_small_packs_are_joined(tmp_path: Path, file: Path) -> None:
    """Every edit leaves one; there are never many, and nothing in them is lost."""
    for number in range(30):
        write(file, number)
        with opened(tmp_path) as one:
            derive(one, file)
        assert len(list((tmp_path / "cache").glob("*.pack"))) <= store.MOST_SMALL + 2
    for number in range(30):
        write(file, number)
        with opened(tmp_path) as one:
            assert derive(one, file) == ((f"{number:03}" * 20).encode(), False)


def test_a_damaged_piece_is_dropped_when_packs_are_joined(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would stand in the way of all that is kept later."""
    monkeypatch.setattr(store, "MOST_SMALL", 1)
    write(file, 0)
    with opened(tmp_path) as one:
        derive(one, file)
    next((tmp_path / "cache").glob("*.pack")).write_bytes(bytes(60))
    for number in (1, 2):
        write(file, number)
        with opened(tmp_path) as one:
            derive(one, file)
    assert keys(tmp_path, file, range(3)) == [1, 2]


def test_a_store_that_can_not_be_kept_is_whole_for_its_build(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was kept before is good in the next one."""
    with opened(tmp_path) as one:
        derive(one, file)
    before = (tmp_path / "cache" / INDEX).read_bytes()
    other = tmp_path / "b.md"
    other.write_text("other", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched, pytest.raises(OSError, match="No space"), opened(tmp_path) as one:
        patched.setattr("incremental.packs._write", full)
        assert derive(one, other) == (b"OTHER", True)
        assert derive(one, file) == (b"TEXT", False)
    assert (tmp_path / "cache" / INDEX).read_bytes() == before
    with opened(tmp_path) as one:
        assert derive(one, file) == (b"TEXT", False)
