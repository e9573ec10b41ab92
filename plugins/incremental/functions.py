"""What stands for somebody's functions, given in settings: other code, or another thing bound to it, is another one."""

from __future__ import annotations

import functools
import inspect
import sys
import sysconfig
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from incremental.salt import loaded
from incremental.sealed import digest

INSTALLED = tuple(sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib"))


def of_functions(functions: Mapping[str, Callable[..., Any]], known: Collection[Path] = ()) -> bytes:
    """A hash of the functions by name: of the files they stand in, of all modules that those bring in, and of what each
    function is bound to. Installed packages and the folders in `known` are left out: others watch over those.

    What tells in its `repr` where it lies in memory is another thing each time.
    """
    parts: list[bytes] = []
    files: set[Path] = set()
    places = [*known, *map(Path, INSTALLED)]
    for name, function in sorted(functions.items()):
        plain, bound = _taken_apart(function)
        code = getattr(plain, "__code__", None)
        module = str(getattr(plain, "__module__", ""))  # what is built in may have none
        which = (name, module, getattr(plain, "__qualname__", ""), code and code.co_firstlineno, bound)
        parts.append(repr(which).encode("utf-8", "backslashreplace"))
        files |= {Path(code.co_filename)} if code else set()
        files |= {Path(one.__file__) for one in _reached(module, places) if one.__file__}
    return digest(*parts, *(loaded(file) for file in sorted(files) if _is_own(file, places)))


def _taken_apart(function: Any) -> tuple[Any, list[object]]:
    """What is called in the end (of an object that is called, its class), and what it is bound to."""
    bound: list[object] = []
    while isinstance(function, functools.partial):
        bound += [function.args, sorted(function.keywords.items())]
        function = function.func
    if inspect.ismethod(function):
        bound.append(function.__self__)
        function = function.__func__
    if not (inspect.isroutine(function) or inspect.isclass(function)):
        return type(function), [*bound, function, getattr(function, "__dict__", None)]
    cells = [_content(cell) for cell in getattr(function, "__closure__", None) or ()]
    return function, [*bound, cells, getattr(function, "__defaults__", None), getattr(function, "__kwdefaults__", None)]


def _content(cell: Any) -> object:
    try:
        return cell.cell_contents
    except ValueError:  # bound later
        return None


def _reached(name: str, places: Collection[Path]) -> Iterator[ModuleType]:
    """The module of that name, and each that lies in no known place and is brought in by one of these."""
    seen, waiting = set[str](), [name]
    while waiting:
        name = waiting.pop()
        module = sys.modules.get(name)
        if name in seen or module is None or not _is_own(Path(getattr(module, "__file__", None) or ""), places):
            continue
        seen.add(name)
        yield module
        for value in list(vars(module).values()):
            owner = value.__name__ if isinstance(value, ModuleType) else getattr(value, "__module__", None)
            waiting += [owner] if isinstance(owner, str) else []


def _is_own(file: Path, places: Collection[Path]) -> bool:
    return file.is_file() and not any(file.is_relative_to(place) for place in places)
