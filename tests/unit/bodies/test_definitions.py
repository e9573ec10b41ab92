"""Definitions are not shown where they stand, so one that has no effect is told."""

from __future__ import annotations

from tests.unit.bodies.rendering import found, html_of, messages, rendered


def test_abbreviations_are_marked() -> None:
    """Everywhere in the text, the longest first, not inside words, not in code."""
    html = html_of("KHKT và KH, KHKTX, `KHKT`, **KH**\n\n*[KH]: khoa học\n*[KHKT]: khoa học & kỹ thuật")
    assert html.count("<abbr") == 3
    assert '<abbr title="khoa học &amp; kỹ thuật">KHKT</abbr> và <abbr title="khoa học">KH</abbr>, KHKTX' in html


def test_links_by_definition() -> None:
    """`[text][label]`, `[label]` and `[label][]` lead to the address of the definition, on its line."""
    body, problems = rendered("[a][x], [x], [x][]\n\n[x]: /dich/")
    assert problems == []
    assert [(reference.target, reference.line) for reference in body.references] == [("/dich/", 12)] * 3


def test_a_definition_that_nothing_uses_is_told() -> None:
    """`[Nguồn]: TTXVN` looks like text and would vanish."""
    assert found("Chữ\n\n[Nguồn]: TTXVN") == [("unused-definition", 3)]
    assert "[nguồn]:" in messages("Chữ\n\n[Nguồn]: TTXVN")[0]
    assert found("Chữ\n\n*[KHKT]: khoa học") == [("unused-definition", 3)]


def test_a_second_definition_is_an_error() -> None:
    """The first one would be forgotten."""
    assert found("[a] KH\n\n[a]: /x/\n[a]: /y/\n\n*[KH]: một\n*[KH]: hai") == [
        ("repeated-definition", 4),
        ("repeated-definition", 7),
    ]


def test_definitions_end_with_their_body() -> None:
    """The next body knows nothing of them."""
    rendered("[a] KH[^1]\n\n[a]: /x/\n\n*[KH]: một\n\n[^1]: b")
    assert html_of("[a] KH[^1]") == "<p>[a] KH[^1]</p>"
