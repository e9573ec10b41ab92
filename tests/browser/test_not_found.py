"""An address that leads nowhere."""

import pytest
from playwright.sync_api import Page, Response

from tests.browser.visits import Site, measure

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", ["/khong-co", "/tin/2022/khong-co/", "/hoi/khong-co/a/b/c.html"])
def test_unknown_addresses_get_the_sites_own_page(sites: dict[str, Site], window: Page, path: str) -> None:
    """Status 404, the site's own page with its style at any depth, and a way home."""
    site = sites["rich"]
    styles: list[int] = []

    def answered(response: Response) -> None:
        if response.request.resource_type == "stylesheet":
            styles.append(response.status)

    window.on("response", answered)
    answer = window.goto(site.address + path)
    window.remove_listener("response", answered)
    assert answer and answer.status == 404
    assert set(styles) == {200}
    assert window.get_by_role("heading", level=1).is_visible()
    assert measure(window, "overflow")["by"] == 0
    window.get_by_role("main").locator("a[href='/']").first.click()
    assert window.url == site.address + "/"
