"""Pieces in packs: each is what was put, or known to be damaged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from incremental.packs import Damaged, Packs, Place

PIECES = [b"one", b"", b"three" * 1000, b"\0"]


@pytest.fixture
def packs(tmp_path: Path) -> Iterator[Packs]:
    packs = Packs(tmp_path)
    yield packs
    packs.close()


def again(packs: Packs, folder: Path) -> Packs:
    """As the next build has them."""
    packs.keep()
    packs.close()
    return Packs(folder)


def test_a_piece_is_there_at_once_and_later(packs: Packs, tmp_path: Path) -> None:
    """Before its file has its name, and in the next build."""
    places = [packs.put(piece) for piece in PIECES]
    assert [packs.get(place) for place in places] == PIECES
    later = again(packs, tmp_path)
    assert [later.get(place) for place in reversed(places)] == PIECES[::-1]
    later.close()
    assert list(later.sizes().values()) == [sum(map(len, PIECES))]


def test_every_build_has_a_file_of_its_own(packs: Packs, tmp_path: Path) -> None:
    """Also two in one life; the names of files that went are given anew."""
    first = packs.put(b"first")
    packs.keep()
    second = packs.put(b"second")
    packs.keep()
    assert [packs.get(first), packs.get(second)] == [b"first", b"second"]
    assert sorted(packs.sizes()) == sorted({first.pack, second.pack}) and first.pack != second.pack
    packs.drop_all_but({second.pack})
    third = packs.put(b"third")
    packs.keep()
    assert third.pack == first.pack
    later = again(packs, tmp_path)
    assert [later.get(second), later.get(third)] == [b"second", b"third"]
    with pytest.raises(Damaged):
        later.get(first)
    later.close()


@pytest.mark.parametrize("spoil", ["cut off", "changed", "gone", "a folder"])
def test_a_damaged_piece_is_said_to_be(packs: Packs, tmp_path: Path, spoil: str) -> None:
    """And never given as something else."""
    place = packs.put(b"piece")
    later = again(packs, tmp_path)
    file = next(tmp_path.iterdir())
    if spoil in ("cut off", "changed"):
        file.write_bytes(b"pie" if spoil == "cut off" else b"PIECE")
    else:
        file.unlink()
    if spoil == "a folder":
        file.mkdir()
    with pytest.raises(Damaged):
        later.get(place)
    later.close()


@pytest.mark.parametrize(
    "more",
    [{"offset": -1}, {"offset": 1 << 62}, {"offset": 1 << 64}, {"length": 1 << 62}, {"length": -1}, {"pack": "../x"}],
)
def test_a_place_that_cannot_be_is_damaged(packs: Packs, tmp_path: Path, more: dict[str, object]) -> None:
    """As somebody might write it into an index; nothing outside the folder is opened."""
    place = packs.put(b"piece")
    later = again(packs, tmp_path)
    (tmp_path.parent / "x.pack").write_bytes(b"piece")
    with pytest.raises(Damaged):
        later.get(msgspec.structs.replace(place, **more))
    later.close()


def test_what_a_killed_build_left_goes(packs: Packs, tmp_path: Path) -> None:
    """Once the next one keeps something."""
    packs.put(b"lost")
    assert [file.suffix for file in tmp_path.iterdir()] == [".new"]
    other = Packs(tmp_path)
    place = other.put(b"kept")
    other.keep()
    other.drop_all_but({place.pack})
    assert [file.suffix for file in tmp_path.iterdir()] == [".pack"]
    other.close()


@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_full_disk_loses_nothing_of_this_build(
    packs: Packs, tmp_path: Path, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pieces are there all the same; `keep` says why they will not be, and the disk is not kept full."""
    places = [packs.put(piece) for piece in PIECES[:after]]

    def full(file: object, piece: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("incremental.packs._write", full)
    places += [packs.put(piece) for piece in PIECES[after:]]
    assert [packs.get(place) for place in places] == PIECES
    with pytest.raises(OSError, match="No space"):
        packs.keep()
    assert list(tmp_path.iterdir()) == []
    assert [packs.get(place) for place in places] == PIECES


def test_a_folder_that_is_gone_loses_nothing_of_this_build(tmp_path: Path) -> None:
    """The same where not even the first piece can be written."""
    packs = Packs(tmp_path / "not there")
    place: Place = packs.put(b"piece")
    assert packs.get(place) == b"piece"
    with pytest.raises(OSError):
        packs.keep()
    packs.close()
