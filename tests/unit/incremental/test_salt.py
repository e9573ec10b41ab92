"""Other code, or another version of a package, is another salt."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from incremental import salt
from incremental.salt import loaded, of_code
from tests.support.sites import lay


@pytest.fixture
def code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Files from before this process began, as far as it knows."""
    monkeypatch.setattr(salt, "STARTED", time.time_ns() + 3_600_000_000_000)
    return lay(tmp_path / "code", {"a.py": "a", "b/c.py": "c", "b/notes.txt": "x"})


def test_the_salt_follows_from_the_code(code: Path) -> None:
    """From names and bytes of Python files, wherever the folder lies; nothing else counts."""
    seen = {of_code([code], ["msgspec"])}
    lay(code, {"b/notes.txt": "y", "a.pyc": "x"})
    (code.parent / "elsewhere").mkdir()
    moved = code.rename(code.parent / "elsewhere" / "code")
    seen.add(of_code([moved], ["msgspec"]))
    assert len(seen) == 1
    for name, text in (("a.py", "A"), ("b/d.py", ""), ("b/d.py", "x")):
        lay(moved, {name: text})
        seen.add(of_code([moved], ["msgspec"]))
    (moved / "b" / "d.py").rename(moved / "d.py")
    seen.add(of_code([moved], ["msgspec"]))
    assert len(seen) == 5


def test_the_salt_follows_from_versions(code: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of Python and of each package that is named; one that is not installed has none."""
    seen = {of_code([code], names) for names in ([], ["msgspec"], ["jinja2"], ["no-such-package"])}
    monkeypatch.setattr(salt, "version", lambda package: "99")
    seen.add(of_code([code], ["msgspec"]))
    monkeypatch.setattr(sys, "version", "4.0")
    seen.add(of_code([code], ["msgspec"]))
    assert len(seen) == 6


def test_code_that_was_changed_since_it_was_loaded_is_no_others(code: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What runs may be the old code, what lies there the new: no other build has the same salt."""
    assert loaded(code / "a.py") == b"a"
    assert of_code([code], []) == of_code([code], [])
    monkeypatch.setattr(salt, "STARTED", (code / "a.py").stat().st_ctime_ns)
    assert loaded(code / "a.py") != loaded(code / "a.py")
    assert of_code([code], []) != of_code([code], [])
