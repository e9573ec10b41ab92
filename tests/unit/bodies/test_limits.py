"""Hostile texts are refused by count, with the limit in the message, or read within seconds."""

from __future__ import annotations

import sys
import time

import pytest

from bodies.model import Body
from tests.unit.bodies.rendering import FIRST_LINE, rendered, rules

MEBIBYTE = 1_048_576


def filled(piece: str, size: int = MEBIBYTE) -> str:
    """The piece again and again."""
    return (piece * (size // len(piece) + 1))[:size]


REFUSED = {
    "too-many-brackets": [
        "[" * 501,
        "![" * 501,
        "[^" * 501,
        "[a](" * 501,
        "![](" * 501,
        ("[ " * 400 + "\n\n") * 13,
        "[a](b' " * 501,
        "[" * 100_000,
        filled("[a]("),
        "[a " * 499 + "x" * 200_000 + "](b)",
    ],
    "nesting-too-deep": [
        ">" * 101 + "a",
        "> " * 101 + "a",
        "\x00" + "- " * 101 + "a",
        "[^1]: " + "- " * 101 + "a",
        "<!-- a -->" + "1. " * 101 + "a",
        "<div></div>" + "> " * 101 + "a",
        "- " * 101 + "a",
        "1. " * 101 + "a",
        "a\n" + ": " * 101 + "b",
        "\n".join("    " * depth + "- a" for depth in range(110)),
        "\n".join("\t" * depth + "- a" for depth in range(110)),
        "[" * 110 + "](a)" * 110,
        "![" * 110 + "](a)" * 110,
        ">" * 100_000,
        "<div>" * 101,
        "<b>" * 101 + "a",
        "<b><i>" * 60 + "</i></b>" * 60,
        "*a **b " * 500 + "b** c* " * 500,
    ],
    "table-too-large": [
        "a|" * 300 + "\n" + "-|" * 300 + "\n" + "a\n" * 100,
        "> " + "a|" * 9_999 + "\n> " + "-|" * 9_999 + "\n> a",
    ],
    "too-many-tags": [
        filled("<a "),
        filled("</a ", 60_000),
        "<b>" + filled("<!-- -->", 90_000),
        filled("<br>"),
        filled("<!x\n"),
    ],
    "too-many-marks": [
        filled("\\*", 200_000),
        filled("a\n-\n", 60_000),
        filled("`a`|", 60_000) + "\nb",
        filled("# a\n", 90_000),
    ],
    "too-many-blocks": [filled("a\n\n"), "\n" * MEBIBYTE],
    "too-many-definitions": [
        "".join(f"[{number}]: /x\n" for number in range(2_001)),
        "".join(f"[^{number}]: x\n\n" for number in range(2_001)),
    ],
    "definition-too-long": ["*[A]: " + "t" * 30_000 + "\n\n" + "A " * 30_000, "[a]: " + '"' * 20_000 + "x y"],
}


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in REFUSED.items() for text in texts])
def test_hostile_texts_are_refused(rule: str, text: str) -> None:
    """One error that names the limit, and an empty body, within a second or two of counting."""
    started = time.process_time()
    body, [problem] = rendered(text)
    assert (problem.rule, body) == (rule, Body())
    assert any(character.isdigit() for character in problem.message)
    assert time.process_time() - started < 10


def test_the_line_is_that_of_the_excess() -> None:
    """The block that has too much, or the first line that is too deep."""
    assert rendered("a\n\nb\n\n" + "[" * 501)[1][0].line == FIRST_LINE + 4
    assert rendered("a\n" + ">" * 101)[1][0].line == FIRST_LINE + 1


@pytest.mark.parametrize(
    "text",
    [
        "[" * 500,
        "[a " * 99 + "](b)" * 99,
        ">" * 100 + " a",
        "\n".join("    " * depth + "- a" for depth in range(100)),
        "<div>" * 100,
        "*a " * 100 + "b* " * 100,
        "a" * MEBIBYTE,
        "0" * MEBIBYTE,
        "    " * 200 + "a",
        "1. a\n" + "[x](y) " * 2_000,
        "\\[ " * 2_000,
        " " * 5_000 + "a",
        "`" * 3_000,
        "a|b\n-|-\n" + "c|d\n" * 5_000,
        "\n\n".join("Hội Luật gia [tỉnh](/hoi/) họp *năm* 2022." for _ in range(3_000)),
    ],
)
def test_what_stays_below_the_limits_is_read(text: str) -> None:
    """Nothing is refused that Markdown reads in seconds."""
    assert not {rule for rule in rules(text) if "too" in rule}


@pytest.mark.parametrize(
    "text",
    [
        ">" * 100 + "a",
        "- " * 99 + "a",
        "\n".join("    " * depth + "- a" for depth in range(100)),
        "\n\n".join("    " * depth + "- a" for depth in range(100)),
        "[^1]\n\n[^1]: " + "\n".join("    " * depth + "- a" for depth in range(99)),
        "[*a " * 99 + "](b)*" * 99,
        "> - " * 49 + "a",
    ],
)
def test_the_deepest_text_needs_half_the_stack(text: str) -> None:
    """Accepted nesting leaves room for whatever calls it: no recursion error can occur."""
    limit = sys.getrecursionlimit()
    depth = _depth()
    try:
        sys.setrecursionlimit(depth + 520)
        assert rendered(text)[0].html
    finally:
        sys.setrecursionlimit(limit)


def _depth() -> int:
    frame, depth = sys._getframe(), 0
    while frame.f_back is not None:
        frame, depth = frame.f_back, depth + 1
    return depth


SLOW = [
    *(
        "[a](b) ",
        "![a](b) ",
        "*a* ",
        "**a** ",
        "***a** ",
        "*a_b ",
        "`a` ",
        "\\*",
        "&a;",
        "a  \n",
        "<a@b.vn> ",
        "<b>a</b>",
    ),
    *(
        "<p>a</p>\n",
        "<table>x",
        "- a\n",
        "- a\n\n",
        "> a\n\n",
        "    a\n",
        "# a\n\n",
        "a\n-\n\n",
        "a\n: b\n\n",
        "- a\nb\n",
    ),
    *("a|b\n-|-\nc|d\n\n", "[!x] a\n\n", "a[^1] ", "[b] ", "A ", "&#", "<!", "<?\n", "[*x*](/y) ", '![a](b "c\'") '),
    *("2022. a\n", "*a**b", "*a [b](c) `d` \\* &amp; <b>e</b>*\n\n"),
]


@pytest.mark.slow
@pytest.mark.parametrize("size", [100_000, 300_000, MEBIBYTE - 100])
@pytest.mark.parametrize("piece", SLOW)
def test_any_text_is_refused_or_read_in_time(piece: str, size: int) -> None:
    """Up to 1 MiB of anything that made Python-Markdown quadratic."""
    started = time.process_time()
    rendered("[^1]: x\n\n[b]: /x\n\n*[A]: y\n\n" + filled(piece, size))
    assert time.process_time() - started < 20
