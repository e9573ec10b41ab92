"""Search engines learn of every page that readers may find, and of nothing else."""

import re
from pathlib import Path

from associations.edition import Edition
from associations.pages import sitemaps
from associations.views import SitemapView
from outputs.sitemap import Location
from tests.support.posts import daily, post, posts
from tests.support.schemas import assert_valid_news_sitemap, assert_valid_sitemap
from tests.support.sites import pages, prepared, small_site

SITEURL = "https://thu.example/sub"


def published(folder: Path, *more: dict[str, str | bytes], **changes: object) -> Edition:
    return prepared(folder, small_site(posts(*more)), publish=True, siteurl=SITEURL, **changes)


def locations(data: bytes) -> dict[str, str]:
    """Path below SITEURL and lastmod of every entry."""
    found = re.findall(r"<url><loc>([^<]*)</loc>(?:<lastmod>([^<]*)</lastmod>)?", data.decode())
    return {url.removeprefix(SITEURL): modified for url, modified in found}


def test_every_page_that_may_be_found_is_listed_once(tmp_path: Path) -> None:
    """All but the 404 page, withdrawn articles, redirects and files."""
    edition = published(
        tmp_path,
        daily(45),
        post(
            "rut",
            "2022-08-01",
            status="withdrawn",
            withdrawn={"date": "2022-08-02", "reason": "x"},
            former_addresses=["/r/"],
        ),
        post("nhap", "2022-08-01", status="draft"),
        post("mai", "2022-10-01"),
    )
    out = pages(edition)
    assert_valid_sitemap(out["sitemap.xml"])
    html = {f"/{path.removesuffix('index.html')}" for path in out if path.endswith("index.html")}
    assert set(locations(out["sitemap.xml"])) == html - {"/r/", "/tin/2022/rut/"}


def test_lastmod_is_when_the_content_changed(tmp_path: Path) -> None:
    """Of a list the newest change among the articles on that page; where no article is on a page, nothing is known."""
    edition = published(
        tmp_path, post("a", "2022-07-01", modified="2022-08-03T09:00"), post("b", "2022-08-01", "hoi-hai", "hoi-thao")
    )
    found = locations(pages(edition)["sitemap.xml"])
    assert found["/tin/2022/a/"] == found["/hoi/hoi-mot/"] == found["/"] == "2022-08-03T09:00:00+07:00"
    assert found["/hoi/hoi-hai/"] == found["/tin/2022/08/"] == "2022-08-01T00:00:00+07:00"
    assert found["/hoi/lien-hiep-thu/"] == found["/bang-tong-hop/"] == ""


def test_lastmod_of_the_front_page_is_of_what_stands_on_it(tmp_path: Path) -> None:
    """Of the lead, of a pinned one, of one that stands for its activity; of none that is on no list there."""
    old = [
        post("dau", "2019-01-01", lead=True, modified="2022-08-01"),
        post("ghim", "2019-01-02", pin_until="2023-01-01", modified="2022-08-02"),
        post("viec", "2019-01-03", activities="hoi-thao", modified="2022-08-03"),
        post("khac", "2019-01-04", modified="2022-08-04"),
    ]
    for count, modified in ((1, "2022-08-01"), (2, "2022-08-02"), (3, "2022-08-03"), (4, "2022-08-03")):
        out = pages(published(tmp_path / str(count), daily(7), *old[:count]))
        assert locations(out["sitemap.xml"])["/"] == f"{modified}T00:00:00+07:00"


def test_lastmod_of_a_list_is_of_the_articles_on_that_page(tmp_path: Path) -> None:
    """The bare address of a list and each numbered page have their own."""
    changed = [
        post("bai-002", "2020-01-03", modified="2022-08-01"),
        post("bai-022", "2020-01-23", modified="2022-08-02"),
    ]
    found = locations(pages(published(tmp_path, daily(45), *changed))["sitemap.xml"])
    for address in ("/tin/", "/hoi/hoi-mot/", "/linh-vuc/tap-huan/", "/hoi/hoi-mot/tap-huan/2020/"):
        assert found[address] == "2022-08-02T00:00:00+07:00", address
        assert found[f"{address}trang/1/"] == "2022-08-01T00:00:00+07:00", address
    found = locations(pages(published(tmp_path / "2", daily(65), *changed))["sitemap.xml"])
    assert found["/tin/"] == "2020-03-05T00:00:00+07:00"
    assert found["/tin/trang/2/"] == "2022-08-02T00:00:00+07:00"
    assert found["/tin/trang/1/"] == "2022-08-01T00:00:00+07:00"


def test_more_pages_than_one_file_may_hold_are_split(tmp_path: Path) -> None:
    """sitemap.xml then names the parts; together they hold every page once."""
    edition = published(tmp_path, daily(3))
    whole = sitemaps.pages(edition.site, edition.pages)
    parts = list(sitemaps.pages(edition.site, edition.pages, 10))
    views = {page.address: page.make(edition.links) for page in parts}

    def found(address: str) -> tuple[Location, ...]:
        view = views[address]
        assert isinstance(view, SitemapView)
        return view.locations

    names = [f"/sitemap-{number}.xml" for number in (1, 2)]
    assert [location.url for location in found("/sitemap.xml")] == [SITEURL + name for name in names]
    single = next(page.make(edition.links) for page in whole if page.address == "/sitemap.xml")
    assert isinstance(single, SitemapView)
    assert [*found(names[0]), *found(names[1])] == list(single.locations)
    assert len(found(names[0])) == 10


def test_the_news_sitemap_holds_two_days(tmp_path: Path) -> None:
    """Before now; then the article leaves it, though nothing of the content changed."""
    content = [post("cu", "2022-08-29T09:00"), post("moi", "2022-08-31T09:00"), post("mai", "2022-09-02T09:00")]
    for now, expected in (
        ("2022-09-01T08:00", ["moi"]),
        ("2022-09-02T08:59", ["moi"]),
        ("2022-09-02T09:00", ["mai"]),
        ("2023-01-01", []),
    ):
        data = pages(published(tmp_path, *content, now=now))["sitemap-news.xml"]
        assert_valid_news_sitemap(data)
        assert [url.split("/")[-2] for url in re.findall(r"<loc>([^<]*)</loc>", data.decode())] == expected


def test_robots_may_read_everything_and_are_told_where_the_sitemaps_are(tmp_path: Path) -> None:
    """With the host; the whole file."""
    assert pages(published(tmp_path))["robots.txt"].decode().split() == [
        *("User-agent:", "*", "Allow:", "/"),
        *("Sitemap:", f"{SITEURL}/sitemap.xml", "Sitemap:", f"{SITEURL}/sitemap-news.xml"),
    ]


def test_a_plain_build_has_none_of_these(tmp_path: Path) -> None:
    """It is for editors, and knows no host."""
    out = pages(prepared(tmp_path, small_site(daily(3))))
    assert not {"sitemap.xml", "sitemap-news.xml", "robots.txt", "site.webmanifest"} & set(out)
