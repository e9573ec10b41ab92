"""How tasks.py starts over inside its environment."""

from pathlib import Path

import pytest

from newsroom.entry import rerun_arguments

ROOT = Path("/site")


@pytest.mark.parametrize(
    "program", ["/usr/bin/invoke", "inv", "C:/tools/invoke.exe", "/x/site-packages/invoke/__main__.py"]
)
def test_an_invoke_from_outside_becomes_the_one_inside(program: str) -> None:
    """However invoke was started, the same arguments reach it again."""
    assert rerun_arguments(ROOT, "tasks", [program, "build", "--strict"]) == ["-m", "invoke", "build", "--strict"]


def test_the_script_starts_itself_again() -> None:
    """`python3 tasks.py build` from any folder."""
    arguments = rerun_arguments(ROOT, "__main__", ["../site/tasks.py", "build", "--now", "2022"])
    assert arguments == [str(ROOT / "tasks.py"), "build", "--now", "2022"]


@pytest.mark.parametrize("program", ["/usr/bin/pytest", "-c", "/x/site-packages/pytest/__main__.py", ""])
def test_a_mere_import_starts_nothing(program: str) -> None:
    """A program that only looks at the module is not replaced by another."""
    assert rerun_arguments(ROOT, "tasks", [program, "build"]) is None
