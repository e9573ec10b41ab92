"""Whoever follows the site, a body, an activity or a body in an activity gets its newest articles, whole."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from associations.edition import Edition
from associations.views import FeedView
from outputs.feed import Feed
from tests.support.posts import daily, post, posts
from tests.support.schemas import assert_valid_atom, assert_valid_json_feed
from tests.support.sites import UNION, activity, article, association, pages, prepared, small_site, union, view_of
from tests.support.syntax import is_tag_uri

SITEURL = "https://thu.example/sub"
PLACES = ["", "hoi/hoi-mot/", "hoi/hoi-hai/", f"hoi/{UNION}/", "linh-vuc/tap-huan/", "hoi/hoi-mot/tap-huan/"]


def published(folder: Path, *more: dict[str, str | bytes], siteurl: str = SITEURL) -> Edition:
    return prepared(folder, small_site(posts(*more)), publish=True, siteurl=siteurl)


def feed_of(edition: Edition, address: str) -> Feed:
    view = view_of(edition, f"{address}atom.xml")
    assert isinstance(view, FeedView)
    return view.feed


def test_every_list_that_can_be_followed_has_both_feeds(tmp_path: Path) -> None:
    """The site, every body and every activity, whether it has articles or not; a pair where it has one."""
    edition = published(tmp_path, post("bai", "2022-08-01"))
    out = pages(edition)
    found = {path for path in out if path.endswith(("atom.xml", "feed.json"))}
    expected = [*PLACES, "linh-vuc/hoi-thao/"]
    assert found == {place + name for place in expected for name in ("atom.xml", "feed.json")}
    for path in found:
        (assert_valid_atom if path.endswith("atom.xml") else assert_valid_json_feed)(out[path])


def test_a_plain_build_has_no_feeds(tmp_path: Path) -> None:
    """Ids and addresses need the host."""
    out = pages(prepared(tmp_path, small_site(post("bai", "2022-08-01"))))
    assert not [path for path in out if path.endswith(("atom.xml", "feed.json"))]
    assert b"atom.xml" not in b"".join(out.values())


def test_a_feed_holds_the_newest_twenty(tmp_path: Path) -> None:
    """Newest first; of a list what that list holds."""
    edition = published(tmp_path, daily(25), post("khac", "2020-03-01", "hoi-hai", "hoi-thao"))
    assert [entry.url.split("/")[-2] for entry in feed_of(edition, "/").entries] == [
        "khac",
        *(f"bai-{n:03}" for n in range(24, 5, -1)),
    ]
    assert len(feed_of(edition, "/hoi/hoi-mot/").entries) == 20
    assert [entry.title for entry in feed_of(edition, "/linh-vuc/hoi-thao/").entries] == ["khac"]


def test_an_empty_feed_is_from_the_beginning_of_time(tmp_path: Path) -> None:
    """So that the first article is news to whoever follows it, and no clock is read."""
    data = pages(published(tmp_path))["atom.xml"]
    assert b"<updated>1970-01-01T00:00:00Z</updated>" in data


def test_an_entry_is_complete_and_its_addresses_work_elsewhere(tmp_path: Path) -> None:
    """Event, picture, text with links and footnotes, corrections, video, gallery, attachments, as on the page."""
    text = article(
        "Một",
        "2022-08-01T08:00",
        "Xem [hội](/hoi/hoi-hai/), [trên](#muc-phan) và [ngoài](https://ngoai.example/).[^1]\n\n## Phần\n\n"
        'Mã `href="#` và /hoi/.\n\n![Sơ đồ](images/s.png)\n\n[^1]: Chú thích.\n',
        image={"src": "images/a.png", "alt": "Ảnh", "caption": "Lời", "credit": "Tên"},
        gallery=[{"src": "images/b.png", "alt": "Hai"}],
        attachments=[{"src": "files/k.pdf", "title": "Kế hoạch"}],
        corrections=[{"date": "2022-08-03", "note": "Sửa một số"}],
        event={
            "start": "2022-08-20T08:00",
            "place": "Nhà A",
            "status": "postponed",
            "changes": [{"date": "2022-08-02", "note": "Lùi một tuần"}],
        },
        video={"url": "https://phim.example/1", "title": "Phim", "image": {"src": "images/v.png", "alt": "Cảnh"}},
    )
    files: dict[str, str | bytes] = {"news/2022/mot.md": text, "files/k.pdf": b"%PDF"}
    files |= {f"images/{n}.png": b"x" for n in "absv"}
    (entry,) = feed_of(published(tmp_path, files), "/").entries
    html = entry.content_html
    page = f"{SITEURL}/tin/2022/mot/"
    assert re.findall(r'(?:href|src)="([^"]*)"', html.replace('<code>href="#</code>', "")) == [
        f"{SITEURL}/images/a.png",
        f"{SITEURL}/hoi/hoi-hai/",
        f"{page}#muc-phan",
        "https://ngoai.example/",
        f"{page}#fn-mot-1",
        f"{SITEURL}/images/s.png",
        f"{page}#fnref-mot-1",
        f"{SITEURL}/images/v.png",
        "https://phim.example/1",
        f"{SITEURL}/images/b.png",
        f"{SITEURL}/files/k.pdf",
    ]
    in_order = ["Hoãn", "Nhà A", "Thay đổi, ngày 02/08/2022: Lùi một tuần", "Lời", "Ảnh: Tên", "Chú thích"]
    in_order += ["Đính chính, ngày 03/08/2022: Sửa một số", "Cảnh", "Phim", "Hai", "Kế hoạch"]
    places = [html.index(words) for words in in_order]
    assert places == sorted(places)
    assert '<code>href="#</code>' in html and "và /hoi/." in html
    (file,) = entry.enclosures
    assert (file.url, file.kind, file.size) == (f"{SITEURL}/files/k.pdf", "application/pdf", 4)
    assert entry.image == f"{SITEURL}/images/a.png"


def test_what_an_editor_typed_stays_text(tmp_path: Path) -> None:
    """Descriptions, captions, credits, titles, notes and places: none of it becomes markup, in either format."""
    evil = '"><b onclick=x>&amp;</p>'
    edition = published(
        tmp_path,
        post(
            "a",
            "2022-08-01",
            image={"src": "images/a.png", "alt": f"1{evil}", "caption": f"2{evil}", "credit": f"3{evil}"},
            gallery=[{"src": "images/a.png", "alt": f"4{evil}", "caption": f"5{evil}"}],
            attachments=[{"src": "files/a.pdf", "title": f"6{evil}"}],
            corrections=[{"date": "2022-08-02", "note": f"7{evil}"}],
            event={"start": "2022-08-20", "place": f"8{evil}", "changes": [{"date": "2022-08-02", "note": f"9{evil}"}]},
            video={"url": "https://phim.example/?a=1&b=2", "title": f"0{evil}"},
        ),
        {"images/a.png": b"x", "files/a.pdf": b"x"},
    )
    html = feed_of(edition, "/").entries[0].content_html
    soup = BeautifulSoup(html, "html.parser")
    assert not soup.find_all("b") and "onclick=x" not in str([tag.attrs.keys() for tag in soup.find_all(True)])
    assert {tag.name for tag in soup.find_all(True)} == {"p", "figure", "figcaption", "img", "a", "ul", "li"}
    assert [img["alt"] for img in soup.find_all("img")] == [f"1{evil}", f"4{evil}"]
    shown = soup.get_text("\n")
    assert all(f"{number}{evil}" in shown for number in (2, 3, 5, 6, 7, 8, 9, 0))
    assert soup.find("a", href="https://phim.example/?a=1&b=2")
    out = pages(edition)
    assert_valid_atom(out["atom.xml"])
    assert_valid_json_feed(out["feed.json"])


def test_an_entry_says_who_wrote_it_and_what_it_is_about(tmp_path: Path) -> None:
    """The byline, or the union's name where there is none; bodies and activities by slug and name."""
    edition = published(tmp_path, post("a", "2022-08-01", author="M. Thử"), post("b", "2022-08-02"))
    second, first = feed_of(edition, "/").entries
    assert (first.authors, second.authors) == (("M. Thử",), ("Liên hiệp Thử",))
    assert [(tag.term, tag.label, tag.scheme) for tag in first.tags] == [
        ("hoi-mot", "Hội Một", f"{SITEURL}/hoi/"),
        ("tap-huan", "Tập huấn", f"{SITEURL}/linh-vuc/"),
    ]


@pytest.mark.parametrize(
    ("keys", "updated"),
    [
        ({}, "2022-08-01T08:00:00+07:00"),
        ({"modified": "2022-08-02"}, "2022-08-02T00:00:00+07:00"),
        ({"modified": "2022-08-01"}, "2022-08-01T08:00:01+07:00"),
        ({"modified": "2022-07-01"}, "2022-08-01T08:00:00+07:00"),
        ({"corrections": [{"date": "2022-08-05", "note": "x"}], "modified": "2022-08-02"}, "2022-08-05T00:00:00+07:00"),
        ({"corrections": [{"date": "2022-08-01", "note": "x"}] * 2}, "2022-08-01T08:00:02+07:00"),
        ({"corrections": [{"date": "2022", "note": "x"}]}, "2022-08-01T08:00:01+07:00"),
        ({"corrections": [{"date": "2022-08", "note": "x"}]}, "2022-08-01T08:00:01+07:00"),
        ({"corrections": [{"date": "2022-07", "note": "x"}]}, "2022-08-01T08:00:00+07:00"),
        ({"corrections": [{"date": d, "note": "x"} for d in ("2022-08", "2022-08-05")]}, "2022-08-05T00:00:01+07:00"),
        ({"corrections": [{"date": d, "note": "x"} for d in ("2022-08-05", "2022-08")]}, "2022-08-05T00:00:01+07:00"),
        ({"corrections": [{"date": "2022-09", "note": "x"}]}, "2022-09-01T00:00:00+07:00"),
        ({"modified": "2022-09-01T08:01"}, "2022-08-01T08:00:00+07:00"),
        ({"modified": "2023-08-02"}, "2022-08-01T08:00:00+07:00"),
        ({"corrections": [{"date": "2022-10", "note": "x"}], "modified": "2022-08-02"}, "2022-08-02T00:00:00+07:00"),
    ],
)
def test_updated_follows_from_changes_and_corrections(tmp_path: Path, keys: dict[str, Any], updated: str) -> None:
    """Whatever the editor dates is news to a feed reader, a change in a period that is reached already too; what lies
    after the moment of the build is none yet."""
    edition = published(tmp_path, post("a", "2022-08-01T08:00", **keys))
    assert feed_of(edition, "/").entries[0].updated.isoformat() == updated


def test_a_change_counts_from_its_moment_and_nothing_lies_ahead(tmp_path: Path) -> None:
    """A date that is ahead is said once it is reached; the second that a change of the same day counts never is."""
    content = post("a", "2022-08-01T08:00", modified="2022-09-01T09:00")
    for now, updated in (("08:59", "2022-08-01T08:00:00"), ("09:00", "2022-09-01T09:00:00")):
        edition = prepared(tmp_path, small_site(content), publish=True, siteurl=SITEURL, now=f"2022-09-01T{now}")
        assert feed_of(edition, "/").entries[0].updated.isoformat() == f"{updated}+07:00"
    same = post("a", "2022-09-01T08:00", modified="2022-09-01T08:00")
    edition = prepared(tmp_path, small_site(same), publish=True, siteurl=SITEURL, now="2022-09-01T08:00")
    assert feed_of(edition, "/").entries[0].updated.isoformat() == "2022-09-01T08:00:00+07:00"


def ids(edition: Edition) -> dict[str, str]:
    """The ids of all feeds and entries by title."""
    views = [page.make(edition.links) for page in edition.pages if page.template == "atom.xml"]
    feeds = [view.feed for view in views if isinstance(view, FeedView)]
    found = {feed.title: feed.id for feed in feeds}
    return found | {entry.title: entry.id for feed in feeds for entry in feed.entries}


def test_renaming_changes_no_id(tmp_path: Path) -> None:
    """The first former address is what an id says, of a pair those of both: no reader gets old articles as new."""
    names = {"Hội Một", "Tập huấn", "Hội Một: Tập huấn", "a", "Hội Hai"}
    first = ids(published(tmp_path / "1", post("a", "2022-08-01")))
    renamed = {
        "union.md": union(),
        "associations/hoi-moi.md": association("Hội Một", former_addresses=["/hoi/hoi-mot/", "/hoi/giua/"]),
        "associations/hoi-hai.md": association("Hội Hai"),
        "activities/dao-tao.md": activity("Tập huấn", former_addresses=["/linh-vuc/tap-huan/"]),
        "activities/hoi-thao.md": activity("Hội thảo"),
        **post("b", "2022-08-01", "hoi-moi", "dao-tao", former_addresses=["/tin/2022/a/"]),
    }
    renamed = {path.replace("/b.md", "/c.md"): text for path, text in renamed.items()}
    then = ids(prepared(tmp_path / "2", renamed, publish=True, siteurl=SITEURL))
    then["a"] = then.pop("b")
    assert {name: first[name] for name in names} == {name: then[name] for name in names}
    assert len(set(first.values())) == len(first)


@pytest.mark.parametrize("cu", ["/hoi/hoi-cu", "/hoi/hoi-cu/"])
@pytest.mark.parametrize("dao_tao", ["/linh-vuc/%C4%91t", "/linh-vuc/%C4%91t/"])
def test_an_id_does_not_hang_on_the_last_slash(tmp_path: Path, cu: str, dao_tao: str) -> None:
    """A former address of a folder is one, with and without it; the encoding stays as it was typed."""
    files: dict[str, str | bytes] = {
        "associations/hoi-mot.md": association("Hội Một", former_addresses=[cu]),
        "activities/tap-huan.md": activity("Tập huấn", former_addresses=[dao_tao]),
        **post("a", "2022-08-01", former_addresses=["/a.html"]),
    }
    found = ids(published(tmp_path, files))
    assert [found[name].partition(":/")[2] for name in ("Hội Một", "Tập huấn", "Hội Một: Tập huấn", "a")] == [
        "hoi/hoi-cu/",
        "linh-vuc/%C4%91t/",
        "hoi/hoi-cu/+/linh-vuc/%C4%91t/",
        "a.html",
    ]


def test_no_article_can_have_the_id_of_a_pair(tmp_path: Path) -> None:
    """Whatever its former address: what stands between the two addresses of a pair can be in none."""
    edition = published(tmp_path, post("a", "2022-08-01", former_addresses=["/hoi/hoi-mot/linh-vuc/tap-huan/"]))
    assert edition.is_sound
    found = ids(edition)
    assert found["Hội Một: Tập huấn"] != found["a"]
    assert is_tag_uri(found["Hội Một: Tập huấn"])
    rules = {p.rule for p in published(tmp_path, post("a", "2022-08-01", former_addresses=["/a/+/b/"])).problems}
    assert rules == {"bad-former-address"}


def test_a_feed_has_the_icon_of_the_site(tmp_path: Path) -> None:
    """The square one of the theme, with the host, and it is there."""
    edition = published(tmp_path)
    assert feed_of(edition, "/hoi/hoi-mot/").icon == f"{SITEURL}/icon-512.png"
    out = pages(edition)
    assert out["icon-512.png"].startswith(b"\x89PNG")
    assert json.loads(out["feed.json"])["icon"] == f"{SITEURL}/icon-512.png"


@pytest.mark.parametrize(
    ("authority", "expected"),
    [(None, "tag:thu.example,2020:/hoi/hoi-mot/"), ("cu.example,2015-03", "tag:cu.example,2015-03:/hoi/hoi-mot/")],
)
def test_ids_carry_the_authority_and_not_the_path(tmp_path: Path, authority: str | None, expected: str) -> None:
    """A site that moves to another host or path keeps its ids by feed_authority."""
    edition = published(tmp_path, {"union.md": union(feed_authority=authority)})
    assert feed_of(edition, "/hoi/hoi-mot/").id == expected


def test_what_is_not_for_readers_is_in_no_feed(tmp_path: Path) -> None:
    """Drafts, articles of the future and withdrawn ones."""
    edition = published(
        tmp_path,
        post("nhap", "2022-08-01", status="draft"),
        post("mai", "2022-10-01"),
        post("rut", "2022-08-01", status="withdrawn", withdrawn={"date": "2022-08-02", "reason": "Nhầm"}),
    )
    out = pages(edition)
    assert json.loads(out["feed.json"])["items"] == []
    assert feed_of(edition, "/hoi/hoi-mot/").entries == ()


def test_pages_name_the_feeds_that_follow_them(tmp_path: Path) -> None:
    """Their own before the site's, with SITEURL's path; all of them are there."""
    edition = published(tmp_path, post("a", "2022-08-01"))
    out = pages(edition)
    link = re.compile(r'<link rel="alternate" href="([^"]*)" type="application/(?:atom|feed)\+(?:xml|json)"')
    for address in ("hoi/hoi-mot/", "linh-vuc/tap-huan/", "hoi/hoi-mot/tap-huan/"):
        found = link.findall(out[f"{address}index.html"].decode())
        expected = [f"/sub/{address}atom.xml", f"/sub/{address}feed.json", "/sub/atom.xml"]
        assert found == expected
        assert {path.removeprefix("/sub/") for path in found} <= set(out)
    assert link.findall(out["tin/2022/a/index.html"].decode()) == ["/sub/atom.xml"]
    assert set(link.findall(out["index.html"].decode())) == {"/sub/atom.xml", "/sub/feed.json"}
