"""Checks between files that no single stage owns."""

from pathlib import Path

import pytest

from tests.support.sites import activity, page, prepared, reported, small_site


@pytest.mark.parametrize(
    "slug", ["tin", "hoi", "linh-vuc", "bang-tong-hop", "van-ban", "tim-kiem", "mau", "assets", "images"]
)
def test_an_editors_page_leaves_the_systems_addresses_alone(tmp_path: Path, slug: str) -> None:
    """Those of kinds of page, of today and to come, and of folders of files. It is one problem."""
    files = small_site({f"pages/{slug}.md": page("x"), "images/a.png": "x"})
    assert reported(prepared(tmp_path, files)) == [f"pages/{slug}.md:1: file [reserved-slug]"]


@pytest.mark.parametrize("slug", ["tin-tuc", "hoi-dap", "lien-he", "2022-a"])
def test_other_names_are_free(tmp_path: Path, slug: str) -> None:
    """Also those that only begin like one."""
    assert reported(prepared(tmp_path, small_site({f"pages/{slug}.md": page("x")}))) == []


def test_a_mark_is_one_that_the_theme_draws(tmp_path: Path) -> None:
    """Otherwise a warning, with what was meant; the neutral one may be named."""
    drawn = prepared(tmp_path, small_site()).assets.marks
    files = small_site({"activities/a.md": activity("A", mark=f"{drawn[-1]}n")})
    (problem,) = prepared(tmp_path / "1", files).problems
    assert (problem.line, problem.field, problem.rule, problem.severity) == (3, "mark", "unknown-mark", "warning")
    assert problem.remedy.startswith("ý bạn là")
    for mark in drawn:
        assert reported(prepared(tmp_path / mark, small_site({"activities/a.md": activity("A", mark=mark)}))) == []
