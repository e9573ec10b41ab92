"""On paper: the text, in black on white, and nothing that only works on a screen."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.visits import Site, Visit, Visitor, as_lines, measure

pytestmark = pytest.mark.browser


@pytest.fixture
def printed(visit: Visit) -> Iterator[Page]:
    """A page as it is printed, by somebody whose screen is dark."""
    visit.page.emulate_media(media="print", color_scheme="dark")
    yield visit.page
    visit.page.emulate_media(media="screen", color_scheme="light")


def test_black_on_white(printed: Page) -> None:
    """Printers leave fields of colour out: all text is black on white, whatever scheme the screen has."""
    found = measure(printed, "print")
    assert not found, as_lines(found)


def test_what_works_on_a_screen_only_is_left_out(printed: Page) -> None:
    """Navigation, crumbs, neighbours, further pages, footer and skip link are not printed; the title is."""
    assert printed.get_by_role("heading", level=1).is_visible()
    for selector in ("nav", "footer", "body > a"):
        assert not any(found.is_visible() for found in printed.locator(selector).all()), selector


def test_an_article_is_printed_without_related_ones(visitor: Visitor, sites: dict[str, Site]) -> None:
    """The body stays whole; related articles go. Addresses of outside links stand after them."""
    page = visitor.see(sites["rich"], "article", 1280).page
    related = page.get_by_role("heading", name="Bài liên quan")
    assert related.is_visible()
    on_screen = page.locator("main article").inner_text()
    page.emulate_media(media="print")
    hidden, on_paper = not related.is_visible(), page.locator("main article").inner_text()
    outside = page.locator("main article p a[href^='https']").first
    address = outside.evaluate("a => getComputedStyle(a, '::after').content")
    page.emulate_media(media="screen")
    assert hidden
    assert re.sub(r"\s+", " ", on_paper) == re.sub(r"\s+", " ", on_screen)
    assert "https://" in address


def test_an_article_is_printed_on_few_sheets(visitor: Visitor, sites: dict[str, Site]) -> None:
    """The fullest real article takes two sheets of A4 at most."""
    if "article" not in sites["real"].pages:
        pytest.skip("content/ has no article")
    page = visitor.see(sites["real"], "article", 1280).page
    page.emulate_media(media="print")
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True))
    page.emulate_media(media="screen")
    assert 1 <= len(sheets) <= 2
