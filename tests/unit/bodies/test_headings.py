"""Headings have ids by their text and begin at the second level."""

from __future__ import annotations

from bodies.model import Heading
from tests.unit.bodies.rendering import found, html_of, rendered


def test_ids_are_slugs_with_a_prefix() -> None:
    """Always `muc-<slug>`, in the order of the text."""
    body, _ = rendered("## Đại hội lần thứ 3\n\n### Kết **quả**\n\n#### a")
    assert body.headings == (
        Heading(2, "Đại hội lần thứ 3", "muc-dai-hoi-lan-thu-3"),
        Heading(3, "Kết quả", "muc-ket-qua"),
        Heading(4, "a", "muc-a"),
    )
    assert body.anchors == ("muc-dai-hoi-lan-thu-3", "muc-ket-qua", "muc-a")


def test_ids_are_unique() -> None:
    """The same text again gets -2, -3; a heading that looks like one of these moves on."""
    body, _ = rendered("## a\n\n## a 2\n\n## a\n\n## a\n\n## a 2")
    assert body.anchors == ("muc-a", "muc-a-2", "muc-a-3", "muc-a-4", "muc-a-2-2")


def test_a_heading_without_letters_is_numbered() -> None:
    """An empty slug gives the number of the heading."""
    assert rendered("## a\n\n## …")[0].anchors == ("muc-a", "muc-2")


def test_the_first_level_is_shown_as_the_second() -> None:
    """`#` and a line of `=` give h2 and a warning on their line; deeper ones stay."""
    text = "Chữ\n\n# Một\n\nHai\n===\n\nBa\n---\n\n###### Sáu"
    body, _ = rendered(text)
    assert found(text) == [("heading-level", 3), ("heading-level", 5)]
    assert [heading.level for heading in body.headings] == [2, 2, 2, 6]
    assert "<h1" not in body.html


def test_headings_in_raw_html_are_treated_alike() -> None:
    """An h1 or h2 that was typed as HTML gets its level and id too."""
    body, problems = rendered("<h1>Một</h1>\n\n<h3>Hai</h3>")
    assert body.headings == (Heading(2, "Một", "muc-mot"), Heading(3, "Hai", "muc-hai"))
    assert [problem.rule for problem in problems] == ["heading-level"]


def test_footnotes_are_no_part_of_a_heading() -> None:
    """The number of a note is not in its text and id."""
    assert '<h2 id="muc-a">' in html_of("## a[^1]\n\n[^1]: b")
