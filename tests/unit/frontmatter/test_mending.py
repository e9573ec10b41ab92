"""Front matter that is not YAML: each bad line is shown at once and rewritten, the other keys are read as ever."""

from __future__ import annotations

import pytest

from frontmatter.mending import MOST_REPAIRS
from messages.problem import FILE
from tests.unit.frontmatter.reading import Plain, found, mended, read_head, remedies, values

NOT_YAML = "front-matter-not-yaml"
INDENT = "bad-indentation"


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "Hội nghị: tổng kết",
            "Hội nghị:",
            "a: b: c",
            "@bacninh",
            "`mã`",
            "%5",
            "- gạch đầu dòng",
            "-",
            "? hỏi",
            ", phẩy",
        ),
        *("[Hội thảo] Nâng cao", "{a} b", "]", "}", "[a] [b]", '"Đại hội" của Hội', "'Đại hội' của Hội", '"a\\q" b'),
        *("*Quan trọng* họp", "& Kỹ thuật", "!Khẩn họp", "| chữ", "> 50 người", '"Hội', "'Hội", "\\\\: \\"),
    ],
)
def test_value_that_yaml_cannot_read_is_shown_in_quotes(typed: str) -> None:
    """The line as it should be gives back every character as typed, and the key below is untouched."""
    head = f"title: {typed}\ndate: 2022"
    assert found(head) == [(2, "title", NOT_YAML)]
    assert mended(head) == {"title": typed, "date": "2022"}
    [remedy] = remedies(head)
    assert values(remedy.removeprefix("viết lại thành: ")) == {"title": typed}


def test_the_sentence_of_a_bad_line() -> None:
    """What is wrong, and what to write instead."""
    _, [problem] = read_head('date: 2022\ntitle: Hội nghị: "tổng kết"')
    assert problem.message == 'không hiểu được dòng này: title: Hội nghị: "tổng kết"'
    assert problem.remedy == 'viết lại thành: title: "Hội nghị: \\"tổng kết\\""'
    assert problem.is_error


def test_all_bad_lines_are_shown_at_once_and_the_other_keys_read() -> None:
    """A quote or a bracket that is never closed swallows nothing."""
    head = 'title: "Hội nghị\nauthor: M. Nguyệt\nsummary: Nói về "đổi mới"\nlist: [a, b\ndate: @2022\nstatus: published'
    assert found(head) == [(2, "title", NOT_YAML), (5, "list", NOT_YAML), (6, "date", NOT_YAML)]
    assert mended(head) == {
        "title": '"Hội nghị',
        "author": "M. Nguyệt",
        "summary": 'Nói về "đổi mới"',
        "list": ["a", "b"],
        "date": "@2022",
        "status": "published",
    }


def test_quote_that_ends_on_a_line_of_another_key_is_not_taken_for_text() -> None:
    """libyaml reads `title` over the key below it without a word."""
    assert found('title: "Hội\nauthor: Nguyệt"') == [(2, "title", NOT_YAML)]
    assert mended('title: "Hội\nauthor: Nguyệt"') == {"title": '"Hội', "author": 'Nguyệt"'}
    head = 'results:\n  - quote: "ba\n    unit: người"'
    assert found(head) == [(3, "results[0].quote", NOT_YAML)]
    assert mended(head) == {"results": [{"quote": '"ba', "unit": 'người"'}]}


@pytest.mark.parametrize(
    ("head", "field", "remedy", "value"),
    [
        ("a: [b, c", "a", "a: [b, c]", ["b", "c"]),
        ("a: {b: [c, d", "a", "a: {b: [c, d]}", {"b": ["c", "d"]}),
        ("a: [b, , c]", "a", "a: [b, c]", ["b", "c"]),
        ("a: [@b, c: d: e, 'f' g]", "a", 'a: ["@b", "c: d: e", "\'f\' g"]', ["@b", "c: d: e", "'f' g"]),
        ("a: [b #c]", "a", 'a: ["b #c"]', ["b #c"]),
        (
            'a: {b: Lễ: phần 1, c: "d" e, f: g}',
            "a",
            'a: {b: "Lễ: phần 1", c: "\\"d\\" e", f: g}',
            {"b": "Lễ: phần 1", "c": '"d" e', "f": "g"},
        ),
    ],
)
def test_lists_and_groups_in_brackets_stay_what_they_are(head: str, field: str, remedy: str, value: Plain) -> None:
    """Only the item that is wrong is put in quotes; one line is one problem."""
    assert found(head) == [(2, field, NOT_YAML)]
    assert remedies(head) == [f"viết lại thành: {remedy}"]
    assert mended(head) == {"a": value}


def test_brackets_may_go_on_in_the_margin() -> None:
    """Also where the lines in them look like keys."""
    assert found("a: {\nb: c,\nd: e\n}\nf: g: h") == [(6, "f", NOT_YAML)]


@pytest.mark.parametrize(
    ("head", "line", "value"),
    [
        ("title:Hội nghị\nb: c", 2, {"title": "Hội nghị", "b": "c"}),
        ("title:@Hội", 2, {"title": "@Hội"}),
        ("b: c\ntitle:Hội", 3, {"b": "c", "title": "Hội"}),
        ("image:\n  src:a\n  alt: b", 3, {"image": {"src": "a", "alt": "b"}}),
        ("a:\n-b", 3, {"a": ["b"]}),
    ],
)
def test_missing_space_after_colon_or_dash(head: str, line: int, value: Plain) -> None:
    """YAML takes it for text."""
    assert [(at, rule) for at, _, rule in found(head)] == [(line, NOT_YAML)]
    assert mended(head) == value


@pytest.mark.parametrize(
    ("head", "lines", "value"),
    [
        ("title: a\n date: b", [3], {"title": "a", "date": "b"}),
        (" title: a\ndate: b", [2], {"title": "a", "date": "b"}),
        ("  title: a\n  date: b\nlead: c", [2, 3], {"title": "a", "date": "b", "lead": "c"}),
        ("a:\n  b: c\n    d: e", [4], {"a": {"b": "c", "d": "e"}}),
        ("a:\n  - b: c\n   d: e\n  - b: f", [4], {"a": [{"b": "c", "d": "e"}, {"b": "f"}]}),
        ("a:\n\t- b: c\n\t  d: e", [3, 4], {"a": [{"b": "c", "d": "e"}]}),
        ("\ta: b\n\tc: d\ne: f", [2, 3], {"a": "b", "c": "d", "e": "f"}),
        ("\ta: b\nc: d", [2], {"a": "b", "c": "d"}),
        ("a:\n  b: c\n\td: e", [4], {"a": {"b": "c", "d": "e"}}),
    ],
)
def test_lines_that_do_not_stand_under_their_like(head: str, lines: list[int], value: Plain) -> None:
    """Tabs and wrong numbers of spaces: every such line is shown, with the spaces it needs."""
    assert [(line, rule) for line, _, rule in found(head)] == [(line, INDENT) for line in lines]
    assert mended(head) == value


def test_number_of_spaces_is_said() -> None:
    """`{count}` spaces, counted from the margin."""
    assert remedies("a:\n  - b: c\n   d: e") == ["để đúng 4 dấu cách ở đầu dòng, không dùng phím Tab"]


def test_line_with_a_tab_and_a_bad_value_has_two_problems() -> None:
    """Rewriting the value does not say how far in the line stands."""
    head = "a:\n\t- b: c: d\n\t- @e"
    assert sorted((line, rule) for line, _, rule in found(head)) == [
        (3, INDENT),
        (3, NOT_YAML),
        (4, INDENT),
        (4, NOT_YAML),
    ]
    assert mended(head) == {"a": [{"b": "c: d"}, "@e"]}


def test_text_that_goes_on_in_the_margin_is_joined() -> None:
    """The line that YAML stumbles over is named, and the lines that become one."""
    head = "summary: Câu một.\nCâu hai.\n\nCâu ba.\nlead: true"
    assert found(head) == [(3, "summary", NOT_YAML)]
    assert remedies(head) == ['viết lại dòng 2–5 thành: summary: "Câu một. Câu hai. Câu ba."']
    assert mended(head) == {"summary": "Câu một. Câu hai. Câu ba.", "lead": "true"}


def test_text_over_several_lines_is_put_in_quotes_whole() -> None:
    """Its first key is where it is reported."""
    head = 'a: "một" hai\n  ba\nb: c'
    assert found(head) == [(2, "a", NOT_YAML)]
    assert remedies(head) == ['viết lại dòng 2–3 thành: a: "\\"một\\" hai ba"']


def test_bad_lines_inside_a_list_are_found_each() -> None:
    """Below one key as well as between keys."""
    head = 'results:\n  - value: "46\n    unit: người: x\n  - value: @1\n    unit: y\n  - "z" t'
    assert found(head) == [
        (3, "results[0].value", NOT_YAML),
        (4, "results[0].unit", NOT_YAML),
        (5, "results[1].value", NOT_YAML),
        (7, "results[2]", NOT_YAML),
    ]
    assert mended(head) == {
        "results": [{"value": '"46', "unit": "người: x"}, {"value": "@1", "unit": "y"}, '"z" t'],
    }


@pytest.mark.parametrize(("character", "seen"), [("\x00", "ab"), ("\x07", "ab"), ("\x9f", "ab"), ("\ufffe", "ab")])
def test_character_that_yaml_refuses(character: str, seen: str) -> None:
    """An error that shows the line without it."""
    assert found(f"title: a{character}b\nc: d") == [(2, "title", NOT_YAML)]
    assert mended(f"title: a{character}b\nc: d") == {"title": seen, "c": "d"}
    assert remedies(f"title: a{character}b") == [f"viết lại thành: title: {seen}"]


@pytest.mark.parametrize("character", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_hidden_line_end_is_a_space(character: str) -> None:
    """Word processors leave them; YAML ends lines at some, editors' programs at none: lines below keep their number."""
    assert found(f"title: a{character}b\nc: d: e") == [(2, "title", NOT_YAML), (3, "c", NOT_YAML)]
    assert mended(f"title: a{character}b: c\nd: e") == {"title": "a b: c", "d": "e"}


def test_hidden_character_on_a_bad_line_is_one_problem() -> None:
    """The rewritten line mends both."""
    assert found("title: a\x00: b") == [(2, "title", NOT_YAML)]
    assert remedies("title: a\x00: b") == ['viết lại thành: title: "a: b"']


def test_line_that_nothing_mends() -> None:
    """General advice instead of a guess, no document; bad lines of other keys are shown beside it."""
    document, problems = read_head("a:\n  - b\n@c: d\ne: f: g")
    assert document is None
    assert [(p.line, p.field, p.rule) for p in problems] == [
        (4, FILE, "front-matter-unreadable"),
        (5, FILE, NOT_YAML),
    ]


def test_number_of_repairs_is_bounded() -> None:
    """A file that is no front matter at all is not mended line by line for ever."""
    head = "\n".join(f"k{n}: a: b" for n in range(5000))
    document, problems = read_head(head)
    assert document is None
    assert [p.rule for p in problems].count(NOT_YAML) == MOST_REPAIRS == 20
    assert len(problems) < 3 * MOST_REPAIRS
