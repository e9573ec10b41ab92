"""Other functions in the settings are seen, however they are made."""

from __future__ import annotations

import functools
import importlib
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from incremental import salt
from incremental.functions import of_functions
from tests.support.sites import lay

SETTINGS = "settings_of_a_test"
HELPERS = "helpers_of_a_test"
CODE = f"import {HELPERS}\nfrom {HELPERS} import near\ndef shout(text):\n    return near(text) + {HELPERS}.END\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(salt, "STARTED", time.time_ns() + 3_600_000_000_000)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    yield lay(tmp_path, {f"{SETTINGS}.py": CODE, f"{HELPERS}.py": "END = '!'\ndef near(text):\n    return text\n"})
    for name in (SETTINGS, HELPERS):
        sys.modules.pop(name, None)


def salted(wrap: Callable[[Any], Any] = lambda function: function) -> bytes:
    """As a new process has it."""
    for name in (SETTINGS, HELPERS):
        sys.modules.pop(name, None)
    importlib.invalidate_caches()
    return of_functions({"shout": wrap(importlib.import_module(SETTINGS).shout)})


def test_the_same_functions_are_the_same(folder: Path) -> None:
    """In each process; none at all is one more case."""
    assert salted() == salted() != of_functions({})
    assert of_functions({}) == of_functions({})


@pytest.mark.parametrize("name", [SETTINGS, HELPERS])
def test_other_code_is_another(folder: Path, name: str) -> None:
    """In the file of the settings, and in one that it brings in."""
    before = salted()
    file = folder / f"{name}.py"
    file.write_text(file.read_text(encoding="utf-8") + "# other\n", encoding="utf-8")
    assert salted() != before


def test_what_is_not_brought_in_does_not_count(folder: Path) -> None:
    """Nor what lies in a folder that somebody else watches."""
    before = salted()
    lay(folder, {"stranger_of_a_test.py": "x = 1"})
    assert salted() == before
    known = of_functions({"shout": sys.modules[SETTINGS].shout}, [folder])
    lay(folder, {f"{HELPERS}.py": "END = '?'\ndef near(text):\n    return text\n"})
    salted()
    assert of_functions({"shout": sys.modules[SETTINGS].shout}, [folder]) == known


class Filter:
    """A function that is an object."""

    def __init__(self, end: str) -> None:
        self.end = end

    def __call__(self, text: str) -> str:
        return text + self.end

    def method(self, text: str) -> str:
        return text + self.end

    def __repr__(self) -> str:
        return f"Filter({self.end!r})"


def ending(end: str) -> Callable[[str], str]:
    return lambda text: text + end


def test_what_a_function_is_bound_to_counts() -> None:
    """Arguments, objects, the values around it; and its name."""
    made: list[Callable[..., Any]] = [
        str.upper,
        str.lower,
        functools.partial(str.replace, "a"),
        functools.partial(str.replace, "b"),
        ending("a"),
        ending("b"),
        Filter("a"),
        Filter("b"),
        Filter("a").method,
        Filter("b").method,
    ]
    seen = {of_functions({"thu": function}) for function in made} | {of_functions({"khac": str.upper})}
    assert len(seen) == len(made) + 1
    assert of_functions({"a": str.upper, "b": str.lower}) == of_functions({"b": str.lower, "a": str.upper})
