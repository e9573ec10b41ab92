"""Templates are the theme's: what stands in content is never one, whatever language of templates it is written in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.oracle import dangers, published, shown
from tests.support.sites import activity, article, association, page, small_site, union

TEMPLATES = [
    "{{ 7*7 }}",
    "{{7*'7'}}",
    "{{ view }}",
    "{{ shell.union }}",
    "{{ config }}",
    "{{ self.__init__.__globals__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__['os'].environ }}",
    "{{ x|attr('__class__') }}",
    "{{ undefined.attribute }}",
    "{{ unclosed",
    "}}",
    "{% include 'base.html' %}",
    "{% include '/etc/passwd' %}",
    "{% extends 'base.html' %}",
    "{% import 'os' as os %}",
    "{% raw %}",
    "{% endraw %}{% endblock %}{% endfor %}",
    "{% for x in range(999999999) %}x{% endfor %}",
    "{% set x = 1 %}{{ x }}",
    "{# gone #}",
    "{%- x -%}",
    "{{ '<script>'|safe }}",
    "${7*7}",
    "#{7*7}",
    "{0} {} {title} {title.__class__} {title!r:>999999999}",
    "%s %d %(title)s %n",
    "{static}{attach}{filename}{index}{author}{category}{tag}",
    "|filename|x |static|y",
    "[[ 7*7 ]] ((7*7)) `7*7`".replace("`", "´"),
]


@pytest.mark.parametrize("template", TEMPLATES)
def test_it_stays_text_in_every_text(tmp_path: Path, template: str) -> None:
    """In titles, names, summaries and bodies: shown letter by letter, on every page on which the text stands."""
    body = (
        f"Trước {template.replace('<', '&lt;').replace('*', '&#42;').replace('_', '&#95;').replace('[', '&#91;')} sau"
    )
    files = {
        "union.md": union(body, name=f"Liên hiệp {template}", source=template),
        "associations/hoi-mot.md": association(f"Hội {template}", body),
        "activities/tap-huan.md": activity(f"Việc {template}", body),
        "pages/trang-rieng.md": page(f"Trang {template}", body, menu="header"),
        "news/2022/a.md": article(f"Bài {template}", "2022-08-31", body, author=template),
    }
    made = published(tmp_path, small_site(files))
    assert dangers(made) == []
    text = {path: shown(data) for path, data in made.items() if path.endswith(".html")}
    typed = " ".join(template.split())
    for path, title in (
        ("index.html", "Bài"),
        ("tin/2022/a/index.html", "Bài"),
        ("hoi/hoi-mot/index.html", "Hội"),
        ("linh-vuc/tap-huan/index.html", "Việc"),
        ("trang-rieng/index.html", "Trang"),
        ("hoi/lien-hiep-thu/index.html", "Liên hiệp"),
        ("bang-tong-hop/index.html", "Hội"),
    ):
        assert f"{title} {typed}" in text[path], path
    for path in list(text):
        if path in ("tin/2022/a/index.html", "trang-rieng/index.html", "hoi/hoi-mot/index.html"):
            assert f"Trước {typed} sau" in text[path], path
