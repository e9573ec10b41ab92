"""Checks of the numbers that articles report: each has a unit, an owner and a quote that holds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, time
from decimal import Decimal

from associations.model import Article, Result, Unit
from associations.registry import Registry, unknown
from associations.visibility import Visibility
from messages import reasons
from messages.problem import Problem, problem
from vietnamese.dates import is_partial_date, parse_date_time, partial_end, partial_start
from vietnamese.numbers import parse_number

MILLION = 1_000_000
A_NUMBER = {"expected": reasons.NUMBER, "example": reasons.NUMBER_EXAMPLE}
PEOPLE = 100_000_000  # about as many as live in Vietnam


def check(articles: Sequence[Article], registry: Registry, visibility: Visibility) -> list[Problem]:
    """What is wrong with the results and events of all articles, and where they refer to nothing."""
    hidden = {a.slug: a.title for a in articles if visibility.state(a)}
    known = {f"{a.slug}#{r.id}": r for a in articles for r in a.results if r.id}
    problems: list[Problem] = []
    for article in articles:
        ids: dict[str, Result] = {}
        for number, result in enumerate(article.results):
            field = f"results[{number}]"
            if result.id and result.id in ids:
                line = article.line(f"{field}.id")
                problems.append(problem("repeated-id", article.path, line, f"{field}.id", value=result.id))
            if result.id:
                ids.setdefault(result.id, result)
            problems += _owner(article, result, field)
            problems += _value(article, result, field, registry)
        for number, result in enumerate(article.results):
            problems += _references(article, result, f"results[{number}]", ids, known)
            problems += _unpublished(article, result, f"results[{number}].restates", hidden)
        problems += _event(article)
    return problems


def _owner(article: Article, result: Result, field: str) -> Iterator[Problem]:
    for key, value, owners, kind in (
        ("association", result.association, article.associations, reasons.OWNER_ASSOCIATION),
        ("activity", result.activity, article.activities, reasons.OWNER_ACTIVITY),
    ):
        place = f"{field}.{key}"
        if value and value not in owners:
            yield unknown(f"result-{key}", article, place, value, owners)
        elif not value and len(owners) > 1:
            line = article.line(field)
            yield problem("result-whose", article.path, line, place, kind=kind, key=key)


def _value(article: Article, result: Result, field: str, registry: Registry) -> Iterator[Problem]:
    number = parse_number(result.value)
    if result.value and number is None:
        line = article.line(f"{field}.value")
        yield problem("bad-number", article.path, line, f"{field}.value", value=result.value, **A_NUMBER)
    unit = registry.units.get(result.unit)
    if result.unit and unit is None:
        yield unknown("unknown-unit", article, f"{field}.unit", result.unit, registry.units)
    why = _implausible(number, unit) if number is not None and unit else ""
    if why:
        line = article.line(f"{field}.value")
        yield problem(
            "implausible-result", article.path, line, f"{field}.value", value=result.value, unit=result.unit, why=why
        )


def _implausible(number: Decimal | int, unit: Unit) -> str:
    if unit.kind == "money" and unit.factor == MILLION and number >= 1000:
        return reasons.WRITTEN_IN_BILLIONS  # so usually a dot too many
    return reasons.MORE_THAN_ALL if unit.kind in ("persons", "members") and number * unit.factor > PEOPLE else ""


def _references(
    article: Article, result: Result, field: str, ids: Mapping[str, Result], known: Mapping[str, Result]
) -> Iterator[Problem]:
    if result.part_of:
        place = f"{field}.part_of"
        if result.part_of not in ids:
            yield problem("part-of-nothing", article.path, article.line(place), place, value=result.part_of)
        elif _returns(result, lambda r: ids.get(r.part_of)):
            yield problem("part-of-circle", article.path, article.line(place), place)
    if result.restates:
        place = f"{field}.restates"
        if result.restates not in known:
            yield unknown("restates-nothing", article, place, result.restates, known)
        elif result.restates.partition("#")[0] == article.slug:
            line = article.line(place)
            yield problem("restates-same-article", article.path, line, place, value=result.restates)
        elif _returns(result, lambda r: known.get(r.restates)):
            yield problem("restates-circle", article.path, article.line(place), place)


def _unpublished(article: Article, result: Result, place: str, hidden: Mapping[str, str]) -> Iterator[Problem]:
    """For readers the other article is still to come."""
    slug = result.restates.partition("#")[0]
    if slug in hidden and article.slug not in hidden:
        yield problem("link-to-unpublished", article.path, article.line(place), place, value=hidden[slug])


def _returns(start: Result, follow: Callable[[Result], Result | None]) -> bool:
    """Whether following from `start` ever comes back to it."""
    seen: list[Result] = []
    step = follow(start)
    while step is not None and not any(step is old for old in seen):
        if step is start:
            return True
        seen.append(step)
        step = follow(step)
    return False


def _event(article: Article) -> Iterator[Problem]:
    event = article.event
    if event and event.start and event.end and _start(event.start) > _end(event.end):
        yield problem("event-order", article.path, article.line("event.end"), "event.end")


def _start(moment: str) -> datetime:
    return _exact(moment) or datetime.combine(partial_start(moment), time.min)


def _end(moment: str) -> datetime:
    return _exact(moment) or datetime.combine(partial_end(moment), time.max)


def _exact(moment: str) -> datetime | None:
    return None if is_partial_date(moment) else parse_date_time(moment)
