"""When time alone changes the site: between two of these moments every build of the same content is the same.

Whatever compares something with `Visibility.now` has its moment here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from associations.article_checks import FAR_AHEAD
from associations.model import Article, Association, Record
from associations.pages.sitemaps import NEWS_AGE
from vietnamese.dates import partial_start


def span(records: Iterable[Record], now: datetime) -> tuple[datetime, datetime]:
    """The last of them up to `now` and the first after it."""
    moments = [moment for record in records for moment in _of(record)]
    before = max((moment for moment in moments if moment <= now), default=datetime.min)
    return before, min((moment for moment in moments if moment > now), default=datetime.max)


def _of(record: Record) -> Iterator[datetime]:
    if isinstance(record, Article):
        yield _after(record.date, NEWS_AGE)
        if record.date - datetime.min > FAR_AHEAD:
            yield record.date - FAR_AHEAD
        if record.pin_until:
            yield record.pin_until
        # What counts as some seconds later is not later than now: for so many seconds it is now.
        for moment in (record.date, *(change.since for change in record.changes)):
            yield from (_after(moment, timedelta(seconds=number)) for number in range(len(record.changes) + 1))
    if isinstance(record, Association):
        ends = (record.ended and record.ended.date, record.member and record.member.until)
        yield from (_start(partial_start(end)) for end in ends if end)


def _after(moment: datetime, age: timedelta) -> datetime:
    """The last moment of all, where there is none so late."""
    return moment + age if datetime.max - moment > age else datetime.max


def _start(day: date) -> datetime:
    return datetime.combine(day, time.min)
