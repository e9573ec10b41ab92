"""Numbers at the beginning of a line stay the numbers that the editor typed."""

from __future__ import annotations

import pytest

from tests.unit.bodies.rendering import html_of, rendered, soup, texts


def items(text: str) -> list[tuple[str, str | None]]:
    """Each item of the first list: its text and the number that HTML gives it where counting would be wrong."""
    listed = soup(html_of(text)).find("ol")
    assert listed is not None
    return [(" ".join(item.get_text().split()), item.get("value")) for item in listed.find_all("li", recursive=False)]  # type: ignore[misc]  # `value` holds one text


@pytest.mark.parametrize("text", ["2022. Năm qua, hội có tiến bộ.", "32. Chữ", "0123456789. Chữ", "٣. Chữ"])
def test_a_paragraph_that_begins_with_a_high_number_stays_text(text: str) -> None:
    """A number over 31, of ten digits or of another script begins no list, and stands in the text."""
    assert html_of(text) == f"<p>{text}</p>"


def test_a_high_number_continues_a_list_by_one() -> None:
    """The item after 31 is 32, in the same block and after a blank line."""
    assert items("30. a\n31. b\n32. c\n\n33. d") == [("a", None), ("b", None), ("c", None), ("d", None)]
    assert '<ol start="30">' in html_of("30. a\n31. b")


def test_a_high_number_that_does_not_continue_the_list_belongs_to_the_item() -> None:
    """A line of an item may begin with a year."""
    assert items("1. Thành lập\n2. Đại hội năm\n2022. Hết") == [("Thành lập", None), ("Đại hội năm 2022. Hết", None)]


def test_a_high_number_after_a_list_is_a_paragraph() -> None:
    """A paragraph after a list is not swallowed by it."""
    assert texts(rendered("1. a\n2. b\n\n2022. Năm qua")[0]) == ["a", "b", "2022. Năm qua"]


def test_numbers_that_do_not_follow_are_kept() -> None:
    """An item whose number is not one more than the last keeps it, a list its first."""
    assert items("1. a\n3. b\n4. c\n4. d") == [("a", None), ("b", "3"), ("c", None), ("d", "4")]
    assert items("1. a\n1. b") == [("a", None), ("b", "1")]
    assert '<ol start="0">' in html_of("0. a\n1. b")
    assert "start" not in html_of("1. a\n2. b")


def test_numbers_are_kept_across_blank_lines() -> None:
    """A list whose items stand in paragraphs of their own counts on."""
    assert items("1. a\n\n2. b\n\n5. c\n\n    tiếp c\n\n6. d") == [
        ("a", None),
        ("b", None),
        ("c tiếp c", "5"),
        ("d", None),
    ]


def test_numbers_are_kept_inside_lists_and_quotes() -> None:
    """Nested lists and quotes follow the same rules."""
    nested = html_of("- x\n\n    2. p\n    4. q\n\n- y")
    assert '<ol start="2">' in nested and '<li value="4">' in nested
    quoted = html_of("> 3. p\n> 5. q\n\n> 2022. Năm")
    assert '<ol start="3">' in quoted and '<li value="5">' in quoted and "2022. Năm" in quoted


def test_a_leading_zero_is_shown_by_a_class() -> None:
    """01. is not the same as 1. for who typed it."""
    assert html_of("01. a\n02. b").startswith('<ol class="leading-zero">')


def test_two_lists_count_on_their_own() -> None:
    """What is between ends a list."""
    assert html_of("1. a\n\nChữ\n\n1. b").count("value") == 0
    assert '<ol start="2">' in html_of("1. a\n\nChữ\n\n2. b")
