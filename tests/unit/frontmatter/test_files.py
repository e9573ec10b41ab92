"""A file is front matter between two fences and a body; how it was saved makes no difference."""

from __future__ import annotations

import unicodedata

import pytest

from frontmatter.nodes import Mapping
from frontmatter.reader import read, read_yaml
from messages.problem import FILE
from tests.unit.frontmatter.reading import plain

SOURCE = "pages/gioi-thieu.md"
TEXT = "---\ntitle: Giới thiệu\nlist:\n  - Đông y\n---\nDòng một.\n\nDòng hai.\n"


def rules(data: bytes) -> list[tuple[int, str, str]]:
    document, problems = read(data, SOURCE)
    assert document is None
    assert {p.source for p in problems} == {SOURCE}
    return [(p.line, p.field, p.rule) for p in problems]


def test_body_begins_on_the_line_after_the_closing_fence() -> None:
    """`body_line` is the line that an editor's program shows."""
    document, problems = read(TEXT.encode(), SOURCE)
    assert document is not None
    assert problems == []
    assert (document.body, document.body_line) == ("Dòng một.\n\nDòng hai.\n", 6)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xef\xbb\xbf" + TEXT.encode(), id="byte order mark"),
        pytest.param(TEXT.replace("\n", "\r\n").encode(), id="CRLF"),
        pytest.param(TEXT.replace("\n", "\r").encode(), id="CR"),
        pytest.param(TEXT.replace("---\n", "--- \t\n").encode(), id="white space after the fences"),
        pytest.param(TEXT.replace("---\n", "---\u00a0\n").encode(), id="no-break space after the fences"),
        pytest.param(unicodedata.normalize("NFD", TEXT).encode(), id="NFD"),
        pytest.param(b"\xef\xbb\xbf" + unicodedata.normalize("NFD", TEXT).replace("\n", "\r\n").encode(), id="all"),
    ],
)
def test_how_a_file_was_saved_makes_no_difference(data: bytes) -> None:
    """Byte order mark, line ends, space after fences and NFD are accepted silently."""
    assert read(data, SOURCE) == read(TEXT.encode(), SOURCE)


def test_blank_lines_above_the_first_fence_are_accepted() -> None:
    """They cannot be seen; the lines below keep their numbers."""
    document, problems = read(("\n \n" + TEXT).encode(), SOURCE)
    assert document is not None
    assert problems == []
    assert (document.head.entries[0].line, document.body_line) == (4, 8)


def test_rule_in_the_body_is_text() -> None:
    """Only the first line of three dashes after the opening one closes the front matter."""
    document, _ = read(b"---\ntitle: a\n---\nb\n\n---\n\nc\n---\n", SOURCE)
    assert document is not None
    assert document.body == "b\n\n---\n\nc\n---\n"


@pytest.mark.parametrize("data", [b"---\n---\n", b"---\n# ghi ch\xc3\xba\n\n---", b"---\n---"])
def test_front_matter_without_keys_is_an_empty_mapping(data: bytes) -> None:
    """What is missing then is for the schema to say."""
    document, problems = read(data, SOURCE)
    assert document is not None
    assert problems == []
    assert document.head.entries == ()
    assert document.body == ""


@pytest.mark.parametrize("data", [b"", b"\n\n", "Thân bài.\n".encode(), b" ---\ntitle: a\n---\n", b"----\na: b\n---\n"])
def test_file_without_opening_fence(data: bytes) -> None:
    """The first line that is not blank is three dashes, in the margin."""
    assert rules(data) == [(1, FILE, "front-matter-missing")]


@pytest.mark.parametrize(
    ("data", "line"),
    [(b"---", 1), (b"---\ntitle: a\n\nb\n", 1), (b"---\na: b\n --- \n---- \n--- x\n", 1), (b"\n\n---\na: b\n", 3)],
)
def test_front_matter_that_is_never_closed(data: bytes, line: int) -> None:
    """Shown on the line of the opening fence; the closing one is nothing but three dashes."""
    assert rules(data) == [(line, FILE, "front-matter-unclosed")]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"---\ntitle: a\n---\n\xff\n", 4),
        (b"---\r\ntitle: \xd0\r\n---\r\n", 2),
        (b"---\rtitle: a\rb: \xe1\xbb", 3),
        ("---\ntitle: Giới".encode("utf-16"), 1),
    ],
)
def test_bytes_that_are_not_utf8(data: bytes, line: int) -> None:
    """The line of the first bad byte is shown."""
    assert rules(data) == [(line, FILE, "not-utf8")]


@pytest.mark.parametrize("data", [b"", b"\n", b"# units\n", b"\xef\xbb\xbf---\n", b"# a\n\n---\n# b\n"])
def test_yaml_file_may_be_empty(data: bytes) -> None:
    """units.yml without units is no mistake."""
    assert read_yaml(data, "units.yml") == (Mapping((), 1), [])


def test_yaml_file_is_read_as_strictly_as_front_matter() -> None:
    """Lines count from the top of the file; a first line `---` is YAML's own."""
    text = "# đơn vị\n---\nlượt người: {kind: persons}\nđồng: {kind: money, factor: 1, aliases: [đ, VND]}\n"
    units, problems = read_yaml(text.encode(), "units.yml")
    assert units is not None
    assert problems == []
    assert plain(units) == {
        "lượt người": {"kind": "persons"},
        "đồng": {"kind": "money", "factor": "1", "aliases": ["đ", "VND"]},
    }
    assert [entry.line for entry in units.entries] == [3, 4]
    _, problems = read_yaml((text + "đồng: [a: b: c]\n---\nx: &y z\n").encode(), "units.yml")
    assert {(p.line, p.rule) for p in problems} == {
        (5, "duplicate-key"),
        (5, "front-matter-not-yaml"),
        (6, "yaml-document-marker"),
        (7, "yaml-alias"),
    }
