"""Where an error in the program or the theme came up."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest

from newsroom.live.outcome import place, program_fault

NOWHERE = Path("/nowhere")


def raised(by: Callable[[], object]) -> BaseException:
    with pytest.raises(BaseException) as caught:
        by()
    return caught.value


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plugins").mkdir()
    return tmp_path


def run(file: Path, text: str) -> Callable[[], object]:
    """Executes a Python file as an import does."""
    file.write_text(text, encoding="utf-8")
    return lambda: exec(compile(file.read_bytes(), str(file), "exec"), {"json": json})


def test_an_error_is_placed_where_the_program_is_not_where_a_library_is(tree: Path) -> None:
    """The innermost line that the user can change; the file as the user would type it."""
    error = raised(run(tree / "plugins" / "a.py", "def f():\n    return json.loads('{')\n\nf()\n"))
    assert place(error, tree, NOWHERE) == ("plugins/a.py", 2)


def test_other_peoples_code_inside_the_work_tree_is_left_out(tree: Path) -> None:
    """The environment lies there."""
    (tree / ".venv").mkdir()
    (tree / ".venv" / "b.py").write_text("def g():\n    raise KeyError('x')\n", encoding="utf-8")
    inside = f"import sys\nsys.path.insert(0, {str(tree / '.venv')!r})\nfrom b import g\ng()\n"
    error = raised(run(tree / "plugins" / "a.py", inside))
    sys.modules.pop("b")
    assert place(error, tree, tree / ".venv") == ("plugins/a.py", 4)


def test_a_file_that_python_can_not_read_is_named(tree: Path) -> None:
    """It never ran, so no frame is in it."""
    fault = program_fault(raised(run(tree / "plugins" / "a.py", "x = 1\ndef (:\n")), tree, NOWHERE)
    assert (fault.file, fault.line) == ("plugins/a.py", 2)
    assert "SyntaxError" in fault.message and "Bản cũ giữ nguyên" in fault.message


@pytest.mark.parametrize(
    "text", ["<p>\n{% if %}", "<p>\n{{ missing.name }}", "<p>\n{{ 1 / 0 }}", "<p>\n{{ 1 | missing }}"]
)
def test_an_error_in_a_template_is_placed_there(tree: Path, text: str) -> None:
    """Whether Jinja can't read it, or it asks for what isn't there."""
    (tree / "a.html").write_text(text, encoding="utf-8")
    jinja = jinja2.Environment(loader=jinja2.FileSystemLoader([str(tree)]), undefined=jinja2.StrictUndefined)
    error = raised(lambda: jinja.get_template("a.html").render())
    assert place(error, tree, NOWHERE) == ("a.html", 2)


def test_an_error_from_elsewhere_has_no_place(tree: Path) -> None:
    """It is shown without."""
    assert place(raised(lambda: json.loads("{")), tree, NOWHERE) == ("", 0)
    assert program_fault(OSError("x"), tree, NOWHERE).file == ""
