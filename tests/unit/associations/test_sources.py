"""What lies in the content folder: every file is of one kind, media, ignored, or reported."""

import os
import random
import unicodedata
from pathlib import Path

import pytest

from associations.media_types import LARGE_FILE, LARGE_PICTURE
from associations.sources import TOO_LARGE, Sources, read, scan
from tests.support.sites import lay

STATIC = ("images", "files")


def found(sources: Sources) -> dict[str, str]:
    return {source.path: source.kind for source in sources.texts}


def rules(folder: Path) -> list[tuple[str, str]]:
    return [(p.source, p.rule) for p in scan(folder, STATIC)[1]]


def test_the_place_of_a_file_says_its_kind(tmp_path: Path) -> None:
    """As docs/content.md lists them; an article may lie in a year's folder or right below news/."""
    kinds = {
        "abbreviations.yml": "abbreviations",
        "activities/a.md": "activity",
        "associations/a.md": "association",
        "documents/a.md": "document",
        "news/2022/a.md": "article",
        "news/a.md": "article",
        "pages/a.md": "page",
        "union.md": "union",
        "units.yml": "units",
    }
    sources, problems = scan(lay(tmp_path, dict.fromkeys(kinds, "x")), STATIC)
    assert found(sources) == kinds
    assert list(found(sources)) == sorted(kinds)
    assert problems == []


def test_a_slug_is_the_file_name(tmp_path: Path) -> None:
    """Whatever the folder."""
    sources, _ = scan(lay(tmp_path, {"news/2022/bai-viet.md": "x"}), STATIC)
    (source,) = (read(found)[0] for found in sources.texts)
    assert source and source.slug == "bai-viet"


@pytest.mark.parametrize(
    "path",
    [
        "news/22/a.md",
        "news/2022/thang-7/a.md",
        "news/20222/a.md",
        "news/2022/a.markdown",
        "associations/nhom/a.md",
        "a.md",
        "Union.md",
        "units.yaml",
        "news/2022/a.txt",
        "anh/a.png",
        "associations/a.MD",
    ],
)
def test_a_file_of_no_kind_is_a_warning(tmp_path: Path, path: str) -> None:
    """Nothing is dropped in silence."""
    assert rules(lay(tmp_path, {path: "x"})) == [(path, "unknown-file")]


@pytest.mark.parametrize(
    "path",
    [
        *(
            ".git/HEAD",
            ".DS_Store",
            "news/2022/.a.md.swp",
            "a.md~",
            "news/~$bai.docx",
            "images/Thumbs.db",
            "desktop.ini",
        ),
        *(
            "a.md.bak",
            "news/2022/a.md.orig",
            "images/a.png.BAK",
            "files/#a.pdf#",
            "files/a.pdf.rej",
            "images/~WRL1.tmp",
        ),
        *("images/a.swp", "images/a.swo", "files/.~lock.a.odt#"),
    ],
)
def test_what_programs_leave_behind_is_ignored(tmp_path: Path, path: str) -> None:
    """Also among the pictures, where it would go out with them."""
    sources, problems = scan(lay(tmp_path, {path: "x"}), STATIC)
    assert (sources.texts, sources.media, problems) == ((), {}, [])


def test_pictures_and_attachments_are_known_by_their_folders(tmp_path: Path) -> None:
    """With their sizes; a folder that only begins like one is another."""
    lay(tmp_path, {"images/2022/a.JPG": "12345", "files/kế hoạch.pdf": "", "images2/a.png": "x"})
    sources, problems = scan(tmp_path, STATIC)
    assert {path: media.size for path, media in sources.media.items()} == {
        "files/kế hoạch.pdf": 0,
        "images/2022/a.JPG": 5,
    }
    assert [p.source for p in problems] == ["images2/a.png"]


@pytest.mark.parametrize(
    "name",
    ["a.html", "a.pdf.html", "a.PDF.Htm", "a.js", "a.xml", "a.md", "a.php", "a", "a.", "a.pdf ", "pdf", "a.svgz"],
)
def test_a_file_of_another_type_does_not_go_out(tmp_path: Path, name: str) -> None:
    """The end of the name decides, as it does for servers; the message names the types that are allowed."""
    sources, [found] = scan(lay(tmp_path, {f"files/{name}": "x"}), STATIC)
    assert sources.media == {}
    assert (found.rule, found.source) == ("media-type", f"files/{name}")
    assert all(f" {ending}" in found.remedy for ending in ("jpg", "svg", "pdf", "docx", "webm"))


def test_what_the_settings_name_by_itself_may_be_of_any_type(tmp_path: Path) -> None:
    """`STATIC_PATHS = ["images", "CNAME"]` was written by whoever runs the site."""
    sources, problems = scan(lay(tmp_path, {"CNAME": "example.org"}), ("images", "CNAME"))
    assert list(sources.media) == ["CNAME"]
    assert problems == []


@pytest.mark.parametrize(
    ("name", "limit"), [("images/a.jpg", LARGE_PICTURE), ("files/a.svg", LARGE_PICTURE), ("files/a.pdf", LARGE_FILE)]
)
def test_a_large_file_goes_out_with_a_warning(tmp_path: Path, name: str, limit: int) -> None:
    """With its size; exactly the limit is no large one."""
    lay(tmp_path, {name: b"x" * limit})
    assert scan(tmp_path, STATIC)[1] == []
    lay(tmp_path, {name: b"x" * (limit + (1 << 20))})
    sources, [found] = scan(tmp_path, STATIC)
    assert list(sources.media) == [name]
    assert (found.rule, found.is_error) == ("large-file", False)
    assert f"{(limit >> 20) + 1} MB" in found.message


def test_a_picture_that_may_not_be_read_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not only when it is copied, in the middle of a build."""
    monkeypatch.setattr(os, "access", lambda file, mode: False)
    sources, [found] = scan(lay(tmp_path, {"images/a.png": "x"}), STATIC)
    assert (sources.media, found.rule) == ({}, "unreadable-file")


def test_names_are_nfc_whatever_the_computer_made_of_them(tmp_path: Path) -> None:
    """A Mac writes NFD; the file is still found where it lies."""
    spelt = unicodedata.normalize("NFD", "images/ảnh.png")
    sources, problems = scan(lay(tmp_path, {spelt: "x"}), STATIC)
    assert problems == []
    assert sources.media["images/ảnh.png"].file == tmp_path / spelt


@pytest.mark.parametrize(
    ("first", "second"), [("images/a.png", "images/A.png"), ("images/ảnh.png", "images/a\u0309nh.png")]
)
def test_names_that_are_one_on_other_computers(tmp_path: Path, first: str, second: str) -> None:
    """By case or by the way their marks are spelt: a clone on Windows or a Mac would lose one."""
    assert [rule for _, rule in rules(lay(tmp_path, {first: "x", second: "y"}))] == ["same-name"]


def test_links_are_never_followed(tmp_path: Path) -> None:
    """Neither files nor folders nor broken ones: a link could put any file of the computer into the site."""
    lay(tmp_path, {"secret/union.md": "x", "secret/a.png": "x", "content/news/2022/a.md": "x"})
    content = tmp_path / "content"
    (content / "union.md").symlink_to(tmp_path / "secret" / "union.md")
    (content / "images").symlink_to(tmp_path / "secret")
    (content / "news" / "2021").symlink_to(content / "news" / "2022")
    (content / "pages").symlink_to("nowhere")
    sources, problems = scan(content, STATIC)
    assert found(sources) == {"news/2022/a.md": "article"}
    assert sources.media == {}
    assert {p.source for p in problems} == {"union.md", "images", "news/2021", "pages"}
    assert {p.rule for p in problems} == {"symlink"}


def test_what_is_no_file_at_all_is_reported_and_not_opened(tmp_path: Path) -> None:
    """A pipe would keep the build waiting for ever."""
    (tmp_path / "news").mkdir()
    os.mkfifo(tmp_path / "news" / "a.md")
    assert rules(tmp_path) == [("news/a.md", "unreadable-file")]


def test_a_text_may_have_one_mebibyte(tmp_path: Path) -> None:
    """One byte more is an error, and the file is not read on; pictures may be larger."""
    lay(tmp_path, {"news/a.md": b"x" * TOO_LARGE, "news/b.md": b"x" * (TOO_LARGE + 1)})
    lay(tmp_path, {"images/a.png": b"x" * (TOO_LARGE + 1)})
    sources, problems = scan(tmp_path, STATIC)
    assert problems == []
    first, second = (read(found) for found in sources.texts)
    assert first[0] and first[1] == []
    assert second[0] is None and [(p.source, p.rule) for p in second[1]] == [("news/b.md", "file-too-large")]


def test_the_order_of_the_folder_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two file systems list the same files in two orders."""
    names = [f"news/{year}/{slug}.md" for year in (2021, 2022) for slug in "abcde"] + ["images/b.png", "images/B.png"]
    lay(tmp_path, dict.fromkeys(names, "x"))
    once = scan(tmp_path, STATIC)
    scandir = os.scandir

    def shuffled(path: Path) -> list["os.DirEntry[str]"]:
        entries = list(scandir(path))
        random.Random(7).shuffle(entries)
        return entries

    monkeypatch.setattr(os, "scandir", shuffled)
    assert scan(tmp_path, STATIC) == once


@pytest.mark.parametrize(
    "name", ["a\nb.md", "a\\b.md", "a\x7f.md", "a\x1b[31m.md", "a\u202efdp.md", "a\u2028b.md", "\ufb2c" * 60 + ".md"]
)
def test_a_name_that_can_be_no_address_is_an_error(tmp_path: Path, name: str) -> None:
    """Whether of a text or of a picture."""
    lay(tmp_path, {f"news/2022/{name}": "x", f"images/{name}": "x"})
    sources, problems = scan(tmp_path, STATIC)
    assert (sources.texts, sources.media) == ((), {})
    assert [p.rule for p in problems] == ["bad-file-name", "bad-file-name"]
