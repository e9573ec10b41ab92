"""A record that was remembered is the record that parsing gives, with its problems and its body."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import msgspec
import pytest

from associations import parse
from associations.content import Content, read_content
from associations.model import Record
from bodies.model import Body
from bodies.render import render
from incremental import stamps
from incremental.packs import Damaged
from incremental.sealed import load, save
from incremental.store import INDEX, Index, Store
from messages.problem import Problem
from tests.build.test_invalid_sites import MISTAKES
from tests.build.test_invalid_sites import lay as lay_mistake
from tests.support.sites import ROOT, article, lay, small_site

MEDIA = ("images", "files")
NAME = "news/2022/a.md"


@pytest.fixture(autouse=True)
def rested(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file was changed a moment ago."""
    now = stamps.now
    monkeypatch.setattr(stamps, "now", lambda: now() + 10_000_000_000)


def read(folder: Path, cache: Path | None, jobs: int = 1) -> tuple[Content, list[Problem], list[Body], int]:
    """The content with its problems and bodies, and how many files were parsed for it here."""
    store = Store(cache, b"salt") if cache else None
    with patch.object(parse, "render", wraps=render) as parsed:
        content, problems = read_content(folder, MEDIA, store, jobs)
    bodies = [content.bodies.of(record) for record in content.records]
    if store:
        store.save()
        store.close()
    return content, problems, bodies, parsed.call_count


def told(found: tuple[Content, list[Problem], list[Body], int]) -> tuple[tuple[Record, ...], list[Problem], list[Body]]:
    return found[0].records, found[1], found[2]


@pytest.fixture
def content(tmp_path: Path) -> Iterator[Path]:
    yield lay(tmp_path / "content", small_site({NAME: article("Một", "2022-01-01", "[x](/a/) **chữ**")}))


@pytest.mark.parametrize("folder", [ROOT / "docs" / "example", ROOT / "tests" / "sites" / "base" / "content"])
def test_what_is_remembered_is_what_parsing_gives(folder: Path, tmp_path: Path) -> None:
    """Every field of every kind of record; the second time nothing is parsed."""
    plain, first, second = read(folder, None), read(folder, tmp_path / "cache"), read(folder, tmp_path / "cache")
    assert told(plain) == told(first) == told(second)
    assert plain[3] == first[3] > 0 == second[3]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_problems_are_remembered(mistake: str, tmp_path: Path) -> None:
    """Whatever is wrong with a file, and whatever hostile values stand in it."""
    folder = lay_mistake(mistake, tmp_path)
    plain = told(read(folder, None))
    assert plain == told(read(folder, tmp_path / "cache")) == told(read(folder, tmp_path / "cache"))


def test_several_processes_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Records, problems and bodies, in the same order; what they parsed is kept."""
    monkeypatch.setattr("incremental.parallel.LEAST", 1)
    monkeypatch.setattr("incremental.parallel.CHUNK", 2)
    folder = lay_mistake("yaml-features", tmp_path)
    assert told(read(folder, None)) == told(read(folder, tmp_path / "cache", jobs=2))
    again = read(folder, tmp_path / "cache")
    assert told(again) == told(read(folder, None)) and again[3] == 0


def test_a_body_has_the_key_of_its_file(content: Path, tmp_path: Path) -> None:
    """The same in every build and wherever the content lies; another when a byte is."""
    keys = []
    for cache in (tmp_path / "one", tmp_path / "two"):
        found = read(content, cache)[0]
        keys.append([found.bodies.key(record) for record in found.records])
    assert keys[0] == keys[1] and len(set(keys[0])) == len(keys[0])
    lay(content, {NAME: article("Một", "2022-01-01", "[x](/a/) **Chữ**")})
    found = read(content, tmp_path / "one")[0]
    assert len({found.bodies.key(record) for record in found.records} - set(keys[0])) == 1


def _spoil(cache: Path, small: bytes | None, pack: bytes | None) -> None:
    index = load(cache / INDEX, Index)
    assert index is not None
    for entry in index.entries.values():
        entry.small = entry.small if small is None else small
        if pack is not None:
            entry.large = msgspec.structs.replace(entry.large, pack=pack.decode())
    save(cache / INDEX, index)


@pytest.mark.parametrize("small", [b"", b"\xc1", msgspec.msgpack.encode([1, 2]), msgspec.msgpack.encode("x")])
def test_a_record_of_another_shape_is_damaged(content: Path, tmp_path: Path, small: bytes) -> None:
    """Not a trace: whoever builds then reads the files."""
    read(content, tmp_path / "cache")
    _spoil(tmp_path / "cache", small, None)
    with pytest.raises(Damaged):
        read(content, tmp_path / "cache")


def test_a_body_of_another_shape_is_damaged(content: Path, tmp_path: Path) -> None:
    """The same for what is read only when a page needs it."""
    read(content, tmp_path / "cache")
    store = Store(tmp_path / "cache", b"salt")
    found, _ = read_content(content, MEDIA, store)
    for record in found.records:
        key = found.bodies.key(record)
        store.put(key, store.small(key) or b"", msgspec.msgpack.encode(["x"]))
        with pytest.raises(Damaged):
            found.bodies.of(record)
    store.close()


def test_a_file_that_can_not_be_read_is_asked_for_each_time(content: Path, tmp_path: Path) -> None:
    """It has no record, and the problem says so in every build."""
    lay(content, {NAME: b"x" * ((1 << 20) + 1)})
    for _ in range(2):
        found = read(content, tmp_path / "cache")
        assert [p.rule for p in found[1]] == ["file-too-large"]
        assert NAME not in [record.path for record in found[0].records]
