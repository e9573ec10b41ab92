"""A page's bytes are its template filled with its view and the shell: nothing else reaches a template."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.runtime import Macro
from markupsafe import Markup

from associations.assets import BrokenTheme
from associations.views import Shell, View
from outputs import atom, json_feed, news_sitemap, redirects, robots, sitemap

MOST = 20_000  # pieces that are remembered: some 10 MB

# Files that are no pages: what writes each, from its view alone.
WRITERS: dict[str, Callable[[Any], bytes]] = {
    "atom.xml": lambda view: atom.write(view.feed),
    "feed.json": lambda view: json_feed.write(view.feed),
    "sitemap.xml": lambda view: sitemap.write(view.locations),
    "sitemap-index.xml": lambda view: sitemap.write_index(view.locations),
    "sitemap-news.xml": lambda view: news_sitemap.write(view.publication, view.language, view.articles),
    "robots.txt": lambda view: robots.write(view.sitemaps),
    "_redirects": lambda view: redirects.write(view.redirects),
}


class Once:
    """`once(macro, shell, …)` in a template: what `macro(shell, …)` gives, made once for the same arguments.

    Many pages show the same teaser or footer. The arguments after the shell are frozen views or plain values.
    """

    def __init__(self) -> None:
        self._made: dict[tuple[str, tuple[Any, ...]], Markup] = {}

    def __call__(self, macro: Macro, shell: Shell, *given: Any) -> Markup:
        key = macro.name, given
        made = self._made.get(key)
        if made is None:
            if len(self._made) >= MOST:
                self._made.clear()
            made = self._made[key] = Markup(macro(shell, *given))
        return made


def environment(folders: Sequence[Path], filters: Mapping[str, Callable[..., Any]]) -> Environment:
    """Jinja over the theme's template folders, the first that has a file winning; `filters` are JINJA_FILTERS.

    Autoescape is always on, an undefined name is an error, and a missing template never falls back to another theme.
    """
    jinja = Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # a build is shorter than an edit
        cache_size=-1,
    )
    jinja.filters.update(filters)
    jinja.globals["once"] = Once()
    return jinja


def render(jinja: Environment, template: str, view: View, shell: Shell) -> bytes:
    """The page in UTF-8; raises BrokenTheme where template and view do not fit."""
    if template in WRITERS:
        return WRITERS[template](view)
    try:
        return jinja.get_template(template).render(view=view, shell=shell).encode("utf-8")
    except TemplateError as error:
        place = getattr(error, "name", None) or template  # a syntax error names the template that has it
        raise BrokenTheme(f"{place}: {error}") from error
