"""What an editor reads when the content is wrong: each folder of tests/sites/invalid is one mistake, or one family.

A folder holds `expected.txt`, the exact lines that `check` prints, and in `content/` the files that differ from the
small sound union in tests/sites/base. What git or some file systems can't hold is made by a recipe of its name.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from messages.report import WARNING
from messages.rules import RULES
from newsroom.check import check
from tests.build.hostile_files import RECIPES
from tests.support.sites import build

SITES = Path(__file__).resolve().parents[1] / "sites"
MISTAKES = sorted(folder.name for folder in (SITES / "invalid").iterdir())
NOW = "2022-09-01T08:00"


def lay(mistake: str, target: Path) -> Path:
    """The base union with one mistake in it, as a content folder below `target`."""
    content = target / "content"
    shutil.copytree(SITES / "base" / "content", content)
    differing = SITES / "invalid" / mistake / "content"
    if differing.exists():
        shutil.copytree(differing, content, dirs_exist_ok=True)
    if mistake in RECIPES:
        RECIPES[mistake](content)
    return content


def expected(mistake: str) -> str:
    return (SITES / "invalid" / mistake / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_reported_in_exactly_these_words(
    mistake: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """All of it at once, sorted, nothing else; exit 1 for errors, 0 where there are only warnings, 1 with --strict."""
    content = lay(mistake, tmp_path)
    monkeypatch.chdir(tmp_path)
    code = check(content, NOW, strict=False, form="text")
    reported = capsys.readouterr()
    lines = expected(mistake).splitlines()
    assert reported.out.splitlines() == lines
    assert code == int(any(f": {WARNING}" not in line for line in lines))
    assert check(content, NOW, strict=True, form="text") == 1
    assert capsys.readouterr().out == reported.out.replace(f": {WARNING}", ": ")


@pytest.mark.parametrize("mistake", MISTAKES)
def test_programs_are_told_the_same(
    mistake: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As JSON and as annotations, whatever hostile values stand in it: one problem each, in the same order."""
    content = lay(mistake, tmp_path)
    monkeypatch.chdir(tmp_path)
    check(content, NOW, strict=False, form="json")
    found = json.loads(capsys.readouterr().out)
    lines = [
        f"{p['file']}:{p['line']}: {p['field']}: {WARNING if p['severity'] == 'warning' else ''}"
        f"{p['message']}; {p['remedy']} [{p['rule']}]"
        for p in found
    ]
    assert lines == expected(mistake).splitlines()
    check(content, NOW, strict=False, form="github")
    annotations = capsys.readouterr().out.splitlines()
    assert len(annotations) == len(lines)
    for annotation, p in zip(annotations, found, strict=True):
        assert annotation.startswith(f"::{p['severity']} file=content/") and f",line={p['line']}," in annotation


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_build_says_the_same_and_writes_only_where_there_is_no_error(
    mistake: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The same lines on stderr; any exit other than 0 leaves the output as it was, here not there."""
    content = lay(mistake, tmp_path)
    monkeypatch.chdir(tmp_path)
    code = build(content, tmp_path / "out", NOW)
    told = capfd.readouterr().err
    assert told.startswith(expected(mistake))
    assert code == int(any(f": {WARNING}" not in line for line in expected(mistake).splitlines()))
    assert (tmp_path / "out").exists() == (code == 0)
    assert build(content, tmp_path / "strict", NOW, strict=True) == 1
    assert not (tmp_path / "strict").exists()


def test_the_base_has_no_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """So that each folder's lines come from its own files."""
    shutil.copytree(SITES / "base" / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    assert check(tmp_path / "content", NOW, strict=True, form="text") == 0
    assert capsys.readouterr().out == ""


def test_every_rule_has_a_mistake() -> None:
    """No rule of the catalogue is only promised: each stands, with its severity, in the lines of some folder."""
    lines = [line for mistake in MISTAKES for line in expected(mistake).splitlines()]
    shown = {(line.rpartition("[")[2].rstrip("]"), "warning" if f": {WARNING}" in line else "error") for line in lines}
    assert shown == {(rule, entry.severity) for rule, entry in RULES.items()}


def test_every_recipe_has_its_folder() -> None:
    """A recipe without expected lines would never run."""
    assert set(RECIPES) <= set(MISTAKES)
