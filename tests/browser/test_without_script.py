"""The site needs no JavaScript."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.visits import HEIGHT, Visit, measure

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 360, "height": HEIGHT}


@pytest.fixture(scope="module")
def unscripted(browser: Browser) -> Iterator[Page]:
    with browser.new_context(java_script_enabled=False, viewport=PHONE) as context:
        yield context.new_page()


def test_the_same_text_without_script(phone: Visit, unscripted: Page) -> None:
    """With JavaScript switched off every page shows what it shows with it."""
    unscripted.goto(phone.page.url)
    shown = unscripted.inner_text("body")
    assert len(shown) > 200
    assert shown == phone.page.inner_text("body")


def test_nothing_inline(phone: Visit) -> None:
    """No script, no `style`, neither as element nor as attribute: a strict Content-Security-Policy forbids them."""
    assert measure(phone.page, "structure")["inline"] == []
