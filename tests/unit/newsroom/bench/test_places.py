"""Where the bench builds, and what is left of it."""

from pathlib import Path

import pytest

from newsroom.bench import places, processes
from newsroom.bench.places import Place, has_room, is_tmpfs, place


def test_memory_is_taken_where_there_is_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice as much as is needed, for the builds themselves; else the disk."""
    needed = 1_000 * places.ROOM + places.FIXED
    monkeypatch.setattr(processes, "available_bytes", lambda: 2 * needed + 1)
    assert has_room(tmp_path, 1_000) and not has_room(tmp_path, 1_001)


@pytest.mark.parametrize("in_memory", [True, False])
def test_a_place_is_empty_and_gone_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_memory: bool) -> None:
    """Also when the measurement fails."""
    memory = tmp_path / "memory"
    memory.mkdir()
    monkeypatch.setattr(places, "MEMORY", memory)
    monkeypatch.setattr(places, "is_tmpfs", lambda folder: in_memory)
    with pytest.raises(KeyboardInterrupt), place(10, tmp_path / "disk") as found:
        assert found.kind == ("tmpfs" if in_memory else "disk")
        assert found.folder.parent == (memory if in_memory else tmp_path / "disk")
        assert list(found.folder.iterdir()) == []
        raise KeyboardInterrupt
    assert not found.folder.exists()


@pytest.mark.parametrize(("kind", "stays"), [("tmpfs", False), ("disk", True)])
def test_on_a_disk_nothing_is_removed_between_rounds(tmp_path: Path, kind: str, stays: bool) -> None:
    """ext4 is slow to give out what was just removed; memory is to be had again."""
    (tmp_path / "round").mkdir()
    Place(tmp_path, kind).done_with(tmp_path / "round")
    assert (tmp_path / "round").exists() == stays


def test_a_file_system_in_memory_is_known_by_its_mount(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that only has the name is a disk's."""
    (tmp_path / "mounts").write_text("tmpfs /dev/shm tmpfs rw 0 0\n/dev/sda / ext4 rw 0 0\n", encoding="ascii")
    monkeypatch.setattr(processes, "PROC", tmp_path)
    assert is_tmpfs(Path("/dev/shm")) and not is_tmpfs(Path("/")) and not is_tmpfs(Path("/dev"))
