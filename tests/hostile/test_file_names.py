"""What a file is called reaches pages, addresses, messages and the disk: it is a plain name there, or it is refused."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from associations.edition import prepare
from tests.hostile.oracle import SITEURL, dangers, published
from tests.support.sites import article, build, lay, options, prepared, reported, small_site, tree

POST = article("A", "2022-07-01")
BAD_SLUGS = [
    "a..b",
    "a b",
    "Bài viết",
    "BAI",
    "bài",
    "a%2e%2eb",
    "a'b",
    'a"onmouseover=alert(1) b',
    "<b>",
    "a&b",
    "a;b",
    "$(touch x)",
    "{{7*7}}",
    "-",
    "a" * 81,
    "1",
    "2022",
    "а-bai",  # a Cyrillic letter
    "a\u200bb",
]


@pytest.mark.parametrize("name", BAD_SLUGS)
def test_a_text_file_has_a_plain_name(tmp_path: Path, name: str) -> None:
    """In every folder: one error, at the file, with a name that would do."""
    files = small_site({f"news/2022/{name}.md": POST, f"pages/{name}.md": "---\ntitle: T\n---\n"})
    found = [p for p in prepared(tmp_path, files).problems if p.is_error]
    assert {(p.source, p.line, p.field, p.rule) for p in found} == {
        (f"{folder}/{name}.md", 1, "file", "bad-slug") for folder in ("news/2022", "pages")
    }


UNUSABLE = [
    b"a\nb.png",
    b"a\rb.png",
    b"a\tb.png",
    b"a\x1b[2J.png",
    b"a\x7fb.png",
    b"a\\..\\..\\b.png",
    b"\xff\xfe.png",
    b"a\xc0\x80b.png",  # NUL in too many bytes
    b"a\xed\xa0\x80.png",  # half a surrogate pair
    "a\x85b.png".encode(),
    "a\u2028b.png".encode(),
    "giay-moi\u202egnp.exe.png".encode(),
    "a\u2066b.png".encode(),
    "\ufeffa.png".encode(),
]


@pytest.mark.parametrize("name", UNUSABLE)
@pytest.mark.parametrize("folder", ["images", "files", "news/2022", "."])
def test_a_name_that_no_address_can_have_is_refused(tmp_path: Path, folder: str, name: bytes) -> None:
    """Whatever lies there: an error whose line can be shown by any terminal."""
    content = lay(tmp_path / "content", small_site({f"{folder}/a.png": b"x"}))
    (content / folder / "a.png").rename(os.fsdecode(os.fsencode(content / folder) + b"/" + name))
    found = prepare(options(content)).problems
    assert [p.rule for p in found] == ["bad-file-name"]


def test_odd_but_usable_names_are_addresses_and_text(tmp_path: Path) -> None:
    """Spaces, marks, quotes, `%`, `#`, `?`, `&` in the names of pictures: escaped for addresses, found on the disk."""
    names = [
        *("a b.png", "ảnh đẹp.png", "a'b.png", "a%20b.png", "a#b.png", "a?b.png", "a&amp;b.png", "..a.png.png"),
        *('"onerror="alert(1).png', "<script>.png", "a;b,c.png", "{{7*7}}.png", "$(id).png", "..png", "a:b.png"),
    ]
    usable = [name for name in names if not name.startswith(".")]
    pictures = [{"src": f"images/{name.replace('%', '%25')}", "alt": "x"} for name in usable]
    files = small_site(
        {f"images/{name}": name for name in names} | {"news/2022/a.md": article("A", "2022-07-01", gallery=pictures)}
    )
    made = published(tmp_path, files)
    assert dangers(made) == []
    assert sorted(path for path in made if path.startswith("images/")) == sorted(f"images/{name}" for name in usable)
    page = made["tin/2022/a/index.html"].decode()
    assert 'src="/sub/images/%22onerror%3D%22alert%281%29.png"' in page
    assert 'src="/sub/images/a%2520b.png"' in page and 'src="/sub/images/a%23b.png"' in page


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("images/a.png", "images/A.png"),
        ("images/a.png", "Images/a.png"),
        ("images/đại hội.png", "images/ĐẠI HỘI.png"),
        ("files/straße.pdf", "files/STRASSE.pdf"),
        ("news/2022/a.md", "news/2022/A.md"),
        ("news/2022/a.md", "news/2022/a.MD"),
        ("union.md", "UNION.md"),
        *(
            (
                f"{folder}/{unicodedata.normalize('NFC', 'ảnh')}{end}",
                f"{folder}/{unicodedata.normalize('NFD', 'ảnh')}{end}",
            )
            for folder, end in (("images", ".png"), ("files", ".pdf"), ("pages", ".md"))
        ),
    ],
)
def test_two_names_that_are_one_elsewhere(tmp_path: Path, first: str, second: str) -> None:
    """In letter case, or NFC and NFD: an error that names the other, so that no clone loses one of them."""
    content = lay(tmp_path / "content", small_site({first: b"x", second: b"y"}))
    found = [p for p in prepare(options(content)).problems if p.rule == "same-name"]
    assert len(found) == 1
    name = unicodedata.normalize("NFC", f"{found[0].source} {found[0].message}").casefold()
    assert name.count(unicodedata.normalize("NFC", first).casefold()) == 2


def test_two_posts_of_one_name(tmp_path: Path) -> None:
    """In folders of two years: one address serves `restates`, links and feeds."""
    files = small_site({"news/2022/a.md": POST, "news/2021/a.md": article("B", "2021-07-01")})
    assert "duplicate-slug" in {p.rule for p in prepared(tmp_path, files).problems if p.is_error}


@pytest.fixture
def deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Folders in folders; taken down again one by one, since Python's own ways to do it call themselves."""
    content = lay(tmp_path / "content", small_site())
    monkeypatch.chdir(content)
    for _ in range(1500):
        Path("a").mkdir()
        os.chdir("a")
    Path("b.png").write_bytes(b"x")
    yield content
    Path("b.png").unlink()
    for _ in range(1500):
        os.chdir("..")
        Path("a").rmdir()


def test_a_folder_deeper_than_python_can_call_itself(deep: Path) -> None:
    """Up to what the system allows: an error and no trace."""
    assert [p.rule for p in prepare(options(deep)).problems] in (["bad-file-name"], ["unreadable-file"])


def test_a_name_whose_nfc_no_disk_can_hold(tmp_path: Path) -> None:
    """253 bytes as it lies there, three times as many in the output: found before anything is written."""
    name = "\ufb2c" * 83
    files = small_site({f"images/{name}.png": b"x"})
    assert [rule.rpartition("[")[2] for rule in reported(prepared(tmp_path, files))] == ["bad-file-name]"]


RUNS = [
    "html",
    "htm",
    "xhtml",
    "shtml",
    "svgz",
    "js",
    "mjs",
    "css",
    "xml",
    "xsl",
    "rss",
    "swf",
    "php",
    "cgi",
    "exe",
    "jar",
]


@pytest.mark.parametrize("ending", [*RUNS, "", "webmanifest", "json", "md", "HTML", "Js"])
@pytest.mark.parametrize("stem", ["a", "a.pdf", "a.png", "index"])
def test_what_browsers_or_servers_run_never_goes_out(tmp_path: Path, stem: str, ending: str) -> None:
    """Among pictures and attachments, by the last part of its name; nothing at all is written."""
    name = f"{stem}.{ending}" if ending else stem.partition(".")[0]
    content = lay(tmp_path / "content", small_site({f"files/{name}": "<script>alert(1)</script>", "images/a.png": "x"}))
    edition = prepare(options(content, publish=True, siteurl=SITEURL))
    assert reported(edition) == [f"files/{name}:1: file [media-type]"]
    assert list(edition.content.media) == ["images/a.png"]


def test_what_editors_leave_behind_never_goes_out(tmp_path: Path) -> None:
    """Backups, locks and merge leftovers, beside any kind of file."""
    left = [
        *("{}~", "{}.bak", "{}.BAK", "{}.orig", "{}.rej", "{}.tmp", ".{}.swp", "{}.swp", "{}.swo", "#{}#", ".#{}"),
        *("~${}", ".~lock.{}#", "._{}"),
    ]
    places = ["news/2022/a.md", "pages/b.md", "images/a.png", "files/a.pdf", "union.md"]
    backups = {
        f"{place.rpartition('/')[0]}/{name.format(place.rpartition('/')[2])}".lstrip("/"): "bản lưu cũ"
        for place in places
        for name in left
    }
    content = lay(tmp_path / "content", small_site({"news/2022/a.md": POST, "images/a.png": "x", **backups}))
    lay(content, {"Thumbs.db": "bản lưu cũ", "images/desktop.ini": "bản lưu cũ", ".DS_Store": "bản lưu cũ"})
    assert build(content, tmp_path / "out", strict=True) == 0
    assert [path for path, data in tree(tmp_path / "out").items() if "bản lưu cũ".encode() in data] == []
