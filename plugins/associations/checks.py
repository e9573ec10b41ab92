"""All checks of the linked content, gathered: the same for `check` and for every build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from associations import article_checks, former_addresses, links, membership, results
from associations.assets import Assets
from associations.content import Content
from associations.links import Links
from associations.model import Article, Record
from associations.pages import plan
from associations.pages.parts import NEUTRAL_MARK
from associations.pages.planned import Planned
from associations.registry import Registry
from associations.site import Site
from messages import reasons
from messages.problem import FILE, Problem, problem
from vietnamese.suggest import closest


def check(
    content: Content,
    site: Site,
    articles: Sequence[Article],
    pages: Sequence[Planned],
    other_pages: Sequence[Planned],
    resolver: Links,
    assets: Assets,
) -> list[Problem]:
    """Every problem between files; those of single files are known since they were read.

    `other_pages` are those of the other build, for readers or for editors: no former address may be theirs either.
    """
    registry, now = site.registry, site.visibility.now
    reserved = _reserved(site, [*content.media, *assets.files])
    # Whose names are wrong before their addresses are.
    slugs = Counter(article.slug for article in articles)
    named = {p.source for p in reserved} | {article.path for article in articles if slugs[article.slug] > 1}
    problems = membership.check(registry) + results.check(articles, registry, site.visibility) + reserved
    problems += [p for p in plan.check(pages) if p.source not in named]
    for article in articles:
        problems += article_checks.check(article, registry, now)
    for record in content.records:
        problems += links.check(record, resolver)
    taken = {page.file.casefold(): page.origin or reasons.SYSTEM_PAGE for page in (*other_pages, *pages)}
    taken |= {path.casefold(): path for path in (*content.media, *assets.files)}
    problems += former_addresses.check(content.records, taken)
    return problems + _marks(registry, assets)


def _reserved(site: Site, files: Iterable[str]) -> list[Problem]:
    """An editor's page must not stand where another kind of page, or a folder of files, has its place."""
    taken = site.addresses.reserved() | {path.partition("/")[0] for path in files}
    return [
        problem("reserved-slug", page.path, 1, FILE, name=page.slug)
        for page in site.registry.pages.values()
        if page.slug in taken
    ]


def _marks(registry: Registry, assets: Assets) -> list[Problem]:
    """A mark that the theme does not draw."""
    drawn = [mark for mark in assets.marks if mark != NEUTRAL_MARK]
    return [
        problem(
            "unknown-mark",
            activity.path,
            activity.line("mark"),
            "mark",
            closest(activity.mark, drawn),
            value=activity.mark,
        )
        for activity in registry.activities.values()
        if activity.mark and activity.mark not in assets.marks
    ]


def unacknowledged(problems: Iterable[Problem], records: Iterable[Record]) -> list[Problem]:
    """Without the warnings that a file's editor said may stand; errors always stay."""
    accepted = {record.path: record.acknowledged for record in records if record.acknowledged}
    return [p for p in problems if p.is_error or p.rule not in accepted.get(p.source, {})]
