"""Each edit changes what it says and nothing else, and leaves a site with nothing to report."""

from pathlib import Path

import pytest

from newsroom.bench import work_tree
from newsroom.bench.edits import ANY_PAGE, EDITS, TEMPLATES, Edit, edit_footer
from newsroom.bench.measuring import BenchProblem
from newsroom.bench.outputs import look, require
from newsroom.bench.work_tree import WorkTree
from tests.support.sites import ROOT, build, prepared, reported, tree

COUNT = 12
NOW = "2022-05-01T08:00"
CHANGED = {
    "unchanged": set(),
    "body": {"content/news/2017/bai-00006.md"},
    "title": {"content/news/2015/bai-00004.md"},
    "newest": {"content/news/2022/bai-00012.md"},
    "output-gone": set(),
}
PLACES = {"renamed": "content/associations/", "footer": f"{TEMPLATES}/"}


@pytest.fixture
def site(tmp_path: Path) -> WorkTree:
    """Content, theme and an output in a tree."""
    found = work_tree.with_corpus(WorkTree(tmp_path / "tree"), COUNT)
    work_tree.copy(WorkTree(ROOT / "theme"), found.folder / "theme")
    (found.output / "tin").mkdir(parents=True)
    return found


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.scenario)
def test_an_edit_changes_the_files_it_is_named_for(site: WorkTree, edit: Edit) -> None:
    """One file, but for a build without any edit and one without output."""
    before = tree(site.folder)
    edit.apply(site, COUNT)
    after = tree(site.folder)
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    if edit.scenario in PLACES:
        assert len(changed) == 1 and changed.pop().startswith(PLACES[edit.scenario])
    else:
        assert changed == CHANGED[edit.scenario]
    assert site.output.exists() == (edit.scenario != "output-gone")


def test_after_all_edits_there_is_nothing_to_report(site: WorkTree) -> None:
    """Not a warning: not about the name that is no longer the association's, nor about anything else."""
    for edit in EDITS:
        edit.apply(site, COUNT)
    edition = prepared(site.folder, {}, now=NOW, strict=True)
    assert reported(edition) == []


def test_an_edit_shows_where_it_says_and_did_not_before(site: WorkTree) -> None:
    """In the real site; else a stale page would pass. Only the footer is not looked for: the theme is the project's."""

    def built() -> None:
        assert build(site.content, site.output, NOW, strict=True, publish=True) == 0

    site.output.joinpath("tin").rmdir()
    built()
    count, showing = COUNT, set[str]()
    for edit in EDITS:
        before = look(site.output, 0) if site.output.exists() else None
        shown = () if edit.scenario == "footer" else edit.apply(site, COUNT)
        if before and any(place.text != ANY_PAGE for place in shown):
            with pytest.raises(BenchProblem, match="không có trong"):
                require("ours", before, count, shown)
            showing.add(edit.scenario)
        count += edit.added
        built()
        require("ours", look(site.output, 0), count, shown)
    assert showing == {"body", "title", "newest", "renamed"}


@pytest.mark.parametrize("footers", [0, 2])
def test_an_edit_that_finds_nothing_to_edit_says_so(tmp_path: Path, footers: int) -> None:
    """No build is measured that would be one without an edit, or with two."""
    for number in range(2):
        file = tmp_path / TEMPLATES / f"{number}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("</footer>" if number < footers else "</div>", encoding="utf-8")
    with pytest.raises(BenchProblem, match="templates không có đúng một chỗ “</footer>”"):
        edit_footer(WorkTree(tmp_path), COUNT)
