"""Another union replaces content/ and nothing else: what is ours stands in content/ alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from associations.sources import KINDS
from frontmatter.nodes import Document, Mapping, Scalar, Sequence
from frontmatter.reader import read
from tests.support.sites import ROOT, build, tree

OURS = ROOT / "content"
OTHER = ROOT / "tests" / "sites" / "valid" / "second-union" / "content"
NAMES = ("name", "short_name", "acronym", "province")
LISTS = ("aliases", "former_names")
FOLDERS = {"association": "hoi", "activity": "linh-vuc", "page": ""}
# What any union is called in words, and a page that every site has: no trace of ours.
COMMON = {"Liên hiệp Hội", "Liên hệ", "Giới thiệu"}
BINARY = (".png", ".jpg", ".woff2", ".pyc", ".avif", ".webp", ".ico")


def documents() -> Iterator[tuple[str, str, Document]]:
    """Kind, slug and front matter of our own files."""
    for file in sorted(OURS.rglob("*.md")):
        path = file.relative_to(OURS).as_posix()
        kind = next(kind for pattern, kind in KINDS if pattern.fullmatch(path))
        document, _ = read(file.read_bytes(), path)
        assert document is not None
        yield kind, file.stem, document


def text(document: Document, key: str) -> str:
    value = document.head.get(key)
    return value.text if isinstance(value, Scalar) else ""


@cache
def names() -> frozenset[str]:
    """What our union, its members and its activities are called, and the titles of our articles and pages."""
    found = set[str]()
    for _, _, document in documents():
        found |= {text(document, key) for key in (*NAMES, "title")}
        for key in LISTS:
            value = document.head.get(key)
            for item in value.items if isinstance(value, Sequence) else ():
                named = item.get("name") if isinstance(item, Mapping) else item
                found |= {named.text} if isinstance(named, Scalar) else set()
    return frozenset(found - {""} - COMMON)


@cache
def addresses() -> frozenset[str]:
    """Where our own files stand on the site."""
    found = set()
    for kind, slug, document in documents():
        if kind == "article":
            found.add(f"/tin/{text(document, 'date')[:4]}/{slug}/")
        elif kind == "union":
            found.add(f"/hoi/{text(document, 'slug')}/")
        elif kind in FOLDERS:
            found.add(f"/{FOLDERS[kind]}/{slug}/".replace("//", "/"))
    return frozenset(found)


@cache
def slugs(kind: str) -> frozenset[str]:
    return frozenset(slug for found, slug, _ in documents() if found == kind)


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    for path, data in tree(folder).items():
        if not path.endswith(BINARY):
            yield path, unicodedata.normalize("NFC", data.decode("utf-8"))


def test_there_is_something_to_look_for() -> None:
    """The checks below compare with real names."""
    assert len(names()) > 40 and len(addresses()) > 40


def test_nothing_of_ours_is_in_the_site_of_another_union(tmp_path: Path) -> None:
    """No name, no title, no address; its own name is everywhere."""
    assert build(OTHER, tmp_path / "out", "2033-01-01", strict=True) == 0
    pages = dict(texts(tmp_path / "out"))
    for path, page in pages.items():
        assert [name for name in names() if holds(page, name)] == [], path
        assert [address for address in addresses() if address in f"/{path}\n{page}"] == [], path
    assert all("Liên minh Đá Bạc" in page for path, page in pages.items() if path.endswith(".html"))
    assert "/hoi/lien-minh-da-bac/" in pages["index.html"]
    assert "Đã rời Liên minh Đá Bạc tháng 2/2030." in pages["hoi/hoi-cham-khac/index.html"]


@pytest.mark.parametrize("place", ["plugins", "theme"])
def test_nothing_of_ours_is_in_code_and_theme(place: str) -> None:
    """Neither names nor slugs: what is only a word of the language, as some activities are, is looked for in code
    that could branch on it, which is as a string of its own."""
    for path, source in texts(ROOT / place):
        assert [name for name in names() if len(name.split()) > 2 and holds(source, name)] == [], path
        assert [address for address in addresses() if address in source] == [], path
        assert [slug for slug in slugs("association") | slugs("article") if holds(source, slug)] == [], path


@pytest.mark.parametrize("name", ["pelicanconf.py", "publishconf.py", "tasks.py"])
def test_nothing_of_ours_is_in_the_settings(name: str) -> None:
    """No name, address or slug; activities and pages included."""
    source = (ROOT / name).read_text(encoding="utf-8")
    known = names() | addresses() | slugs("association") | slugs("article") | slugs("activity") | slugs("page")
    assert [word for word in known if holds(source, word)] == []


def holds(page: str, word: str) -> bool:
    """Whether it stands there as a whole."""
    return word in page and re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", page) is not None
