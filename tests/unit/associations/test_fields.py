"""Types of values: what each takes as typed, what it refuses, and under which rule."""

from datetime import datetime
from typing import Any

import pytest

from associations import scalars
from associations.fields import Group, Key, Kind, Listing, TextByRule, read_keys
from associations.model import Note
from associations.reading import Reading
from associations.scalars import (
    AUTHORITY_TEXT,
    DATE_TIME,
    FORMER_ADDRESS_TEXT,
    FRACTION,
    MOMENT,
    PARTIAL_DATE,
    PERIOD,
    TEXT,
    TRUTH,
    WEB,
    WHOLE_NUMBER,
    Choice,
)
from frontmatter.reader import read_yaml

COLOURS = Choice("red", "blue", default="red")
NOTE = Group(Note, Key("date", PARTIAL_DATE, "ngày", required=True), Key("note", TEXT, "nội dung", required=True))


def read(kind: Kind, typed: str) -> tuple[Any, list[tuple[int, str, str]]]:
    """The value that a kind makes of what stands after `k:`, and its problems as (line, field, rule)."""
    mapping, problems = read_yaml(f"k: {typed}\n".encode(), "x.yml")
    assert mapping is not None
    assert problems == []
    reading = Reading("x.yml")
    value = kind.read(mapping.entries[0].value, "k", reading)
    return value, [(p.line, p.field, p.rule) for p in reading.problems]


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (TEXT, "12.000", "12.000"),
        (TEXT, "01", "01"),
        (TEXT, "9:48", "9:48"),
        (TEXT, "no", "no"),
        (TEXT, "0222355123", "0222355123"),
        (TEXT, "'  a  '", "a"),
        (DATE_TIME, "2022-07-02", datetime(2022, 7, 2)),
        (DATE_TIME, "2022-07-02T08:00", datetime(2022, 7, 2, 8)),
        (DATE_TIME, "2022-07-02 08:00:30", datetime(2022, 7, 2, 8, 0, 30)),
        (PARTIAL_DATE, "2022", "2022"),
        (PARTIAL_DATE, "2022-07", "2022-07"),
        (PARTIAL_DATE, "2024-02-29", "2024-02-29"),
        (MOMENT, "2022-08-20T08:00", "2022-08-20T08:00"),
        (MOMENT, "2022-08", "2022-08"),
        (PERIOD, "2022-H1", "2022-H1"),
        (PERIOD, "2022-Q3", "2022-Q3"),
        (WHOLE_NUMBER, "103", 103),
        (WHOLE_NUMBER, "0", 0),
        (WHOLE_NUMBER, "007", 7),
        (TRUTH, "true", True),
        (TRUTH, "Có", True),
        (TRUTH, "on", True),
        (TRUTH, "no", False),
        (TRUTH, "không", False),
        (FRACTION, "0.5", "0.5"),
        (FRACTION, "1", "1"),
        (WEB, "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (WEB, "HTTP://EXAMPLE.ORG", "HTTP://EXAMPLE.ORG"),
        (WEB, "https://hội.vn/bài", "https://hội.vn/bài"),
        (FORMER_ADDRESS_TEXT, "/tin/2021/bai-cu/", "/tin/2021/bai-cu/"),
        (FORMER_ADDRESS_TEXT, "/a%20b.html", "/a%20b.html"),
        (FORMER_ADDRESS_TEXT, "/" + "abcdefghi/" * 29 + "a" * 9, "/" + "abcdefghi/" * 29 + "a" * 9),
        (FORMER_ADDRESS_TEXT, "/" + "a" * 255, "/" + "a" * 255),
        (AUTHORITY_TEXT, "lienhiephoi.example,2024", "lienhiephoi.example,2024"),
        (AUTHORITY_TEXT, "hoi@lienhiephoi.example,2024-07-01", "hoi@lienhiephoi.example,2024-07-01"),
        (COLOURS, "blue", "blue"),
        (Listing(TEXT), "[a, 01, no]", ("a", "01", "no")),
        (Listing(FRACTION, 2), "[0.5, 0.3]", ("0.5", "0.3")),
        (NOTE, "{date: 2022, note: x}", Note(date="2022", note="x")),
        (Listing(NOTE), "[{date: 2022, note: x}]", (Note(date="2022", note="x"),)),
        (TextByRule(), "{implausible-result: đúng như gốc}", {"implausible-result": "đúng như gốc"}),
    ],
)
def test_a_good_value_is_taken_as_typed(kind: Kind, typed: str, value: object) -> None:
    """YAML gives no types: the schema asks for them."""
    assert read(kind, typed) == (value, [])


@pytest.mark.parametrize(
    ("kind", "typed", "rule"),
    [
        (TEXT, "[a]", "wrong-type"),
        (TEXT, "{a: b}", "wrong-type"),
        (DATE_TIME, "03/05/2024", "bad-date"),
        (DATE_TIME, "2022-02-30", "bad-date"),
        (DATE_TIME, "2022-07", "bad-date"),
        (DATE_TIME, "2022-07-02T25:00", "bad-date"),
        (DATE_TIME, "2022-07-02T08:00Z", "date-offset"),
        (DATE_TIME, "2022-07-02T08:00+07:00", "date-offset"),
        (DATE_TIME, "hôm nay", "bad-date"),
        (DATE_TIME, "٢٠٢٢-٠٧-٠٢", "bad-date"),
        (PARTIAL_DATE, "2022-13", "bad-date"),
        (PARTIAL_DATE, "22", "bad-date"),
        (MOMENT, "2022-H1", "bad-date"),
        (MOMENT, "2022-08-20T08:00Z", "date-offset"),
        (PERIOD, "2022-H3", "bad-period"),
        (PERIOD, "2022-07-02", "bad-period"),
        (WHOLE_NUMBER, "12.000", "bad-number"),
        (WHOLE_NUMBER, "-1", "bad-number"),
        (WHOLE_NUMBER, "1" * 16, "bad-number"),
        (WHOLE_NUMBER, "١٢", "bad-number"),
        (TRUTH, "maybe", "bad-value"),
        (TRUTH, "1", "bad-value"),
        (FRACTION, "1.5", "bad-number"),
        (FRACTION, "50%", "bad-number"),
        (FRACTION, "-0.1", "bad-number"),
        (WEB, "example.org", "bad-web-address"),
        (WEB, "javascript:alert(1)", "bad-web-address"),
        (WEB, "https://", "bad-web-address"),
        (WEB, "https://a b", "bad-web-address"),
        (WEB, "'https://a\"onclick='", "bad-web-address"),
        (WEB, "ftp://example.org", "bad-web-address"),
        (FORMER_ADDRESS_TEXT, "tin/", "bad-former-address"),
        (FORMER_ADDRESS_TEXT, "//evil.example/", "bad-former-address"),
        (FORMER_ADDRESS_TEXT, "/a/../b", "bad-former-address"),
        (FORMER_ADDRESS_TEXT, "/a/%2e%2e/b", "bad-former-address"),
        (FORMER_ADDRESS_TEXT, "/a/.%2e/b", "bad-former-address"),
        (FORMER_ADDRESS_TEXT, "/a%2f..%2fb", "bad-former-address"),
        (FORMER_ADDRESS_TEXT, "/a%00", "bad-former-address"),
        (FORMER_ADDRESS_TEXT, "/bài/", "bad-former-address"),
        (FORMER_ADDRESS_TEXT, "/a?b", "bad-former-address"),
        (FORMER_ADDRESS_TEXT, "/" + "a" * 256, "bad-former-address"),
        (FORMER_ADDRESS_TEXT, "/" + "abcdefghi/" * 30, "bad-former-address"),
        (FORMER_ADDRESS_TEXT, "/a//b", "bad-former-address"),
        (FORMER_ADDRESS_TEXT, "/a/%2fb", "bad-former-address"),
        (FORMER_ADDRESS_TEXT, "/%5c..%5cb", "bad-former-address"),
        (FORMER_ADDRESS_TEXT, "/C%3a/b", "bad-former-address"),
        (FORMER_ADDRESS_TEXT, "/a%0d%0ab", "bad-former-address"),
        (FORMER_ADDRESS_TEXT, "/a%FFb", "bad-former-address"),
        (FORMER_ADDRESS_TEXT, "/a%b", "bad-former-address"),
        (FORMER_ADDRESS_TEXT, "/.well-known/b", "bad-former-address"),
        (AUTHORITY_TEXT, "https://lienhiephoi.example", "bad-feed-authority"),
        (AUTHORITY_TEXT, "lienhiephoi.example", "bad-feed-authority"),
        (AUTHORITY_TEXT, "a<b>.example,2024", "bad-feed-authority"),
        (COLOURS, "green", "bad-value"),
        (COLOURS, "[red]", "wrong-type"),
        (Listing(TEXT), "a, b", "wrong-type"),
        (Listing(TEXT), "[a, [b]]", "wrong-type"),
        (Listing(FRACTION, 2), "[0.5]", "wrong-type"),
        (NOTE, "x", "wrong-type"),
        (NOTE, "[]", "wrong-type"),
        (TextByRule(), "implausible-result", "wrong-type"),
        (TextByRule(), "{no-such-rule: x}", "acknowledged-rule"),
        (TextByRule(), "{unknown-key: x}", "acknowledged-rule"),
        (TextByRule(), "{implausible-result: ''}", "empty-field"),
    ],
)
def test_a_bad_value_is_one_problem(kind: Kind, typed: str, rule: str) -> None:
    """Under its own rule, in its line, and the default stands in for it."""
    value, problems = read(kind, typed)
    assert [(line, found) for line, _, found in problems] == [(1, rule)]
    if not isinstance(kind, Listing):
        assert value == kind.default


@pytest.mark.parametrize(
    ("typed", "rule"), [('"a\\x07b"', "control-characters"), ("C¸c héi thµnh viªn cña Liªn hiÖp", "legacy-font")]
)
def test_text_that_readers_could_not_read_is_a_warning(typed: str, rule: str) -> None:
    """It is kept as it is: an editor may know better."""
    value, problems = read(TEXT, typed)
    assert value
    assert [found for _, _, found in problems] == [rule]


def test_an_empty_item_of_a_list_is_a_problem_in_its_own_line() -> None:
    """`- ` with nothing behind it; it keeps its place, so that the lines of the others stay right."""
    value, problems = read(Listing(TEXT), "\n  - a\n  -\n  - c")
    assert value == ("a", "", "c")
    assert problems == [(3, "k", "empty-item")]
    assert read(Listing(NOTE), "\n  -\n  - {date: 2022, note: x}")[0] == (Note(), Note(date="2022", note="x"))


def test_every_problem_of_a_group_is_found_at_once() -> None:
    """Unknown, missing, empty and wrong keys together, each with its line and its path."""
    mapping, _ = read_yaml(b"notes:\n  - date: 2022-99\n    nte: x\n  - note:\n", "x.yml")
    assert mapping is not None
    reading = Reading("x.yml")
    values = read_keys(mapping, (Key("notes", Listing(NOTE), "", required=True), Key("b", TEXT, "", True)), "", reading)
    assert {(p.line, p.field, p.rule) for p in reading.problems} == {
        (2, "notes[0].date", "bad-date"),
        (3, "notes[0].nte", "unknown-key"),
        (2, "notes[0].note", "missing-field"),
        (4, "notes[1].note", "empty-field"),
        (4, "notes[1].date", "missing-field"),
        (1, "b", "missing-field"),
    }
    assert values["notes"] == (Note(), Note())


def test_a_misspelt_key_is_met_with_what_was_meant() -> None:
    """Of the keys of that place."""
    mapping, _ = read_yaml(b"nte: x\n", "x.yml")
    assert mapping is not None
    reading = Reading("x.yml")
    read_keys(mapping, NOTE.keys, "", reading)
    assert 'ý bạn là "note"?' in {p.remedy for p in reading.problems}


def test_the_lines_of_all_fields_are_known() -> None:
    """Checks of later stages name them; so are the lines of list items."""
    mapping, _ = read_yaml(b"a: x\nnotes:\n  - date: 2022\n    note: x\nl:\n  - p\n  - q\n", "x.yml")
    assert mapping is not None
    reading = Reading("x.yml")
    keys = (Key("a", TEXT, ""), Key("notes", Listing(NOTE), ""), Key("l", Listing(TEXT), ""))
    read_keys(mapping, keys, "", reading)
    wanted = {"a": 1, "notes": 2, "notes[0]": 3, "notes[0].date": 3, "notes[0].note": 4, "l": 5, "l[0]": 6, "l[1]": 7}
    assert reading.lines == wanted


@pytest.mark.parametrize("name", [name for name in dir(scalars) if isinstance(getattr(scalars, name), scalars.Text)])
def test_a_type_is_described_to_editors_by_an_example_that_it_takes(name: str) -> None:
    """The remedy of a wrong type shows it."""
    kind = getattr(scalars, name)
    assert kind.name
    if kind.example not in ("…", "https://…"):
        assert read(kind, kind.example)[1] == []
