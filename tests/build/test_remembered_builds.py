"""A build that remembers earlier ones writes what one without a memory writes, and makes only what changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.posts import daily, post
from tests.support.sites import article, association, build, lay, small_site, stamps, tree

Edit = Callable[[Path], object]


def changed(content: Path, name: str, old: str, new: str) -> None:
    file = content / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


EDITS: dict[str, tuple[Edit, int]] = {
    "nothing": (lambda content: None, 0),
    "a body": (lambda content: changed(content, "news/2020/bai-003.md", "Thân bài.", "Thân khác."), 1),
    "a title": (lambda content: changed(content, "news/2020/bai-003.md", "bai-003", "Tựa mới"), 20),
    "a new article": (lambda content: lay(content, post("moi", "2022-08-01")), 40),
    "an article gone": (lambda content: (content / "news/2020/bai-003.md").unlink(), 60),
    "a touched file": (lambda content: (content / "news/2020/bai-003.md").touch(), 0),
    "a name": (lambda content: lay(content, {"associations/hoi-mot.md": association("Hội Khác")}), 200),
    "a draft": (lambda content: changed(content, "news/2020/bai-044.md", "title", "status: draft\ntitle"), 60),
}


@pytest.fixture(autouse=True)
def same_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also while somebody works on it: code that changes under a process is remembered for no other build."""
    monkeypatch.setattr("incremental.salt.of_code", lambda *_: b"code")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return lay(tmp_path / "content", small_site({**daily(45), "images/a.png": b"x"}))


@pytest.mark.parametrize("publish", [False, True])
@pytest.mark.parametrize("edit", EDITS)
def test_after_an_edit_the_site_is_as_if_built_anew(
    content: Path, tmp_path: Path, edit: str, publish: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """Byte for byte, file for file; the number of pages made again does not grow with the site."""
    change, most = EDITS[edit]
    assert build(content, tmp_path / "out", publish=publish, cache=tmp_path / "cache") == 0
    change(content)
    capsys.readouterr()
    assert build(content, tmp_path / "out", publish=publish, cache=tmp_path / "cache") == 0
    rendered = int(capsys.readouterr().err.partition("rendered: ")[2].partition(",")[0])
    assert build(content, tmp_path / "clean", publish=publish) == 0
    assert tree(tmp_path / "out") == tree(tmp_path / "clean")
    assert rendered <= most


def test_a_fresh_clone_with_the_memory_of_another_reads_nothing_again(content: Path, tmp_path: Path) -> None:
    """All times are new and the folder lies elsewhere; the output is gone."""
    assert build(content, tmp_path / "out", cache=tmp_path / "cache") == 0
    index = (tmp_path / "cache" / "files.index").read_bytes()
    assert str(tmp_path).encode() not in index
    moved = shutil.copytree(content, tmp_path / "elsewhere", copy_function=shutil.copyfile)
    assert build(moved, tmp_path / "out2", cache=tmp_path / "cache") == 0
    assert tree(tmp_path / "out2") == tree(tmp_path / "out")
    assert len(list((tmp_path / "cache").glob("*.pack"))) == 1  # nothing was parsed: there is nothing new to keep


@pytest.mark.parametrize("damage", [b"", b"x", None])
@pytest.mark.parametrize("pattern", ["*.index", "*.pack", "*.ledger"])
def test_a_damaged_memory_is_no_memory(content: Path, tmp_path: Path, pattern: str, damage: bytes | None) -> None:
    """Emptied, overwritten or gone, after an edit that needs it: the site is right, and the next build too."""
    assert build(content, tmp_path / "out", cache=tmp_path / "cache") == 0
    for file in (tmp_path / "cache").glob(pattern):
        file.unlink() if damage is None else file.write_bytes(damage * 100)
    changed(content, "associations/hoi-mot.md", "Hội Một", "Hội Khác")
    for _ in range(2):
        assert build(content, tmp_path / "out", cache=tmp_path / "cache") == 0
    assert build(content, tmp_path / "clean") == 0
    assert tree(tmp_path / "out") == tree(tmp_path / "clean")


def test_what_somebody_changed_in_the_output_is_put_right(content: Path, tmp_path: Path) -> None:
    """An edited page, one that is gone, a file that does not belong: the rest keeps its time."""
    out = tmp_path / "out"
    assert build(content, out, cache=tmp_path / "cache") == 0
    before, times = tree(out), stamps(out)
    page = out / "tin/2020/bai-003/index.html"
    page.write_bytes(page.read_bytes().replace(b"bai", b"BAI"))
    (out / "hoi/index.html").unlink()
    (out / "them.html").write_text("x", encoding="utf-8")
    assert build(content, out, cache=tmp_path / "cache") == 0
    assert tree(out) == before
    after = stamps(out)
    assert {path for path in times if after[path] != times[path]} == {
        "tin/2020/bai-003/index.html",
        "hoi/index.html",
    }


def test_content_with_errors_is_remembered_and_stays_an_error(content: Path, tmp_path: Path) -> None:
    """Every build says so again, until it is mended."""
    lay(content, {"news/2022/sai.md": article("Sai", "2022-08-01", "[x](/khong/)", associations=["khong-co"])})
    for _ in range(2):
        assert build(content, tmp_path / "out", cache=tmp_path / "cache") == 1
    (content / "news/2022/sai.md").unlink()
    assert build(content, tmp_path / "out", cache=tmp_path / "cache") == 0
