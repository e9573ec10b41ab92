"""All checks of the linked content, gathered: the same for `check` and for every build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from associations import article_checks, former_addresses, links, membership, results
from associations.addresses import file_of
from associations.assets import Assets, refuse_twins
from associations.content import Content
from associations.links import Links
from associations.model import Article, Record
from associations.pages import plan
from associations.pages.parts import NEUTRAL_MARK
from associations.pages.planned import Planned
from associations.pages.redirects import FILE as REDIRECTS
from associations.places import Places
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
    """Every problem between files; those of single files are known since they were read. Raises BrokenTheme where the
    theme has a file of its own in the place of another.

    `other_pages` are those of the other build, for readers or for editors: no former address may be theirs either, nor
    a feed's that readers get when a draft is published.
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
    places = Places({page.file: page.origin or reasons.SYSTEM_PAGE for page in (*pages, *other_pages)})
    for address in (*resolver.feeds, REDIRECTS):
        places.add(file_of(address), reasons.SYSTEM_PAGE)
    problems += _files(content, assets, places)
    problems += former_addresses.check(content.records, places, (*resolver.library.folders, assets.folder))
    return problems + _marks(registry, assets)


def _files(content: Content, assets: Assets, places: Places) -> list[Problem]:
    """Files that are in the way of what the build makes, whose `places` are known; theirs are added."""
    found = []
    for path in content.media:
        other = places.in_the_way(path)
        if other:
            found.append(problem("duplicate-address", path, 1, FILE, address=f"/{path}", other=other))
        places.add(path, path)
    refuse_twins(assets, places)
    for path in assets.files:
        places.add(path, path)
    return found


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
