"""An article against the register and the calendar: at each border, this side and that."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.sites import UNION, article, association, prepared, reported, small_site


def said(folder: Path, date: str = "2022-01-01", body: str = "Chữ.", path: str = "", **keys: object) -> list[str]:
    """The problems of one article, without its path; the site is built at 2022-09-01 08:00."""
    path = path or f"news/{date[:4]}/a.md"
    ended = association("Hội Cũ", ended={"how": "dissolved", "date": "2020-05"})
    files = small_site({path: article("A", date, body, **keys), "associations/hoi-cu.md": ended})
    return [line.removeprefix(f"{path}:") for line in reported(prepared(folder, files))]


def test_a_sound_article_has_no_problem(tmp_path: Path) -> None:
    """Nor has one of the union, or of several."""
    assert said(tmp_path, associations=[UNION, "hoi-mot"], activities=["tap-huan", "hoi-thao"]) == []


def test_a_name_may_stand_once(tmp_path: Path) -> None:
    """Twice would count twice for a reader's eye."""
    assert said(tmp_path, associations=["hoi-mot", "hoi-mot"], activities=["tap-huan", "tap-huan"]) == [
        "5: associations [repeated-value]",
        "6: activities [repeated-value]",
    ]


@pytest.mark.parametrize("field", ["associations", "activities"])
def test_an_article_is_about_something(tmp_path: Path, field: str) -> None:
    """At least one of each."""
    keys: dict[str, Any] = {field: []}
    assert [line.partition(": ")[2] for line in said(tmp_path, **keys)] == [f"{field} [empty-field]"]


@pytest.mark.parametrize(
    ("date", "path", "problems"),
    [
        ("2022-01-01", "news/2022/a.md", []),
        ("2021-12-31T23:59", "news/2021/a.md", []),
        ("2021-12-31T23:59", "news/2022/a.md", ["3: date [folder-year]"]),
        ("2022-01-01", "news/a.md", ["3: date [folder-year]"]),
    ],
)
def test_the_folder_is_the_year(tmp_path: Path, date: str, path: str, problems: list[str]) -> None:
    """Of the date as written, which is Vietnam's."""
    assert said(tmp_path, date, path=path) == problems


@pytest.mark.parametrize(
    ("date", "problems"),
    [
        ("1983-01-01", []),
        ("1982-12-31", ["3: date [implausible-date]"]),
        ("2023-09-01", []),
        ("2023-09-03", ["3: date [implausible-date]"]),
    ],
)
def test_a_date_that_is_hard_to_believe_is_a_warning(tmp_path: Path, date: str, problems: list[str]) -> None:
    """Before the national union was founded, or more than a year ahead of the build."""
    assert said(tmp_path, date) == problems


@pytest.mark.parametrize(
    ("modified", "problems"),
    [
        ("2022-01-02", []),
        ("2022-01-01", []),
        ("2022-01-01T07:00", []),
        ("2021-12-31T23:59", ["7: modified [modified-before-date]"]),
    ],
)
def test_an_article_is_corrected_after_it_was_published(tmp_path: Path, modified: str, problems: list[str]) -> None:
    """On the same day the hour may be left out."""
    assert said(tmp_path, "2022-01-01T08:00", modified=modified) == problems


@pytest.mark.parametrize(
    ("date", "keys", "problems"),
    [
        ("2022-01-01", {"modified": "2022-09-01T08:00"}, []),
        ("2022-01-01", {"modified": "2022-09-01T08:01"}, ["7: modified [change-ahead]"]),
        ("2022-01-01", {"corrections": [{"date": "2022-09-01", "note": "x"}]}, []),
        ("2022-01-01", {"corrections": [{"date": "2022-09", "note": "x"}]}, []),
        (
            "2022-01-01",
            {"corrections": [{"date": "2022-09-02", "note": "x"}]},
            ["7: corrections[0].date [change-ahead]"],
        ),
        ("2022-01-01", {"corrections": [{"date": "2023", "note": "x"}]}, ["7: corrections[0].date [change-ahead]"]),
        ("2022-10-01T08:00", {"modified": "2022-10-01"}, []),
        ("2022-10-01T08:00", {"modified": "2022-10-02"}, ["7: modified [change-ahead]"]),
    ],
)
def test_a_change_that_is_still_to_come_is_a_warning(
    tmp_path: Path, date: str, keys: dict[str, Any], problems: list[str]
) -> None:
    """Now and in a period that has begun it may have happened; an article of the future may name its own day."""
    assert said(tmp_path, date, **keys) == problems


@pytest.mark.parametrize(
    ("date", "problems"), [("2020-05-31", []), ("2020-06-01", ["5: associations [after-association-ended]"])]
)
def test_an_article_about_an_association_that_had_ended(tmp_path: Path, date: str, problems: list[str]) -> None:
    """A warning after the last day that its end may mean."""
    assert said(tmp_path, date, associations=["hoi-cu"]) == problems


@pytest.mark.parametrize(
    ("field", "limit", "rule"), [("title", 150, "title-too-long"), ("summary", 300, "summary-too-long")]
)
def test_a_text_that_is_too_long_for_its_place_is_a_warning(tmp_path: Path, field: str, limit: int, rule: str) -> None:
    """Characters as a reader counts them: ồ is one, however it is spelt."""
    assert said(tmp_path / "1", **{field: "ồ" * limit}) == []
    assert said(tmp_path / "2", **{field: "o\u0302\u0300" * limit}) == []
    assert [line.rpartition(" ")[2] for line in said(tmp_path / "3", **{field: "ồ" * (limit + 1)})] == [f"[{rule}]"]


def test_a_withdrawal_says_why(tmp_path: Path) -> None:
    """And a reason is only given for one that is withdrawn."""
    reason = {"date": "2022-02", "reason": "Sai."}
    assert said(tmp_path / "1", status="withdrawn", withdrawn=reason) == []
    assert said(tmp_path / "2", status="withdrawn") == ["7: withdrawn [withdrawn-without-reason]"]
    assert said(tmp_path / "3", withdrawn=reason) == ["7: status [withdrawn-without-status]"]
    assert said(tmp_path / "4", status="draft", withdrawn=reason) == ["8: status [withdrawn-without-status]"]


def test_a_pin_names_an_association(tmp_path: Path) -> None:
    """In its own line, with what was meant; an exclusion too, and the union may be named."""
    body = f"[!hoi-mot] Một.\n\n[!hoi-mt] Hai.\n\n[!-hoi-hia] Ba.\n\n[!{UNION}] Bốn."
    assert said(tmp_path, body=body) == ["10: body [unknown-pin]", "12: body [unknown-pin]"]


def test_a_warning_may_be_acknowledged_an_error_not(tmp_path: Path) -> None:
    """It silences that rule in that file."""
    accepted = {"implausible-date": "đúng như vậy", "folder-year": "vì lý do"}
    assert said(tmp_path / "1", "1980-01-01", path="news/2022/a.md", acknowledged=accepted) == []
    assert said(tmp_path / "2", "1980-01-01", acknowledged={"folder-year": "x"}) == ["3: date [implausible-date]"]
    assert said(tmp_path / "3", acknowledged={"unknown-association": "x"}, associations=["hoi-x"]) != []


def test_strict_makes_what_is_left_an_error(tmp_path: Path) -> None:
    """What is acknowledged stays silent."""
    files = small_site({"news/2021/a.md": article("A", "2022-01-01")})
    assert prepared(tmp_path / "1", files).is_sound
    assert not prepared(tmp_path / "2", files, strict=True).is_sound
    files = small_site({"news/2021/a.md": article("A", "2022-01-01", acknowledged={"folder-year": "x"})})
    assert prepared(tmp_path / "3", files, strict=True).is_sound
