"""A browser, the real site and a made-up one that fills every place of a page, both built once."""

import os
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from newsroom import chromium, programs
from newsroom.build import ROOT, build
from newsroom.screenshots import choose_pages
from tests.browser import rich_site
from tests.browser.visits import HEIGHT, KINDS, Site, Visit, Visitor, served

NOW = "2022-09-01T08:00"
WIDTHS = (360, 1280)
PLACES = [*(("real", kind) for kind in KINDS), *(("rich", kind) for kind in (*KINDS, *rich_site.PAGES))]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """With CI=true a missing browser fails; elsewhere its tests are left out, and `tasks.py test` names them."""
    executable = programs.CHROMIUM.find()
    if not executable and not programs.is_ci(os.environ):
        pytest.skip("needs chromium")
    assert executable, programs.install_command([programs.CHROMIUM])
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=list(chromium.flags()))
        yield started
        started.close()


@pytest.fixture(scope="package")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Site]]:
    """`real` from content/, `rich` made up, each behind its own port."""
    top = tmp_path_factory.mktemp("sites")
    contents = {"real": ROOT / "content", "rich": rich_site.write(top / "content")}
    with ExitStack() as stack:
        made = {}
        for name, content in contents.items():
            assert build(content, top / name, NOW, strict=False) == 0
            extra = rich_site.PAGES if name == "rich" else {}
            address = stack.enter_context(served(top / name))
            made[name] = Site(address, top / name, choose_pages(top / name) | extra)
        yield made


@pytest.fixture(scope="package")
def visitor(browser: Browser) -> Visitor:
    return Visitor(browser)


def _name(parameter: object) -> str:
    return "-".join(map(str, parameter)) if isinstance(parameter, tuple) else str(parameter)


@pytest.fixture(params=PLACES, ids=_name, scope="package")
def place(request: pytest.FixtureRequest, sites: dict[str, Site]) -> tuple[Site, str]:
    """A page of each kind of both sites: the site and the kind."""
    name, kind = request.param
    if kind not in sites[name].pages:
        assert name == "real", kind
        pytest.skip(f"content/ makes no page of this kind: {kind}")
    return sites[name], kind


@pytest.fixture(params=WIDTHS, scope="package")
def width(request: pytest.FixtureRequest) -> int:
    """A phone's, then a desktop's."""
    return int(request.param)


@pytest.fixture
def visit(place: tuple[Site, str], width: int, visitor: Visitor) -> Visit:
    """Every page of `place` on a phone and on a desktop; a test leaves the page as it found it."""
    return visitor.see(*place, width)


@pytest.fixture
def phone(place: tuple[Site, str], visitor: Visitor) -> Visit:
    """Every page of `place` on a phone."""
    return visitor.see(*place, WIDTHS[0])


@pytest.fixture
def desktop(place: tuple[Site, str], visitor: Visitor) -> Visit:
    """Every page of `place` on a desktop, for rules that don't depend on the width too."""
    return visitor.see(*place, WIDTHS[-1])


@pytest.fixture(scope="package")
def window(width: int, browser: Browser) -> Iterator[Page]:
    """A window for tests that go somewhere. Nothing scrolls softly in it."""
    size: ViewportSize = {"width": width, "height": HEIGHT}
    with browser.new_context(viewport=size, reduced_motion="reduce") as context:
        yield context.new_page()
