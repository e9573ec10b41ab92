"""Numbers: each has an owner, a unit and a quote of the article that holds it."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.sites import UNION, article, prepared, reported, small_site

UNITS = (
    "lượt người: {kind: persons}\nhội viên: {kind: members}\n"
    "triệu đồng: {kind: money, factor: 1000000}\nđồng: {kind: money, factor: 1, aliases: [đ, VND]}\n"
    "nghìn người: {kind: persons, factor: 1000}\n"
)
BODY = "Hội đã tư vấn cho 46 lượt\n người, thu 12.000 triệu đồng.\n\n- Năm 1.460 người\n- Còn **lại** 3,5 triệu đồng"


def said(folder: Path, *results: dict[str, object], body: str = BODY, **keys: object) -> list[str]:
    """The problems of an article with these results, without its path and line."""
    text = article("A", "2022-01-01", body, results=list(results), **keys)
    edition = prepared(folder, small_site({"news/2022/a.md": text, "units.yml": UNITS}))
    return [line.partition(": ")[2] for line in reported(edition)]


def result(**keys: object) -> dict[str, object]:
    return {"value": "46", "unit": "lượt người", "quote": "tư vấn cho 46 lượt người", **keys}


def test_a_sound_number_has_no_problem(tmp_path: Path) -> None:
    """The quote is found over a line break and through emphasis, as a reader sees the text."""
    more = result(value="3,5", unit="triệu đồng", quote="Còn lại 3,5 triệu đồng", qualifier="khoảng", period="2022-H1")
    assert said(tmp_path, result(), more) == []


@pytest.mark.parametrize(
    ("keys", "problems"),
    [
        ({"quote": "tư vấn cho 46 người"}, ["results[0].quote [quote-not-in-body]"]),
        (
            {"quote": "đồng. Năm 1.460"},
            ["results[0].quote [quote-not-in-body]", "results[0].quote [value-not-in-quote]"],
        ),
        ({"quote": "Tư vấn cho 46 lượt người"}, ["results[0].quote [quote-not-in-body]"]),
        ({"value": "47"}, ["results[0].quote [value-not-in-quote]"]),
        ({"value": "4"}, ["results[0].quote [value-not-in-quote]"]),
        ({"value": "46", "quote": "Năm 1.460 người"}, ["results[0].quote [value-not-in-quote]"]),
        ({"value": "1", "quote": "Năm 1.460 người"}, ["results[0].quote [value-not-in-quote]"]),
        ({"value": "460", "quote": "Năm 1.460 người"}, ["results[0].quote [value-not-in-quote]"]),
        ({"value": "5", "unit": "triệu đồng", "quote": "3,5 triệu đồng"}, ["results[0].quote [value-not-in-quote]"]),
        ({"value": "1.460", "quote": "Năm 1.460 người"}, []),
        ({"value": "bốn mươi"}, ["results[0].value [bad-number]"]),
        ({"value": "12.00"}, ["results[0].value [bad-number]"]),
        ({"unit": "người"}, ["results[0].unit [unknown-unit]"]),
        ({"unit": "đ"}, []),
        ({"qualifier": "chừng"}, ["results[0].qualifier [bad-value]"]),
        ({"period": "2022-07-02"}, ["results[0].period [bad-period]"]),
        ({"association": "hoi-hai"}, ["results[0].association [result-association]"]),
        ({"activity": "hoi-thao"}, ["results[0].activity [result-activity]"]),
        ({"value": None}, ["results[0].value [empty-field]"]),
    ],
)
def test_each_mistake_is_found(tmp_path: Path, keys: dict[str, object], problems: list[str]) -> None:
    """At its own field."""
    given = {key: value for key, value in result(**keys).items() if value is not None}
    if "value" not in given:
        problems = ["results[0].value [missing-field]"]
    assert said(tmp_path, given) == problems


def test_all_mistakes_of_all_numbers_are_said_at_once(tmp_path: Path) -> None:
    """None hides another."""
    bad = result(value="x", unit="y", quote="z", association="hoi-hai", part_of="p", restates="q#r")
    rules = {line.rpartition("[")[2] for line in said(tmp_path, bad, bad)}
    assert rules == {
        "bad-number]",
        "unknown-unit]",
        "quote-not-in-body]",
        "result-association]",
        "part-of-nothing]",
        "restates-nothing]",
    }


def test_with_several_owners_a_number_says_whose_it_is(tmp_path: Path) -> None:
    """With one it is that one's."""
    two: dict[str, Any] = {"associations": ["hoi-mot", UNION], "activities": ["tap-huan", "hoi-thao"]}
    assert said(tmp_path / "1", result(), **two) == [
        "results[0].activity [result-whose]",
        "results[0].association [result-whose]",
    ]
    assert said(tmp_path / "2", result(association=UNION, activity="hoi-thao"), **two) == []


@pytest.mark.parametrize(
    ("value", "unit", "doubted"),
    [
        ("999", "triệu đồng", False),
        ("1.000", "triệu đồng", True),
        ("12.000", "triệu đồng", True),
        ("12.000", "đồng", False),
        ("100.000.000", "lượt người", False),
        ("100.000.001", "hội viên", True),
        ("100.001", "nghìn người", True),
    ],
)
def test_a_number_that_is_hard_to_believe_is_a_warning(tmp_path: Path, value: str, unit: str, doubted: bool) -> None:
    """Thousands of millions are mostly a dot too many; nobody reaches more people than there are. It stays as typed."""
    quote = f"có {value} {unit}"
    found = said(tmp_path, result(value=value, unit=unit, quote=quote), body=f"Hội {quote}.")
    assert found == (["results[0].value [implausible-result]"] if doubted else [])


def test_an_id_stands_once_in_an_article(tmp_path: Path) -> None:
    """Numbers without one may be many."""
    assert said(tmp_path / "1", result(id="a"), result(id="a")) == ["results[1].id [repeated-id]"]
    assert said(tmp_path / "2", result(), result()) == []


def test_a_part_is_part_of_a_number_of_its_own_article(tmp_path: Path) -> None:
    """By its id; a part needs no id of its own, and parts may have parts."""
    assert said(tmp_path / "1", result(id="a"), result(part_of="a"), result(part_of="a")) == []
    assert said(tmp_path / "2", result(id="a"), result(id="b", part_of="a"), result(part_of="b")) == []
    assert said(tmp_path / "3", result(part_of="a")) == ["results[0].part_of [part-of-nothing]"]


def test_numbers_are_not_part_of_each_other_in_a_circle(tmp_path: Path) -> None:
    """Each in the circle is told; one that leads into it is not in it."""
    found = said(tmp_path, result(id="a", part_of="b"), result(id="b", part_of="a"), result(id="c", part_of="a"))
    assert found == ["results[0].part_of [part-of-circle]", "results[1].part_of [part-of-circle]"]
    assert said(tmp_path / "2", result(id="a", part_of="a")) == ["results[0].part_of [part-of-circle]"]


def restating(folder: Path, first: dict[str, object], second: dict[str, object], **keys: object) -> list[str]:
    """The problems of two articles, `a` and `b`, with one number each."""
    files = small_site(
        {
            "news/2022/a.md": article("A", "2022-01-01", BODY, results=[result(**first)]),
            "news/2022/b.md": article("B", "2022-01-02", BODY, results=[result(**second)], **keys),
            "units.yml": UNITS,
        }
    )
    return [line.removeprefix("news/2022/") for line in reported(prepared(folder, files))]


def test_a_number_told_again_names_where_it_was_told(tmp_path: Path) -> None:
    """In another article, by its id there, and not in a circle."""
    assert restating(tmp_path / "1", {"restates": "b#n"}, {"id": "n"}) == []
    assert restating(tmp_path / "2", {"restates": "b#m"}, {"id": "n"}) == [
        "a.md:7: results[0].restates [restates-nothing]"
    ]
    assert restating(tmp_path / "3", {"id": "m", "restates": "a#m"}, {}) == [
        "a.md:7: results[0].restates [restates-same-article]"
    ]
    assert restating(tmp_path / "4", {"id": "m", "restates": "b#n"}, {"id": "n", "restates": "a#m"}) == [
        "a.md:7: results[0].restates [restates-circle]",
        "b.md:7: results[0].restates [restates-circle]",
    ]


def test_a_number_of_an_article_that_readers_cannot_see_yet(tmp_path: Path) -> None:
    """A warning: for now it counts as told first here."""
    assert restating(tmp_path, {"restates": "b#n"}, {"id": "n"}, status="draft") == [
        "a.md:7: results[0].restates [link-to-unpublished]"
    ]


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        ("2022-08-20T08:00", "2022-08-20T09:00", False),
        ("2022-08-20T08:00:00", "2022-08-20 08:00", False),
        ("2022-08-20T08:00", "2022-08-20", False),
        ("2022-08-20", "2022-08-20", False),
        ("2022-08-20", "2022-08", False),
        ("2022", "2022-01", False),
        ("2022-08-20T08:00", "2022-08-20T07:59", True),
        ("2022-08-20 08:00", "2022-08-20T07:59", True),
        ("2022-08-20T00:00", "2022-08-19", True),
        ("2022-09", "2022-08", True),
        ("2022-09", "2022-08-31T23:59", True),
    ],
)
def test_an_event_does_not_end_before_it_begins(tmp_path: Path, start: str, end: str, wrong: bool) -> None:
    """Vague dates hold all their moments; `T` and a space are the same."""
    found = said(tmp_path, event={"start": start, "end": end})
    assert found == (["event.end [event-order]"] if wrong else [])
