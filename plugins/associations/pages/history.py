"""An association in time: what it was called, when it joined, how it ended and what it became."""

from __future__ import annotations

from datetime import date

from associations.model import Association, Ended, Organisation, Union
from associations.pages import parts
from associations.site import Site
from associations.views import Link
from messages import texts
from vietnamese.dates import partial_date_label, partial_end, partial_start


def status(site: Site, body: Organisation) -> str:
    """What a reader must know first: that it is no member any more. Empty for a present member."""
    if not isinstance(body, Association) or not site.is_former(body):
        return ""
    if body.ended and partial_start(body.ended.date) <= site.visibility.now.date():
        return _ended(site, texts.ENDED_STATUS, body.ended)
    return texts.LEFT_MEMBERSHIP.format(when=partial_date_label(body.member.until)) if body.member else ""


def sentences(site: Site, body: Organisation) -> tuple[str, ...]:
    """Everything with a date, in order of time."""
    dated: list[tuple[date, str]] = []
    if body.founded:
        dated.append((partial_start(body.founded), texts.FOUNDED.format(when=partial_date_label(body.founded))))
    for former in body.former_names:
        text = texts.FORMER_NAME.format(name=former.name, until=partial_date_label(former.until))
        dated.append((partial_end(former.until), text + _decision(former.decision) + "."))
    if isinstance(body, Association):
        dated += _membership(site, body)
    if isinstance(body, Union):
        dated += [
            (partial_end(p.until), texts.PREDECESSOR.format(name=p.name, until=partial_date_label(p.until)))
            for p in body.predecessors
        ]
    dated += [(partial_start(e.date), _forerunner(a, e)) for a, e in _forerunners(site, body)]
    return tuple(text for _, text in sorted(dated, key=lambda pair: pair[0]))


def _membership(site: Site, body: Association) -> list[tuple[date, str]]:
    dated = []
    if body.member and body.member.since:
        when = partial_date_label(body.member.since)
        dated.append((partial_start(body.member.since), texts.JOINED.format(when=when)))
    if body.member and body.member.until:
        when = partial_date_label(body.member.until)
        dated.append((partial_start(body.member.until), texts.LEFT_MEMBERSHIP.format(when=when)))
    if body.ended:
        text = _ended(site, texts.ENDED, body.ended) + _decision(body.ended.decision) + "."
        dated.append((partial_start(body.ended.date), text))
    return dated


def _ended(site: Site, templates: dict[str, str], ended: Ended) -> str:
    heirs = [site.registry.associations[slug].short_name for slug in ended.into]
    union = site.registry.union.short_name
    return templates[ended.how].format(heirs=texts.AND.join(heirs), when=partial_date_label(ended.date), union=union)


def _decision(decision: str) -> str:
    return texts.DECISION.format(decision=decision) if decision else ""


def _forerunners(site: Site, body: Organisation) -> list[tuple[Association, Ended]]:
    associations = site.registry.associations.values()
    return [(a, a.ended) for a in associations if a.ended and body.slug in a.ended.into]


def _forerunner(association: Association, ended: Ended) -> str:
    when = partial_date_label(ended.date)
    return texts.FORERUNNER[ended.how].format(name=association.short_name, when=when)


def successors(site: Site, body: Organisation) -> tuple[Link, ...]:
    """The associations that an ended one became."""
    ended = body.ended if isinstance(body, Association) else None
    return tuple(parts.body_link(site, site.registry.associations[slug]) for slug in (ended.into if ended else ()))


def forerunners(site: Site, body: Organisation) -> tuple[Link, ...]:
    """The associations that ended in this one."""
    return tuple(parts.body_link(site, association) for association, _ in _forerunners(site, body))
