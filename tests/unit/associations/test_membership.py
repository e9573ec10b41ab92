"""Profiles must be possible: dates that contradict each other are errors, vague ones are taken as they are."""

from pathlib import Path

import pytest

from tests.support.sites import association, document, prepared, reported, small_site, union


def said(folder: Path, **keys: object) -> list[str]:
    """The problems of an association with these keys, without its path."""
    files = small_site({"associations/hoi-ba.md": association("Hội Ba", **keys)})
    return [line.partition(": ")[2] for line in reported(prepared(folder, files))]


@pytest.mark.parametrize(
    ("keys", "field"),
    [
        ({"member": {"from": "2010", "until": "2005"}}, "member.until"),
        ({"founded": "2010-05", "member": {"from": "2009"}}, "member.from"),
        ({"member": {"from": "2021"}, "ended": {"how": "left", "date": "2020"}}, "member.from"),
        ({"member": {"until": "2021"}, "ended": {"how": "left", "date": "2020"}}, "member.until"),
        ({"founded": "2021", "ended": {"how": "dissolved", "date": "2020"}}, "ended.date"),
        ({"founded": "2010", "former_names": [{"name": "Cũ", "until": "2009-12-31"}]}, "former_names[0].until"),
        (
            {"former_names": [{"name": "Cũ", "until": "2021"}], "ended": {"how": "left", "date": "2020"}},
            "former_names[0].until",
        ),
        ({"officers": [{"name": "A", "role": "B", "from": "2020", "until": "2019"}]}, "officers[0].until"),
    ],
)
def test_what_cannot_be_true_at_once_is_an_error(tmp_path: Path, keys: dict[str, object], field: str) -> None:
    """Each in the line of the later of the two values, or the one an editor would doubt."""
    assert said(tmp_path, **keys) == [f"{field} [contradictory-dates]"]


@pytest.mark.parametrize(
    "keys",
    [
        {"member": {"from": "2010", "until": "2010-01-01"}},
        {"founded": "2010-05", "member": {"from": "2010"}},
        {"founded": "2010", "member": {"from": "2010-01-01"}},
        {"founded": "2020-06-30", "ended": {"how": "dissolved", "date": "2020"}},
        {"member": {"from": "2010", "until": "2020-03"}, "ended": {"how": "left", "date": "2020-03-01"}},
        {"officers": [{"name": "A", "role": "B", "from": "2020"}, {"name": "C", "role": "D", "until": "2019"}]},
        {"member": {"from": "2010"}},
    ],
)
def test_dates_that_may_agree_are_no_problem(tmp_path: Path, keys: dict[str, object]) -> None:
    """A year holds all its days: only what is certainly wrong is said."""
    assert said(tmp_path, **keys) == []


@pytest.mark.parametrize(
    ("ended", "problems"),
    [
        ({"how": "merged", "date": "2020", "into": ["hoi-mot"]}, []),
        ({"how": "split", "date": "2020", "into": ["hoi-mot", "hoi-hai"]}, []),
        ({"how": "dissolved", "date": "2020"}, []),
        ({"how": "left", "date": "2020"}, []),
        ({"how": "merged", "date": "2020"}, ["ended.into [end-leads-nowhere]"]),
        ({"how": "split", "date": "2020", "into": []}, ["ended.into [end-leads-nowhere]"]),
        ({"how": "dissolved", "date": "2020", "into": ["hoi-mot"]}, ["ended.into [end-without-heir]"]),
        ({"how": "merged", "date": "2020", "into": ["hoi-mt"]}, ["ended.into [unknown-association]"]),
        ({"how": "merged", "date": "2020", "into": ["hoi-ba"]}, ["ended.into [end-in-circle]"]),
        ({"how": "merged", "date": "2020", "into": ["hoi-mot", "hoi-mot"]}, ["ended.into [repeated-value]"]),
        ({"how": "merged", "into": ["hoi-mot"]}, ["ended.date [missing-field]"]),
        ({"how": "gone", "date": "2020"}, ["ended.how [bad-value]"]),
    ],
)
def test_an_end_leads_where_its_kind_says(tmp_path: Path, ended: dict[str, object], problems: list[str]) -> None:
    """Mergers and splits have heirs, the others none; the heir is another association."""
    found = said(tmp_path, ended=ended)
    assert [line for line in found if "empty-field" not in line] == problems


def ending(name: str, heirs: list[str], date: str = "2020") -> str:
    return association(name, ended={"how": "merged", "date": date, "into": heirs})


def test_a_circle_is_told_to_everyone_in_it(tmp_path: Path) -> None:
    """With the way round; one that only leads into it is not in it."""
    files = small_site(
        {
            "associations/a.md": ending("A", ["b"]),
            "associations/b.md": ending("B", ["c"]),
            "associations/c.md": ending("C", ["a"]),
            "associations/d.md": ending("D", ["a"]),
        }
    )
    problems = prepared(tmp_path, files).problems
    assert [(p.source[13:14], p.rule, p.message.rpartition(": ")[2]) for p in problems] == [
        ("a", "end-in-circle", "a → b → c → a"),
        ("b", "end-in-circle", "b → c → a → b"),
        ("c", "end-in-circle", "c → a → b → c"),
    ]


def test_an_heir_may_end_later_but_not_earlier(tmp_path: Path) -> None:
    """A chain of mergers in order of time."""
    chain = {"associations/a.md": ending("A", ["b"], "2010"), "associations/b.md": ending("B", ["hoi-mot"], "2020")}
    assert reported(prepared(tmp_path / "1", small_site(chain))) == []
    chain["associations/b.md"] = ending("B", ["hoi-mot"], "2009")
    assert reported(prepared(tmp_path / "2", small_site(chain))) == [
        "associations/a.md:5: ended.into [contradictory-dates]"
    ]


def test_many_mergers_cost_little(tmp_path: Path) -> None:
    """A hundred associations, each merged into all later ones, have no circle and end soon."""
    slugs = [f"hoi-{n:03}" for n in range(100)]
    files = {f"associations/{s}.md": ending(s, slugs[n + 1 :][:10]) for n, s in enumerate(slugs[:-1])}
    files[f"associations/{slugs[-1]}.md"] = association("Cuối")
    assert reported(prepared(tmp_path, {"union.md": union(), **files})) == []


@pytest.mark.parametrize(
    ("keys", "problems"),
    [
        ({"kind": "Chỉ thị", "number": "42-CT/TW"}, []),
        ({"kind": "Nghị quyết", "title": "Về hội"}, []),
        ({"kind": "Nghị quyết"}, ["documents/a.md:2: number [document-unnamed]"]),
        (
            {"kind": "K", "number": "1", "in_force": {"from": "2022", "until": "2020"}},
            ["documents/a.md:4: in_force.until [contradictory-dates]"],
        ),
    ],
)
def test_a_document_can_be_named_and_was_in_force_forwards(
    tmp_path: Path, keys: dict[str, object], problems: list[str]
) -> None:
    """By its number, or where it has none by its title."""
    assert reported(prepared(tmp_path, small_site({"documents/a.md": document("x", **keys)}))) == problems


def test_the_unions_own_dates_are_checked_too(tmp_path: Path) -> None:
    """Officers and former names."""
    text = union(founded="2010", former_names=[{"name": "Cũ", "until": "2009"}])
    assert reported(prepared(tmp_path, small_site({"union.md": text}))) == [
        "union.md:8: former_names[0].until [contradictory-dates]"
    ]
