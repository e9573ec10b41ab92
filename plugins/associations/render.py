"""A page's bytes are its template filled with its view and the shell: nothing else reaches a template."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from associations.assets import BrokenTheme
from associations.views import Shell, View


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
    )
    jinja.filters.update(filters)
    return jinja


def render(jinja: Environment, template: str, view: View, shell: Shell) -> bytes:
    """The page in UTF-8; raises BrokenTheme where template and view do not fit."""
    try:
        return jinja.get_template(template).render(view=view, shell=shell).encode("utf-8")
    except TemplateError as error:
        place = getattr(error, "name", None) or template  # a syntax error names the template that has it
        raise BrokenTheme(f"{place}: {error}") from error
