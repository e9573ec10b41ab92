"""The program itself is an input: after a change of its code, in a new process, the site is as if built anew."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.posts import daily
from tests.support.previews import copy_program
from tests.support.sites import NOW, small_site, tree

BUILD = f"""
import sys
from pathlib import Path
from newsroom.build import build
cache = Path("cache") if sys.argv[2:] else None
sys.exit(build(Path("content"), Path(sys.argv[1]), {NOW!r}, False, False, cache))
"""


def build(folder: Path, *arguments: str) -> int:
    """The number of pages that a process of its own rendered."""
    environ = {**os.environ, "PYTHONPATH": str(folder / "plugins"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", BUILD, *arguments]
    done = subprocess.run(command, cwd=folder, env=environ, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return int(done.stderr.partition("rendered: ")[2].partition(",")[0])


def change(folder: Path, name: str, old: str, new: str) -> None:
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("plugins/messages/texts.py", "ARCHIVES = ", "ARCHIVES = 'x' + "),
        ("pelicanconf.py", 'THEME = "theme"', 'THEME = "theme"\nJINJA_FILTERS = {"thu": lambda text: text + "2"}'),
    ],
)
def test_after_a_change_of_the_code_the_site_is_as_if_built_anew(tmp_path: Path, name: str, old: str, new: str) -> None:
    """Also when it was changed a moment before; with the same code nothing is made again."""
    copy_program(tmp_path, small_site(daily(3)))
    change(tmp_path, "pelicanconf.py", "PLUGINS =", 'JINJA_FILTERS = {"thu": lambda text: text + "1"}\nPLUGINS =')
    change(tmp_path, "theme/templates/macros/footer.html", "</footer>", "{{ 'lọc'|thu }}</footer>")
    build(tmp_path, "out", "cached")
    before = tree(tmp_path / "out")
    change(tmp_path, name, old, new)
    assert build(tmp_path, "out", "cached") > 0
    build(tmp_path, "clean")
    assert tree(tmp_path / "out") == tree(tmp_path / "clean") != before
    time.sleep(2.1)  # now the code is older than any process
    build(tmp_path, "out", "cached")
    assert build(tmp_path, "out", "cached") == 0
    shutil.rmtree(tmp_path / "clean")
