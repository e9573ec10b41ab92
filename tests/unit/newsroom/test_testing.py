"""Which tests run, and what a machine without a browser or a server is told."""

from pathlib import Path

import pytest

from newsroom import programs, testing
from newsroom.programs import CHROMIUM, NGINX, Program


@pytest.mark.parametrize(
    ("slow", "left_out", "expression"),
    [
        (False, [], "not slow"),
        (True, [], ""),
        (False, ["browser"], "not slow and not browser"),
        (True, ["browser", "nginx"], "not browser and not nginx"),
    ],
)
def test_the_marks_that_are_left_out(slow: bool, left_out: list[str], expression: str) -> None:
    """The fast ones by default; a program's only with the program."""
    assert testing.choice(slow, left_out) == expression


SETTINGS = """
[tool.ruff.lint]
select = ["F", "I"]
[tool.mypy]
files = ["good.py"]
[tool.pytest.ini_options]
markers = ["slow", "browser", "nginx"]
"""

TESTS = """import pytest


@pytest.mark.browser
def test_of_a_page():
    assert False


@pytest.mark.nginx
def test_of_a_server():
    assert False


@pytest.mark.slow
@pytest.mark.nginx
def test_that_takes_long():
    assert False


def test_of_a_rule():
    assert {outcome}
"""


@pytest.fixture
def tree(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A work tree with tests of a browser and of a server that would fail, and one other test."""
    monkeypatch.setenv("MYPY_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "mypy"))  # one for all these tests
    (tmp_path / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "good.py").write_text("x: int = 1\n", encoding="utf-8")
    (tmp_path / "test_it.py").write_text(TESTS.format(outcome=True), encoding="utf-8")
    return tmp_path


@pytest.fixture
def missing(monkeypatch: pytest.MonkeyPatch) -> list[Program]:
    """What isn't there and can't be installed: both programs, unless a test takes one out of the list."""
    programs_missing = [CHROMIUM, NGINX]
    monkeypatch.setattr(programs, "install_missing", lambda environ: tuple(programs_missing))
    monkeypatch.delenv("CI", raising=False)
    return programs_missing


@pytest.mark.usefixtures("missing")
def test_left_out_tests_are_named_and_pytest_speaks_last(tree: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The command that installs what is missing, the names of what didn't run, then pytest's closing line."""
    assert testing.run_tests(tree, slow=False) == 0
    said = capfd.readouterr()
    assert "apt-get install -y chromium" in said.err and "nginx-light" in said.err
    assert "test_it.py::test_of_a_page" in said.err and "test_it.py::test_of_a_server" in said.err
    assert "test_of_a_rule" not in said.err and "test_that_takes_long" not in said.err
    assert "1 passed" in said.out.splitlines()[-1]


def test_only_what_needs_the_missing_program_is_left_out(
    tree: Path, missing: list[Program], capfd: pytest.CaptureFixture[str]
) -> None:
    """A machine with a server and no browser runs the server's tests, which here fail."""
    missing.remove(NGINX)
    assert testing.run_tests(tree, slow=False) == 1
    said = capfd.readouterr()
    assert "test_of_a_page" in said.err and "test_of_a_server" not in said.err
    assert "1 failed, 1 passed" in said.out.splitlines()[-1]


@pytest.mark.parametrize("program", [CHROMIUM, NGINX], ids=lambda program: str(program.mark))
def test_in_ci_a_missing_program_is_a_failure_at_once(
    tree: Path,
    missing: list[Program],
    program: Program,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """A green CI must mean that all tests ran."""
    missing[:] = [program]
    monkeypatch.setenv("CI", "true")
    assert testing.run_tests(tree, slow=False) == 1
    said = capfd.readouterr()
    assert "CI=true" in said.err and program.names[0] in said.err
    assert said.out == ""


@pytest.mark.usefixtures("missing")
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
