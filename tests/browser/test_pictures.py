"""Pictures are seen, and told to those who don't see them."""

import pytest

from tests.browser.visits import Site, Visit, Visitor, measure

pytestmark = pytest.mark.browser


def test_pictures_are_drawn_and_told(desktop: Visit) -> None:
    """Every picture can be decoded and has a text in its place."""
    for picture in measure(desktop.page, "pictures"):
        assert picture["width"] > 0, picture
        assert picture["alt"], picture


@pytest.mark.parametrize(("kind", "count"), [("article", 6), ("home", 1), ("page", 1), ("association", 1)])
def test_pages_show_their_pictures(visitor: Visitor, sites: dict[str, Site], kind: str, count: int) -> None:
    """The lead's picture, the article's, its gallery's and its video's, those in a body, and a logo."""
    assert len(measure(visitor.see(sites["rich"], kind, 360).page, "pictures")) >= count


def test_drawings_are_silent(desktop: Visit) -> None:
    """A drawing of the theme is decoration: a screen reader passes it by."""
    drawings = desktop.page.locator("svg")
    assert drawings.count() >= 1
    assert drawings.evaluate_all("all => all.every(e => e.closest('[aria-hidden=true]'))")
