"""What is changed between two builds of ours, and where that has to show afterwards: a build that is fast because it
missed something is no build."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from messages import bench_texts as texts
from newsroom.bench import corpus, layouts
from newsroom.bench import records as kinds
from newsroom.bench.measuring import BenchProblem
from newsroom.bench.work_tree import WorkTree

TEMPLATES = "theme/templates"
FOOTER_END = "</footer>"
NEW_TEXT = "Dòng thêm vào thân bài"
NEW_TITLE = "Tiêu đề mới để đo"
NEW_NAME = "Hội Tên mới để đo"
NEW_FOOTER = "Dòng thêm vào chân trang"
HOME = "index.html"
ANY_PAGE = "</html>"


class Shown(msgspec.Struct, frozen=True):
    """`text` has to stand in the file `place` of the output; where `place` is an article's slug, in its page."""

    text: str
    place: str


class Edit(msgspec.Struct, frozen=True):
    """What precedes a kind of build: `apply` changes a tree of so many articles, and says what has to show."""

    scenario: str
    apply: Callable[[WorkTree, int], tuple[Shown, ...]]
    added: int = 0
    """How many articles more there are from then on."""


def leave(tree: WorkTree, articles: int) -> tuple[Shown, ...]:
    """Nothing is changed."""
    return (Shown(ANY_PAGE, HOME),)


def edit_body(tree: WorkTree, articles: int) -> tuple[Shown, ...]:
    """A paragraph more at the end of an article in the middle."""
    given = corpus.article(articles // 2, articles)
    with (tree.content / layouts.article_file(given)).open("a", encoding="utf-8", newline="\n") as file:
        file.write(f"\n{NEW_TEXT}.\n")
    return (Shown(NEW_TEXT, given.slug),)


def edit_title(tree: WorkTree, articles: int) -> tuple[Shown, ...]:
    """Another title of an article of the first half."""
    given = corpus.article(articles // 3, articles)
    _replace(tree.content / layouts.article_file(given), f'title: "{given.title}"', f'title: "{NEW_TITLE}"')
    return (Shown(NEW_TITLE, given.slug),)


def add_newest(tree: WorkTree, articles: int) -> tuple[Shown, ...]:
    """An article more, dated after all others, so that the front page has it."""
    given = corpus.article(articles, articles)
    layouts.lay_article(tree.content, given, layouts.ours)
    return Shown(given.title, HOME), Shown(given.title, given.slug)


def edit_footer(tree: WorkTree, articles: int) -> tuple[Shown, ...]:
    """A line more in the footer, which every page has."""
    templates = sorted((tree.folder / TEMPLATES).rglob("*.html"))
    footers = [file for file in templates if FOOTER_END in file.read_text(encoding="utf-8")]
    if len(footers) != 1:
        raise BenchProblem(texts.NOTHING_TO_EDIT.format(file=tree.folder / TEMPLATES, text=FOOTER_END))
    _replace(footers[0], FOOTER_END, f"<p>{NEW_FOOTER}</p>\n{FOOTER_END}")
    return Shown(NEW_FOOTER, HOME), Shown(NEW_FOOTER, corpus.article(articles // 2, articles).slug)


def rename_association(tree: WorkTree, articles: int) -> tuple[Shown, ...]:
    """New names of an association; the old one stays as another way in which texts write it."""
    given = corpus.article(articles // 2, articles)
    slug = given.associations[0]
    name, short = f"{corpus.ASSOCIATIONS[slug]} {corpus.PROVINCE}", corpus.ASSOCIATIONS[slug]
    head = f"name: {NEW_NAME} {corpus.PROVINCE}\nshort_name: {NEW_NAME}\naliases: [{name}]\n"
    _replace(layouts.association_file(tree.content, slug), f"name: {name}\nshort_name: {short}\n", head)
    return Shown(NEW_NAME, f"hoi/{slug}/{HOME}"), Shown(NEW_NAME, given.slug)


def move_output_away(tree: WorkTree, articles: int) -> tuple[Shown, ...]:
    """No output any more. Moved, not removed: where files were just removed, some disks are slow to make new ones."""
    tree.output.rename(tree.folder.with_name(f"{tree.folder.name}-old-output"))
    return leave(tree, articles)


UNCHANGED = Edit(kinds.UNCHANGED, leave)
EDITS = (
    UNCHANGED,
    Edit(kinds.BODY, edit_body),
    Edit(kinds.TITLE, edit_title),
    Edit(kinds.NEWEST, add_newest, added=1),
    Edit(kinds.FOOTER, edit_footer),
    Edit(kinds.RENAMED, rename_association),
    Edit(kinds.OUTPUT_GONE, move_output_away),
)
"""In the order in which one tree goes through them: each starts from a finished build of what was before."""


def _replace(file: Path, old: str, new: str) -> None:
    """Put `new` for the one `old` in a file."""
    text = file.read_text(encoding="utf-8")
    if text.count(old) != 1:
        raise BenchProblem(texts.NOTHING_TO_EDIT.format(file=file, text=old))
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
