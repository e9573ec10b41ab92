"""A former address leads on to the present one, in one step; so does every address below it."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from associations.edition import Edition
from tests.support.posts import post, posts
from tests.support.schemas import read_redirects
from tests.support.sites import activity, association, page, pages, prepared, reported, small_site, union

SITEURL = "https://thu.example/sub"
MOVED: dict[str, str | bytes] = {
    "associations/hoi-mot.md": association("Hội Một", former_addresses=["/hoi/hoi-cu/", "/cu/gioi-thieu/hoi-1.html"]),
    "activities/tap-huan.md": activity("Tập huấn", former_addresses=["/linh-vuc/dao-tao/", "/day-hoc"]),
}


def site(folder: Path, *more: dict[str, str | bytes], publish: bool = True) -> Edition:
    return prepared(folder, small_site(posts(*more)), publish=publish, siteurl=SITEURL if publish else "")


def leads(edition: Edition) -> dict[str, str]:
    """Where each redirect page leads, by its file; the three ways to say it agree."""
    found = {}
    for path, data in pages(edition).items():
        soup = BeautifulSoup(data.decode("utf-8", "replace"), "html.parser") if path.endswith(".html") else None
        refresh = soup.find("meta", {"http-equiv": "refresh"}) if soup else None
        if soup and refresh:
            target = str(refresh["content"]).removeprefix("0; url=")
            (canonical,), (link,) = soup.select("link[rel=canonical]"), soup.select("a")
            assert canonical["href"] == link["href"] == target
            found[path] = target
    return found


def test_every_kind_of_page_leads_on_from_where_it_was(tmp_path: Path) -> None:
    """The union, an association, an activity, a page, an article, a withdrawn one; a file's name stays a file."""
    edition = site(
        tmp_path,
        {
            "union.md": union(former_addresses=["/lien-hiep/"]),
            "associations/hoi-hai.md": association("Hội Hai", former_addresses=["/h2"]),
            "activities/hoi-thao.md": activity("Hội thảo", former_addresses=["/ht/"]),
            "pages/lien-he.md": page("Liên hệ", former_addresses=["/contact.php"]),
        },
        post("a", "2022-08-01", former_addresses=["/index.php/a", "/b%C3%A0i.html"]),
        post(
            "rut",
            "2022-08-01",
            status="withdrawn",
            withdrawn={"date": "2022-08-02", "reason": "Nhầm"},
            former_addresses=["/r/"],
        ),
    )
    assert reported(edition) == []
    assert leads(edition) == {
        "lien-hiep/index.html": f"{SITEURL}/hoi/lien-hiep-thu/",
        "h2/index.html": f"{SITEURL}/hoi/hoi-hai/",
        "ht/index.html": f"{SITEURL}/linh-vuc/hoi-thao/",
        "index.php/a/index.html": f"{SITEURL}/tin/2022/a/",
        "bài.html": f"{SITEURL}/tin/2022/a/",
        "r/index.html": f"{SITEURL}/tin/2022/rut/",
    }


def test_an_address_with_another_extension_leads_on_too(tmp_path: Path) -> None:
    """A file is a file, whatever its extension; hosts that read `_redirects` need no page."""
    edition = site(tmp_path, {"pages/lien-he.md": page("Liên hệ", former_addresses=["/contact.php"])})
    out = pages(edition)
    assert b"/lien-he/" in out["contact.php"]
    assert read_redirects(out["_redirects"]) == {"/sub/contact.php": "/sub/lien-he/"}


def test_what_lies_below_a_moved_address_moved_with_it(tmp_path: Path) -> None:
    """Years, pairs and numbered pages; an activity's former name in the pairs, with both names of the association."""
    edition = site(tmp_path, MOVED, post("a", "2022-08-01"))
    found = {path.removesuffix("index.html"): target.removeprefix(SITEURL) for path, target in leads(edition).items()}
    assert found == {
        "hoi/hoi-cu/": "/hoi/hoi-mot/",
        "hoi/hoi-cu/2022/": "/hoi/hoi-mot/2022/",
        "hoi/hoi-cu/tap-huan/": "/hoi/hoi-mot/tap-huan/",
        "hoi/hoi-cu/tap-huan/2022/": "/hoi/hoi-mot/tap-huan/2022/",
        "hoi/hoi-cu/dao-tao/": "/hoi/hoi-mot/tap-huan/",
        "hoi/hoi-cu/dao-tao/2022/": "/hoi/hoi-mot/tap-huan/2022/",
        "hoi/hoi-mot/dao-tao/": "/hoi/hoi-mot/tap-huan/",
        "hoi/hoi-mot/dao-tao/2022/": "/hoi/hoi-mot/tap-huan/2022/",
        "cu/gioi-thieu/hoi-1.html": "/hoi/hoi-mot/",
        "linh-vuc/dao-tao/": "/linh-vuc/tap-huan/",
        "linh-vuc/dao-tao/2022/": "/linh-vuc/tap-huan/2022/",
        "day-hoc/": "/linh-vuc/tap-huan/",
        "day-hoc/2022/": "/linh-vuc/tap-huan/2022/",
    }


def test_old_feed_addresses_serve_the_feed(tmp_path: Path) -> None:
    """The same bytes, so with `rel=self` of the new address: a feed reader may follow no page."""
    out = pages(site(tmp_path, MOVED, post("a", "2022-08-01")))
    for old, new in (
        ("hoi/hoi-cu/", "hoi/hoi-mot/"),
        ("linh-vuc/dao-tao/", "linh-vuc/tap-huan/"),
        ("hoi/hoi-cu/dao-tao/", "hoi/hoi-mot/tap-huan/"),
    ):
        for name in ("atom.xml", "feed.json"):
            assert out[old + name] == out[new + name]
        assert (
            f'rel="self" type="application/atom+xml" href="{SITEURL}/{new}atom.xml"' in out[f"{old}atom.xml"].decode()
        )
    assert not [line for line in read_redirects(out["_redirects"]) if line.endswith((".xml", ".json"))]


def test_redirects_for_hosts_carry_the_path_of_the_site(tmp_path: Path) -> None:
    """Sources and targets; as the editor wrote it, and as the folder that it means."""
    out = pages(site(tmp_path, post("a", "2022-08-01", former_addresses=["/cu", "/b%c3%a0i.html"])))
    assert read_redirects(out["_redirects"]) == {
        "/sub/cu": "/sub/tin/2022/a/",
        "/sub/cu/": "/sub/tin/2022/a/",
        "/sub/b%C3%A0i.html": "/sub/tin/2022/a/",
        "/sub/b%c3%a0i.html": "/sub/tin/2022/a/",
    }


def test_a_plain_build_leads_on_by_paths(tmp_path: Path) -> None:
    """It knows no host; drafts are in it, and their former addresses too."""
    edition = site(tmp_path, post("a", "2022-08-01", status="draft", former_addresses=["/cu/"]), publish=False)
    assert leads(edition) == {"cu/index.html": "/tin/2022/a/"}


def test_nothing_leads_to_what_is_not_for_readers(tmp_path: Path) -> None:
    """A published build has no trace of a draft's former addresses."""
    edition = site(tmp_path, post("a", "2022-08-01", status="draft", former_addresses=["/cu/"]))
    assert leads(edition) == {}
    assert pages(edition)["_redirects"] == b""


def test_what_stands_today_is_never_a_redirect(tmp_path: Path) -> None:
    """Below a former address another page may have been given its place since."""
    files: dict[str, str | bytes] = {
        "associations/hoi-mot.md": association("Hội Một", former_addresses=["/cu/"]),
        "pages/moi.md": page("Mới", former_addresses=["/cu/2022/"]),
    }
    edition = site(tmp_path, files, post("a", "2022-08-01"))
    assert reported(edition) == []
    assert leads(edition)["cu/2022/index.html"] == f"{SITEURL}/moi/"
    assert leads(edition)["cu/tap-huan/2022/index.html"] == f"{SITEURL}/hoi/hoi-mot/tap-huan/2022/"


def test_links_of_editors_lead_straight_to_the_present_page(tmp_path: Path) -> None:
    """Those to addresses below a moved one too, in both builds."""
    text = post("b", "2022-08-02")
    (path,) = text
    text = {path: str(text[path]).replace("Thân bài.", "[cũ](/hoi/hoi-cu/dao-tao/2022/) và [tin](/hoi/hoi-cu/)")}
    for publish in (False, True):
        edition = site(tmp_path, MOVED, post("a", "2022-08-01"), text, publish=publish)
        assert reported(edition) == []
        html = pages(edition)["tin/2022/b/index.html"].decode()
        assert '/hoi/hoi-mot/tap-huan/2022/">cũ</a>' in html and '/hoi/hoi-mot/">tin</a>' in html


@pytest.mark.parametrize(
    "address", ["/atom.xml", "/hoi/hoi-mot/feed.json", "/sitemap.xml", "/robots.txt", "/favicon.ico"]
)
@pytest.mark.parametrize("publish", [False, True])
def test_files_that_only_a_published_build_makes_are_in_use(tmp_path: Path, address: str, publish: bool) -> None:
    """`check` says so before anybody publishes."""
    edition = site(tmp_path, post("a", "2022-08-01", former_addresses=[address]), publish=publish)
    assert [problem.rule for problem in edition.problems] == ["duplicate-address"]
