"""A cache or an output that somebody damaged costs time only."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from incremental.sealed import digest
from messages import texts
from tests.support.desks import Desk
from tests.support.posts import daily
from tests.support.sites import association, lay, small_site, tree

Damage = Callable[[bytes], bytes]


def sealed(value: object) -> bytes:
    """As the cache writes it, so that only its shape can tell that it is not ours."""
    payload = msgspec.msgpack.encode(value)
    return digest(payload) + payload


def _index(data: bytes) -> list[Any] | None:
    """The parts of an index; None for another file."""
    try:
        decoded = msgspec.msgpack.decode(data[16:])
    except msgspec.DecodeError:
        return None
    return decoded if isinstance(decoded, list) and len(decoded) == 4 and isinstance(decoded[-1], dict) else None


def misshapen(data: bytes) -> bytes:
    """An index of ours, with what it knows of each file of another kind."""
    index = _index(data)
    if index is None:
        return sealed(["x"])
    entries = {key: [msgspec.msgpack.encode(["x", 3]), *entry[1:]] for key, entry in index[-1].items()}
    return sealed([*index[:-1], entries])


def misplaced(data: bytes) -> bytes:
    """An index of ours that places every body outside its packs."""
    index = _index(data)
    if index is None:
        return sealed([{"x": 1}])
    places = ["../0000", 1 << 63, 1 << 62, b"x"]
    return sealed([*index[:-1], {key: [entry[0], places, entry[2]] for key, entry in index[-1].items()}])


DAMAGES: dict[str, Damage] = {
    "cut off": lambda data: data[: len(data) // 2],
    "without its last byte": lambda data: data[:-1],
    "zeroes": lambda data: bytes(len(data)),
    "one bit": lambda data: data[:40] + bytes([data[40] ^ 1]) + data[41:],
    "of another version": lambda data: sealed({"version": 99, "files": []}),
    "wrong types": lambda data: sealed([1, "x", {"a": 1}, 3.5]),
    "records of another shape": misshapen,
    "bodies elsewhere": misplaced,
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path, small_site({**daily(6), "images/a.png": b"x"}))
    assert desk.build() == 0
    return desk


@pytest.mark.parametrize("pattern", ["*.index", "*.pack", "*.ledger", "*.standing"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_cache_is_made_anew(desk: Desk, pattern: str, damage: str) -> None:
    """With nothing changed, with the output gone, and after an edit that needs every record."""
    before = tree(desk.out)

    def harm() -> None:
        for file in desk.cache.glob(pattern):
            file.write_bytes(DAMAGES[damage](file.read_bytes()))

    harm()
    assert desk.build() == 0 and tree(desk.out) == before
    harm()
    shutil.rmtree(desk.out)
    assert desk.build() == 0 and tree(desk.out) == before
    harm()
    lay(desk.content, {"associations/hoi-mot.md": association("Hội Khác")})
    desk.assert_right()


def test_foreign_files_in_the_cache_are_in_nobodys_way(desk: Desk) -> None:
    """Folders under names that the cache uses, and files that it doesn't know."""
    for name in ("files.index.new", "0001.new", "0001.pack", "x.ledger"):
        (desk.cache / name).mkdir()
    (desk.cache / "ghi chú.txt").write_text("x", encoding="utf-8")
    lay(desk.content, {"associations/hoi-mot.md": association("Hội Khác")})
    for _ in range(2):
        assert desk.build() == 0
        assert tree(desk.out) == desk.clean()


def test_a_file_where_the_cache_should_be(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """One clear message, and a site that is right."""
    shutil.rmtree(desk.cache)
    desk.cache.write_text("x", encoding="utf-8")
    capsys.readouterr()
    assert desk.build() == 0
    assert capsys.readouterr().err.count(texts.NO_CACHE.partition("{")[0]) == 1
    assert tree(desk.out) == desk.clean()


@pytest.mark.parametrize("inside", ["", "x"])
def test_a_cache_in_the_output_is_refused(desk: Desk, inside: str) -> None:
    """The build would remove it, or wait for itself; the output stays."""
    before = tree(desk.out)
    assert desk.build(cache=desk.out / inside) == 2
    assert tree(desk.out) == before


def moved_behind_a_link(desk: Desk) -> None:
    (desk.out / "tin").rename(desk.folder / "tin")
    (desk.out / "tin").symlink_to(desk.folder / "tin")


def linked(desk: Desk) -> None:
    """A page that is a link to its twin, with a path as long as the page."""
    page, twin = desk.out / "hoi" / "index.html", desk.folder / "twin"
    page.rename(twin)
    page.symlink_to("/" * max(1, min(4000, twin.stat().st_size) - len(str(twin))) + str(twin))


def folder(desk: Desk) -> None:
    page = desk.out / "hoi" / "index.html"
    page.unlink()
    lay(page, {"x": "x"})


def file(desk: Desk) -> None:
    shutil.rmtree(desk.out / "hoi")
    (desk.out / "hoi").write_text("x", encoding="utf-8")


def other_bytes(desk: Desk) -> None:
    for page in (desk.out / "index.html", desk.out / "images" / "a.png"):
        page.write_bytes(page.read_bytes().swapcase() + b"")


def copied(desk: Desk) -> None:
    """All files new, with the same bytes; one of them is another."""
    shutil.copytree(desk.out, desk.folder / "copy")
    shutil.rmtree(desk.out)
    (desk.folder / "copy").rename(desk.out)
    (desk.out / "hoi" / "index.html").write_bytes(b"x")


def of_another_build(desk: Desk) -> None:
    own = desk.content
    desk.content = lay(desk.folder / "other", small_site(daily(2, prefix="khac")))
    assert desk.build(cache=desk.folder / "cache-of-another") == 0
    desk.content = own


def gone(desk: Desk) -> None:
    shutil.rmtree(desk.out)


def without_its_mark(desk: Desk) -> None:
    shutil.rmtree(desk.out)
    desk.out.mkdir()


OUTPUTS = (moved_behind_a_link, linked, folder, file, other_bytes, copied, of_another_build, gone, without_its_mark)


@pytest.mark.parametrize("damage", OUTPUTS, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("rested", [False, True])
def test_a_damaged_output_is_put_right(desk: Desk, damage: Callable[[Desk], None], rested: bool) -> None:
    """Whatever somebody did to it, by the next build, and for good."""
    desk.rested = rested
    desk.assert_right()
    damage(desk)
    desk.assert_right()
    desk.assert_right()
