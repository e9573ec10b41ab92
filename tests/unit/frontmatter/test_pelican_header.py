"""A file that begins with Pelican's own header gets one problem, which shows the header as front matter."""

from __future__ import annotations

import pytest

from frontmatter.reader import read
from messages.problem import FILE
from tests.unit.frontmatter.reading import plain

SOURCE = "news/2022/bai.md"


def rewritten(text: str, line: int = 1) -> list[str]:
    """The lines of the front matter that the one problem of the file shows."""
    document, [problem] = read(text.encode(), SOURCE)
    assert document is None
    assert (problem.line, problem.field, problem.rule) == (line, FILE, "pelican-header")
    return problem.remedy.removeprefix("thay bằng: ").split(" / ")


def test_header_is_shown_as_front_matter_between_fences() -> None:
    """Keys in lower case, values as they are."""
    assert rewritten("Title: Hội nghị\nDate: 2022-07-02 08:00\nModified:\n\nThân bài.\n") == [
        "---",
        "title: Hội nghị",
        "date: 2022-07-02 08:00",
        "modified:",
        "---",
    ]


def test_what_is_shown_can_be_read() -> None:
    """Values that YAML would not take as typed are in quotes, lines that go on are joined."""
    text = 'Title: Hội nghị: "tổng kết"\nSummary: Dòng một # hai\n    và ba\n'
    text += "Author: @ai\nTags: [a] b\nStatus: 'x'\n\nThân"
    document, problems = read(("\n".join(rewritten(text)) + "\n").encode(), SOURCE)
    assert document is not None
    assert problems == []
    assert plain(document.head) == {
        "title": 'Hội nghị: "tổng kết"',
        "summary": "Dòng một # hai và ba",
        "author": "@ai",
        "tags": "[a] b",
        "status": "'x'",
    }


def test_long_values_are_shown_whole() -> None:
    """A summary that is cut could not be copied."""
    summary = "chữ " * 200 + "hết"
    assert rewritten(f"Title: a\nSummary: {summary}\n\nb") == ["---", "title: a", f"summary: {summary}", "---"]


def test_forgotten_opening_fence_is_the_same_mistake() -> None:
    """Keys in lower case, a closing fence further down, blank lines above."""
    assert rewritten("\n\ntitle: a\ndate: 2022\n---\nb\n", line=3) == ["---", "title: a", "date: 2022", "---"]


@pytest.mark.parametrize(
    "text", ["Bắc: a\n", "Note: a\nMore: b\n\n", "a\nTitle: b\n", "http://a.vn/\n", "# Title: a\n"]
)
def test_text_that_only_looks_like_a_header(text: str) -> None:
    """One of the names that Pelican knows makes a header."""
    _, [problem] = read(text.encode(), SOURCE)
    assert problem.rule == "front-matter-missing"
