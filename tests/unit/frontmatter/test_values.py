"""Values are taken as typed: nothing is a number, a date, a truth value or nothing until the schema asks for it."""

from __future__ import annotations

import pytest

from frontmatter.nodes import Entry, Mapping, Scalar, Sequence
from tests.unit.frontmatter.reading import read_head, values


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "12.000",
            "10.950.000",
            "01",
            "0222355123",
            "1_000",
            "0x1F",
            "0o17",
            "1e3",
            ".5",
            "+84 222",
            "9:48",
            "190:20:30",
        ),
        *("no", "on", "yes", "off", "true", "False", "y", "null", "~", "NULL", ".inf", ".nan", "="),
        *("2022-07-02", "2022-07-02T08:00", "2022-07-02 08:00:00", "2022-07-02T08:00:00+07:00", "2022", "2022-H1"),
        *("42-CT/TW", "Khoa học & Kỹ thuật", "C#", "a#b", "9,5 %", "-5 độ", "?x", "https://a.vn/?b=c#d"),
        *("Chúc mừng! *** 5*", "Hội [mới]", 'Hội "A"', "it's", "a, b", "x\\n", "a!!b", "<<", "😀 é"),
    ],
)
def test_value_stays_as_typed(typed: str) -> None:
    """Also what YAML 1.1 would read as an octal, base sixty, a truth value or a date."""
    assert values(f"key: {typed}") == {"key": typed}
    assert values(f"key: '{typed.replace(chr(39), chr(39) * 2)}'") == {"key": typed}
    if not set(typed) & set("[]{},?"):
        assert values(f"key: [{typed}, {typed}]") == {"key": [typed, typed]}


def test_nodes_carry_their_lines() -> None:
    """Line 1 is the opening fence; a value that was left empty stands on the line of its key."""
    document, _ = read_head("a: 'b'\n\nc:\n  - d\n  -\n    e: >\n      f\n\n      g\nh:")
    assert document is not None
    group = Mapping((Entry("e", Scalar("f\ng", 7, quoted=True), 7),), 7)
    assert document.head == Mapping(
        (
            Entry("a", Scalar("b", 2, quoted=True), 2),
            Entry("c", Sequence((Scalar("d", 5), group), 5), 4),
            Entry("h", Scalar("", 11), 11),
        ),
        2,
    )


def test_empty_value_is_empty_text_and_quotes_are_told() -> None:
    """The schema can tell `key:` from `key: ""`."""
    document, _ = read_head('a:\nb: ""')
    assert document is not None
    assert [entry.value for entry in document.head.entries] == [Scalar("", 2), Scalar("", 3, quoted=True)]


def test_text_over_several_lines_is_joined_as_yaml_says() -> None:
    """Plain and quoted text by spaces, a block as it stands but without the line end after its last letter."""
    assert values("a: một\n  hai\nb: 'ba\n  bốn'\nc: |\n  năm\n  sáu\n\nd: >\n  bảy\n  tám") == {
        "a": "một hai",
        "b": "ba bốn",
        "c": "năm\nsáu",
        "d": "bảy tám",
    }


def test_values_are_in_nfc_even_where_escapes_are_not() -> None:
    """One text has one spelling, whatever it was typed with."""
    assert values('"e\\u0301": "e\\u0301"\na\u0323\u0306: e\u0302\u0301') == {"é": "é", "ặ": "ế"}


def test_merge_key_is_just_a_key() -> None:
    """YAML 1.1 would take the keys of the group over into the one around it."""
    assert values("<<: {a: b}\nc: d") == {"<<": {"a": "b"}, "c": "d"}


def test_a_zero_width_no_break_space_is_no_letter() -> None:
    """A byte order mark inside the file, from two files put together, is a problem that shows the line without it."""
    document, problems = read_head("a: b\n\ufeffc: d")
    assert document is not None
    assert document.head.get("c") == Scalar("d", 3)
    assert [(p.line, p.field, p.rule) for p in problems] == [(3, "c", "front-matter-not-yaml")]
    assert problems[0].remedy.endswith("c: d")
