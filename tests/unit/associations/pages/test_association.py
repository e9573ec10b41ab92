"""An association in time: what it was called, whether it is a member, how it ended and what it became."""

from pathlib import Path

import pytest

from associations.edition import Edition
from associations.views import ActivityView, AssociationView, Contact, Link, Officer
from tests.support.posts import post, posts
from tests.support.sites import UNION, Files, activity, association, prepared, small_site, union, view_of


def shown(folder: Path, files: Files, address: str = "/hoi/hoi-ba/", **changes: object) -> AssociationView:
    view = view_of(prepared(folder, small_site(files), **changes), address)
    assert isinstance(view, AssociationView)
    return view


def of_three(folder: Path, now: str = "2022-09-01T08:00", **keys: object) -> AssociationView:
    return shown(folder, {"associations/hoi-ba.md": association("Hội Ba", **keys)}, now=now)


def test_everything_with_a_date_is_told_in_order_of_time(tmp_path: Path) -> None:
    """One sentence each, as vague as the date is; decisions are named."""
    view = of_three(
        tmp_path,
        ended={"how": "merged", "date": "2021-06-01", "into": ["hoi-mot"], "decision": "QĐ 3"},
        member={"from": "2005", "until": "2021-06-01"},
        founded="1998-05",
        former_names=[
            {"name": "Hội Ba mới", "until": "2015"},
            {"name": "Hội Ba cũ", "until": "2001-03-02", "decision": "QĐ 1"},
        ],
    )
    assert view.history == (
        "Thành lập tháng 5/1998.",
        "Mang tên Hội Ba cũ đến ngày 02/03/2001 (QĐ 1).",
        "Là hội thành viên từ năm 2005.",
        "Mang tên Hội Ba mới đến năm 2015.",
        "Thôi là hội thành viên từ ngày 01/06/2021.",
        "Sáp nhập vào Hội Một ngày 01/06/2021 (QĐ 3).",
    )


def test_of_an_association_without_dates_nothing_is_said(tmp_path: Path) -> None:
    """Unknown facts are left out."""
    view = of_three(tmp_path)
    assert (view.history, view.status, view.officers, view.contact, view.logo) == ((), "", (), None, None)
    assert view.parent == Link("Liên hiệp Thử", f"/hoi/{UNION}/")


@pytest.mark.parametrize(
    ("ended", "status"),
    [
        ({"how": "merged", "date": "2021", "into": ["hoi-mot"]}, "Đã sáp nhập vào Hội Một năm 2021."),
        (
            {"how": "split", "date": "2021", "into": ["hoi-mot", "hoi-hai"]},
            "Đã chia tách thành Hội Một và Hội Hai năm 2021.",
        ),
        ({"how": "dissolved", "date": "2021-03"}, "Đã giải thể tháng 3/2021."),
        ({"how": "left", "date": "2022-09-01"}, "Đã rời Liên hiệp Thử ngày 01/09/2022."),
        ({"how": "left", "date": "2022-09-02"}, ""),
    ],
)
def test_a_reader_sees_first_that_it_is_no_member_any_more(
    tmp_path: Path, ended: dict[str, object], status: str
) -> None:
    """From its day on, and not before."""
    assert of_three(tmp_path, ended=ended).status == status


def test_leaving_is_not_ending(tmp_path: Path) -> None:
    """An association that left lives on; one whose end is still to come is not said to have ended."""
    assert of_three(tmp_path / "1", member={"until": "2021"}).status == "Thôi là hội thành viên từ năm 2021."
    view = of_three(tmp_path / "2", member={"until": "2021"}, ended={"how": "dissolved", "date": "2030"})
    assert view.status == "Thôi là hội thành viên từ năm 2021."
    assert view.history == ("Thôi là hội thành viên từ năm 2021.", "Giải thể năm 2030.")


MERGERS = {
    "associations/a.md": association("Hội A", ended={"how": "merged", "date": "2020", "into": ["hoi-mot"]}),
    "associations/b.md": association("Hội B", ended={"how": "merged", "date": "2019-05", "into": ["hoi-mot"]}),
    "associations/c.md": association("Hội C", ended={"how": "split", "date": "2018", "into": ["hoi-hai", "hoi-mot"]}),
    **posts(post("x", "2017-01-01", "a"), post("y", "2021-01-01", "hoi-mot")),
}


def test_an_heir_names_those_that_ended_in_it(tmp_path: Path) -> None:
    """In its history and as links; their articles stay theirs, under their own pages."""
    view = shown(tmp_path, MERGERS, "/hoi/hoi-mot/")
    assert view.history == (
        "Ra đời khi Hội C chia tách năm 2018.",
        "Tiếp nhận Hội B sáp nhập vào tháng 5/2019.",
        "Tiếp nhận Hội A sáp nhập vào năm 2020.",
    )
    assert [(link.label, link.url) for link in view.forerunners] == [
        ("Hội A", "/hoi/a/"),
        ("Hội B", "/hoi/b/"),
        ("Hội C", "/hoi/c/"),
    ]
    assert view.list.count == 1
    old = shown(tmp_path, MERGERS, "/hoi/a/")
    assert (old.list.count, old.successors) == (1, (Link("Hội Một", "/hoi/hoi-mot/"),))


def test_the_union_has_a_page_like_a_member(tmp_path: Path) -> None:
    """With the national body above it, its predecessors in its history, and its own articles."""
    text = union(
        parent={"name": "Liên hiệp cả nước", "website": "https://example.org"},
        predecessors=[{"name": "Liên hiệp Cũ", "province": "Cũ", "until": "2020-06-30"}],
        founded="1990",
    )
    view = shown(tmp_path, {"union.md": text, **post("a", "2022-01-01", UNION)}, f"/hoi/{UNION}/")
    assert view.is_union
    assert view.parent == Link("Liên hiệp cả nước", "https://example.org")
    assert view.history == (
        "Thành lập năm 1990.",
        "Liên hiệp Cũ là một trong những tổ chức hợp thành, hoạt động đến ngày 30/06/2020.",
    )
    assert view.list.count == 1


def test_officers_and_contacts_are_shown_as_known(tmp_path: Path) -> None:
    """Terms in words; a phone number keeps its nought."""
    view = of_three(
        tmp_path,
        officers=[
            {"name": "Ông A", "role": "Chủ tịch", "from": "2016", "until": "2022-05"},
            {"name": "Bà B", "role": "Phó Chủ tịch", "from": "2022-05-01", "source": "báo"},
            {"name": "Ông C", "role": "Ủy viên", "until": "2010"},
            {"name": "Bà D", "role": "Ủy viên"},
        ],
        contact={"phone": "0222", "website": "https://example.org"},
    )
    assert view.officers == (
        Officer("Ông A", "Chủ tịch", "từ năm 2016 đến tháng 5/2022"),
        Officer("Bà B", "Phó Chủ tịch", "từ ngày 01/05/2022", "báo"),
        Officer("Ông C", "Ủy viên", "đến năm 2010"),
        Officer("Bà D", "Ủy viên"),
    )
    assert view.contact == Contact(phone="0222", website="https://example.org")


def test_its_activities_and_years_are_counted(tmp_path: Path) -> None:
    """Those without an article are left out; an activity leads to the two together."""
    given = posts(post("a", "2021-01-01", "hoi-mot", "tap-huan hoi-thao"), post("b", "2022-01-01", "hoi-mot hoi-hai"))
    files = {**given, "activities/x.md": activity("Xem")}
    view = shown(tmp_path, files, "/hoi/hoi-mot/")
    assert [(ref.name, ref.url, count) for ref, count in view.activities] == [
        ("Hội thảo", "/hoi/hoi-mot/hoi-thao/", 1),
        ("Tập huấn", "/hoi/hoi-mot/tap-huan/", 2),
    ]
    assert [(year.label, year.url, year.count) for year in view.years] == [
        ("2022", "/hoi/hoi-mot/2022/", 1),
        ("2021", "/hoi/hoi-mot/2021/", 1),
    ]


def test_an_activity_names_the_bodies_that_work_in_it(tmp_path: Path) -> None:
    """In the register's order, the union last; former ones too."""
    given = posts(post("a", "2021-01-01", f"{UNION} hoi-mot"), post("b", "2022-01-01", "hoi-mot hoi-hai"))
    view = view_of(prepared(tmp_path, small_site(given)), "/linh-vuc/tap-huan/")
    assert isinstance(view, ActivityView)
    assert [(body.label, body.url, body.count) for body in view.associations] == [
        ("Hội Hai", "/hoi/hoi-hai/tap-huan/", 1),
        ("Hội Một", "/hoi/hoi-mot/tap-huan/", 2),
        ("Liên hiệp Thử", f"/hoi/{UNION}/tap-huan/", 1),
    ]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2015-12-31", "Hội Cổ"),
        ("2016-01-01", "Hội Cũ"),
        ("2020-05-01", "Hội Cũ"),
        ("2020-05-02", "Hội Ba"),
    ],
)
def test_an_article_shows_the_name_of_its_day(tmp_path: Path, day: str, name: str) -> None:
    """On its page and in lists; `until` is the last day of a name, of a year its 31 December."""
    former = [{"name": "Hội Cũ", "until": "2020-05-01"}, {"name": "Hội Cổ", "until": "2015"}]
    files = {
        "associations/hoi-ba.md": association("Hội Ba tỉnh Thử", short_name="Hội Ba", former_names=former),
        **post("a", day, "hoi-ba"),
    }
    edition: Edition = prepared(tmp_path, small_site(files))
    assert view_of(edition, f"/tin/{day[:4]}/a/").associations == (Link(name, "/hoi/hoi-ba/"),)  # type: ignore[attr-defined] # an article
    teaser = view_of(edition, "/tin/").list.months[0].teasers[0]  # type: ignore[attr-defined] # an archive
    assert teaser.by == name
