"""The files of an edition: those that the ledger knows to stand as they would be made are not made again."""

from __future__ import annotations

from pathlib import Path

import pytest

from associations.edition import Edition, prepare
from associations.output import files
from incremental import stamps
from incremental.ledger import Ledger
from incremental.writer import write
from tests.support.sites import article, lay, options, small_site

SITE = small_site({"news/2022/a.md": article("Một", "2022-01-01", "![Ảnh](images/a.png)"), "images/a.png": b"x"})


@pytest.fixture(autouse=True)
def rested(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file was changed a moment ago."""
    now = stamps.now
    monkeypatch.setattr(stamps, "now", lambda: now() + 10_000_000_000)


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    return prepare(options(lay(tmp_path / "content", SITE)))


def built(folder: Path, edition: Edition, salt: bytes = b"code") -> set[str]:
    """Builds, and tells which files were made anew."""
    ledger = Ledger(folder / "ledger", folder / "out")
    made = list(files(edition, ledger, salt))
    write(folder / "out", made)
    ledger.save()
    return {path for path, content in made if content is not None}


def test_everything_is_made_once(tmp_path: Path, edition: Edition) -> None:
    """Pages, the theme's files, pictures."""
    first = built(tmp_path, edition)
    assert first == {path for path, _ in files(edition)}
    assert {"index.html", "images/a.png", "favicon.ico"} < first
    assert built(tmp_path, edition) == set()


def test_without_a_ledger_everything_is_made(edition: Edition) -> None:
    """Each time."""
    for _ in range(2):
        assert all(content is not None for _, content in files(edition))


def test_other_code_makes_every_page(tmp_path: Path, edition: Edition) -> None:
    """But does not copy what is a copy."""
    everything = built(tmp_path, edition)
    again = built(tmp_path, edition, b"other code")
    assert {page.file for page in edition.pages} <= again
    assert "images/a.png" in everything - again


def test_a_picture_is_copied_when_it_is_another(tmp_path: Path, edition: Edition) -> None:
    """Its page stays; one that was changed a moment ago is compared each time."""
    built(tmp_path, edition)
    (tmp_path / "content" / "images" / "a.png").write_bytes(b"y")
    assert built(tmp_path, edition) == {"images/a.png"}
    assert (tmp_path / "out" / "images" / "a.png").read_bytes() == b"y"
    assert built(tmp_path, edition) == set()


def test_what_is_gone_is_made(tmp_path: Path, edition: Edition) -> None:
    """That, and nothing else."""
    built(tmp_path, edition)
    for name in ("index.html", "images/a.png", "favicon.ico"):
        (tmp_path / "out" / name).unlink()
        assert built(tmp_path, edition) == {name}
