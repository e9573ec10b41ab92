"""Pages are built so that every reader, and every machine that reads for one, finds the way."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.browser.visits import Site, Visit, measure

pytestmark = pytest.mark.browser


def attribute(visit: Visit, selector: str, name: str) -> str:
    value = visit.page.locator(selector).get_attribute(name)
    assert value, selector
    return value


def test_the_page_says_its_language(desktop: Visit) -> None:
    """Vietnamese."""
    assert measure(desktop.page, "structure")["language"] == "vi"


def test_one_first_heading_and_no_gaps(desktop: Visit) -> None:
    """One h1, which comes first; a heading is at most one level deeper than the one before it."""
    headings = measure(desktop.page, "structure")["headings"]
    levels = [level for level, _ in headings]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), headings
    assert all(text for _, text in headings)


def test_landmarks(desktop: Visit) -> None:
    """One header, main and footer; every navigation has a name of its own; no text stands outside of them."""
    found = measure(desktop.page, "structure")
    assert found["landmarks"] == [1, 1, 1]
    names = found["navigations"]
    assert "Chính" in names and all(names) and len(set(names)) == len(names), names
    assert found["astray"] == ["Đến nội dung"]


def test_ids_are_unique(desktop: Visit) -> None:
    """An id occurs once."""
    assert measure(desktop.page, "structure")["repeatedIds"] == []


def test_head(desktop: Visit) -> None:
    """Every page has a title, a description and its canonical address."""
    assert desktop.page.title().strip()
    assert len(attribute(desktop, "meta[name=description]", "content")) >= 10
    assert attribute(desktop, "link[rel=canonical]", "href") == desktop.path


def test_breadcrumbs(desktop: Visit, sites: dict[str, Site]) -> None:
    """Every page but the front page has crumbs from home down, without itself, and all of them lead somewhere."""
    crumbs = desktop.page.get_by_role("navigation", name="Đường dẫn").get_by_role("link")
    addresses = [link.get_attribute("href") or "" for link in crumbs.all()]
    if desktop.path == "/":
        assert addresses == []
        return
    assert addresses[0] == "/"
    assert desktop.path not in addresses
    folder = next(site.folder for site in sites.values() if desktop.page.url.startswith(site.address + "/"))
    assert all((folder / address.strip("/") / "index.html").is_file() for address in addresses), addresses


def test_the_current_section_is_marked(desktop: Visit) -> None:
    """The navigation says where one is: at most one entry, and one on every page of a section."""
    current = desktop.page.get_by_role("navigation", name="Chính").locator("[aria-current]")
    first = "/" + desktop.path.strip("/").partition("/")[0] + "/"
    sections = [link.get_attribute("href") for link in current.all()]
    assert sections == ([first] if first in ("/tin/", "/hoi/", "/linh-vuc/", "/bang-tong-hop/") else sections[:1])


@pytest.mark.parametrize("name", ["real", "rich"])
def test_titles_tell_pages_apart(sites: dict[str, Site], name: str) -> None:
    """No two pages of a site have one title; a page that only leads on is none."""
    titles: dict[str, Path] = {}
    for file in sorted(sites[name].folder.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        found = re.search(r"<title>(.+?)</title>", text, re.DOTALL)
        assert found, file
        assert titles.setdefault(found[1], file) == file, found[1]
    assert len(titles) > 20
