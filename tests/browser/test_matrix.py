"""Associations × activities, in numbers that can be followed."""

from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Page

from tests.browser.visits import HEIGHT, Site, Visitor

pytestmark = pytest.mark.browser

MATRICES = [("real", "matrix"), ("rich", "matrix"), ("rich", "matrix-year")]


@cache
def articles(site: Path, path: str) -> frozenset[str]:
    """The addresses of all articles that a list of the built site holds, on its further pages too."""
    found: set[str] = set()
    while path:
        main = BeautifulSoup((site / path.strip("/") / "index.html").read_bytes(), "html.parser").main
        assert isinstance(main, Tag)
        found |= {str(link["href"]) for link in main.select("article h3 a")}
        older = main.select_one("a[rel=next]")
        path = str(older["href"]) if older else ""
    return frozenset(found)


def links_with_counts(page: Page) -> list[tuple[str, int]]:
    """Address and number of every visible link in the table that shows a number."""
    found: list[tuple[str, int]] = page.locator("table td a:visible").evaluate_all(
        "all => all.map(a => [a.getAttribute('href'), parseInt(a.innerText, 10)])"
    )
    return found


@pytest.mark.parametrize(("name", "kind"), MATRICES)
def test_each_number_leads_to_as_many_articles(
    visitor: Visitor, sites: dict[str, Site], width: int, name: str, kind: str
) -> None:
    """A cell or a row's total that is not zero is a link to a list of exactly that many articles. So is a column's
    total and the grand one, but that the union's own articles stand in the list and are not counted."""
    site = sites[name].folder
    page = visitor.see(sites[name], kind, width).page
    rows = page.locator("tbody th[scope=row] a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    *members, union = rows
    of_members = frozenset().union(*(articles(site, path) for path in members))
    links = links_with_counts(page)
    assert len(links) > 20 and len(articles(site, union)) > 0
    for path, count in links:
        listed = articles(site, path) if path.startswith("/hoi/") else articles(site, path) & of_members
        assert len(listed) == count, path


def test_the_unions_own_work_is_counted_apart(visitor: Visitor, sites: dict[str, Site]) -> None:
    """An article of the union alone is in its row and in no total."""
    links = dict(links_with_counts(visitor.see(sites["rich"], "matrix", 1280).page))
    site = sites["rich"].folder
    assert links["/tin/"] == len(articles(site, "/tin/")) - 1
    assert links["/hoi/lien-hiep/viec-4/"] == len(articles(site, "/hoi/lien-hiep/viec-4/"))


@pytest.mark.parametrize(("name", "kind"), MATRICES)
def test_the_phone_shows_every_number(visitor: Visitor, sites: dict[str, Site], name: str, kind: str) -> None:
    """On a phone every cell that is not zero stands as a link with the name of its activity; zeros are left out."""
    wide = links_with_counts(visitor.see(sites[name], kind, 1280).page)
    page = visitor.see(sites[name], kind, 360).page
    assert sorted(links_with_counts(page)) == sorted(wide)
    assert all(count > 0 for _, count in wide)
    for link in page.locator("table td a[href^='/hoi/']:visible").all():
        href, text = link.get_attribute("href") or "", link.inner_text()
        is_cell = len([part for part in href.split("/") if part and not part.isdigit()]) == 3
        assert not is_cell or text.strip().lstrip("0123456789").strip(), (href, text)


@pytest.mark.parametrize(("name", "kind"), MATRICES)
def test_the_table_has_headers(visitor: Visitor, sites: dict[str, Site], name: str, kind: str) -> None:
    """On a desktop each row and column has a header with its scope, and each row as many cells as there are columns."""
    page = visitor.see(sites[name], kind, 1280).page
    columns = page.locator("thead th")
    assert columns.evaluate_all("all => all.every(th => th.scope === 'col' && th.innerText.trim())")
    rows = page.locator("tbody tr")
    assert rows.count() >= 3
    assert rows.evaluate_all("all => all.every(tr => tr.querySelectorAll('th[scope=row]').length === 1)")
    lengths = rows.evaluate_all("all => all.map(tr => tr.children.length)")
    assert set(lengths) == {columns.count()}


@pytest.mark.parametrize("width", [1120, 1280])
def test_the_names_stay_when_the_table_scrolls(visitor: Visitor, sites: dict[str, Site], width: int) -> None:
    """Where the table is wider than the page it scrolls within itself, and the first column stays in sight."""
    page = visitor.see(sites["rich"], "matrix", 1280).page
    page.set_viewport_size({"width": width, "height": HEIGHT})
    table = page.locator("table")
    scrolled = table.evaluate("t => { const box = t.parentElement; box.scrollLeft = 1e4; return box.scrollLeft; }")
    box, name, last = (
        where.bounding_box()
        for where in (table.locator(".."), page.locator("tbody th").first, page.locator("thead th").last)
    )
    table.evaluate("t => { t.parentElement.scrollLeft = 0; }")
    page.set_viewport_size({"width": 1280, "height": HEIGHT})
    assert scrolled > 0
    assert box and name and last
    assert abs(name["x"] - box["x"]) <= 1
    assert last["x"] + last["width"] <= box["x"] + box["width"] + 1
