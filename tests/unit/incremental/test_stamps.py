"""A file that was changed looks otherwise, or is known to be too fresh for a look."""

from __future__ import annotations

import os
from pathlib import Path

from incremental import stamps
from incremental.stamps import MARGIN, TICK, Stamp, rested, settled, stamp


def test_every_change_shows(tmp_path: Path) -> None:
    """Of its size, of its bytes with the same size and time, and of the file that stands there."""
    file, other = tmp_path / "a", tmp_path / "b"
    file.write_text("text", encoding="utf-8")
    first = stamp(file.stat())
    assert stamp(file.stat()) == first
    file.write_text("longer", encoding="utf-8")
    assert stamp(file.stat()) != first
    file.write_text("else", encoding="utf-8")
    os.utime(file, ns=(first.modified, first.modified))
    assert stamp(file.stat()) != first
    other.write_text("text", encoding="utf-8")
    os.utime(other, ns=(first.modified, first.modified))
    other.replace(file)
    assert stamp(file.stat()) != first


def test_a_file_is_settled_when_it_rested_longer_than_any_clock_ticks() -> None:
    """By both of its times: one may have been set back."""
    at = 10 * MARGIN
    assert settled(Stamp(1, at - MARGIN - 1, at - MARGIN - 1, 1), at)
    assert not settled(Stamp(1, at - MARGIN, at - MARGIN - 1, 1), at)
    assert not settled(Stamp(1, 0, at - MARGIN, 1), at)
    assert not settled(Stamp(1, at + MARGIN, 0, 1), at)


def test_a_file_rested_when_the_systems_clock_has_ticked_since() -> None:
    """By the time that no tool sets."""
    assert rested(Stamp(1, 5 * TICK, TICK - 1, 1), 2 * TICK)
    assert not rested(Stamp(1, 0, TICK, 1), 2 * TICK)


def test_now_is_a_moment_in_nanoseconds(tmp_path: Path) -> None:
    """In the measure of files' times."""
    (tmp_path / "a").touch()
    assert abs(stamps.now() - (tmp_path / "a").stat().st_mtime_ns) < 60_000_000_000
