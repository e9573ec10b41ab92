"""Dates as editors write them and as readers see them; no locale, no clock.

Written: date-times `2022-07-02`, `2022-07-02T08:00`, `2022-07-02 08:00:00`, always Vietnam's time and so naive;
partial dates `2022`, `2022-07`, `2022-07-02`; periods `2022`, `2022-H1`, `2022-Q3`, `2022-07`.
Only ASCII digits, years 1000–9999, days that exist.
"""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))
"""Without summer time; what an article's date means (in the south the clock was otherwise until 1975)."""
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
_HALVES = {"H1": "6 tháng đầu năm", "H2": "6 tháng cuối năm"}
_QUARTERS = {"Q1": "quý I", "Q2": "quý II", "Q3": "quý III", "Q4": "quý IV"}

_DATE = "([1-9][0-9]{3})-([0-9]{2})-([0-9]{2})"
_TIME = "[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?"
_DATE_TIME = re.compile(f"{_DATE}(?:{_TIME})?")
_WITH_OFFSET = re.compile(f"{_DATE}(?:{_TIME})? ?(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}})|{_DATE}{_TIME} ?[+-][0-9]{{2}}", re.I)
_PARTIAL = re.compile("([1-9][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_PERIOD = re.compile("([1-9][0-9]{3})-(H[12]|Q[1-4])")


def weekday(day: date) -> str:
    """Thứ Hai to Chủ Nhật."""
    return _WEEKDAYS[day.weekday()]


def short_date(day: date) -> str:
    """Like 05/08/2022."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def long_date(moment: datetime) -> str:
    """Like "Thứ Sáu, 05/08/2022, 09:48", of the time as it stands in `moment`."""
    return f"{weekday(moment)}, {short_date(moment)}, {moment.hour:02}:{moment.minute:02}"


def in_vietnam(moment: datetime) -> datetime:
    """A naive moment of ours with its offset, +07:00."""
    return moment.replace(tzinfo=VIETNAM)


def month_label(year: int, month: int) -> str:
    """Like "Tháng 8/2022", a heading."""
    return f"Tháng {month}/{year}"


def partial_date_label(text: str) -> str:
    """Like "năm 2022", "tháng 7/2022", "ngày 02/07/2022", to stand in a sentence. ValueError: no partial date."""
    first, _ = _span(text)
    return {4: f"năm {first.year}", 7: f"tháng {first.month}/{first.year}"}.get(len(text), f"ngày {short_date(first)}")


def period_label(text: str) -> str:
    """Like "6 tháng đầu năm 2022", "quý III/2022", "tháng 7/2022", "năm 2022". ValueError: no period."""
    if not is_period(text):
        raise ValueError(f"not a period: {text!r}")
    year, _, part = text.partition("-")
    if part in _HALVES:
        return f"{_HALVES[part]} {year}"
    return f"{_QUARTERS[part]}/{year}" if part in _QUARTERS else partial_date_label(text)


def parse_date_time(text: str) -> datetime | None:
    """The naive moment that the text names in Vietnam's time; a date alone is its 00:00. None: anything else."""
    match = _DATE_TIME.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
    try:
        return datetime(year, month, day, hour, minute, second)
    except ValueError:  # 30 February, 25:00
        return None


def has_offset(text: str) -> bool:
    """Whether it is written like a date-time with a zone (`Z`, `+07:00`), which none has here; `2022-13-45Z` too."""
    return _WITH_OFFSET.fullmatch(text) is not None


def is_partial_date(text: str) -> bool:
    """Whether it is a year, a month or a day that exists."""
    try:
        _span(text)
    except ValueError:
        return False
    return True


def is_period(text: str) -> bool:
    """Whether it is a year, a half, a quarter or a month; a day is none."""
    return _PERIOD.fullmatch(text) is not None or (len(text) < len("2022-07-02") and is_partial_date(text))


def partial_start(text: str) -> date:
    """The first day of a partial date. ValueError: no partial date."""
    return _span(text)[0]


def partial_end(text: str) -> date:
    """The last day that still belongs to a partial date. ValueError: no partial date."""
    return _span(text)[1]


def _span(text: str) -> tuple[date, date]:
    """First and last day of a partial date. ValueError: no partial date, or a day that does not exist."""
    match = _PARTIAL.fullmatch(text)
    if match is None:
        raise ValueError(f"not a partial date: {text!r}")
    year, month, day = (int(part or 0) for part in match.groups())
    first = date(year, month if match[2] else 1, day if match[3] else 1)
    if match[3]:
        return first, first
    last_month = month if match[2] else 12
    return first, date(year, last_month, monthrange(year, last_month)[1])
