"""An edition is a function of its options: everything is read, checked and made before a byte is written."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from associations.edition import Edition
from associations.output import files
from associations.views import View
from messages.problem import Problem
from tests.build.crawl import broken, parsed
from tests.support.posts import daily, post
from tests.support.sites import (
    ROOT,
    UNION,
    Files,
    activity,
    article,
    association,
    build,
    lay,
    page,
    pages,
    prepared,
    reported,
    small_site,
    stamps,
    tree,
    union,
)

RICH = small_site(
    {
        **daily(45),
        **post("mai", "2023-01-01", f"hoi-hai {UNION}", "hoi-thao"),
        **post("rut", "2019-01-01", status="withdrawn", withdrawn={"date": "2022", "reason": "Sai."}),
        "news/2022/anh.md": article(
            "Ảnh", "2022-01-01", "![Ảnh](images/Ảnh.png) [x](#muc-x)\n\n## X\n", status="draft"
        ),
        "associations/hoi-cu.md": association("Hội Cũ", ended={"how": "merged", "date": "2020", "into": ["hoi-mot"]}),
        "pages/gioi-thieu.md": page("Giới thiệu", menu="header"),
        "images/Ảnh.png": "x",
    }
)


def test_two_editions_of_one_content_are_equal(tmp_path: Path) -> None:
    """Byte for byte, in whatever folder the content lies."""
    assert pages(prepared(tmp_path / "1", RICH)) == pages(prepared(tmp_path / "khác ổ", RICH))


def views(edition: Edition) -> dict[str, View]:
    return {planned.address: planned.make(edition.links) for planned in edition.pages}


ELSEWHERE = """
import json, os, random, sys, hashlib
from pathlib import Path
scandir, shuffle = os.scandir, random.Random(int(sys.argv[2]))
class Shuffled(list):
    __enter__ = lambda self: self
    __exit__ = lambda self, *why: None
def shuffled(path="."):
    entries = Shuffled(scandir(path))
    shuffle.shuffle(entries)
    return entries
os.scandir = shuffled
os.umask(int(sys.argv[3], 8))
from associations.edition import prepare
from associations.output import files
from tests.support.sites import options
edition = prepare(options(Path(sys.argv[1]), now="2022-09-01T08:00"))
made = {path: data if isinstance(data, bytes) else data.read_bytes() for path, data in files(edition)}
print(json.dumps({path: hashlib.sha256(data).hexdigest() for path, data in sorted(made.items())}))
"""


def test_two_computers_make_the_same_bytes(tmp_path: Path) -> None:
    """Another zone, locale, umask, hash seed and order of files change nothing."""
    content = lay(tmp_path / "content", RICH)
    outcomes = []
    for number, (zone, locale, umask) in enumerate((("UTC", "C", "077"), ("Pacific/Kiritimati", "tr_TR.UTF-8", "000"))):
        environment = {**os.environ, "TZ": zone, "LC_ALL": locale, "LANG": locale, "PYTHONHASHSEED": str(number)}
        environment["PYTHONPATH"] = os.pathsep.join((str(ROOT / "plugins"), str(ROOT)))
        command = [sys.executable, "-c", ELSEWHERE, str(content), str(number), umask]
        run = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
        outcomes.append(json.loads(run.stdout))
    assert len(outcomes[0]) > 90
    assert outcomes[0] == outcomes[1]


def test_the_moment_of_the_build_is_an_input(tmp_path: Path) -> None:
    """A year later another site: nothing else reads the clock."""
    moments = ("2022-09-01T08:00", "2022-09-01T09:00", "2023-09-01T08:00")
    today, soon, later = (views(prepared(tmp_path, RICH, now=now)) for now in moments)
    assert today == soon
    assert today != later


CONTENTS: dict[str, Files] = {
    "a union alone": {"union.md": union()},
    "associations alone": {"union.md": union(), "associations/a.md": association("A")},
    "activities alone": {"union.md": union(), "activities/a.md": activity("A")},
    "the union's own article alone": {
        "union.md": union(),
        "activities/tap-huan.md": activity("Tập huấn"),
        **post("a", "2022-01-01", UNION),
    },
    "a withdrawn article alone": small_site(
        post("rut", "2019-01-01", status="withdrawn", withdrawn={"date": "2022", "reason": "Sai."})
    ),
    "everything": RICH,
}


@pytest.mark.parametrize("name", CONTENTS)
@pytest.mark.parametrize("changes", [{}, {"publish": True}, {"siteurl": "https://example.org/sub"}])
def test_no_page_has_a_broken_address(tmp_path: Path, name: str, changes: dict[str, object]) -> None:
    """Every link, picture, style and anchor, of every page, whatever the content lacks."""
    made = pages(prepared(tmp_path, CONTENTS[name], **changes))
    if "siteurl" in changes:
        made = {f"sub/{path}": data for path, data in made.items()}
    assert list(broken(made, parsed(made))) == []


def test_no_two_pages_stand_in_one_place(tmp_path: Path) -> None:
    """The list of pages can be looked at before anything is made."""
    edition = prepared(tmp_path, RICH)
    assert len({planned.file for planned in edition.pages}) == len(edition.pages)
    assert all(isinstance(planned.make(edition.links), View) for planned in edition.pages)


def test_patterns_that_bring_two_pages_to_one_place_are_errors(tmp_path: Path) -> None:
    """Settings may be anything; a page must not silently replace another."""
    settings = {**prepared(tmp_path, RICH).options.settings, "ARTICLE_URL": "tin/{date:%Y}/"}
    edition = prepared(tmp_path, RICH, settings=settings)
    assert not edition.is_sound
    assert {p.rule for p in edition.problems} >= {"duplicate-address"}


def test_problems_are_sorted_and_each_stands_once(tmp_path: Path) -> None:
    """By file and line; all of them, whichever stage found them."""
    files_ = {
        "news/2022/b.md": article("B", "2022-13-01", "[x](/khong/)", associations=["khong"], titel="x"),
        "associations/a.md": association("A", ended={"how": "merged", "date": "2020"}),
        "pages/Hoa.md": page("x"),
        "la.txt": "",
    }
    found = reported(prepared(tmp_path, small_site(files_)))
    assert found == [
        "associations/a.md:5: ended.into [end-leads-nowhere]",
        "la.txt:1: file [unknown-file]",
        "news/2022/b.md:3: date [bad-date]",
        "news/2022/b.md:5: associations [unknown-association]",
        "news/2022/b.md:7: titel [unknown-key]",
        "news/2022/b.md:9: body [broken-link]",
        "pages/Hoa.md:1: file [bad-slug]",
    ]


def test_what_names_a_broken_file_is_not_wrong_too(tmp_path: Path) -> None:
    """One mistake, one problem: an association whose profile can't be read is still known."""
    files_: Files = {"associations/hoi-ba.md": b"\xff", **post("a", "2022-01-01", "hoi-ba")}
    assert reported(prepared(tmp_path, small_site(files_))) == ["associations/hoi-ba.md:1: file [not-utf8]"]


def test_a_build_writes_exactly_the_edition(tmp_path: Path) -> None:
    """Through Pelican; and the same again writes nothing."""
    content, output = lay(tmp_path / "content", RICH), tmp_path / "output"
    assert build(content, output) == 0
    made = dict(files(prepared(tmp_path, {})))
    written = {path for path in tree(output) if not path.startswith((".built-site", "assets/"))}
    assert written == {path for path in made if not path.startswith("assets/")}
    before = stamps(output)
    assert build(content, output) == 0
    assert stamps(output) == before


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"news/2022/hong.md": article("x", "2022-01-01", "[x](/khong/)")}, 1),
        ({"pages/a.md": page("x", titel="y")}, 1),
        ({"union.md": ""}, 1),
    ],
)
def test_content_with_errors_leaves_the_output_as_it_was(tmp_path: Path, change: Files, code: int) -> None:
    """Byte for byte and time for time."""
    content, output = lay(tmp_path / "content", small_site(daily(3))), tmp_path / "output"
    assert build(content, output) == 0
    before = tree(output), stamps(output)
    lay(content, change)
    assert build(content, output) == code
    assert (tree(output), stamps(output)) == before


def test_misuse_is_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is not ours, a moment that is none: exit 2, in Vietnamese, and nothing is touched."""
    content = lay(tmp_path / "content", small_site())
    lay(tmp_path / "mine", {"thu.txt": "thư"})
    assert build(content, tmp_path / "mine") == 2
    assert tree(tmp_path / "mine") == {"thu.txt": "thư".encode()}
    assert "không phải do hệ thống làm ra" in capsys.readouterr().err
    assert build(content, tmp_path / "new", now="hôm nay") == 2
    assert not (tmp_path / "new").exists()


def test_warnings_do_not_stop_a_build_unless_asked(tmp_path: Path) -> None:
    """--strict."""
    content = lay(tmp_path / "content", small_site({"la.txt": "x"}))
    assert build(content, tmp_path / "1", strict=True) == 1
    assert build(content, tmp_path / "1") == 0


def test_broken_content_never_breaks_the_reading(tmp_path: Path) -> None:
    """Whatever bytes are lost, doubled or swapped in any file: problems, or a sound edition, and no crash."""
    chance = random.Random(2022)
    for number in range(30):
        content = dict(RICH)
        for _ in range(chance.randint(1, 4)):
            path = chance.choice([name for name in content if name.endswith(".md") and "bai-0" not in name])
            content[path] = damaged(content[path], chance)
        edition = prepared(tmp_path / str(number), {k: v for k, v in content.items() if "bai-0" not in k})
        assert all(isinstance(problem, Problem) for problem in edition.problems)
        if edition.is_sound:
            assert all(isinstance(planned.make(edition.links), View) for planned in edition.pages)


def damaged(text: str | bytes, chance: random.Random) -> bytes:
    """A file with one accident: a line lost, doubled or moved, a word changed, a byte overwritten, the end cut off."""
    data = text if isinstance(text, bytes) else text.encode()
    lines = data.split(b"\n")
    place = chance.randrange(len(lines))
    match chance.randrange(6):
        case 0:
            del lines[place]
        case 1:
            lines.insert(place, lines[place])
        case 2:
            lines[place] = lines[place].replace(b'"', b"", 1).replace(b":", b"", chance.randint(0, 1))
        case 3:
            lines[place] = chance.choice((b"[]", b"{}", b"- x", b"---", b"x: [a, {b: c}]", b"date: 2022", b"slug: x"))
        case 4:
            return data[: chance.randrange(len(data) + 1)]
        case _:
            place = chance.randrange(len(data) + 1)
            return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]
    return b"\n".join(lines)
