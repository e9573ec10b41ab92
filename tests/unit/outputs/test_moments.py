"""Moments are written as RFC 3339 says, or refused."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from outputs.moments import EPOCH, rfc3339


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (datetime(2022, 7, 2, 8, 5, 9, tzinfo=timezone(timedelta(hours=7))), "2022-07-02T08:05:09+07:00"),
        (datetime(2022, 7, 2, 8, 5, 9, 999_999, tzinfo=UTC), "2022-07-02T08:05:09Z"),
        (datetime(2022, 7, 2, tzinfo=timezone(-timedelta(hours=3, minutes=30))), "2022-07-02T00:00:00-03:30"),
        (EPOCH, "1970-01-01T00:00:00Z"),
    ],
)
def test_a_moment_is_written_to_the_second_with_its_offset(moment: datetime, written: str) -> None:
    """UTC is Z."""
    assert rfc3339(moment) == written


@pytest.mark.parametrize("zone", [None, timezone(timedelta(hours=7, minutes=6, seconds=30))])
def test_an_offset_that_cannot_be_written_is_refused(zone: timezone | None) -> None:
    """None at all, or one of seconds, as local mean time had."""
    with pytest.raises(ValueError, match="time zone"):
        rfc3339(datetime(1900, 1, 1, tzinfo=zone))
