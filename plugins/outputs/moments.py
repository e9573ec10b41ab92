"""Moments as RFC 3339 writes them, which is what Atom, JSON Feed and sitemaps read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def rfc3339(moment: datetime) -> str:
    """Like 2022-07-02T08:00:00+07:00, to the second; UTC is `Z`.

    ValueError: no time zone, or an offset that is no whole minute, which RFC 3339 cannot write.
    """
    offset = moment.utcoffset()
    if offset is None or offset % timedelta(minutes=1):
        raise ValueError(f"a moment needs a time zone of whole minutes: {moment!r}")
    return moment.isoformat(timespec="seconds").removesuffix("+00:00") + ("" if offset else "Z")
