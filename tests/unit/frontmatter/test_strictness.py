"""What YAML allows but an editor cannot have meant is a problem: repeated keys, aliases, tags, groups as keys."""

from __future__ import annotations

import pytest

from messages.problem import FILE
from tests.unit.frontmatter.reading import found, mended, read_head, values


def test_repeated_key_keeps_the_first_and_names_its_line() -> None:
    """At every depth; the same key in two groups is none."""
    head = "title: một\nimage: {src: a, alt: b, src: c}\nlist:\n  - {x: 1}\n  - x: 2\n    x: 3\ntitle: hai\ntitle: ba"
    assert found(head) == [
        (3, "image.src", "duplicate-key"),
        (7, "list[1].x", "duplicate-key"),
        (8, "title", "duplicate-key"),
        (9, "title", "duplicate-key"),
    ]
    assert mended(head) == {"title": "một", "image": {"src": "a", "alt": "b"}, "list": [{"x": "1"}, {"x": "2"}]}
    assert [p.message for p in read_head(head)[1]][2] == 'khóa "title" đã có ở dòng 2'


def test_keys_are_the_same_after_nfc() -> None:
    """Two spellings of one letter make one key, also where one is written as an escape."""
    assert found('đơn vị: a\n"\\u0111\\u01a1n v\\u0069\\u0323": b') == [(3, "đơn vị", "duplicate-key")]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("a: &x b\nc: *x", [(2, "a", "yaml-alias"), (3, "c", "yaml-alias")]),
        ("a: *x", [(2, "a", "yaml-alias")]),
        ("a: [b, {c: *x}]", [(2, "a[1].c", "yaml-alias")]),
        ("a: &x\n  b: c", [(2, "a", "yaml-alias")]),
        ("&x a: b", [(2, FILE, "yaml-alias")]),
        ('a: {"b":*x }', [(2, "a.b", "yaml-alias")]),
        ("a: &x [*x]", [(2, "a", "yaml-alias"), (2, "a[0]", "yaml-alias")]),
    ],
)
def test_alias_or_anchor(head: str, expected: list[tuple[int, str, str]]) -> None:
    """Each is shown; an alias stands in for itself, so that nothing is copied or goes in circles."""
    assert found(head) == expected
    assert mended(head)


def test_ampersand_and_asterisk_inside_text_are_text() -> None:
    """`Khoa học & Kỹ thuật` is how half of the names are written."""
    head = 'a: Khoa học & Kỹ thuật\nb: "&x *y"\nc: 5 * 3\nd: |\n  &x\n  *y\ne: [R&D, a*b]'
    assert values(head) == {"a": "Khoa học & Kỹ thuật", "b": "&x *y", "c": "5 * 3", "d": "&x\n*y", "e": ["R&D", "a*b"]}


@pytest.mark.parametrize(
    "value", ["!!int 3", "!!python/object:os.system [ls]", "!x y", "! y", "!<tag:a.vn,2022:b> c", "!!str"]
)
def test_tag(value: str) -> None:
    """No value is given a type by hand, least of all Python's."""
    assert found(f"a: {value}\nb: !") == [(2, "a", "yaml-tag"), (3, "b", "yaml-tag")]


@pytest.mark.parametrize("key", ["? [x]\n: y", "[x]: y", "{x}: y", "? {x: [y]}"])
def test_key_that_is_not_text(key: str) -> None:
    """The keys beside it are read."""
    assert found(f"a: b\n{key}\nc: d") == [(3, FILE, "key-not-text")]
    assert mended(f"a: b\n{key}\nc: d") == {"a": "b", "c": "d"}


def test_placeholder_in_braces() -> None:
    """`{{ title }}` is YAML for a group whose key is a group."""
    assert found("a: {{ title }}") == [(2, "a", "key-not-text")]


@pytest.mark.parametrize("marker", ["...", "... ", "--- x", "... # hết"])
def test_line_that_ends_a_yaml_document(marker: str) -> None:
    """The keys below it are read all the same, and it is shown wherever it stands."""
    assert found(f"a: b\n{marker}\nc: d: e\nf: |\n  g\n{marker}\n") == [
        (3, FILE, "yaml-document-marker"),
        (4, "c", "front-matter-not-yaml"),
        (7, FILE, "yaml-document-marker"),
    ]
    assert mended(f"a: b\n{marker}\nc: d") == {"a": "b", "c": "d"}


@pytest.mark.parametrize("head", ["- a\n- b", "chữ", "[a, b]", '"a: b"', "chữ\na: b", "%YAML 1.1\na: b", "}"])
def test_front_matter_that_is_no_keys(head: str) -> None:
    """Nothing can be guessed: one problem that says how keys are written, and no document."""
    document, problems = read_head(head)
    assert document is None
    assert [(p.line, p.field, p.rule) for p in problems] == [(2, FILE, "front-matter-unreadable")]
