"""A reader finds the way with Tab and Enter alone."""

import pytest
from playwright.sync_api import Page

from tests.browser.visits import Site

pytestmark = pytest.mark.browser

HREF = "document.activeElement.getAttribute('href') ?? ''"


class Reader:
    """Somebody with a keyboard and no mouse."""

    def __init__(self, page: Page, site: Site) -> None:
        self._page = page
        self._site = site
        page.goto(site.address + "/")

    @property
    def path(self) -> str:
        return self._page.url.removeprefix(self._site.address)

    @property
    def heading(self) -> str:
        return self._page.get_by_role("heading", level=1).inner_text()

    def follow(self, pattern: str, within: str = "main") -> None:
        """Tab to the first link in that part of the page with an address like the regular expression; press Enter."""
        matches = f"new RegExp({pattern!r}).test({HREF}) && Boolean(document.activeElement.closest({within!r}))"
        for _ in range(400):
            self._page.keyboard.press("Tab")
            if self._page.evaluate(matches):
                break
        else:
            raise AssertionError(f"no link {pattern} in {within} of {self.path}")
        with self._page.expect_navigation():
            self._page.keyboard.press("Enter")


@pytest.mark.parametrize("name", ["real", "rich"])
def test_from_the_front_page_down_and_back(sites: dict[str, Site], window: Page, name: str) -> None:
    """Home, an association, an article, its activity, the matrix, an intersection, and back home by the crumbs."""
    crumbs = "nav[aria-label='Đường dẫn']"
    reader = Reader(window, sites[name])
    reader.follow(r"^/hoi/[^/]+/$")
    association, its_name = reader.path, reader.heading
    assert association.startswith("/hoi/")
    reader.follow(r"^/tin/\d{4}/[^/]+/$")
    assert window.locator(f"main a[href='{association}']").count() >= 1
    reader.follow(r"^/linh-vuc/[^/]+/$")
    assert reader.path.startswith("/linh-vuc/")
    reader.follow(r"^/bang-tong-hop/$", "nav[aria-label='Chính']")
    reader.follow(r"^/hoi/[^/]+/[^/]*[a-z][^/]*/$")
    assert window.get_by_role("main").get_by_role("article").count() >= 1
    intersection = reader.path
    reader.follow(r"^/hoi/[^/]+/$", crumbs)
    assert intersection.startswith(reader.path)
    reader.follow(r"^/hoi/$", crumbs)
    assert window.locator(f"main a[href='{association}']").count() >= 1, its_name
    reader.follow(r"^/$", crumbs)
    assert reader.path == "/"


def test_the_older_articles_of_a_list(sites: dict[str, Site], window: Page) -> None:
    """From an archive to its older page and back."""
    reader = Reader(window, sites["rich"])
    reader.follow(r"^/tin/$", "nav[aria-label='Chính']")
    newest = window.get_by_role("main").get_by_role("article").count()
    reader.follow(r"^/tin/trang/\d+/$")
    assert window.get_by_role("main").get_by_role("article").count() == 20 <= newest
    reader.follow(r"^/tin/$")
    assert reader.path == "/tin/"
