"""Checks of the profiles' dates: membership, ends, names and terms that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from associations.model import Association, DocumentProfile, Organisation
from associations.registry import Registry, unknown
from messages import reasons
from messages.problem import Problem, problem
from vietnamese.dates import partial_end, partial_start

NEEDS_HEIR = ("merged", "split")


def check(registry: Registry) -> list[Problem]:
    """Everything in the profiles that can't be true at once, and ends that lead nowhere or in a circle."""
    problems: list[Problem] = []
    for body in registry.organisations.values():
        problems += _terms(body)
        if isinstance(body, Association):
            problems += _membership(body)
            problems += _end(body, registry)
    for document in registry.documents.values():
        problems += _document(document)
    return problems


def _after(first: str, second: str) -> bool:
    """Whether `first` is certainly later than `second`; unknown dates and overlapping partial ones are not."""
    return bool(first and second) and partial_start(first) > partial_end(second)


def _contradiction(body: Organisation | DocumentProfile, field: str, what: str) -> Problem:
    return problem("contradictory-dates", body.path, body.line(field), field, what=what)


def _terms(body: Organisation) -> Iterator[Problem]:
    for number, officer in enumerate(body.officers):
        if _after(officer.since, officer.until):
            yield _contradiction(body, f"officers[{number}].until", reasons.TERM_ENDS_FIRST)
    for number, former in enumerate(body.former_names):
        if _after(body.founded, former.until):
            yield _contradiction(body, f"former_names[{number}].until", reasons.NAME_BEFORE_FOUNDING)


def _membership(body: Association) -> Iterator[Problem]:
    member, ended = body.member, body.ended
    if member:
        if _after(member.since, member.until):
            yield _contradiction(body, "member.until", reasons.LEFT_BEFORE_JOINING)
        if _after(body.founded, member.since):
            yield _contradiction(body, "member.from", reasons.JOINED_BEFORE_FOUNDING)
        if ended and _after(member.since, ended.date):
            yield _contradiction(body, "member.from", reasons.JOINED_AFTER_END)
        if ended and _after(member.until, ended.date):
            yield _contradiction(body, "member.until", reasons.MEMBER_AFTER_END)
    if ended and _after(body.founded, ended.date):
        yield _contradiction(body, "ended.date", reasons.ENDED_BEFORE_FOUNDING)
    if ended:
        for number, former in enumerate(body.former_names):
            if _after(former.until, ended.date):
                yield _contradiction(body, f"former_names[{number}].until", reasons.NAME_AFTER_END)


def _end(body: Association, registry: Registry) -> Iterator[Problem]:
    ended = body.ended
    if ended is None:
        return
    if ended.how in NEEDS_HEIR and not ended.into:
        yield problem("end-leads-nowhere", body.path, body.line("ended"), "ended.into", how=ended.how)
    if ended.how not in (*NEEDS_HEIR, "") and ended.into:
        yield problem("end-without-heir", body.path, body.line("ended.into"), "ended.into", how=ended.how)
    for number, slug in enumerate(ended.into):
        heir = registry.associations.get(slug)
        place = f"ended.into[{number}]"
        if heir is None and not slug:
            continue  # reported where it was read
        if heir is None:
            yield unknown("unknown-association", body, "ended.into", slug, registry.associations, place)
        elif slug in ended.into[:number]:
            yield problem("repeated-value", body.path, body.line(place), "ended.into", value=slug)
        elif heir.ended and _after(ended.date, heir.ended.date):
            yield _contradiction(body, "ended.into", reasons.HEIR_ENDED_FIRST.format(heir=heir.short_name))
    circle = _circle(body, registry)
    if circle:
        yield problem("end-in-circle", body.path, body.line("ended.into"), "ended.into", path=" → ".join(circle))


def _circle(body: Association, registry: Registry) -> list[str]:
    """The shortest way from `body` over its heirs back to itself, or nothing."""
    ways, seen = [[body.slug]], set[str]()
    for way in ways:
        association = registry.associations.get(way[-1])
        for heir in association.ended.into if association and association.ended else ():
            if heir == body.slug:
                return [*way, heir]
            if heir not in seen:
                seen.add(heir)
                ways.append([*way, heir])
    return []


def _document(document: DocumentProfile) -> Iterator[Problem]:
    force = document.in_force
    if force and _after(force.since, force.until):
        yield _contradiction(document, "in_force.until", reasons.FORCE_ENDS_FIRST)
    if not document.number and not document.title:
        yield problem("document-unnamed", document.path, document.line("kind"), "number")
