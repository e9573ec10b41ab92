"""Limits are counted, never measured by the clock, and before anything can recurse or take long."""

from __future__ import annotations

import unicodedata

import pytest

from frontmatter.decoding import LARGEST_FILE, MOST_MARKS, decode
from frontmatter.fences import LARGEST_HEAD
from frontmatter.reader import read, read_yaml
from frontmatter.tree import DEEPEST
from messages.problem import FILE
from tests.unit.frontmatter.reading import file_with, found, read_head

SOURCE = "news/2022/bai.md"


def only_rule(data: bytes) -> str:
    document, [problem] = read(data, SOURCE)
    assert document is None
    assert problem.field == FILE
    return problem.rule


def test_file_over_one_mebibyte() -> None:
    """A file of exactly 1 MiB is read."""
    file = file_with("a: b")
    file += b"x" * (LARGEST_FILE - len(file))
    assert read(file, SOURCE)[1] == []
    assert only_rule(file + b"x") == "file-too-large"
    assert read_yaml(b"#" * (LARGEST_FILE + 1), "units.yml")[1][0].rule == "file-too-large"


def test_front_matter_over_64_kib() -> None:
    """Counted in bytes of UTF-8, on the first line of the front matter."""
    head = "a: " + "đ" * ((LARGEST_HEAD - 4) // 2)
    assert found(head) == []
    document, [problem] = read_head(head + "đ")
    assert document is None
    assert (problem.line, problem.rule) == (2, "front-matter-too-large")


@pytest.mark.parametrize(
    ("opening", "closing", "levels"),
    [("[", "]", 1), ("{a: ", "}", 1), ("[b, {a: ", "}]", 2), ('["]", ', "]", 1), ("[']', # ]\n", "]", 1)],
)
def test_nesting_in_brackets(opening: str, closing: str, levels: int) -> None:
    """The keys of the file are the first level; brackets inside quotes and comments close nothing."""
    times = (DEEPEST - 1) // levels
    assert found(f"a: {opening * times}{closing * times}") == []
    head = f"a: {opening * (times + 1)}{closing * (times + 1)}"
    line = 2 + opening.count("\n") * times
    assert found(head) == [(line, FILE, "nesting-too-deep")]
    assert read_head(head)[0] is None


@pytest.mark.parametrize(("line", "levels"), [("a:", 1), ("- a:", 2), ("-", 1)])
def test_nesting_by_indentation(line: str, levels: int) -> None:
    """Each group and each list is a level; shown on the line of the first one too many."""
    times = (DEEPEST - 1) // levels
    lines = [" " * (1 + 2 * n) + line for n in range(times + 1)]
    assert found("\n".join(["k:", *lines[:-1]])) == []
    assert found("\n".join(["k:", *lines])) == [(3 + times, FILE, "nesting-too-deep")]


@pytest.mark.parametrize(
    "text", ["[" * 60_000, "- " * 30_000, "? " * 30_000, "{a: " * 15_000, "[" * 30_000 + "]" * 30_000]
)
def test_nesting_of_a_hostile_file_neither_crashes_nor_takes_long(text: str) -> None:
    """The parser is left as soon as the limit is passed."""
    document, problems = read_head(f"a:\n  {text}\nb: c: d")
    assert document is None
    assert "nesting-too-deep" in {p.rule for p in problems}


def test_brackets_inside_texts_are_no_nesting() -> None:
    """Hundreds of texts with a bracket that is never closed are sane."""
    assert found("a:\n" + "\n".join(f'- "[{n}"\n- x [{n} {{' for n in range(300))) == []


def test_marks_on_one_letter() -> None:
    """More than a hundred would take Python the square of their number to put in order."""
    text = "---\ntitle: a" + "\u0301\u0323" * (MOST_MARKS // 2)
    assert read(f"{text}\n---\n".encode(), SOURCE)[1] == []
    document, [problem] = read(f"{text}\u0301\n---\n".encode(), SOURCE)
    assert document is None
    assert (problem.line, problem.rule) == (2, "stacked-marks")
    assert only_rule(b"---\n---\n" + "\u0301\u0323".encode() * 250_000) == "stacked-marks"


def test_scripts_without_spaces_are_no_marks() -> None:
    """Long rows of letters, dots or emoji are text."""
    for text in ("国" * 500, "…" * 500, "한" * 500, "😀" * 500, "ก" * 500):
        assert found(f"a: {text}") == []


def test_every_mark_of_unicode_is_counted() -> None:
    """So that no script has marks that the limit does not see."""
    marks = [
        c for c in map(chr, range(0x110000)) if unicodedata.category(c).startswith("M") or unicodedata.combining(c)
    ]
    unseen = [c for c in marks if decode((c * (MOST_MARKS + 1)).encode(), SOURCE)[0] is not None]
    assert len(marks) > 2000
    assert unseen == []
