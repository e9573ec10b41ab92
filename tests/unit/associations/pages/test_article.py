"""The page of an article: all that its editor wrote, and what is around it."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from associations.edition import Edition
from associations.views import ArticleView, EventBox, Link, Note
from tests.support.posts import daily, post, posts
from tests.support.sites import Files, article, document, pages, prepared, small_site, view_of

UNITS = "lượt người: {kind: persons}\n"


def shown(edition: Edition, address: str) -> ArticleView:
    view = view_of(edition, address)
    assert isinstance(view, ArticleView)
    return view


def of_one(folder: Path, body: str = "Chữ.", more: Files | None = None, **keys: object) -> ArticleView:
    files = small_site(
        {"news/2022/a.md": article("A", "2022-08-05T09:48", body, **keys), "units.yml": UNITS, **(more or {})}
    )
    return shown(prepared(folder, files), "/tin/2022/a/")


def test_dates_and_numbers_are_as_readers_write_them(tmp_path: Path) -> None:
    """And machines get theirs."""
    view = of_one(tmp_path, modified="2022-08-07T10:00", views_base=10950, period="2022-H1")
    assert (view.date, view.date_label) == ("2022-08-05T09:48", "Thứ Sáu, 05/08/2022, 09:48")
    assert (view.modified, view.views, view.period) == ("07/08/2022", "10.950", "6 tháng đầu năm 2022")


def test_what_was_not_written_is_left_out(tmp_path: Path) -> None:
    """The byline is the union's."""
    view = of_one(tmp_path)
    assert view.byline == "Liên hiệp Thử"
    empty = ("modified", "period", "views", "results", "partners", "gallery", "attachments", "corrections", "related")
    assert not any(getattr(view, name) for name in empty)
    assert (view.image, view.video, view.event, view.withdrawn, view.newer, view.older) == (None,) * 6


def test_nought_views_are_a_number(tmp_path: Path) -> None:
    """Not the same as unknown."""
    assert of_one(tmp_path, views_base=0).views == "0"


def test_all_parts_are_shown_in_their_order(tmp_path: Path) -> None:
    """Partners, gallery, corrections as typed."""
    view = of_one(
        tmp_path,
        author="M. N",
        partners=["Sở B", "Sở A"],
        gallery=[
            {"src": "images/b.png", "alt": "B"},
            {"src": "images/a.png", "alt": "A", "caption": "C", "credit": "D"},
        ],
        corrections=[{"date": "2022-08-06", "note": "Sửa số."}],
        video={"url": "https://example.org/v", "title": "Phim"},
        more={"images/a.png": "a", "images/b.png": "b"},
    )
    assert (view.byline, view.partners) == ("M. N", ("Sở B", "Sở A"))
    assert [(p.src, p.caption, p.credit) for p in view.gallery] == [
        ("/images/b.png", "", ""),
        ("/images/a.png", "C", "D"),
    ]
    assert view.corrections == (Note("ngày 06/08/2022", "Sửa số."),)
    assert view.video
    assert (view.video.url, view.video.image) == ("https://example.org/v", None)


def test_a_number_stands_with_its_quote_and_parts_below_their_whole(tmp_path: Path) -> None:
    """The value as typed, wherever the parts were written."""
    body = "Có 40 lượt người, gồm 10 lượt người và 30 lượt người, thêm 5 lượt người."
    quote = {"unit": "lượt người", "association": "hoi-hai"}
    results = [
        {"value": "10", "quote": "10 lượt người", "part_of": "tong", **quote},
        {"value": "5", "quote": "5 lượt người", "unit": "lượt người", "association": "hoi-mot", "period": "2021"},
        {"value": "40", "quote": "40 lượt người", "id": "tong", "qualifier": "trên", **quote},
        {"value": "30", "quote": "30 lượt người", "part_of": "tong", **quote},
    ]
    view = of_one(tmp_path, body, results=results, associations=["hoi-mot", "hoi-hai"], period="2022")
    assert [(row.value, row.part, row.period, row.association.label) for row in view.results] == [
        ("5", False, "năm 2021", "Hội Một"),
        ("40", False, "năm 2022", "Hội Hai"),
        ("10", True, "năm 2022", "Hội Hai"),
        ("30", True, "năm 2022", "Hội Hai"),
    ]
    assert view.results[1].qualifier == "trên"


def test_an_event_says_when_and_where(tmp_path: Path) -> None:
    """A vague date is a plan."""
    exact = {"start": "2022-08-20T08:00", "end": "2022-08-21", "place": "Hội trường", "status": "postponed"}
    changes = [{"date": "2022-08-01", "note": "đổi nơi"}]
    assert of_one(tmp_path / "1", event={**exact, "changes": changes}).event == EventBox(
        "2022-08-20T08:00",
        "Thứ Bảy, 20/08/2022, 08:00",
        "Chủ Nhật, 21/08/2022",
        "Hội trường",
        "postponed",
        (Note("ngày 01/08/2022", "đổi nơi"),),
    )
    plan = of_one(tmp_path / "2", event={"start": "2022-10"}).event
    assert plan
    assert (plan.start_label, plan.end_label) == ("Dự kiến tháng 10/2022", "")


def test_neighbours_are_those_of_all_articles(tmp_path: Path) -> None:
    """Whatever they are about; at the ends there is none."""
    given = posts(post("a", "2022-01-01", "hoi-hai"), post("b", "2022-01-02"), post("c", "2022-01-03"))
    edition = prepared(tmp_path, small_site(given))
    assert shown(edition, "/tin/2022/b/").newer == Link("c", "/tin/2022/c/")
    assert shown(edition, "/tin/2022/b/").older == Link("a", "/tin/2022/a/")
    assert (shown(edition, "/tin/2022/c/").newer, shown(edition, "/tin/2022/a/").older) == (None, None)


def test_related_articles_say_why(tmp_path: Path) -> None:
    """A shared body before a shared activity; only earlier ones."""
    given = posts(
        post("moi", "2022-01-04", "hoi-mot hoi-hai", "tap-huan"),
        post("nay", "2022-01-03", "hoi-mot hoi-hai", "tap-huan"),
        post("mot", "2022-01-02", "hoi-mot", "hoi-thao"),
        post("viec", "2022-01-01", "lien-hiep-thu", "tap-huan"),
    )
    related = shown(prepared(tmp_path, small_site(given)), "/tin/2022/nay/").related
    assert [(r.title, r.reason) for r in related] == [("mot", "Cùng về Hội Một"), ("viec", "Cùng về Tập huấn")]


def test_a_draft_is_marked_and_kept_from_search_engines(tmp_path: Path) -> None:
    """A post of the future too."""
    given = posts(post("nhap", "2022-01-01", status="draft"), post("mai", "2023-01-01"), post("nay", "2022-01-02"))
    edition = prepared(tmp_path, small_site(given))
    found = {a: shown(edition, a) for a in ("/tin/2022/nhap/", "/tin/2023/mai/", "/tin/2022/nay/")}
    assert [(view.state, view.head.noindex) for view in found.values()] == [
        ("draft", True),
        ("future", True),
        ("", False),
    ]


@pytest.mark.parametrize(
    ("date", "machine", "label"),
    [
        ("2022-01-05", "2022-01-05", "Thứ Tư, 05/01/2022"),
        ("2022-01-05T09:48", "2022-01-05T09:48", "Thứ Tư, 05/01/2022, 09:48"),
    ],
)
def test_an_hour_is_shown_where_the_editor_gave_one(tmp_path: Path, date: str, machine: str, label: str) -> None:
    """Nobody wrote "00:00"."""
    edition = prepared(tmp_path, small_site({"news/2022/bai.md": article("Bài", date)}))
    view = shown(edition, "/tin/2022/bai/")
    assert (view.date, view.date_label) == (machine, label)


WITHDRAWN: dict[str, Any] = {"status": "withdrawn", "withdrawn": {"date": "2022-02", "reason": "Số liệu sai."}}


def test_of_a_withdrawn_article_title_date_and_reason_remain(tmp_path: Path) -> None:
    """Nothing else of it, on its page or anywhere."""
    secret = {
        "summary": "BÍ MẬT sapo",
        "author": "BÍ MẬT người viết",
        "image": {"src": "images/bi-mat.png", "alt": "BÍ MẬT ảnh"},
        "partners": ["BÍ MẬT đơn vị"],
        "corrections": [{"date": "2022", "note": "BÍ MẬT đính chính"}],
    }
    text = article("Bài rút", "2022-01-05", "BÍ MẬT thân bài", **secret, **WITHDRAWN)
    files = small_site({**daily(3), "news/2022/rut.md": text, "images/bi-mat.png": "x"})
    edition = prepared(tmp_path, files)
    view = shown(edition, "/tin/2022/rut/")
    assert view.withdrawn == Note("tháng 2/2022", "Số liệu sai.")
    assert view == ArticleView(view.head, "Bài rút", "2022-01-05", view.date_label, withdrawn=view.withdrawn)
    made = pages(edition)
    assert "images/bi-mat.png" not in made
    for path, data in made.items():
        html = data.decode("utf-8", "replace")
        assert "BÍ MẬT" not in html
        assert "bi-mat" not in html
        assert ("Bài rút" in html) == (path == "tin/2022/rut/index.html")


def test_a_link_to_a_withdrawn_article_still_works(tmp_path: Path) -> None:
    """Its reader learns why it is gone."""
    files = small_site(
        {**post("rut", "2022-01-01", **WITHDRAWN), "news/2022/a.md": article("A", "2022-01-02", "[x](rut.md)")}
    )
    files["news/2022/a.md"] = article("A", "2022-01-02", "[x]({filename}rut.md)")
    assert 'href="/tin/2022/rut/"' in shown(prepared(tmp_path, files), "/tin/2022/a/").body_html


def test_a_published_build_has_no_trace_of_what_is_not_for_readers(tmp_path: Path) -> None:
    """Not a word of it in any file."""
    given = posts(
        daily(3),
        {"news/2022/nhap.md": article("BÍ MẬT", "2022-01-01", "BÍ MẬT", status="draft", summary="BÍ MẬT")},
        {"news/2023/mai.md": article("BÍ MẬT", "2023-01-01", "BÍ MẬT", summary="BÍ MẬT")},
        {"news/2022/nay.md": article("Nay", "2022-01-02", "[chữ]({filename}nhap.md)")},
    )
    for data in pages(prepared(tmp_path, small_site(given), publish=True)).values():
        html = data.decode("utf-8", "replace")
        assert "BÍ MẬT" not in html
        assert "/nhap/" not in html
        assert "2023" not in html


def test_crumbs_lead_to_pages_that_exist(tmp_path: Path) -> None:
    """The only article of its year may be withdrawn: then there is no archive of that year."""
    edition = prepared(tmp_path, small_site({**daily(1), **post("rut", "2019-01-01", **WITHDRAWN)}))
    made = {page.address for page in edition.pages}
    for page in filter(lambda page: page.is_html, edition.pages):
        head = page.make(edition.links).head  # type: ignore[attr-defined] # every page's view has one
        assert {crumb.url for crumb in head.crumbs} <= made
        assert not head.section or head.section in made


def test_text_is_never_markup(tmp_path: Path) -> None:
    """What an editor types into any field is shown as typed."""
    evil = "<script>alert(1)</script> & \"x\" 'y' {{ 7*7 }}"
    view = article(
        evil,
        "2022-01-01",
        summary=evil,
        author=evil,
        partners=[evil],
        corrections=[{"date": "2022", "note": evil}],
        image={"src": "images/a.png", "alt": evil, "caption": evil, "credit": evil},
        event={"start": "2022", "place": evil},
        video={"url": "https://example.org/?a=1&b=2", "title": evil},
    )
    files = small_site(
        {"news/2022/a.md": view, "images/a.png": "x", "documents/d.md": document("x", kind=evil, number=evil)}
    )
    made = pages(prepared(tmp_path, files))
    assert not [path for path, data in made.items() if b"<script" in data]
    assert made["tin/2022/a/index.html"].count(b"{{ 7*7 }}") >= 8


def test_views_can_be_kept(edition_of_everything: Edition) -> None:
    """Every view can be written down and read back the same: the seam for incremental building."""
    for page in edition_of_everything.pages:
        view = page.make(edition_of_everything.links)
        assert msgspec.msgpack.decode(msgspec.msgpack.encode(view), type=type(view)) == view
