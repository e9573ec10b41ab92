"""A page is its template filled with its view and the shell, and nothing else."""

from pathlib import Path

import jinja2
import pytest

from associations.assets import BrokenTheme
from associations.edition import Edition
from associations.output import files
from associations.render import environment, render
from associations.shell import shell
from associations.views import Link, Shell
from tests.support.sites import lay, options, prepared, small_site

VIEW = Link('<b> & "x"', "/ả/")


def rendered(folder: Path, template: str, shell_: Shell | None = None) -> bytes:
    lay(folder, {"page.html": template})
    given = shell_ or shell_of(prepared(folder / "site", small_site()))
    return render(environment([folder], {}), "page.html", VIEW, given)


def shell_of(edition: Edition) -> Shell:
    return shell(edition.site, edition.assets)


def test_a_template_gets_the_view_and_the_shell(tmp_path: Path) -> None:
    """Text is escaped by itself; bytes are UTF-8 with LF."""
    html = rendered(tmp_path, "{{ view.label }}\n{{ view.url }}\n{{ shell.language }}\n")
    assert html == "&lt;b&gt; &amp; &#34;x&#34;\n/ả/\nvi\n".encode()


@pytest.mark.parametrize(
    "template", ["{{ vieww }}", "{{ view.labell }}", "{{ shell.nothing }}", "{{ now }}", "{{ view['x'] }}"]
)
def test_what_a_template_does_not_get_is_an_error(tmp_path: Path, template: str) -> None:
    """A forgotten dependency fails a test; it never gives a stale or empty place."""
    with pytest.raises(BrokenTheme, match=r"page\.html"):
        rendered(tmp_path, template)


def test_a_missing_template_is_an_error(tmp_path: Path) -> None:
    """And never one of another theme."""
    with pytest.raises(jinja2.TemplateNotFound):
        environment([tmp_path], {}).get_template("article.html")


def test_the_first_folder_that_has_a_template_wins(tmp_path: Path) -> None:
    """THEME_TEMPLATES_OVERRIDES before the theme."""
    lay(tmp_path, {"own/a.html": "own", "theme/a.html": "theme", "theme/b.html": "b"})
    jinja = environment([tmp_path / "own", tmp_path / "theme"], {})
    assert [jinja.get_template(name).render() for name in ("a.html", "b.html")] == ["own", "b"]


def test_filters_are_a_setting(tmp_path: Path) -> None:
    """JINJA_FILTERS."""
    lay(tmp_path, {"a.html": "{{ 'a'|shout }}"})
    assert environment([tmp_path], {"shout": str.upper}).get_template("a.html").render() == "A"


def test_another_templates_folder_changes_the_pages(tmp_path: Path) -> None:
    """Of an edition: an owner may replace one template and keep the others."""
    lay(tmp_path, {"own/page.html": "mine: {{ view.title }}"})
    content = lay(tmp_path / "content", small_site({"pages/a.md": "---\ntitle: Ả\n---\n"}))
    templates = (tmp_path / "own", *options(content).templates)
    edition = prepared(tmp_path, {}, templates=templates)
    assert dict(files(edition))["a/index.html"] == "mine: Ả".encode()
