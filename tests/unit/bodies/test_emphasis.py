"""Emphasis: what is paired is emphasised, what is not stays text, and nothing is lost between."""

from __future__ import annotations

import pytest

from tests.unit.bodies.rendering import html_of, rendered, soup


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*a* **b** _c_ __d__", "<em>a</em> <strong>b</strong> <em>c</em> <strong>d</strong>"),
        ("***a***", "<strong><em>a</em></strong>"),
        ("**a *b* c** và *d **e** g*", "<strong>a <em>b</em> c</strong> và <em>d <strong>e</strong> g</em>"),
        ("**“Hội”**, *a*b và ten_tep_anh", "<strong>“Hội”</strong>, <em>a</em>b và ten_tep_anh"),
        ("5 * 3 * 2 và **x", "5 * 3 * 2 và **x"),
        ("**[a](https://a.vn) `b` \\* &amp; <u>c</u>**", None),
    ],
)
def test_what_is_paired_is_emphasised(text: str, html: str | None) -> None:
    """As Python-Markdown does."""
    shown = html_of(text)
    assert shown.startswith("<p><strong><a") if html is None else shown == f"<p>{html}</p>"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("*.**ă*c", "ăc."),
        ("*cc**_*`q`", "ccq"),
        ("ă*`q`**`q`*c", "ăqqc"),
        ("ca*b **ăa*\\* d", "caăbad"),
        ("*aă ca**.*b ", "aăcab."),
        (" *b __**a*b a", "baba"),
        ("**>*0**<s> **c=1>*", "0c1=>"),
        ("z*ăb *****<b><b>*&amp;** ******a_c ", "zăbac&"),
    ],
)
def test_marks_of_unlike_length_lose_nothing(text: str, shown: str) -> None:
    """Python-Markdown 3.11 alone loses letters of each of these, or shows its own placeholders."""
    page = soup(rendered(text)[0].html).get_text()
    assert sorted(filter(str.isalnum, page)) == sorted(filter(str.isalnum, shown))
