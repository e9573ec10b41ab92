"""One edition of the site: everything read, checked and planned before a byte is written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from associations.addresses import Addresses, file_of
from associations.assets import ICON, Assets, collect
from associations.checks import check, unacknowledged
from associations.content import Content, read_content
from associations.links import Links
from associations.media import Library
from associations.pages import feeds, redirects
from associations.pages.moved import moved
from associations.pages.plan import plan, site_files
from associations.pages.planned import Planned
from associations.registry import articles_of, register
from associations.site import Site
from associations.visibility import Visibility
from incremental.store import Store
from messages.problem import Problem, in_order, strict


class Options(msgspec.Struct, frozen=True):
    """Every input of an edition: nothing else (clock, environment, order of files) changes a byte.

    `settings` holds the address patterns by setting name; `now` is Vietnam's time; `font` the heading font with its
    licence, where there is one; `strict` makes warnings errors. `jobs` processes do the work; no byte follows from
    their number.
    """

    content: Path
    templates: tuple[Path, ...]
    theme_static: tuple[Path, ...]
    theme_static_dir: str
    static_paths: tuple[str, ...]
    settings: Mapping[str, Any]
    filters: Mapping[str, Callable[..., Any]]
    siteurl: str
    language: str
    now: datetime
    publish: bool = False
    strict: bool = False
    jobs: int = 1
    font: tuple[Path, Path] | None = None


class Edition(msgspec.Struct, frozen=True):
    """What a build will write, and what is wrong with it: with any error nothing is written."""

    options: Options
    content: Content
    site: Site
    pages: tuple[Planned, ...]
    links: Links
    assets: Assets
    problems: tuple[Problem, ...]

    @property
    def is_sound(self) -> bool:
        return not any(p.is_error for p in self.problems)


def prepare(options: Options, store: Store | None = None) -> Edition:
    """Reads and checks the content and plans the pages. What `store` knows of files is not made again."""
    content, problems = read_content(options.content, options.static_paths, store, options.jobs)
    registry, register_problems = register(content.records, content.units, content.abbreviations)
    articles, article_problems = articles_of(content.records)
    addresses = Addresses(options.settings, options.siteurl)
    assets = collect(list(options.theme_static), options.theme_static_dir, addresses.href, options.font)
    marks, language, bodies = assets.marks, options.language, content.bodies
    icon = assets.urls.get(ICON, "")
    site, other_site = (
        Site(registry, articles, addresses, Visibility(options.now, publish), marks, language, bodies, icon)
        for publish in (options.publish, not options.publish)
    )
    others = (*content.media, *assets.files)
    (pages, former), (other_pages, other_former) = (_planned(one, others) for one in (site, other_site))
    links = Links(
        {page.address for page in pages},
        {page.address for page in other_pages},
        {record.path: (record, site.address(record)) for record in content.records},
        Library(content.media, options.static_paths),
        {file_of(address): page.address for address, page in (other_former | former).items()},
        feeds.addresses(other_site) | feeds.addresses(site),
        site.visibility,
        addresses.base,
    )
    problems += register_problems + article_problems
    problems += check(content, site, articles, pages, other_pages, links, assets)
    problems = unacknowledged(in_order(problems), content.records)
    problems = strict(problems) if options.strict else problems
    whole = (*pages, *redirects.pages(site, former))
    return Edition(options, content, site, whole, links, assets, tuple(problems))


def _planned(site: Site, files: Collection[str]) -> tuple[list[Planned], dict[str, Planned]]:
    """The pages of a site, and those of them that stood elsewhere once; `files` are the other files of the output."""
    pages = plan(site)
    pages += site_files(site, pages)
    return pages, moved(site, pages, files)
