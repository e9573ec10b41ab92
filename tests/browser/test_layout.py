"""Nothing is cut off, too small or too wide, on a phone or a desktop."""

import pytest

from tests.browser.visits import HEIGHT, Visit, as_lines, measure

pytestmark = pytest.mark.browser

SMALLEST_TEXT = 13  # px, the matrix's column heads; all other text is larger
SMALLEST_LINE = 1.36  # em: below it the marks of stacked Vietnamese letters touch the line above
RUNNING_TEXT = (45, 80)  # characters a line


def test_nothing_scrolls_sideways(visit: Visit) -> None:
    """The page itself never scrolls sideways; a table may within itself."""
    assert measure(visit.page, "overflow") == {"by": 0, "outside": []}


def test_nothing_scrolls_sideways_on_the_smallest_phone(phone: Visit) -> None:
    """Nor at 320 px."""
    phone.page.set_viewport_size({"width": 320, "height": HEIGHT})
    found = measure(phone.page, "overflow")
    phone.page.set_viewport_size({"width": 360, "height": HEIGHT})
    assert found == {"by": 0, "outside": []}


def test_no_text_is_cut_off(visit: Visit) -> None:
    """No box hides a part of its text."""
    assert not measure(visit.page, "cut")


def test_text_is_large_enough(visit: Visit) -> None:
    """No text is smaller than 13 px."""
    lines = measure(visit.page, "lines")
    assert len(lines) > 5
    small = [line for line in lines if line["size"] < SMALLEST_TEXT and not line["raised"]]
    assert not small, as_lines(small)


def test_lines_do_not_touch(visit: Visit) -> None:
    """Lines are at least 1.36 em apart: Ễ and Ộ of one line stay clear of ậ and ỵ of the line above."""
    lines = measure(visit.page, "lines")
    close = [line for line in lines if line["height"] < SMALLEST_LINE - 0.005 and not line["raised"]]
    assert not close, as_lines(close)


def test_lines_are_of_readable_length(desktop: Visit) -> None:
    """On a desktop no paragraph has more than 80 characters a line, and running text no fewer than 45."""
    shortest, longest = RUNNING_TEXT
    off = [p for p in measure(desktop.page, "measure") if p["mean"] > longest or (p["prose"] and p["mean"] < shortest)]
    assert not off, as_lines(off)


def test_targets_can_be_hit(visit: Visit) -> None:
    """A link or control is at least 24 px high and wide, unless it is a link in the middle of a text."""
    targets = measure(visit.page, "targets")
    assert targets
    small = [t for t in targets if not t["inline"] and min(t["width"], t["height"]) < 24]
    assert not small, as_lines(small)


def test_navigation_is_for_thumbs(phone: Visit) -> None:
    """The navigation's entries, years and further pages of a list are 44 px high."""
    names = ("Chính", "Theo năm", "Theo tháng", "Các trang của danh sách")
    for name in names:
        for link in phone.page.get_by_role("navigation", name=name).get_by_role("link").all():
            box = link.bounding_box()
            assert box and box["height"] >= 44, (name, link.inner_text(), box)
    assert phone.page.get_by_role("navigation", name="Chính").get_by_role("link").count() >= 4
