"""`clean` takes only what our tasks made."""

from pathlib import Path

import pytest

from newsroom.cleaning import clean


def fill(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def test_what_was_built_goes_and_what_was_fetched_stays(tmp_path: Path) -> None:
    """output/ with the mark and the caches go; the font and the environment need the network and stay."""
    fill(tmp_path, "output/.built-site", "output/tin/index.html", ".cache/parsed/x", ".cache/preview/y/index.html")
    fill(tmp_path, ".cache/font/ab/piazzolla.woff2", ".venv/pyvenv.cfg", "node_modules/z", "content/union.md")
    clean(tmp_path)
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {".cache/font/ab/piazzolla.woff2", ".venv/pyvenv.cfg", "node_modules/z", "content/union.md"}
    assert not (tmp_path / "output").exists()


def test_an_output_folder_without_our_mark_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It may be somebody's own; the message says why it stays."""
    fill(tmp_path, "output/thesis.doc")
    clean(tmp_path)
    assert (tmp_path / "output" / "thesis.doc").exists()
    assert ".built-site" in capsys.readouterr().err


def test_a_repository_in_the_output_stays(tmp_path: Path) -> None:
    """A site that is published by git keeps its history."""
    fill(tmp_path, "output/.built-site", "output/index.html", "output/.git/HEAD")
    clean(tmp_path)
    assert [path.name for path in (tmp_path / "output").iterdir()] == [".git"]


def test_a_link_goes_itself_and_not_what_it_leads_to(tmp_path: Path) -> None:
    """An output folder that lies on another disk, linked, keeps its files."""
    fill(tmp_path, "disk/.built-site", "disk/index.html", "tree/x")
    (tmp_path / "tree" / "output").symlink_to(tmp_path / "disk", target_is_directory=True)
    clean(tmp_path / "tree")
    assert not (tmp_path / "tree" / "output").is_symlink()
    assert (tmp_path / "disk" / "index.html").exists()


def test_nothing_to_clean_is_no_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fresh clone."""
    clean(tmp_path)
    assert capsys.readouterr().err == "Không có gì để xoá.\n"
