"""A file beside content/ stays where it is: no address, key, link or name brings it, or its text, into the site."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from associations.edition import prepare
from tests.hostile.oracle import SITEURL, published
from tests.support.sites import article, association, build, lay, options, page, prepared, reported, small_site, tree

SECRET = "Mật khẩu của cơ sở dữ liệu là hoa-sen-1985"
BESIDE = {
    "secret": SECRET,
    "secret.png": SECRET,
    "secret.md": article(SECRET, "2022-07-01", SECRET),
    ".env": f"PASSWORD={SECRET}",
    "pelicanconf.py": f'SITENAME = "{SECRET}"',
    "content.old/images/secret.png": SECRET,
    "content/.git/config": SECRET,
    "content/.env": SECRET,
    "content/news/2022/.bai.md.swp": SECRET,
    "content/news/2022/bai.md~": SECRET,
    "content/news/2022/bai.md.bak": SECRET,
    "content/news/2022/bai.md.orig": SECRET,
    "content/news/2022/#bai.md#": SECRET,
    "content/images/.secret.png": SECRET,
    "content/images/secret.png.rej": SECRET,
    "content/files/~$secret.docx": SECRET,
    "content/files/secret.tmp": SECRET,
}
WAYS = [
    "{static}../secret",
    "{static}/../secret.png",
    "{static}/images/../../secret.png",
    "{static}images/../../secret.png",
    "{attach}../secret.png",
    "{attach}../../../secret.png",
    "{attach}/../secret.png",
    "|static|../secret.png",
    "{filename}../../../secret.md",
    "{filename}/../secret.md",
    "{filename}/news/../../secret.md",
    "{filename}%2e%2e/%2e%2e/%2e%2e/secret.md",
    "{static}/%2e%2e/secret.png",
    "{static}/images/..%2f..%2fsecret.png",
    "images/../../secret.png",
    "images/..%2f..%2fsecret.png",
    "images/%2e%2e/%2e%2e/secret.png",
    "images/..\\..\\secret.png",
    "images/....//....//secret.png",
    "../secret.png",
    "../../../secret.png",
    "/images/../../secret.png",
    "/../secret.png",
    "{static}/../content.old/images/secret.png",
    "images/../../content.old/images/secret.png",
    "{static}/.env",
    "{static}/images/.secret.png",
    "images/.secret.png",
    "files/../.env",
    "files/../../.env",
    "/etc/passwd",
    "{static}/etc/passwd",
    "{static}//etc/passwd",
    "images//etc/passwd",
    "images/\x00/../../secret.png",
    "images/%00/../../secret.png",
    "file:///etc/passwd",
    "{author}../secret",
    "{category}../secret",
    "{index}../secret",
    "{include}../secret",
]


def beside(folder: Path) -> None:
    """The secret, in every place where it might be picked up."""
    lay(folder, BESIDE)


@pytest.mark.parametrize("way", WAYS)
def test_no_address_leads_out(tmp_path: Path, way: str) -> None:
    """As a link, a picture, a definition, raw HTML, and in each key for a file: an error, on its line, and nothing is
    written."""
    beside(tmp_path)
    raw = f'<a href="{way}">x</a> <img src="{way}" alt="x">'
    body = f"[x](<{way}>)\n\n![x](<{way}>)\n\n[y]\n\n[y]: <{way}>\n\n{raw}"
    picture = {"src": way, "alt": "x"}
    post = article("Bài", "2022-07-01", body, image=picture, attachments=[{"src": way, "title": "x"}])
    logo = association("Hội Một", f"[x](<{way}>)", logo=picture)
    edition = prepared(tmp_path, small_site({"news/2022/a.md": post, "associations/hoi-mot.md": logo}))
    found = [p for p in edition.problems if p.is_error]
    fields = {(p.source, p.field) for p in found}
    assert {("news/2022/a.md", "image.src"), ("news/2022/a.md", "attachments[0].src")} <= fields
    assert {("associations/hoi-mot.md", "logo.src"), ("associations/hoi-mot.md", "body")} <= fields
    lines = {p.line for p in found if p.field == "body" and p.source == "news/2022/a.md"}
    assert lines >= ({10} if "\\" in way else {10, 12, 18})  # Markdown reads a backslash as its own
    assert not any(SECRET in f"{p.message}{p.remedy}" for p in edition.problems)


LINKS = {
    "news/2022/link.md": "../../../secret.md",
    "news/2022/absolute.md": "{folder}/secret.md",
    "images/link.png": "../../secret.png",
    "images/folder": "../..",
    "files/link.pdf": "../../.env",
    "files/loop": ".",
    "pages": "../content.old",
    "units.yml": "../secret",
    "news/2023": "2022",
    "associations/link.md": "/proc/self/environ",
}


@pytest.mark.parametrize("name", LINKS)
def test_no_link_of_the_file_system_is_followed(tmp_path: Path, name: str) -> None:
    """To a file or a folder, relative, absolute, in a circle, even where what it names would be sound."""
    beside(tmp_path)
    content = lay(tmp_path / "content", small_site({"news/2022/a.md": article("A", "2022-07-01")}))
    (content / name).parent.mkdir(exist_ok=True)
    (content / name).symlink_to(LINKS[name].format(folder=tmp_path))
    edition = prepare(options(content, publish=True, siteurl=SITEURL))
    assert reported(edition) == [f"{name}:1: file [symlink]"]


def test_the_secret_is_nowhere_in_the_output(tmp_path: Path) -> None:
    """In a whole build, plain and published, of a site that stands beside it: in no file, and in no file's name."""
    beside(tmp_path)
    files = small_site(
        {
            "news/2022/a.md": article("A", "2022-07-01", "![x](images/a.png)"),
            "pages/gioi-thieu.md": page("Giới thiệu", "{static}../secret `{attach}../secret.png`"),
            "images/a.png": "x",
        }
    )
    lay(tmp_path / "content", files)
    assert build(tmp_path / "content", tmp_path / "out") == 0
    made = tree(tmp_path / "out") | published(tmp_path, files)
    assert made["images/a.png"] == b"x"
    assert [path for path, data in made.items() if SECRET.encode() in data or "secret" in path] == []
    assert [path for path in made if any(part.startswith((".", "~", "#")) for part in path.split("/"))] == [
        ".built-site"
    ]


def test_the_output_names_no_folder_and_no_user_of_the_machine(tmp_path: Path) -> None:
    """Neither where it was built nor by whom."""
    content = lay(tmp_path / "content", small_site({"news/2022/a.md": article("A", "2022-07-01")}))
    assert build(content, tmp_path / "out") == 0
    traces = [str(tmp_path).encode(), os.fspath(Path.home()).encode() + b"/", b"/site-packages/"]
    made = tree(tmp_path / "out")
    assert [path for path, data in made.items() if any(trace in data for trace in traces)] == []


def test_a_link_in_the_output_is_replaced_not_followed(tmp_path: Path) -> None:
    """Somebody who can write there cannot make a build overwrite a file elsewhere."""
    content = lay(tmp_path / "content", small_site({"news/2022/a.md": article("A", "2022-07-01")}))
    victim = lay(tmp_path, {"victim/index.html": "x"}) / "victim"
    assert build(content, tmp_path / "out") == 0
    (tmp_path / "out" / "index.html").unlink()
    (tmp_path / "out" / "index.html").symlink_to(victim / "index.html")
    assert build(content, tmp_path / "out") == 0
    assert (victim / "index.html").read_text() == "x"
    assert not (tmp_path / "out" / "index.html").is_symlink()
