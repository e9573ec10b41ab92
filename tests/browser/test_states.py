"""Posts that readers don't see yet, or no more, are told apart wherever an editor meets them."""

import pytest

from tests.browser import rich_site
from tests.browser.visits import Site, Visitor

pytestmark = pytest.mark.browser

MARKS = {rich_site.DRAFT: "Bản nháp", rich_site.FUTURE: "Hẹn đăng"}


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", ["home", "archive", "association", "activity", "intersection"])
def test_lists_mark_them(visitor: Visitor, sites: dict[str, Site], kind: str, width: int) -> None:
    """In every list a draft and a post of the future carry their mark, and no other article carries one."""
    page = visitor.see(sites["rich"], kind, width).page
    marked = set()
    for teaser in page.get_by_role("main").get_by_role("article").all():
        text = teaser.inner_text()
        title = next((title for title in MARKS if title in text), "")
        marks = [mark for mark in MARKS.values() if mark in text]
        assert marks == ([MARKS[title]] if title else []), text
        marked.add(title)
    assert {*MARKS} <= marked


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(("kind", "title"), [("draft", rich_site.DRAFT), ("future", rich_site.FUTURE)])
def test_their_own_page_says_so(visitor: Visitor, sites: dict[str, Site], kind: str, title: str, width: int) -> None:
    """Above the text, and search engines are told to pass by."""
    page = visitor.see(sites["rich"], kind, width).page
    note = page.locator("main article").get_by_text(MARKS[title], exact=False).first
    box, heading = note.bounding_box(), page.get_by_role("heading", level=1).bounding_box()
    text = page.get_by_text("Nước về ruộng, bà con vui.").bounding_box()
    assert box and heading and text
    assert heading["y"] < box["y"] < text["y"]
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"


def test_a_withdrawn_article_keeps_its_reason_alone(visitor: Visitor, sites: dict[str, Site]) -> None:
    """Title, date and reason stand on its page; its text does not, and no list has it."""
    site = sites["rich"]
    text = visitor.see(site, "withdrawn", 360).page.get_by_role("main").inner_text()
    assert rich_site.WITHDRAWN in text and "Bài đã rút." in text and "Trùng bài khác." in text
    assert "24/08/2022" in text and "26/08/2022" in text
    assert "bà con vui" not in text
    for kind in ("home", "archive", "association", "activity"):
        assert rich_site.WITHDRAWN not in visitor.see(site, kind, 360).page.get_by_role("main").inner_text()


def test_a_former_association_says_what_it_became(visitor: Visitor, sites: dict[str, Site]) -> None:
    """It is no member any more: since when, and a link to what it is now."""
    main = visitor.see(sites["rich"], "former", 360).page.get_by_role("main")
    assert "01/05/2021" in main.inner_text()
    assert main.locator("a[href='/hoi/hoi-mot/']").first.is_visible()


def test_a_corrected_article_says_what_was_wrong(visitor: Visitor, sites: dict[str, Site]) -> None:
    """With the date, in a note of its own; a change to an event too."""
    main = visitor.see(sites["rich"], "article", 360).page.get_by_role("main")
    correction = main.locator("p", has_text="Bản trước viết nhầm số trạm.").inner_text()
    assert "Đính chính" in correction and "22/08/2022" in correction
    assert "21/08/2022" in main.locator("p", has_text="Lùi một tháng vì mưa.").inner_text()
    assert main.get_by_text("Hoãn", exact=False).first.is_visible()
