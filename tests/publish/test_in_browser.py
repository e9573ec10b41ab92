"""The published site in a browser, with the headers that nginx sends: nothing is refused, nothing is missing."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from newsroom.screenshots import choose_pages
from tests.browser.visits import Log, noting_refusals
from tests.publish import contents
from tests.publish.conftest import Published

pytestmark = [pytest.mark.nginx, pytest.mark.browser]

SHOWN = (
    "/files/ke-hoach.pdf",
    "/files/so-do.svg",
    "/files/ghi-chu.txt",
    "/images/deo.png",
    "/atom.xml",
    "/sitemap.xml",
)
DOWNLOADED = ("bieu-mau.docx", "so-lieu.csv")


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    """A window in which each document notes what a policy refuses it."""
    with noting_refusals(browser) as page:
        yield page


def test_pages_lose_nothing(site: Published, window: Page) -> None:
    """A page of every kind: all that it asks for is answered and allowed, by the header and by its <meta>."""
    log = Log(window)
    for kind, address in choose_pages(site.built).items():
        answer = window.goto(site.server.address + site.path + address)
        assert answer and answer.ok, kind
        assert window.evaluate("refused") == [], kind
        assert window.locator("main").is_visible()
    assert log.console == []
    assert [request for request in log.requests if request[1] not in (200, 304)] == []
    assert any(address.endswith(".woff2") for address, _ in log.requests)


def test_the_404_page_has_its_styles_at_any_depth(site: Published, window: Page) -> None:
    """Whatever was asked for, the page that says so looks like the site."""
    log = Log(window)
    answer = window.goto(f"{site.server.address}{site.path}/khong/co/trang/nay")
    assert answer and answer.status == 404
    assert window.evaluate("refused") == []
    assert any(address.endswith(".css") for address, _ in log.requests)
    assert [r for r in log.requests if r[1] != 200] == [(answer.url, 404)]


def test_a_former_address_takes_the_reader_there(made_up: Published, window: Page) -> None:
    """Typed as it was known."""
    for source, target in contents.FORMER.items():
        window.goto(made_up.server.address + made_up.path + source)
        assert window.url == made_up.server.address + made_up.path + target


@pytest.mark.parametrize("address", SHOWN)
def test_files_are_shown(made_up: Published, window: Page, address: str) -> None:
    """What browsers can show, a PDF included, the policy of files lets them show."""
    log = Log(window)
    answer = window.goto(made_up.server.address + made_up.path + address)
    assert answer and answer.ok
    window.wait_for_load_state()
    assert [text for text in log.console if "Content" in text or "sandbox" in text or "block" in text.lower()] == []
    assert not window.url.startswith("chrome-error")


@pytest.mark.parametrize("name", DOWNLOADED)
def test_files_are_downloaded(made_up: Published, window: Page, name: str) -> None:
    """From the link on the article's page."""
    window.goto(f"{made_up.server.address}{made_up.path}/tin/2022/da-chuyen/")
    with window.expect_download() as download:
        window.locator(f'a[href$="/files/{name}"]').first.click()
    assert download.value.failure() is None
    assert download.value.path().read_bytes() == (made_up.built / "files" / name).read_bytes()


def test_script_in_a_file_does_not_run(made_up: Published, window: Page) -> None:
    """Should one ever get past the checks of the build, it is dead where it lies."""
    folder = made_up.target / "current" / "web" / made_up.path.lstrip("/") / "files"
    script = '<svg xmlns="http://www.w3.org/2000/svg"><script>document.documentElement.id = "ran"</script></svg>'
    (folder / "xau.svg").write_text(script, encoding="utf-8")
    window.goto(f"{made_up.server.address}{made_up.path}/files/xau.svg")
    (folder / "xau.svg").unlink()
    assert window.evaluate("document.documentElement.id") == ""
    assert window.evaluate("self.origin") == "null"


def test_the_policy_is_at_work(site: Published, window: Page) -> None:
    """An inline style is refused: the first test of this file can fail."""
    window.goto(f"{site.server.address}{site.path}/")
    window.evaluate("document.body.innerHTML += '<p style=\"color: red\">đỏ</p>'")
    window.wait_for_function("refused.length > 0")
    assert "style-src" in window.evaluate("refused[0]")
