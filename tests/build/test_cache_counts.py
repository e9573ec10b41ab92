"""What a build has to do, counted and not timed: which files it reads, what it parses, which pages it makes.

The costs of an edit must not grow with the site, and no step of a build may grow faster than the site.
"""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple
from unittest.mock import patch

import pytest

from associations import parse
from bodies.render import render
from tests.support.desks import Desk
from tests.support.posts import FIRST_DAY, daily, post
from tests.support.sites import ROOT, association, lay, small_site

PLUGINS = str(ROOT / "plugins")
SIZE = 60  # posts
PROFILES = 4
GROWTH = 2.3  # of what a site of twice the size may cost
FEW = 150  # calls: below, the pages of a list, which come by twenties, decide
_opened: list[str] | None = None
_hooked = False


class Costs(NamedTuple):
    """Content files that were opened (but union.md, which names the site for Pelican, and pictures), those that were
    parsed, and pages that were made."""

    read: int
    parsed: int
    rendered: int


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" and _opened is not None:
        _opened.append(str(arguments[0]))


@contextmanager
def opened(below: Path) -> Iterator[list[str]]:
    """The files below a folder that are opened meanwhile. (A hook can't be taken away, only told not to listen.)"""
    global _opened, _hooked
    if not _hooked:
        sys.addaudithook(_watch)
        _hooked = True
    _opened, found = [], list[str]()
    try:
        yield found
    finally:
        texts = [name for name in _opened if name.startswith(f"{below}/") and name.endswith(".md")]
        found += [name for name in texts if name != f"{below}/union.md"]
        _opened = None


def costs(desk: Desk, capsys: pytest.CaptureFixture[str]) -> Costs:
    """Of a build, which is right."""
    capsys.readouterr()
    with patch.object(parse, "render", wraps=render) as parsed, opened(desk.content) as read:
        assert desk.build() == 0
    rendered = int(capsys.readouterr().err.partition("rendered: ")[2].partition(",")[0])
    return Costs(len(read), parsed.call_count, rendered)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path, small_site({**daily(SIZE), "images/a.png": b"x"}))
    assert desk.build() == 0
    return desk


def _change(folder: Path, name: str, old: str, new: str) -> None:
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def _body(desk: Desk) -> None:
    _change(desk.content, "news/2020/bai-030.md", "Thân bài.", "Thân khác.")


def _title(desk: Desk) -> None:
    _change(desk.content, "news/2020/bai-030.md", '"bai-030"', '"Tựa mới"')


def _add(desk: Desk) -> None:
    lay(desk.content, post("moi", "2020-12-31"))


def _remove(desk: Desk) -> None:
    (desk.content / "news/2020/bai-059.md").unlink()


def _clone(desk: Desk) -> None:
    shutil.copytree(desk.content, desk.folder / "clone", copy_function=shutil.copyfile)
    shutil.rmtree(desk.content)
    (desk.folder / "clone").rename(desk.content)


def _rename(desk: Desk) -> None:
    lay(desk.content, {"associations/hoi-mot.md": association("Hội Khác")})


def _footer(desk: Desk) -> None:
    _change(desk.theme, "templates/macros/footer.html", "</footer>", "x</footer>")


def _article_template(desk: Desk) -> None:
    _change(desk.theme, "templates/article.html", "{% block", "<!-- x -->\n{% block")


def _picture(desk: Desk) -> None:
    (desk.content / "images/a.png").write_bytes(b"yy")


ALL = 10_000  # pages: as many as there are
EDITS: dict[str, tuple[Callable[[Desk], object], Costs]] = {
    "nothing": (lambda desk: None, Costs(0, 0, 0)),
    "a touched file": (lambda desk: (desk.content / "news/2020/bai-030.md").touch(), Costs(1, 0, 0)),
    "a body": (_body, Costs(1, 1, 1)),
    "a title": (_title, Costs(1, 1, 25)),
    "an article more": (_add, Costs(1, 1, 20)),
    "an article gone": (_remove, Costs(0, 0, 25)),
    "a fresh clone": (_clone, Costs(SIZE + PROFILES, 0, 0)),
    "the output gone": (lambda desk: shutil.rmtree(desk.out), Costs(0, 0, ALL)),
    "a name": (_rename, Costs(1, 1, ALL)),
    "the footer": (_footer, Costs(0, 0, ALL)),
    "the template of articles": (_article_template, Costs(0, 0, SIZE)),
    "a picture": (_picture, Costs(0, 0, 0)),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_costs_what_it_changes(desk: Desk, edit: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Files read and parsed exactly; pages at most so many: more is a loss that no clock would show."""
    change, most = EDITS[edit]
    change(desk)
    found = costs(desk, capsys)
    assert (found.read, found.parsed) <= (most.read, most.parsed)
    assert found.rendered <= most.rendered
    assert costs(desk, capsys) == Costs(0, 0, 0)


@pytest.mark.parametrize("change", [_body, _title, _add], ids=lambda change: change.__name__)
def test_an_edit_costs_the_same_in_a_site_of_twice_the_size(
    tmp_path: Path, change: Callable[[Desk], object], capsys: pytest.CaptureFixture[str]
) -> None:
    """But for the months and years that a longer time has, whose pages name each other."""
    found = []
    for size in (100, 200):
        desk = Desk(tmp_path / str(size), small_site(daily(size)))
        assert desk.build() == 0
        change(desk)
        found.append(costs(desk, capsys))
    assert found[1].read == found[0].read == found[1].parsed == found[0].parsed == 1
    assert found[1].rendered <= found[0].rendered + 5


def calls(work: Callable[[], object]) -> Counter[str]:
    """How often each function of ours is entered, or calls something built in, while `work` is done."""
    found = Counter[str]()

    def count(frame: FrameType, event: str, argument: object) -> None:
        code = frame.f_code
        if event in ("call", "c_call") and code.co_filename.startswith(PLUGINS):
            found[f"{code.co_filename.removeprefix(PLUGINS)}:{code.co_firstlineno} {code.co_name} {event}"] += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return found


def variety(count: int) -> dict[str, str | bytes]:
    """Posts of one month, of both bodies and both activities, with links, a picture and a past address."""
    made: dict[str, str | bytes] = {"images/a.png": b"x"}
    for number in range(count):
        day = str(FIRST_DAY + timedelta(days=number * 28 // count))
        keys = {"former_addresses": [f"/cu/{number}/"], "pin_until": "2030-01-01", "lead": number == 3 or None}
        for name, text in post(f"bai-{number:03}", day, "hoi-mot hoi-hai", "tap-huan hoi-thao", **keys).items():
            made[name] = f"{text!s}[trước](/tin/2020/bai-{max(number - 1, 0):03}/) ![Ảnh](images/a.png)"
    return made


def test_no_step_grows_faster_than_the_site(tmp_path: Path) -> None:
    """Calls at two sizes of a published build, which makes most: from nothing, after an edit, with nothing to do."""
    found: list[list[Counter[str]]] = []
    for size in (200, 400):
        desk = Desk(tmp_path / str(size), small_site(variety(size)))
        desk.publish = True
        rounds = [calls(desk.build)]
        _body(desk)
        rounds += [calls(desk.build), calls(desk.build)]
        found.append(rounds)
    small, large = found
    for before, after in zip(small, large, strict=True):
        too_many = {
            name: (before[name], count)
            for name, count in after.items()
            if count > FEW and count > GROWTH * max(before[name], FEW / GROWTH)
        }
        assert not too_many, too_many
