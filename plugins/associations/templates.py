"""What a template is made of: its own text and that of every template it may bring in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from incremental.sealed import digest

NAMED = re.compile(r"""["']([^"'\n]+)["']""")
BY_VARIABLE = re.compile(r"""{%[-+]?\s*(?:extends|include|import|from)\s+(?!["'])""")


def sources(folders: Sequence[Path]) -> dict[str, bytes]:
    """Every template by its name; of two folders that have one, the first wins."""
    found: dict[str, bytes] = {}
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.is_file() and not file.name.startswith("."):
                found.setdefault(file.relative_to(folder).as_posix(), file.read_bytes())
    return found


def closures(templates: Mapping[str, bytes]) -> dict[str, bytes]:
    """A hash for each template of its text and of all it names, directly or not.

    Whatever stands in quotes counts as named, so it may be of too many. A template that is named by a variable can be
    any: then every one belongs to it.
    """
    texts = {name: data.decode("utf-8", "replace") for name, data in templates.items()}
    names = {
        name: set(texts) if BY_VARIABLE.search(text) else set(NAMED.findall(text)) & set(texts)
        for name, text in texts.items()
    }
    return {name: digest(*(templates[one] for one in sorted(_reached(name, names)))) for name in templates}


def _reached(start: str, names: Mapping[str, set[str]]) -> set[str]:
    reached, waiting = set[str](), [start]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += names[name]
    return reached
