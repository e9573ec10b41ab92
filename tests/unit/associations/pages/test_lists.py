"""Lists in stable pages: the bare address with the newest, numbered pages that stay as they are."""

from pathlib import Path

import pytest

from associations.edition import Edition
from associations.views import ListPart, ListView, View
from tests.support.posts import daily, post, posts
from tests.support.sites import pages, prepared, small_site, view_of


def part(edition: Edition, address: str) -> ListPart:
    """The list of any page that has one."""
    found = view_of(edition, address).list  # type: ignore[attr-defined] # asked only of pages with a list
    assert isinstance(found, ListPart)
    return found


def titles(given: ListPart) -> list[str]:
    return [teaser.title for month in given.months for teaser in month.teasers]


LISTS = ["/tin/", "/tin/2020/", "/hoi/hoi-mot/", "/linh-vuc/tap-huan/", "/hoi/hoi-mot/2020/", "/hoi/hoi-mot/tap-huan/"]
LISTS += ["/hoi/hoi-mot/tap-huan/2020/", "/linh-vuc/tap-huan/2020/"]


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """45 posts: 25 on the bare page, 20 on page 1."""
    return prepared(tmp_path_factory.mktemp("lists"), small_site(daily(45)))


@pytest.mark.parametrize("address", LISTS)
def test_every_list_has_stable_pages(edition: Edition, address: str) -> None:
    """Those of associations and activities too: each article once, newest first."""
    bare, first = part(edition, address), part(edition, f"{address}trang/1/")
    assert titles(bare) == [f"bai-{n:03}" for n in range(44, 19, -1)]
    assert titles(first) == [f"bai-{n:03}" for n in range(19, -1, -1)]


def test_the_bare_page_counts_and_numbered_ones_name_their_dates(edition: Edition) -> None:
    """A total on a numbered page would change with every article."""
    bare, first = part(edition, "/tin/"), part(edition, "/tin/trang/1/")
    assert (bare.count, bare.span) == (45, "")
    assert (first.count, first.span) == (None, "Từ 01/01/2020 đến 20/01/2020")


def test_pages_lead_to_each_other(tmp_path: Path) -> None:
    """Older from the bare page down to the first, newer back up; at the ends nowhere."""
    edition = prepared(tmp_path, small_site(daily(60)))
    urls = {}
    for address in ("/tin/", "/tin/trang/2/", "/tin/trang/1/"):
        found = part(edition, address)
        urls[address] = (found.newer and found.newer.url, found.older and found.older.url)
    assert urls == {
        "/tin/": (None, "/tin/trang/2/"),
        "/tin/trang/2/": ("/tin/", "/tin/trang/1/"),
        "/tin/trang/1/": ("/tin/trang/2/", None),
    }


def test_a_list_is_divided_by_months(tmp_path: Path) -> None:
    """Newest month first, across years."""
    given = posts(post("a", "2021-12-31"), post("b", "2022-01-01"), post("c", "2022-01-31"))
    months = part(prepared(tmp_path, small_site(given)), "/tin/").months
    assert [(month.label, len(month.teasers)) for month in months] == [("Tháng 1/2022", 2), ("Tháng 12/2021", 1)]


def test_an_article_is_shown_under_the_activity_of_its_list(tmp_path: Path) -> None:
    """Elsewhere under its first."""
    edition = prepared(tmp_path, small_site(post("a", "2022-01-01", activities="tap-huan hoi-thao")))
    shown = {
        address: part(edition, address).months[0].teasers[0].activity.name
        for address in ("/tin/", "/linh-vuc/hoi-thao/", "/hoi/hoi-mot/hoi-thao/", "/linh-vuc/hoi-thao/2022/")
    }
    assert shown == {
        "/tin/": "Tập huấn",
        "/linh-vuc/hoi-thao/": "Hội thảo",
        "/hoi/hoi-mot/hoi-thao/": "Hội thảo",
        "/linh-vuc/hoi-thao/2022/": "Hội thảo",
    }


def test_a_teaser_names_two_bodies_or_the_first_and_how_many(tmp_path: Path) -> None:
    """In the order of the article."""
    given = posts(post("a", "2022-01-01", "hoi-mot hoi-hai"), post("b", "2022-01-02", "hoi-hai hoi-mot lien-hiep-thu"))
    (month,) = part(prepared(tmp_path, small_site(given)), "/tin/").months
    assert [teaser.by for teaser in month.teasers] == ["Hội Hai và 2 hội khác", "Hội Một và Hội Hai"]


def test_drafts_and_posts_of_the_future_stand_in_an_editors_lists_marked(tmp_path: Path) -> None:
    """And in no list of a published build."""
    given = posts(post("nhap", "2022-01-01", status="draft"), post("mai", "2023-01-01"), post("nay", "2022-01-02"))
    edited = part(prepared(tmp_path, small_site(given)), "/tin/")
    assert [(t.title, t.state) for month in edited.months for t in month.teasers] == [
        ("mai", "future"),
        ("nay", ""),
        ("nhap", "draft"),
    ]
    assert titles(part(prepared(tmp_path, small_site(given), publish=True), "/tin/")) == ["nay"]


def listed(edition: Edition, address: str) -> ListView:
    view = view_of(edition, address)
    assert isinstance(view, ListView)
    return view


def choices(view: ListView) -> dict[str, list[tuple[str, str, int, bool]]]:
    return {f.label: [(c.label, c.url, c.count, c.current) for c in f.choices] for f in view.facets}


def test_ways_to_narrow_a_list_stand_on_its_bare_page(tmp_path: Path) -> None:
    """With counts, the present one marked; each leads to a page."""
    given = posts(
        post("a", "2021-05-01"), post("b", "2022-01-01", "hoi-mot hoi-hai", "hoi-thao"), post("c", "2022-02-01")
    )
    edition = prepared(tmp_path, small_site(given))
    years = [("2022", "/tin/2022/", 2, False), ("2021", "/tin/2021/", 1, False)]
    assert choices(listed(edition, "/tin/")) == {"Theo năm": years}
    assert choices(listed(edition, "/tin/2022/")) == {
        "Theo tháng": [("Tháng 2/2022", "/tin/2022/02/", 1, False), ("Tháng 1/2022", "/tin/2022/01/", 1, False)],
        "Theo năm": [("2022", "/tin/2022/", 2, True), ("2021", "/tin/2021/", 1, False)],
    }
    assert choices(listed(edition, "/hoi/hoi-mot/2022/")) == {
        "Theo lĩnh vực": [
            ("Hội thảo", "/hoi/hoi-mot/hoi-thao/2022/", 1, False),
            ("Tập huấn", "/hoi/hoi-mot/tap-huan/2022/", 1, False),
        ],
        "Theo năm": [("2022", "/hoi/hoi-mot/2022/", 2, True), ("2021", "/hoi/hoi-mot/2021/", 1, False)],
    }
    assert choices(listed(edition, "/linh-vuc/hoi-thao/2022/"))["Theo hội"] == [
        ("Hội Hai", "/hoi/hoi-hai/hoi-thao/2022/", 1, False),
        ("Hội Một", "/hoi/hoi-mot/hoi-thao/2022/", 1, False),
    ]
    made = {page.address for page in edition.pages}
    for page in edition.pages:
        view = page.make(edition.links)
        if isinstance(view, ListView):
            assert {c.url for facet in view.facets for c in facet.choices} <= made
    assert not listed(prepared(tmp_path / "2", small_site(daily(40))), "/tin/trang/1/").facets


def test_intersections_stand_where_there_is_an_article(tmp_path: Path) -> None:
    """And nowhere else; the union's like any member's."""
    edition = prepared(tmp_path, small_site(post("a", "2022-01-01", "hoi-mot lien-hiep-thu")))
    crossed = {
        p.address for p in edition.pages if p.address.startswith(("/hoi/", "/linh-vuc/")) and p.address.count("/") > 3
    }
    assert crossed == {
        f"/hoi/{slug}/{rest}/"
        for slug in ("hoi-mot", "lien-hiep-thu")
        for rest in ("2022", "tap-huan", "tap-huan/2022")
    } | {"/linh-vuc/tap-huan/2022/"}


def changed(folder: Path, count: int) -> dict[str, tuple[View | None, View]]:
    """The pages that differ after one more post than `count`, by address: before and after."""
    before = prepared(folder / "before", small_site(daily(count)))
    after = prepared(folder / "after", small_site(daily(count + 1)))
    old = {page.address: page.make(before.links) for page in before.pages}
    new = {page.address: page.make(after.links) for page in after.pages}
    assert old.keys() <= new.keys()
    return {address: (old.get(address), view) for address, view in new.items() if old.get(address) != view}


@pytest.mark.parametrize(("count", "added"), [(45, []), (59, ["trang/2/"])])
def test_one_more_article_changes_no_numbered_page(tmp_path: Path, count: int, added: list[str]) -> None:
    """But the newest one's link, when a page is added to it: permanent addresses, and little to publish."""
    found = changed(tmp_path, count)
    numbered = {address: pair for address, pair in found.items() if "/trang/" in address}
    assert {address for address, (old, _) in numbered.items() if old is None} == {
        f"{address}{page}" for page in added for address in LISTS
    }
    for old, new in numbered.values():
        if old is not None:
            assert isinstance(old, ListView)
            assert isinstance(new, ListView)
            assert old.list.months == new.list.months
            assert old.list.newer != new.list.newer
    articles = {address for address in found if address.startswith("/tin/2020/bai-")}
    assert articles == {f"/tin/2020/bai-{count:03}/", f"/tin/2020/bai-{count - 1:03}/"}


def test_no_article_is_lost_or_doubled_over_the_written_pages(tmp_path: Path) -> None:
    """Seen in the HTML itself."""
    made = pages(prepared(tmp_path, small_site(daily(63))))
    shown = [
        n
        for path, data in made.items()
        if path == "tin/index.html" or path.startswith("tin/trang/")
        for n in range(63)
        if f'href="/tin/2020/bai-{n:03}/"'.encode() in data
    ]
    assert sorted(shown) == list(range(63))
