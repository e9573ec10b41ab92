"""A template's hash follows from all that may be brought into it, and from no other template."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, meta

from associations.templates import closures, sources
from tests.support.sites import ROOT, lay

THEME = ROOT / "theme" / "templates"


def changed(templates: dict[str, str], name: str) -> set[str]:
    """The templates whose hash is another when one of them is."""
    given = {one: text.encode() for one, text in templates.items()}
    before, after = closures(given), closures({**given, name: given[name] + b"x"})
    return {one for one in given if before[one] != after[one]}


BROUGHT_IN = [
    '{% include "b/x.html" %}',
    "{% include 'b/x.html' %}",
    '{%- include "b/x.html" -%}',
    '{%+ include "b/x.html" +%}',
    '{%include"b/x.html"%}',
    '{%\n  include\n  "b/x.html"\n%}',
    '{% extends "b/x.html" %}',
    '{% from "b/x.html" import a, b as c with context %}',
    '{% import "b/x.html" as x %}',
    '{% include "b/x.html" ignore missing without context %}',
    '{% include ["nix.html", "b/x.html"] %}',
    '{% include "./b//x.html" %}',
    '{% include "b/" ~ "x.html" %}',
    '{% include "b/" + name %}',
    "{% include name %}",
    '{% include("b/" ~ "x.html") %}',
    '{% include ["nix.html", "b/" ~ name] %}',
    '{% include "nix.html" if no else name %}',
    '{% include "b\\x2fx.html" %}',
    '{% set x = "b/x.html" %}{% include x %}',
    '{% if a %}{% include "c.html" %}{% endif %}{% include name %}',
]


@pytest.mark.parametrize("tag", BROUGHT_IN)
def test_what_may_be_brought_in_counts(tag: str) -> None:
    """Named in whatever way, or not named at all."""
    templates = {"a.html": tag, "b/x.html": "x", "c.html": "c"}
    assert "a.html" in changed(templates, "b/x.html")


def test_what_is_not_brought_in_does_not_count() -> None:
    """So a change of one page's template makes no other page anew."""
    templates = {"a.html": '{% include "b.html" %}', "b.html": "b", "c.html": "include c", "d.html": "{{ include }}"}
    assert changed(templates, "c.html") == {"c.html"}
    assert changed(templates, "b.html") == {"a.html", "b.html"}


def test_what_is_brought_in_brings_in_more() -> None:
    """However far, and round in a circle."""
    templates = {f"{n}.html": f'{{% include "{n + 1}.html" %}}' for n in range(200)}
    templates["200.html"] = '{% include "5.html" %}'
    assert len(changed(templates, "200.html")) == 201


def test_a_template_that_comes_counts() -> None:
    """Where one may be missing."""
    before = {"a.html": b'{% include "b.html" ignore missing %}'}
    assert closures(before)["a.html"] != closures({**before, "b.html": b""})["a.html"]


def test_the_first_folder_wins(tmp_path: Path) -> None:
    """As for Jinja; links and names with a dot are templates too."""
    lay(tmp_path, {"own/a": "own", "theme/a": "theme", "theme/b/.c": "c", "elsewhere/d": "d"})
    (tmp_path / "theme" / "e").symlink_to(tmp_path / "elsewhere")
    found = sources([tmp_path / "own", tmp_path / "theme"])
    assert found == {"a": b"own", "b/.c": b"c", "e/d": b"d"}


@pytest.mark.parametrize("name", sorted(file.relative_to(THEME).as_posix() for file in THEME.rglob("*.html")))
def test_the_theme_brings_in_what_jinja_finds(name: str) -> None:
    """Of each template of ours: no less, and never all of them because one is not named."""
    given = {one: data.decode() for one, data in sources([THEME]).items()}
    jinja = Environment(loader=FileSystemLoader(THEME))
    needed, waiting = set[str](), [name]
    while waiting:
        one = waiting.pop()
        if one not in needed:
            needed.add(one)
            waiting += [str(found) for found in meta.find_referenced_templates(jinja.parse(given[one]))]
    assert {other for other in given if name in changed(given, other)} == needed
