"""When the environment is made, and when a machine can't make one."""

import importlib.util
import sys
from pathlib import Path

import pytest

from newsroom.environment import BASE, Environment, require_parts
from newsroom.setup_lock import SetupProblem
from newsroom.setup_steps import run_step


@pytest.mark.parametrize("part", ["venv", "ensurepip"])
def test_a_missing_part_is_named_with_its_package(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Debian's Python comes without venv's parts: the message names the part and the apt package."""
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == part else found(name))
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    with pytest.raises(SetupProblem, match=f"thiếu {part}.*\n.*sudo apt install python{version}-venv"):
        require_parts()


def test_this_python_has_all_parts() -> None:
    """Where nothing is missing nothing is said."""
    require_parts()


def test_a_step_that_fails_shows_what_its_tool_said() -> None:
    """The last lines of pip or venv stand under our sentence."""
    command = [sys.executable, "-c", "import sys; print('no space left'); sys.exit(1)"]
    with pytest.raises(SetupProblem, match=r"“cài thư viện”.*\n(.*\n)*no space left"):
        run_step("cài thư viện", command, print)


def test_a_step_whose_program_is_missing_is_a_problem_too(tmp_path: Path) -> None:
    """No traceback where the interpreter itself is gone."""
    with pytest.raises(SetupProblem, match="dựng môi trường"):
        run_step("dựng môi trường", [str(tmp_path / "python")], print)


def test_the_environment_is_current_until_a_lock_changes(tmp_path: Path) -> None:
    """The stamp holds for the bytes of the lock; without a stamp an environment is not finished."""
    (tmp_path / "requirements.txt").write_text("invoke==1\n", encoding="utf-8")
    environment = Environment(tmp_path)
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()
    assert not environment.is_current()
    environment._write_stamp(*BASE)
    assert environment.is_current()
    (tmp_path / "requirements.txt").write_text("invoke==2\n", encoding="utf-8")
    assert not environment.is_current()


def test_an_environment_whose_python_is_gone_is_not_current(tmp_path: Path) -> None:
    """A Python that was uninstalled leaves a dead link behind, whatever the stamp says."""
    (tmp_path / "requirements.txt").write_text("invoke==1\n", encoding="utf-8")
    environment = Environment(tmp_path)
    environment.python.parent.mkdir(parents=True)
    environment._write_stamp(*BASE)
    assert not environment.is_current()
