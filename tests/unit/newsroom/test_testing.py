"""Which tests run, and what a machine without a browser is told."""

from pathlib import Path

import pytest

from newsroom import chromium, testing


@pytest.mark.parametrize(
    ("slow", "browser", "expression"),
    [
        (False, True, "not slow"),
        (True, True, ""),
        (False, False, "not slow and not browser"),
        (True, False, "not browser"),
    ],
)
def test_the_marks_that_are_left_out(slow: bool, browser: bool, expression: str) -> None:
    """The fast ones by default; the browser's only with a browser."""
    assert testing.choice(slow, browser) == expression


SETTINGS = """
[tool.ruff.lint]
select = ["F", "I"]
[tool.mypy]
files = ["good.py"]
[tool.pytest.ini_options]
markers = ["slow", "browser"]
"""

TESTS = """import pytest


@pytest.mark.browser
def test_of_a_page():
    assert False


def test_of_a_rule():
    assert {outcome}
"""


@pytest.fixture
def tree(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A work tree with one browser test that would fail and one other test."""
    monkeypatch.setenv("MYPY_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "mypy"))  # one for all these tests
    (tmp_path / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "good.py").write_text("x: int = 1\n", encoding="utf-8")
    (tmp_path / "test_it.py").write_text(TESTS.format(outcome=True), encoding="utf-8")
    return tmp_path


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "find_or_install", lambda environ: None)
    monkeypatch.delenv("CI", raising=False)


@pytest.mark.usefixtures("no_browser")
def test_left_out_tests_are_named_and_pytest_speaks_last(tree: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The command to install the browser, the names of what didn't run, then pytest's closing line."""
    assert testing.run_tests(tree, slow=False) == 0
    said = capfd.readouterr()
    assert "apt-get install -y chromium" in said.err and "test_it.py::test_of_a_page" in said.err
    assert "test_of_a_rule" not in said.err
    assert "1 passed" in said.out.splitlines()[-1]


@pytest.mark.usefixtures("no_browser")
def test_in_ci_a_missing_browser_is_a_failure(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A green CI must mean that all tests ran."""
    monkeypatch.setenv("CI", "true")
    assert testing.run_tests(tree, slow=False) == 1
    assert "CI=true" in capfd.readouterr().err


@pytest.mark.usefixtures("no_browser")
@pytest.mark.parametrize(
    ("files", "named"),
    [
        ({"good.py": 'import os\nx: int = "a"\n'}, ["ruff", "mypy"]),
        ({"unsorted.py": "import sys\nimport os\nprint(os, sys)\n"}, ["ruff"]),
        ({"test_it.py": TESTS.format(outcome=False)}, []),
    ],
)
def test_whatever_complains_fails_the_whole(
    tree: Path, files: dict[str, str], named: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    """All tools run all the same, so that everything wrong shows at once; pytest's closing line stays the last."""
    for name, text in files.items():
        (tree / name).write_text(text, encoding="utf-8")
    assert testing.run_tests(tree, slow=False) == 1
    said = capfd.readouterr()
    assert [tool for tool in ("ruff", "mypy") if f"{tool} báo lỗi" in said.err] == named
    assert said.out.splitlines()[-1].startswith("=") and " in " in said.out.splitlines()[-1]
