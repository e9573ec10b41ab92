"""The memory of builds: one at a time, nothing of where it lies, and no reason for a build to fail."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from associations.memory import Memory
from messages import texts
from tests.support.processes import ended, start
from tests.support.sites import lay, stamps, tree

NO_CACHE = texts.NO_CACHE.partition("{")[0]


@pytest.fixture(autouse=True)
def same_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also while somebody works on it."""
    monkeypatch.setattr("incremental.salt.of_code", lambda *_: b"code")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return lay(tmp_path / "out", {"index.html": "page"})


@pytest.fixture
def memory(tmp_path: Path, output: Path) -> Iterator[Memory]:
    memory = Memory(tmp_path / "cache", output)
    yield memory
    memory.close()


def test_without_a_folder_there_is_no_memory(output: Path) -> None:
    """Every step of a build goes without."""
    memory = Memory("", output)
    memory.open_store()
    assert memory.store is None and memory.file_for(".x") is None
    memory.keep_records()
    memory.ledger.note("index.html", b"made", b"page")
    memory.keep_pages(lambda: None)
    assert list(output.parent.iterdir()) == [output]


def test_a_build_waits_for_the_other(tmp_path: Path, output: Path) -> None:
    """With whatever output; it goes on when the first has ended."""
    first, second = os.pipe(), os.pipe()

    def waits() -> int:
        os.read(first[0], 1)  # by now the other has the folder
        os.write(second[1], b"x")
        Memory(tmp_path / "cache", tmp_path / "other").close()
        return 0 if (tmp_path / "done").exists() else 1

    child = start(waits)  # before there is a lock that it would inherit
    memory = Memory(tmp_path / "cache", output)
    os.write(first[1], b"x")
    os.read(second[0], 1)
    time.sleep(0.1)
    assert os.waitpid(child, os.WNOHANG) == (0, 0)
    (tmp_path / "done").touch()
    memory.close()
    assert ended(child) == 0
    for end in (*first, *second):
        os.close(end)


def test_a_build_that_fails_lets_the_next_one_in(memory: Memory, tmp_path: Path, output: Path) -> None:
    """By a signal too."""
    with pytest.raises(SystemExit), memory.closed_on_failure():
        raise SystemExit(130)

    def next_one() -> int:
        Memory(tmp_path / "cache", output).close()
        return 0

    assert ended(start(next_one)) == 0


def test_what_is_kept_is_there_in_the_next_build(memory: Memory, tmp_path: Path, output: Path) -> None:
    """Files and pages; forgetting drops the files only."""
    memory.open_store()
    assert memory.store is not None
    memory.store.put(b"key", b"small", b"large")
    memory.keep_records()
    memory.ledger.note("index.html", b"made", b"page")
    kept: list[int] = []
    memory.keep_pages(lambda: kept.append(1))
    assert kept == [1]
    later = Memory(tmp_path / "cache", output)
    later.open_store()
    assert later.store is not None and later.store.small(b"key") == b"small"
    assert later.ledger.stands("index.html", b"made")
    later.forget()
    assert later.store is None
    later.close()
    last = Memory(tmp_path / "cache", output)
    last.open_store()
    assert last.store is not None and last.store.small(b"key") is None
    assert last.ledger.stands("index.html", b"made")
    last.close()


def test_what_can_not_be_kept_is_told_once(
    memory: Memory, output: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the folder and the system's reason; the build goes on."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    memory.open_store()
    assert memory.store is not None
    memory.store.put(b"key", b"small", b"large")
    monkeypatch.setattr("incremental.store.save", full)
    monkeypatch.setattr("incremental.ledger.save", full)
    memory.keep_records()
    memory.ledger.note("index.html", b"made", b"page")
    memory.keep_pages(full)
    said = capsys.readouterr().err
    assert said.count(NO_CACHE) == 1 and "cache" in said and "No space" in said


def test_the_output_is_not_touched(memory: Memory, output: Path) -> None:
    """A memory only looks at it."""
    before = tree(output), stamps(output)
    memory.ledger.note("index.html", b"made", b"page")
    memory.keep_pages(lambda: None)
    assert (tree(output), stamps(output)) == before
