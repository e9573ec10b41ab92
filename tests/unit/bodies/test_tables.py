"""Tables lose no cell, carry no style and scroll on their own."""

from __future__ import annotations

from tests.unit.bodies.rendering import found, html_of, rendered, soup, texts

TABLE = "| Hội | Số | Ghi chú |\n|:----|---:|:-------:|\n| A | 1 | x |\n| B | 2 | y |\n"


def test_alignment_is_a_class() -> None:
    """No inline style, which the page's policy would refuse."""
    html = html_of(TABLE)
    assert 'class="align-left"' in html and 'class="align-right"' in html and 'class="align-center"' in html
    assert "style" not in html and "align=" not in html


def test_a_table_scrolls_in_a_named_region() -> None:
    """Wide tables are reached by keyboard and do not push the page sideways."""
    region = soup(html_of(TABLE)).find("div", class_="table-scroll")
    assert region is not None and region.find("table") is not None
    assert (region["role"], region["tabindex"], region["aria-label"]) == ("region", "0", "Bảng")


def test_a_table_in_a_table_has_no_region_of_its_own() -> None:
    """Only the outer one scrolls."""
    html = html_of("<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>")
    assert html.count("table-scroll") == 1 and html.count("<table>") == 2


def test_cells_are_blocks_on_the_line_of_their_row() -> None:
    body, _ = rendered("Chữ\n\n" + TABLE)
    assert texts(body) == ["Chữ", "Hội", "Số", "Ghi chú", "A", "1", "x", "B", "2", "y"]
    assert [block.line for block in body.blocks] == [10, 12, 12, 12, 14, 14, 14, 15, 15, 15]


def test_a_row_with_too_many_cells_is_an_error() -> None:
    """Python-Markdown would drop what has no column."""
    assert found(TABLE + "| C | 3 | z | thừa |\n") == [("row-too-long", 5)]


def test_empty_cells_are_fine() -> None:
    assert html_of("a|b\n-|-\n1|\n").count("<td>") == 2
