"""Dates as they are written and shown."""

from datetime import date, datetime

import pytest

from vietnamese import dates


def test_long_date_names_the_weekday() -> None:
    """The form of Vietnamese news sites."""
    assert dates.long_date(datetime(2022, 8, 5, 9, 48)) == "Thứ Sáu, 05/08/2022, 09:48"


def test_weekdays() -> None:
    """1 August 2022 was a Monday."""
    names = [dates.weekday(date(2022, 8, day)) for day in range(1, 8)]
    assert names == ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"]


def test_short_forms() -> None:
    """Days and months have two digits in a date, a month alone has as many as it needs."""
    assert dates.short_date(date(2022, 8, 5)) == "05/08/2022"
    assert dates.month_label(2022, 8) == "Tháng 8/2022"


@pytest.mark.parametrize(
    ("text", "label"),
    [("2022", "năm 2022"), ("2022-07", "tháng 7/2022"), ("2022-07-02", "ngày 02/07/2022")],
)
def test_labels_of_partial_dates(text: str, label: str) -> None:
    """As exact as what is known."""
    assert dates.partial_date_label(text) == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2022-H1", "6 tháng đầu năm 2022"),
        ("2022-H2", "6 tháng cuối năm 2022"),
        ("2022-Q1", "quý I/2022"),
        ("2022-Q2", "quý II/2022"),
        ("2022-Q3", "quý III/2022"),
        ("2022-Q4", "quý IV/2022"),
        ("2022-07", "tháng 7/2022"),
        ("2022", "năm 2022"),
    ],
)
def test_labels_of_periods(text: str, label: str) -> None:
    """Halves, quarters, months, years."""
    assert dates.is_period(text)
    assert dates.period_label(text) == label


@pytest.mark.parametrize(
    "text", ["", "2022-H3", "2022-Q5", "2022-Q0", "2022-h1", "2022-13", "2022-07-02", "0999", "22"]
)
def test_what_is_no_period(text: str) -> None:
    """A day is no period; a label is refused where there is none."""
    assert not dates.is_period(text)
    with pytest.raises(ValueError, match="not a period"):
        dates.period_label(text)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2022-07-02", datetime(2022, 7, 2)),
        ("2022-07-02T08:00", datetime(2022, 7, 2, 8)),
        ("2022-07-02 08:00", datetime(2022, 7, 2, 8)),
        ("2022-07-02T08:05:09", datetime(2022, 7, 2, 8, 5, 9)),
        ("2024-02-29", datetime(2024, 2, 29)),
        ("9999-12-31T23:59:59", datetime(9999, 12, 31, 23, 59, 59)),
    ],
)
def test_date_times(text: str, moment: datetime) -> None:
    """Year, month, day; a date alone is its midnight; naive, for it is Vietnam's time."""
    assert dates.parse_date_time(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2022",
        "2022-07",
        "2022-7-2",
        "02/07/2022",
        "2022-02-30",
        "2023-02-29",
        "2022-13-01",
        "2022-00-10",
        "0999-01-01",
        "2022-07-02T24:00",
        "2022-07-02T08:60",
        "2022-07-02T08",
        "2022-07-02t08:00",
        "2022-07-02  08:00",
        "2022-07-02T08:00:00.5",
        "2022-07-02T08:00Z",
        "2022-07-02T08:00+07:00",
        "2022-07-02\n",
        " 2022-07-02",
        "２０２２-07-02",
        "2022-07-0٢",
        "20220702",
        "2022-W26-6",
    ],
)
def test_what_is_no_date_time(text: str) -> None:
    """Only the written forms, ASCII digits, days and times that exist; nothing is guessed."""
    assert dates.parse_date_time(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "2022-07-02Z",
        "2022-07-02+07:00",
        "2022-07-02T08:00Z",
        "2022-07-02T08:00:00z",
        "2022-07-02T08:00+07:00",
        "2022-07-02T08:00-03",
        "2022-07-02 08:00 +0700",
    ],
)
def test_offsets_are_recognised(text: str) -> None:
    """So that the problem can say what is wrong with it."""
    assert dates.has_offset(text)
    assert dates.parse_date_time(text) is None


@pytest.mark.parametrize("text", ["2022-07-02", "2022-07-02T08:00", "2022-07", "Z", "2022-07-02T08:00+", "2022Z", ""])
def test_no_offset(text: str) -> None:
    """A date's own hyphens are no offset."""
    assert not dates.has_offset(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2022-02", date(2022, 2, 1), date(2022, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022-12", date(2022, 12, 1), date(2022, 12, 31)),
        ("2022-07-02", date(2022, 7, 2), date(2022, 7, 2)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_days_of_a_partial_date(text: str, first: date, last: date) -> None:
    """From its first day to its last, which still belongs to it."""
    assert dates.is_partial_date(text)
    assert (dates.partial_start(text), dates.partial_end(text)) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "0999", "22", "2022-", "2022-00", "2022-13", "2022-7", "2022-02-30", "2022-H1", "2022\n"]
)
def test_what_is_no_partial_date(text: str) -> None:
    """Only the three forms, and only days that exist; what asks for its days or label gets a ValueError."""
    assert not dates.is_partial_date(text)
    for function in (dates.partial_start, dates.partial_end, dates.partial_date_label):
        with pytest.raises(ValueError):
            function(text)
