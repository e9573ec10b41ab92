"""What an article reports besides its text: results and an event."""

from __future__ import annotations

from associations.model import Article, Event, Result
from associations.pages import parts
from associations.site import Site
from associations.views import EventBox, Note, ResultRow
from messages import texts
from vietnamese.dates import (
    long_date,
    parse_date_time,
    partial_date_label,
    period_label,
    short_date,
    weekday,
)


def result_rows(site: Site, article: Article) -> tuple[ResultRow, ...]:
    """The results of an article, every part below its whole."""
    by_id = {result.id: result for result in article.results if result.id}
    wholes = [result for result in article.results if result.part_of not in by_id]
    rows: list[ResultRow] = []
    waiting = [(result, False) for result in reversed(wholes)]
    while waiting:
        result, part = waiting.pop()
        rows.append(_row(site, article, result, part))
        if result.id:
            waiting += [(other, True) for other in reversed(article.results) if other.part_of == result.id]
    return tuple(rows)


def _row(site: Site, article: Article, result: Result, part: bool) -> ResultRow:
    body = site.registry.organisations[result.association or article.associations[0]]
    period = result.period or article.period
    return ResultRow(
        association=parts.body_link(site, body, body.name_on(article.date.date())),
        quote=result.quote,
        qualifier=result.qualifier,
        value=result.value,
        unit=result.unit,
        period=period_label(period) if period else "",
        part=part,
    )


def event_box(event: Event) -> EventBox:
    """When and where; a partial date is a plan."""
    changes = tuple(Note(partial_date_label(change.date), change.note) for change in event.changes)
    return EventBox(event.start, moment_label(event.start), moment_label(event.end), event.place, event.status, changes)


def moment_label(moment: str) -> str:
    """A moment in words: with its hour, its day, or as a plan where only the month or the year is known."""
    when = parse_date_time(moment) if moment else None
    if when is None:
        return texts.PLANNED.format(when=partial_date_label(moment)) if moment else ""
    return long_date(when) if len(moment) > len("2022-08-20") else f"{weekday(when)}, {short_date(when)}"
