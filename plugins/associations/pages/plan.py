"""The list of all pages: it can be looked at before anything is made."""

from __future__ import annotations

from collections.abc import Sequence

from associations.pages import (
    activities,
    archives,
    article,
    association,
    documents,
    feeds,
    home,
    intersections,
    manifest,
    matrix,
    plain,
    register,
    sitemaps,
)
from associations.pages.planned import Planned
from associations.site import Site
from messages.problem import FILE, Problem, problem

KINDS = (home, archives, article, register, association, activities, intersections, matrix, documents, plain, feeds)


def plan(site: Site) -> list[Planned]:
    """Every page of the site, each kind in its own order."""
    return [page for kind in KINDS for page in kind.pages(site)]


def site_files(site: Site, pages: Sequence[Planned]) -> list[Planned]:
    """What tells machines about the `pages` of the site."""
    return [*sitemaps.pages(site, pages), *manifest.pages(site)]


def check(pages: Sequence[Planned]) -> list[Problem]:
    """Two pages with one address: with the default patterns only an editor's slugs can lead to it."""
    taken: dict[str, Planned] = {}
    problems = []
    for page in pages:
        first = taken.setdefault(page.file, page)
        if first is not page:
            late, early = (page, first) if page.origin else (first, page)
            source = late.origin or "union.md"
            other = early.origin or early.address
            problems.append(problem("duplicate-address", source, 1, FILE, address=page.address, other=other))
    return problems
