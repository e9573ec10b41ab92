"""The cache can be carried elsewhere: nothing in it says where it was, and all of it is of use there."""

from __future__ import annotations

import shutil
import socket
from pathlib import Path

import pytest

from tests.support.desks import Desk
from tests.support.posts import daily
from tests.support.sites import ROOT, article, small_site, tree

BROKEN = {
    "images/b.svg": "<svg><script/></svg>",
    "news/2022/sai.md": article("Sai", "2022-01-01", "[x](/khong/) ![y](../../x.png)", associations=["khong"]),
}


@pytest.mark.parametrize("publish", [False, True])
@pytest.mark.parametrize("more", [{}, BROKEN], ids=["sound", "broken"])
def test_no_entry_holds_a_place(tmp_path: Path, publish: bool, more: dict[str, str]) -> None:
    """No folder of the machine, no user, no host: neither of content and output nor of the program and the home."""
    desk = Desk(tmp_path, small_site({**daily(5), "images/a.png": b"x", **more}))
    desk.publish, desk.salt = publish, None  # of the code as it is
    for _ in range(2):
        assert desk.build() == (1 if more else 0)
    kept = tree(desk.cache)
    assert kept
    places = [tmp_path, tmp_path.name, Path.home(), ROOT, desk.content, desk.out, socket.gethostname()]
    for place in map(str, places):
        for name, data in kept.items():
            assert len(place) < 4 or (place.encode() not in data and place not in name)


def test_a_cache_that_was_carried_elsewhere_spares_all_parsing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a CI does: a fresh clone in another folder, all times new, the output gone."""
    desk = Desk(tmp_path / "one", small_site({**daily(5), "images/a.png": b"x"}))
    assert desk.build() == 0
    other = Desk(tmp_path / "other folder", small_site({**daily(5), "images/a.png": b"x"}))
    shutil.copytree(desk.cache, other.cache, copy_function=shutil.copyfile)
    monkeypatch.setattr("associations.kept.parse", None)  # whoever calls it fails
    assert other.build() == 0
    monkeypatch.undo()
    assert tree(other.out) == tree(desk.out)
    other.assert_right()
