"""A page asks for its own site's files and nothing else, and a strict Content-Security-Policy takes nothing from it."""

import base64
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visits import Log, Site, Visit, measure, noting_refusals, served

pytestmark = pytest.mark.browser

POLICY = "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'"


def test_every_request_stays_here_and_is_answered(desktop: Visit, sites: dict[str, Site]) -> None:
    """No other host, nothing missing (404.html too is there), and nothing to complain about."""
    here = tuple(f"{site.address}/" for site in sites.values())  # a late icon may still be of the site seen before
    own_page = [(address, status) for address, status in desktop.log.requests if address == desktop.page.url]
    others = [(address, status) for address, status in desktop.log.requests if address != desktop.page.url]
    assert own_page == [(desktop.page.url, 200)]
    assert any(address.endswith(".css") for address, _ in others)
    assert [(a, s) for a, s in others if s != 200 or not a.startswith(here)] == []
    assert desktop.log.console == []


@pytest.fixture(scope="module")
def strict_site(sites: dict[str, Site]) -> Iterator[Site]:
    with served(sites["rich"].folder, {"Content-Security-Policy": POLICY}) as address:
        yield sites["rich"]._replace(address=address)


@pytest.fixture(scope="module")
def strict_page(browser: Browser) -> Iterator[Page]:
    with noting_refusals(browser) as page:
        yield page


def test_a_strict_policy_refuses_nothing(strict_site: Site, strict_page: Page) -> None:
    """Under the policy of the published site no page loses anything."""
    log = Log(strict_page)
    for kind, path in strict_site.pages.items():
        answer = strict_page.goto(strict_site.address + path)
        assert answer and answer.header_value("content-security-policy") == POLICY
        assert strict_page.evaluate("refused") == [], kind
    assert log.console == []
    assert log.requests and [request for request in log.requests if request[1] != 200] == []


def test_the_policy_is_at_work(strict_site: Site, strict_page: Page) -> None:
    """An inline style would be refused: the test before this one can fail."""
    strict_page.goto(strict_site.address + "/")
    strict_page.evaluate("document.body.innerHTML += '<p style=\"color: red\">đỏ</p>'")
    strict_page.wait_for_function("refused.length > 0")
    assert "style-src" in strict_page.evaluate("refused[0]")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_have_their_colour(strict_site: Site, strict_page: Page, browser: Browser, scheme: str) -> None:
    """Each activity's mark is drawn from the sprite, filled with its pigment and lined in ink, under the policy too."""
    strict_page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    strict_page.goto(strict_site.address + strict_site.pages["activities"])
    with browser.new_context() as blank:
        page = blank.new_page()
        for mark in strict_page.locator("main svg").all():
            style = mark.evaluate("e => [getComputedStyle(e).fill, getComputedStyle(e).stroke]")
            picture = base64.b64encode(mark.screenshot()).decode()
            fill, line = (measure(page, "pixels", {"picture": picture, "colour": colour}) for colour in style)
            assert fill > 0.003 and line > 0.01, (mark.get_attribute("class"), style, fill, line)
    strict_page.emulate_media(color_scheme="light")


def test_pigments_differ(strict_site: Site, strict_page: Page) -> None:
    """Each pigment is one colour, and no two are the same."""
    strict_page.goto(strict_site.address + strict_site.pages["activities"])
    found = strict_page.locator("main svg").evaluate_all(
        "all => all.map(e => [/pigment-([a-z]+)/.exec(e.getAttribute('class'))[1], getComputedStyle(e).fill])"
    )
    colours = {(pigment, fill) for pigment, fill in found}
    assert len({pigment for pigment, _ in colours}) == len({fill for _, fill in colours}) == len(colours) >= 2
