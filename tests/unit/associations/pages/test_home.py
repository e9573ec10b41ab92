"""The front page: one story leads, the newest follow, every activity and every association has its place."""

from pathlib import Path

from associations.edition import Edition
from associations.views import HomeView
from tests.support.posts import daily, post, posts
from tests.support.sites import UNION, Files, association, prepared, small_site, union, view_of


def home(folder: Path, files: Files, **changes: object) -> HomeView:
    return seen(prepared(folder, small_site(files), **changes))


def seen(edition: Edition) -> HomeView:
    view = view_of(edition, "/")
    assert isinstance(view, HomeView)
    return view


def newest(view: HomeView) -> list[str]:
    return [teaser.title for teaser in view.newest]


def test_the_newest_article_leads(tmp_path: Path) -> None:
    """The six after it follow, without it."""
    view = home(tmp_path, daily(9))
    assert view.lead
    assert view.lead.teaser.title == "bai-008"
    assert newest(view) == [f"bai-00{n}" for n in (7, 6, 5, 4, 3, 2)]


def test_an_editor_may_choose_what_leads(tmp_path: Path) -> None:
    """Of several so marked the newest wins; the others are like any article."""
    given = posts(daily(8), post("x", "2020-01-03", lead=True), post("y", "2020-01-02", lead=True))
    view = home(tmp_path, given)
    assert view.lead
    assert view.lead.teaser.title == "x"
    assert newest(view) == [f"bai-00{n}" for n in (7, 6, 5, 4, 3, 2)]


def test_the_lead_has_its_day_and_its_views(tmp_path: Path) -> None:
    """As readers write them."""
    view = home(tmp_path, post("x", "2022-08-05T09:48", views_base=1203))
    assert view.lead
    assert (view.lead.date_label, view.lead.views) == ("Thứ Sáu, 05/08/2022", "1.203")


def test_a_pinned_article_stays_on_top_until_its_moment(tmp_path: Path) -> None:
    """Several in their order; at the very moment no more. The lead is not shown twice."""
    given = posts(
        daily(9),
        post("ghim-1", "2019-01-01", pin_until="2022-09-02"),
        post("ghim-2", "2019-01-02", pin_until="2022-09-01T08:01"),
        post("het-han", "2019-01-03", pin_until="2022-09-01T08:00"),
        post("dau", "2020-02-01", pin_until="2023-01-01"),
    )
    view = home(tmp_path, given)
    assert view.lead
    assert view.lead.teaser.title == "dau"
    assert newest(view) == ["ghim-2", "ghim-1", "bai-008", "bai-007", "bai-006", "bai-005"]


def test_every_activity_with_an_article_has_its_newest(tmp_path: Path) -> None:
    """Under that activity; an article that stands for one already gives way to the next, if there is one."""
    given = posts(
        post("hai-viec", "2022-03-01", activities="hoi-thao tap-huan"),
        post("mot-viec", "2022-01-01", activities="tap-huan"),
    )
    themes = home(tmp_path / "1", given).themes
    assert [(teaser.activity.name, teaser.title) for teaser in themes] == [
        ("Hội thảo", "hai-viec"),
        ("Tập huấn", "mot-viec"),
    ]
    themes = home(tmp_path / "2", post("hai-viec", "2022-03-01", activities="hoi-thao tap-huan")).themes
    assert [(t.activity.name, t.title) for t in themes] == [("Hội thảo", "hai-viec"), ("Tập huấn", "hai-viec")]
    assert [t.title for t in home(tmp_path / "3", post("x", "2022-01-01")).themes] == ["x"]


def test_a_new_union_has_a_front_page_too(tmp_path: Path) -> None:
    """Without articles, associations or activities."""
    view = seen(prepared(tmp_path, {"union.md": union()}))
    assert (view.lead, view.newest, view.themes, view.register.members, view.matrix) == (None, (), (), (), None)


def test_members_former_ones_and_the_union_stand_apart(tmp_path: Path) -> None:
    """Each with its number of articles; ended today is former, ending tomorrow is a member."""
    files = {
        "associations/hoi-cu.md": association("Hội Cũ", ended={"how": "left", "date": "2022-09-01"}),
        "associations/hoi-mai.md": association("Hội Mai", ended={"how": "left", "date": "2022-09-02"}),
        "associations/hoi-roi.md": association("Hội Rời", member={"until": "2021"}),
        **posts(post("a", "2022-01-01", "hoi-mot"), post("b", "2022-01-01", f"{UNION} hoi-mot hoi-cu")),
    }
    register = home(tmp_path, files).register
    assert [(m.label, m.count) for m in register.members] == [("Hội Hai", 0), ("Hội Mai", 0), ("Hội Một", 2)]
    assert [(m.label, m.count) for m in register.former] == [("Hội Cũ", 1), ("Hội Rời", 0)]
    assert register.union
    assert (register.union.label, register.union.count) == ("Liên hiệp Thử", 1)


def test_how_many_members_a_source_states(tmp_path: Path) -> None:
    """The newest statement, with its date and its source; never computed."""
    stated = [
        {"count": 16, "date": "2022-08-05", "source": "báo"},
        {"count": 15, "date": "2020", "source": "cũ"},
        {"count": 14, "date": "2022-07", "source": "khác"},
    ]
    view = home(tmp_path, {"union.md": union(stated_members=stated)})
    assert view.register.stated
    assert (view.register.stated.count, view.register.stated.date_label, view.register.stated.source) == (
        16,
        "ngày 05/08/2022",
        "báo",
    )
    assert home(tmp_path / "2", {}).register.stated is None
