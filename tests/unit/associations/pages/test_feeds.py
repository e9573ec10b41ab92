"""Whoever follows the site, a body, an activity or a body in an activity gets its newest articles, whole."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from associations.edition import Edition
from associations.views import FeedView
from outputs.feed import Feed
from tests.support.posts import daily, post, posts
from tests.support.schemas import assert_valid_atom, assert_valid_json_feed
from tests.support.sites import UNION, activity, article, association, pages, prepared, small_site, union, view_of

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
    """Picture, event, text with links and footnotes, gallery, attachments, corrections: nothing is left on the site."""
    text = article(
        "Một",
        "2022-08-01T08:00",
        "Xem [hội](/hoi/hoi-hai/), [trên](#muc-phan) và [ngoài](https://ngoai.example/).[^1]\n\n## Phần\n\n"
        'Mã `href="#` và /hoi/.\n\n![Sơ đồ](images/s.png)\n\n[^1]: Chú thích.\n',
        image={"src": "images/a.png", "alt": "Ảnh", "caption": "Lời", "credit": "Tên"},
        gallery=[{"src": "images/b.png", "alt": "Hai"}],
        attachments=[{"src": "files/k.pdf", "title": "Kế hoạch"}],
        corrections=[{"date": "2022-08-03", "note": "Sửa một số"}],
        event={"start": "2022-08-20T08:00", "place": "Nhà A", "status": "postponed", "changes": []},
        video={"url": "https://phim.example/1", "title": "Phim"},
    )
    files: dict[str, str | bytes] = {"news/2022/mot.md": text, "files/k.pdf": b"%PDF"}
    files |= {f"images/{n}.png": b"x" for n in "abs"}
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
        f"{SITEURL}/images/b.png",
        "https://phim.example/1",
        f"{SITEURL}/files/k.pdf",
    ]
    for words in ("Lời", "Ảnh: Tên", "Nhà A", "Hoãn", "Sửa một số", "ngày 03/08/2022", "Kế hoạch", "Phim", "Chú thích"):
        assert words in html, words
    assert '<code>href="#</code>' in html and "và /hoi/." in html
    (file,) = entry.enclosures
    assert (file.url, file.kind, file.size) == (f"{SITEURL}/files/k.pdf", "application/pdf", 4)
    assert entry.image == f"{SITEURL}/images/a.png"


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
        ({"corrections": [{"date": "2022", "note": "x"}]}, "2022-08-01T08:00:00+07:00"),
    ],
)
def test_updated_follows_from_changes_and_corrections(tmp_path: Path, keys: dict[str, Any], updated: str) -> None:
    """Whatever the editor dates is news to a feed reader, a change on the day of publication too; no clock is read."""
    edition = published(tmp_path, post("a", "2022-08-01T08:00", **keys))
    assert feed_of(edition, "/").entries[0].updated.isoformat() == updated


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
