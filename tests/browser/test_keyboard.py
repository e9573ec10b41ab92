"""Everything can be reached and seen without a mouse."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.visits import KINDS, Site, as_lines, measure

pytestmark = pytest.mark.browser


@pytest.fixture(params=[*KINDS, "numbered", "association-year", "withdrawn"])
def opened(request: pytest.FixtureRequest, sites: dict[str, Site], window: Page) -> Page:
    """Each kind of page, nothing touched yet."""
    window.goto(sites["rich"].address + sites["rich"].pages[request.param])
    return window


def walk(page: Page) -> tuple[int, list[dict[str, Any]]]:
    """Tab through the page: how many controls there are, and what each one looked like when it had the focus."""
    count = measure(page, "focus")
    for _ in range(count):
        page.keyboard.press("Tab")
    return count, page.evaluate("window.focused")


def test_tab_visits_everything_and_shows_where_it_is(opened: Page) -> None:
    """Tab reaches every link and control once, in document order. Where the focus is, the control is on the screen, has
    an outline of 2 px or more that stands out 3:1, and text that can be read."""
    count, focused = walk(opened)
    assert count >= 5
    assert [control["place"] for control in focused] == list(range(count))
    poor = [
        control
        for control in focused
        if control["outline"] < 2
        or control["outlineContrast"] < 3
        or control["textContrast"] < 4.5
        or not (control["onScreen"] and control["uncovered"])
    ]
    assert not poor, as_lines(poor)


def test_the_focus_is_seen_by_night(sites: dict[str, Site], window: Page) -> None:
    """The same in the dark."""
    found = []
    window.emulate_media(color_scheme="dark")
    for kind in ("home", "article", "matrix"):
        window.goto(sites["rich"].address + sites["rich"].pages[kind])
        found += walk(window)[1]
    window.emulate_media(color_scheme="light")
    poor = [c for c in found if c["outline"] < 2 or c["outlineContrast"] < 3 or c["textContrast"] < 4.5]
    assert found and not poor, as_lines(poor)


def test_skip_link(opened: Page) -> None:
    """The first Tab stop is a link that shows itself and takes the reader past header and navigation."""
    link = opened.get_by_role("link", name="Đến nội dung")
    hidden = link.bounding_box()
    assert hidden and hidden["y"] + hidden["height"] <= 0
    opened.keyboard.press("Tab")
    shown = link.bounding_box()
    assert shown and shown["y"] >= 0 and shown["x"] >= 0
    assert link.evaluate("link => link === document.activeElement")
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.activeElement.localName") == "main"
    opened.keyboard.press("Tab")
    assert not opened.evaluate("Boolean(document.activeElement.closest('body > header, body > nav'))")


def test_a_folded_choice_opens_by_key(sites: dict[str, Site], window: Page) -> None:
    """A long choice is folded away; Enter on its heading opens it, and its links can then be reached."""
    site = sites["rich"]
    window.goto(site.address + site.pages["association-year"])
    heading = window.locator("summary").first
    choice = window.locator("details a").first
    assert not choice.is_visible()
    for _ in range(40):
        window.keyboard.press("Tab")
        if heading.evaluate("heading => heading === document.activeElement"):
            break
    window.keyboard.press("Enter")
    assert choice.is_visible()
    window.keyboard.press("Tab")
    assert choice.evaluate("choice => choice === document.activeElement")
