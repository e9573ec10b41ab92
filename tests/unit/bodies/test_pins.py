"""Pins say which association a paragraph is about, and are not shown."""

from __future__ import annotations

import pytest

from bodies.model import Block
from tests.unit.bodies.rendering import FIRST_LINE, rendered


@pytest.mark.parametrize(
    ("text", "pins", "excludes", "shown"),
    [
        ("[!hoi-a] Hội A.", ("hoi-a",), (), "Hội A."),
        ("[!-hoi-a] Hội A.", (), ("hoi-a",), "Hội A."),
        ("[!hoi-a][!hoi-b] [!-hoi-c]Hội A.", ("hoi-a", "hoi-b"), ("hoi-c",), "Hội A."),
        ("[!hoi-a](Bắc Ninh) hôm qua", ("hoi-a",), (), "(Bắc Ninh) hôm qua"),
        ("[!hoi-a]: Hội", ("hoi-a",), (), ": Hội"),
        ("[!hoi-a][^1] Hội\n\n[^1]: b", ("hoi-a",), (), "Hội"),
        ("[!hoi-a] [Hội](/hoi/a/)", ("hoi-a",), (), "Hội"),
        ("[!Hội A] Hội", ("Hội A",), (), "Hội"),
        ("- [!hoi-a] Hội", ("hoi-a",), (), "Hội"),
        ("> [!hoi-a] Hội", ("hoi-a",), (), "Hội"),
        ("## [!hoi-a] Hội", ("hoi-a",), (), "Hội"),
        ("[!hoi-a] Hội <b>A</b>", ("hoi-a",), (), "Hội A"),
    ],
)
def test_pins_at_the_start_of_a_paragraph(
    text: str, pins: tuple[str, ...], excludes: tuple[str, ...], shown: str
) -> None:
    """Neither links nor definitions nor notes confuse them; whether the association exists is asked later."""
    body, _ = rendered(text)
    assert body.blocks[0] == Block(shown, FIRST_LINE, pins, excludes)
    assert "[!" not in body.html and "\x02" not in body.html
    assert "hoi-a" not in body.html.replace("muc-hoi-a", "")


def test_the_paragraph_may_begin_on_the_next_line() -> None:
    """A line break after a pin is white space."""
    body, _ = rendered("[!hoi-a]\nHội A.")
    assert (body.blocks[0].text, body.blocks[0].pins) == ("Hội A.", ("hoi-a",))


def test_a_pin_cannot_be_defined_as_a_link() -> None:
    """`[!slug]: address` is a paragraph."""
    body, problems = rendered("[!hoi-a] Hội\n\n[!hoi-a]: /x/")
    assert [block.pins for block in body.blocks] == [("hoi-a",), ("hoi-a",)]
    assert problems == [] and body.references == ()


def test_pins_elsewhere_are_text() -> None:
    """Inside a paragraph and in code nothing is taken away."""
    for text in ("Hội [!hoi-a] họp", "    [!hoi-a] mã", "`[!hoi-a]`"):
        body, _ = rendered(text)
        assert "[!hoi-a]" in body.blocks[0].text and body.blocks[0].pins == ()


def test_a_pin_alone_leaves_no_empty_paragraph() -> None:
    """It is recorded all the same."""
    body, _ = rendered("[!hoi-a]\n\nHội")
    assert body.html == "<p>Hội</p>"
    assert body.blocks[0].pins == ("hoi-a",)
