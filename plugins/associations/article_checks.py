"""Checks of an article against the register: the names it uses, its dates and its lengths."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import PurePosixPath

from associations.model import NO_DATE, Article
from associations.registry import Registry, unknown
from messages import reasons
from messages.problem import Problem, problem
from vietnamese.dates import partial_date_label, partial_end, short_date

EARLIEST_YEAR = 1983  # the year the national union of these associations was founded: no member's news is older
FAR_AHEAD = timedelta(days=366)
LONGEST_TITLE = 150
LONGEST_SUMMARY = 300


def check(article: Article, registry: Registry, now: datetime) -> list[Problem]:
    """What is wrong with an article's names and dates; `now` is the moment of the build."""
    dates = (*_dates(article, registry, now), *_changes(article, now))
    return [*_names(article, registry), *_pins(article, registry), *dates, *_texts(article)]


def _names(article: Article, registry: Registry) -> Iterator[Problem]:
    for field, slugs, known, rule in (
        ("associations", article.associations, registry.organisations, "unknown-association"),
        ("activities", article.activities, registry.activities, "unknown-activity"),
    ):
        for number, slug in enumerate(slugs):
            place = f"{field}[{number}]"
            if slug and slug not in known:
                yield unknown(rule, article, field, slug, known, place)
            elif slug and slug in slugs[:number]:
                yield problem("repeated-value", article.path, article.line(place), field, value=slug)


def _pins(article: Article, registry: Registry) -> Iterator[Problem]:
    for pin in article.body.pins:
        if pin.slug not in registry.organisations:
            guess = unknown("unknown-pin", article, "body", pin.slug, registry.organisations)
            yield Problem(article.path, pin.line, "body", guess.rule, guess.severity, guess.message, guess.remedy)


def _dates(article: Article, registry: Registry, now: datetime) -> Iterator[Problem]:
    if article.date == NO_DATE:
        return
    line = article.line("date")
    folder = PurePosixPath(article.path).parent.name
    if folder != f"{article.date:%Y}":
        moved = f"news/{article.date:%Y}/{article.slug}.md"
        year = article.date.year
        yield problem("folder-year", article.path, line, "date", year=year, folder=folder, old=article.path, new=moved)
    why = _implausible(article.date, now)
    if why:
        yield problem("implausible-date", article.path, line, "date", value=short_date(article.date), why=why)
    for number, slug in enumerate(article.associations):
        body = registry.associations.get(slug)
        ended = body.ended.date if body and body.ended else ""
        if body and ended and article.date.date() > partial_end(ended):
            yield problem(
                "after-association-ended",
                article.path,
                article.line(f"associations[{number}]"),
                "associations",
                date=short_date(article.date),
                name=body.short_name,
                ended=partial_date_label(ended),
            )


def _changes(article: Article, now: datetime) -> Iterator[Problem]:
    """What is still to come may say when it will have been changed on its own day."""
    if article.date == NO_DATE:
        return
    if article.modified and article.modified.date() < article.date.date():
        value = short_date(article.modified)
        yield problem("modified-before-date", article.path, article.line("modified"), "modified", value=value)
    for change in article.changes:
        if change.since > max(article.date, now):
            yield problem("change-ahead", article.path, article.line(change.field), change.field, value=change.text)


def _implausible(date: datetime, now: datetime) -> str:
    if date.year < EARLIEST_YEAR:
        return reasons.BEFORE_YEAR.format(year=EARLIEST_YEAR)
    return reasons.FAR_AHEAD if date - now > FAR_AHEAD else ""


def _texts(article: Article) -> Iterator[Problem]:
    for field, text, limit, rule in (
        ("title", article.title, LONGEST_TITLE, "title-too-long"),
        ("summary", article.summary, LONGEST_SUMMARY, "summary-too-long"),
    ):
        if len(text) > limit:
            yield problem(rule, article.path, article.line(field), field, count=len(text), limit=limit)
    if article.status == "withdrawn" and not article.withdrawn:
        yield problem("withdrawn-without-reason", article.path, article.line("status"), "withdrawn")
    if article.withdrawn and article.status != "withdrawn":
        yield problem("withdrawn-without-status", article.path, article.line("withdrawn"), "status")
