"""The corpus as files, in the layout and with the front matter of each tool. Bodies are the same byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from newsroom.bench.corpus import ACTIVITIES, ASSOCIATIONS, PROVINCE, UNITS, Article, article

SOURCE = "source: dữ liệu giả cho phép đo"


def ours(given: Article) -> str:
    """Our front matter."""
    lines = [
        f'title: "{given.title}"',
        f"date: {given.date:%Y-%m-%dT%H:%M}",
        *_lists(given),
    ]
    if given.result:
        result = given.result
        lines += [
            "results:",
            f"  - {{association: {given.associations[0]}, activity: {given.activity},"
            f' value: "{result.value}", unit: {result.unit}, quote: {result.quote}}}',
        ]
    return _fenced(lines)


def hugo(given: Article) -> str:
    """Hugo's front matter, with the taxonomies of its peer site."""
    lines = [f'title: "{given.title}"', f"date: {given.date:%Y-%m-%dT%H:%M:%S}+07:00", f"slug: {given.slug}"]
    return _fenced([*lines, *_lists(given)])


def pelican(given: Article) -> str:
    """Stock Pelican's header; of activities it knows one, the category."""
    lines = [
        f"Title: {given.title}",
        f"Date: {given.date:%Y-%m-%d %H:%M}",
        f"Slug: {given.slug}",
        f"Category: {given.activity}",
        f"Tags: {', '.join(given.associations)}",
        f"Summary: {given.summary}",
    ]
    return "".join(f"{line}\n" for line in lines) + "\n"


def lay(content: Path, count: int, head: Callable[[Article], str]) -> None:
    """Write `count` articles below the folder `content`, each under the year of its date, as `head` begins them."""
    for number in range(count):
        lay_article(content, article(number, count), head)


def lay_article(content: Path, given: Article, head: Callable[[Article], str]) -> Path:
    """Write one article; its file."""
    return _write(content / article_file(given), head(given) + given.body)


def lay_profiles(content: Path) -> None:
    """Write what our site has beside articles: the union, its associations, activities and units."""
    union = ["slug: lien-hiep-hoi", f"name: Liên hiệp Hội {PROVINCE}", "short_name: Liên hiệp Hội Thử nghiệm"]
    _profile(content / "union.md", [*union, f"province: {PROVINCE.removeprefix('tỉnh ')}", SOURCE])
    for slug, name in ASSOCIATIONS.items():
        _profile(association_file(content, slug), [f"name: {name} {PROVINCE}", f"short_name: {name}", SOURCE])
    for slug, name in ACTIVITIES.items():
        _profile(content / "activities" / f"{slug}.md", [f"name: {name}"])
    _write(content / "units.yml", "".join(f"{unit}: {{kind: {kind}}}\n" for unit, kind in UNITS.items()))


def article_file(given: Article) -> str:
    """Where an article lies below the content folder of every tool."""
    return f"news/{given.date:%Y}/{given.slug}.md"


def association_file(content: Path, slug: str) -> Path:
    """The profile of an association in our layout."""
    return content / "associations" / f"{slug}.md"


def _lists(given: Article) -> list[str]:
    return [
        f"associations: [{', '.join(given.associations)}]",
        f"activities: [{given.activity}]",
        f'summary: "{given.summary}"',
    ]


def _fenced(lines: list[str]) -> str:
    return "\n".join(["---", *lines, "---", "", ""])


def _profile(file: Path, lines: list[str]) -> None:
    _write(file, _fenced(lines) + "Giới thiệu.\n")


def _write(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    return file
