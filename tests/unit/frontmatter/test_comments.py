"""A comment behind a value takes the editor's words away: the warning shows which, and the line in quotes."""

from __future__ import annotations

import pytest

from tests.unit.frontmatter.reading import found, read_head, values

RULE = "comment-after-value"


@pytest.mark.parametrize(
    ("head", "line", "field", "cut", "rewritten"),
    [
        ("title: Nghị quyết số 27 # về", 2, "title", "# về", 'title: "Nghị quyết số 27 # về"'),
        ('title: Quyết định "27"   #về \t', 2, "title", "#về", 'title: "Quyết định \\"27\\"   #về"'),
        ("date: 2022-07-02\t# ngày", 2, "date", "# ngày", 'date: "2022-07-02\\t# ngày"'),
        ("a:\n  b: c #", 3, "a.b", "#", 'b: "c #"'),
        ("a:\n- b # c\n- d", 3, "a[0]", "# c", '- "b # c"'),
        ("a:\n- b: 😀 # c", 3, "a[0].b", "# c", '- b: "😀 # c"'),
        ("a: [b #c\n , d]", 2, "a[0]", "#c", 'a: ["b #c"'),
        ("a: {b: c, d: e # f\n }", 2, "a.d", "# f", 'a: {b: c, d: "e # f"'),
        ("a: một\n  hai # ba\nb: c", 3, "a", "# ba", 'a: "một hai # ba"'),
        ("a:\n  một # hai", 3, "a", "# hai", '"một # hai"'),
        ("tag: #ChungTay", 2, "tag", "#ChungTay", 'tag: "#ChungTay"'),
        ("a:\n- #1", 3, "a[0]", "#1", '- "#1"'),
    ],
)
def test_comment_behind_a_plain_value(head: str, line: int, field: str, cut: str, rewritten: str) -> None:
    """Behind values of keys, items, in brackets, on the last of several lines; behind nothing where it is a hashtag."""
    document, problems = read_head(head)
    assert document is not None
    assert [(p.line, p.field, p.rule, p.severity) for p in problems] == [(line, field, RULE, "warning")]
    assert problems[0].message == f'phần "{cut}" bị bỏ vì đứng sau dấu #'
    assert problems[0].remedy.endswith(f": {rewritten}")


@pytest.mark.parametrize(
    "head",
    [
        "# a\ntitle: b\n  # c\n# d: e",
        'title: "a" # b',
        "title: 'a # b' # c",
        "title: |  # a\n  b # c\n  # d",
        "title: >\n  a # b",
        "results: # a\n  - b\n  # c\n  - d",
        "title: # a",
        "list: [a, b] # c",
        "list: [\n  a, # b\n  c\n]",
        "image: {src: a} # b",
        "title: a#b C# d",
    ],
)
def test_comment_that_takes_nothing_away(head: str) -> None:
    """On a line of its own, behind quotes, closed brackets or nothing; `#` inside quotes, blocks and words is text."""
    assert values(head)


def test_comment_inside_a_text_is_no_comment() -> None:
    """YAML would end the text there and fail on the next line: all of it is shown in quotes."""
    assert found("a: một # hai\n  ba") == [(3, "a", "front-matter-not-yaml")]
    document, problems = read_head("a: một # hai\n  ba")
    assert document is not None
    assert problems[0].remedy == 'viết lại dòng 2–3 thành: a: "một # hai ba"'


def test_comments_are_all_shown_beside_other_problems() -> None:
    """One run shows everything."""
    assert found("a: b # c\nd: e: f\na: g # h") == [
        (2, "a", RULE),
        (3, "d", "front-matter-not-yaml"),
        (4, "a", RULE),
        (4, "a", "duplicate-key"),
    ]
