"""A former address leads on to the present one, in one step; so does every address below it."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from associations.edition import Edition
from tests.support.posts import daily, post, posts
from tests.support.schemas import read_redirects
from tests.support.sites import (
    activity,
    association,
    build,
    document,
    lay,
    options,
    page,
    pages,
    prepared,
    reported,
    small_site,
    tree,
    union,
)

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
    """The union, an association, an activity, a document, a page, an article, a withdrawn one; a file stays a file."""
    edition = site(
        tmp_path,
        {
            "union.md": union(former_addresses=["/lien-hiep/"]),
            "associations/hoi-hai.md": association("Hội Hai", former_addresses=["/h2"]),
            "activities/hoi-thao.md": activity("Hội thảo", former_addresses=["/ht/"]),
            "documents/chi-thi.md": document(kind="Chỉ thị", number="1", former_addresses=["/cong-van/1"]),
            "pages/lien-he.md": page("Liên hệ", former_addresses=["/lh/", "/contact.php"]),
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
        "cong-van/1/index.html": f"{SITEURL}/van-ban/chi-thi/",
        "lh/index.html": f"{SITEURL}/lien-he/",
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


def test_numbered_pages_moved_with_their_list(tmp_path: Path) -> None:
    """Those of the association and of what lies below it, under every name that it and the activity had."""
    found = leads(site(tmp_path, MOVED, daily(45)))
    for old, new in (
        ("hoi/hoi-cu/", "/hoi/hoi-mot/"),
        ("hoi/hoi-cu/dao-tao/", "/hoi/hoi-mot/tap-huan/"),
        ("hoi/hoi-mot/dao-tao/2020/", "/hoi/hoi-mot/tap-huan/2020/"),
        ("day-hoc/2020/", "/linh-vuc/tap-huan/2020/"),
    ):
        assert found[f"{old}trang/1/index.html"] == f"{SITEURL}{new}trang/1/", old


SEPARATE = {
    "ASSOCIATION_YEAR_URL": "nam/{slug}/{year}/",
    "ASSOCIATION_ACTIVITY_URL": "viec/{slug}/{activity}/",
    "ASSOCIATION_ACTIVITY_YEAR_URL": "viec-nam/{slug}/{activity}/{year}/",
    "ACTIVITY_YEAR_URL": "nam-viec/{slug}/{year}/",
}


def test_lists_that_stand_elsewhere_moved_too(tmp_path: Path) -> None:
    """Whose address names an association or an activity, by the settings, without lying below it."""
    content = small_site(posts(MOVED, daily(45)))
    settings = {**options(tmp_path).settings, **SEPARATE}
    edition = prepared(tmp_path, content, publish=True, siteurl=SITEURL, settings=settings)
    assert reported(edition) == []
    found = leads(edition)
    for old, new in (
        ("nam/hoi-cu/2020/", "/nam/hoi-mot/2020/"),
        ("viec/hoi-cu/tap-huan/", "/viec/hoi-mot/tap-huan/"),
        ("viec/hoi-cu/dao-tao/trang/1/", "/viec/hoi-mot/tap-huan/trang/1/"),
        ("viec/hoi-mot/dao-tao/", "/viec/hoi-mot/tap-huan/"),
        ("viec-nam/hoi-cu/dao-tao/2020/", "/viec-nam/hoi-mot/tap-huan/2020/"),
        ("nam-viec/dao-tao/2020/", "/nam-viec/tap-huan/2020/"),
    ):
        assert found[f"{old}index.html"] == f"{SITEURL}{new}", old
    assert pages(edition)["viec/hoi-cu/dao-tao/atom.xml"] == pages(edition)["viec/hoi-mot/tap-huan/atom.xml"]


def test_only_folders_have_something_below_them(tmp_path: Path) -> None:
    """An address that is a file's is nobody's beginning."""
    content = small_site(posts(MOVED, post("a", "2022-08-01")))
    settings = {**options(tmp_path).settings, "ASSOCIATION_URL": "hoi/{slug}"}
    edition = prepared(tmp_path, content, settings=settings)
    assert not [path for path in leads(edition) if "hoi-cu" in path and path != "hoi/hoi-cu/index.html"]


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


def test_those_that_an_editor_gave_come_first(tmp_path: Path) -> None:
    """A host that stops reading at its limit loses those derived from them; each group is sorted."""
    edition = site(tmp_path, MOVED, post("a", "2022-08-01", former_addresses=["/z/", "/b/"]))
    lines = list(read_redirects(pages(edition)["_redirects"]))
    given = ["/sub/b/", "/sub/cu/gioi-thieu/hoi-1.html", "/sub/day-hoc", "/sub/day-hoc/", "/sub/hoi/hoi-cu/"]
    given += ["/sub/linh-vuc/dao-tao/", "/sub/z/"]
    assert lines[: len(given)] == given
    assert len(lines) > 12 and lines[len(given) :] == sorted(set(lines) - set(given))


def test_two_spellings_of_an_address_are_one(tmp_path: Path) -> None:
    """Composed letters and separate marks: the page stands once, hosts are told both."""
    assert [p.rule for p in site(tmp_path / "1", both_spellings("a")).problems] == ["repeated-value"]
    twice = site(tmp_path / "2", post("a", "2022-08-01", former_addresses=["/b%C3%A0i/"]), both_spellings("b"))
    assert [p.rule for p in twice.problems] == ["duplicate-address", "repeated-value"]
    edition = site(tmp_path / "3", post("a", "2022-08-01", former_addresses=["/ba%CC%80i"]))
    assert leads(edition) == {"bài/index.html": f"{SITEURL}/tin/2022/a/"}
    assert read_redirects(pages(edition)["_redirects"]) == dict.fromkeys(
        ("/sub/b%C3%A0i/", "/sub/ba%CC%80i"), "/sub/tin/2022/a/"
    )


def both_spellings(slug: str) -> dict[str, str | bytes]:
    return post(slug, "2022-08-02", former_addresses=["/b%C3%A0i/", "/ba%CC%80i/"])


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


@pytest.mark.parametrize("given", ["/CU/2022/", "/Cu/2022", "/cu/2022/index.html"])
def test_what_stands_there_may_be_written_otherwise(tmp_path: Path, given: str) -> None:
    """In capitals it is the same file on many disks: only the page that was given the address is made."""
    files: dict[str, str | bytes] = {
        "associations/hoi-mot.md": association("Hội Một", former_addresses=["/cu/"]),
        "pages/moi.md": page("Mới", former_addresses=[given]),
    }
    found = leads(site(tmp_path, files, post("a", "2022-08-01")))
    same = {path: target for path, target in found.items() if path.lower() == "cu/2022/index.html"}
    assert list(same.values()) == [f"{SITEURL}/moi/"]


@pytest.mark.parametrize("given", ["/x/tap-huan/", "/X/tap-huan/"])
def test_the_address_that_says_more_comes_first(tmp_path: Path, given: str) -> None:
    """Below two moved addresses, of which one lies in the other; in capitals too, there is one page."""
    files: dict[str, str | bytes] = {
        "associations/hoi-hai.md": association("Hội Hai", former_addresses=["/x/"]),
        "associations/hoi-mot.md": association("Hội Một", former_addresses=[given]),
    }
    edition = site(tmp_path, files, post("a", "2022-08-01", "hoi-mot hoi-hai"))
    assert reported(edition) == []
    below = {path: to for path, to in leads(edition).items() if path.lower() == "x/tap-huan/2022/index.html"}
    assert list(below.values()) == [f"{SITEURL}/hoi/hoi-mot/2022/"]


@pytest.mark.parametrize("given", ["/cu/atom.xml/bai/", "/CU/Atom.xml/bai/"])
def test_no_derived_file_stands_where_a_folder_is_needed(tmp_path: Path, given: str) -> None:
    """What an editor gave stands, and the site is written."""
    former = {"associations/hoi-mot.md": association("Hội Một", former_addresses=["/cu/"])}
    content = small_site(posts(former, post("a", "2022-08-01", former_addresses=[given])))
    assert build(lay(tmp_path / "content", content), tmp_path / "out", publish=True) == 0
    out = tree(tmp_path / "out")
    assert b"/tin/2022/a/" in out[f"{given[1:]}index.html"]
    assert "cu/index.html" in out and "cu/feed.json" in out


def test_no_derived_address_needs_a_folder_where_a_file_is(tmp_path: Path) -> None:
    """The reverse."""
    former = {"associations/hoi-mot.md": association("Hội Một", former_addresses=["/cu/"])}
    content = small_site(posts(former, post("a", "2022-08-01", former_addresses=["/cu/nguon.tin"])))
    settings = {**options(tmp_path).settings, "ATOM_URL": "nguon.tin/atom.xml"}
    edition = prepared(tmp_path, content, publish=True, siteurl=SITEURL, settings=settings)
    assert reported(edition) == []
    made = {planned.file for planned in edition.pages}
    assert "cu/nguon.tin" in made and "cu/nguon.tin/atom.xml" not in made
    assert "hoi/hoi-mot/nguon.tin/atom.xml" in made and "cu/feed.json" in made


def test_a_file_of_the_editors_is_in_the_way_of_derived_addresses_too(tmp_path: Path) -> None:
    """One that the settings let stand anywhere."""
    files: dict[str, str | bytes] = {
        "associations/hoi-mot.md": association("Hội Một", former_addresses=["/cu/"]),
        "cu/feed.json": b"cua ai",
    }
    content = small_site(posts(files, post("a", "2022-08-01")))
    paths = (*options(tmp_path).static_paths, "cu/feed.json")
    edition = prepared(tmp_path, content, publish=True, siteurl=SITEURL, static_paths=paths)
    made = [planned.file for planned in edition.pages]
    assert "cu/atom.xml" in made and "cu/feed.json" not in made


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
