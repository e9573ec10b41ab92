"""The register: in Vietnamese order, every name once, and what an unknown name probably meant."""

from pathlib import Path

import pytest

from messages.problem import Problem
from tests.support.sites import (
    UNION,
    activity,
    article,
    association,
    document,
    page,
    prepared,
    reported,
    small_site,
    union,
)


def test_associations_stand_in_vietnamese_order(tmp_path: Path) -> None:
    """By short name, a leading Hội, Hiệp hội, Liên hiệp các Hội skipped; Đ after D, tones after letters."""
    names = [
        "Hội Cựu giáo chức",
        "Hội Dược học",
        "Hiệp hội Điều dưỡng",
        "Hội Đông y",
        "Liên hiệp các Hội Em",
        "Hội Ô tô",
    ]
    files = {f"associations/{'fdbeca'[n]}.md": association(name) for n, name in enumerate(names)}
    edition = prepared(tmp_path, {"union.md": union(), **files})
    assert [a.short_name for a in edition.site.registry.associations.values()] == names


def test_the_union_comes_after_its_members(tmp_path: Path) -> None:
    """Among what an article may name."""
    edition = prepared(tmp_path, small_site())
    assert list(edition.site.registry.organisations) == ["hoi-hai", "hoi-mot", UNION]


def test_activities_stand_in_their_order_then_by_name(tmp_path: Path) -> None:
    """Those with a number first, 0 too; equal ones and the others in Vietnamese order."""
    files = {
        "activities/a.md": activity("Đào tạo"),
        "activities/b.md": activity("Dạy nghề"),
        "activities/c.md": activity("Y tế", order=10),
        "activities/d.md": activity("Xã hội", order=10),
        "activities/e.md": activity("Vận động", order=9),
        "activities/f.md": activity("Ươm mầm", order=0),
    }
    edition = prepared(tmp_path, {"union.md": union(), **files})
    assert [a.slug for a in edition.site.registry.activities.values()] == ["f", "e", "d", "c", "b", "a"]


def test_documents_stand_newest_first(tmp_path: Path) -> None:
    """A year or month counts from its first day; of one day in Vietnamese order; those without a date last."""
    given = {
        "a": {"kind": "Nghị quyết", "number": "1"},
        "b": {"kind": "Luật", "title": "Về hội", "date": "2010"},
        "c": {"kind": "Đề án", "number": "3", "date": "2010-04-16"},
        "d": {"kind": "Chỉ thị", "number": "42", "date": "2010-04-16"},
        "e": {"kind": "Chỉ thị", "number": "42", "date": "2010-04-16"},
        "f": {"kind": "Công văn", "number": "6", "date": "2010-05"},
    }
    files = {f"documents/{slug}.md": document(**keys) for slug, keys in given.items()}
    edition = prepared(tmp_path, {"union.md": union(), **files})
    assert list(edition.site.registry.documents) == ["f", "d", "e", "c", "b", "a"]


def test_editors_pages_stand_in_their_order_then_by_title(tmp_path: Path) -> None:
    """It is the order of the menus."""
    files = {"pages/a.md": page("Điều lệ"), "pages/b.md": page("Dự án"), "pages/c.md": page("Liên hệ", order=1)}
    edition = prepared(tmp_path, {"union.md": union(), **files})
    assert list(edition.site.registry.pages) == ["c", "b", "a"]


def test_without_a_union_there_is_no_site(tmp_path: Path) -> None:
    """It is said, and the other checks go on."""
    files = {"associations/hoi-mot.md": association("Hội Một", titel="x")}
    assert reported(prepared(tmp_path, files)) == [
        "associations/hoi-mot.md:5: titel [unknown-key]",
        "union.md:1: file [missing-union]",
    ]


def found(folder: Path, **keys: object) -> Problem:
    """The one problem of an article with these keys."""
    files = small_site({"news/2022/a.md": article("A", "2022-01-01", **keys)})
    (problem,) = prepared(folder, files).problems
    return problem


@pytest.mark.parametrize(
    ("keys", "line", "remedy"),
    [
        ({"associations": ["hoi-hai", "hoi-mt"]}, 5, "hoi-mot"),
        ({"associations": ["lien-hiep-thư"]}, 5, UNION),
        ({"activities": ["tap-haun"]}, 6, "tap-huan"),
    ],
)
def test_an_unknown_name_is_met_with_what_was_meant(
    tmp_path: Path, keys: dict[str, object], line: int, remedy: str
) -> None:
    """The nearest of the register; the union's own counts too."""
    problem = found(tmp_path, **keys)
    assert (problem.line, problem.remedy) == (line, f'ý bạn là "{remedy}"?')
    assert problem.rule in ("unknown-association", "unknown-activity")


def test_a_name_far_from_all_gets_no_guess(tmp_path: Path) -> None:
    """But is told where names come from."""
    problem = found(tmp_path, associations=["cau-lac-bo-bong-da"])
    assert problem.rule == "unknown-association"
    assert "associations" in problem.remedy


def test_an_association_is_no_activity(tmp_path: Path) -> None:
    """Each kind has its own names."""
    assert found(tmp_path, activities=["hoi-mot"]).rule == "unknown-activity"


def test_an_association_with_the_unions_slug(tmp_path: Path) -> None:
    """Their pages would be one."""
    edition = prepared(tmp_path, small_site({f"associations/{UNION}.md": association("Hội Ba")}))
    assert f"associations/{UNION}.md:1: file [duplicate-slug]" in reported(edition)


def test_one_slug_for_two_articles_of_different_years(tmp_path: Path) -> None:
    """Every later one in the order of paths is told; anchors and references are made of slugs."""
    files = {f"news/{y}/a.md": article("A", f"{y}-01-01") for y in (2020, 2021, 2022)}
    edition = prepared(tmp_path, small_site(files))
    assert reported(edition) == ["news/2021/a.md:1: file [duplicate-slug]", "news/2022/a.md:1: file [duplicate-slug]"]


def test_two_bodies_with_one_name(tmp_path: Path) -> None:
    """A warning: "&", "và" and case make no other name. One that has ended may share its name with its heir."""
    files = small_site(
        {
            "associations/a.md": association("Hội Khoa học và Kỹ thuật"),
            "associations/b.md": association("Hội khoa học & kỹ thuật", short_name="Hội KHKT"),
            "associations/c.md": association("Hội Khoa học Kỹ thuật", ended={"how": "dissolved", "date": "2020"}),
            "associations/d.md": association("Liên hiệp Thử"),
        }
    )
    # By short name, KHKT comes before Khoa học; the union comes last.
    assert reported(prepared(tmp_path, files)) == [
        "associations/a.md:2: name [ambiguous-name]",
        "associations/a.md:3: short_name [ambiguous-name]",
        "union.md:4: short_name [ambiguous-name]",
    ]


def test_articles_are_newest_first_and_ties_by_slug(tmp_path: Path) -> None:
    """Whatever their folders."""
    dates = {"b": "2022-01-01", "a": "2022-01-01", "c": "2022-01-01T00:01", "d": "2021-12-31"}
    files = {f"news/{date[:4]}/{slug}.md": article(slug, date) for slug, date in dates.items()}
    edition = prepared(tmp_path, small_site(files))
    assert [a.slug for a in edition.site.archive.articles] == ["c", "a", "b", "d"]
