"""What a template is made of: its own text and that of every template it may bring in."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from incremental.sealed import digest

NAMED = re.compile(r"""["']([^"'\n]+)["']""")
BRINGS_IN = re.compile(r"{%[-+]?\s*(?:extends|include|import|from)\b")
# One that names what it brings in, and nothing but names: no variable, no escape.
LITERAL = r"""(?:"[^"\\\n]+"|'[^'\\\n]+')"""
BY_NAME = re.compile(
    rf"{BRINGS_IN.pattern}\s*(?:{LITERAL}|\[\s*{LITERAL}(?:\s*,\s*{LITERAL})*\s*\])"
    r"\s*(?:(?:as|import|ignore|with|without)\b|[-+]?%})"
)


def sources(folders: Sequence[Path]) -> dict[str, bytes]:
    """Every template by its name; of two folders that have one, the first wins. Links are followed, as Jinja does."""
    found: dict[str, bytes] = {}
    for folder in folders:
        for below, inside, names in os.walk(folder, followlinks=True):
            inside.sort()
            for file in (Path(below, name) for name in sorted(names)):
                if file.is_file():
                    found.setdefault(file.relative_to(folder).as_posix(), file.read_bytes())
    return found


def closures(templates: Mapping[str, bytes]) -> dict[str, bytes]:
    """A hash for each template of its text and of all it names, directly or not.

    Whatever stands in quotes counts as named, so it may be of too many. A template that brings in what it does not
    name in so many letters can bring in any: then every one belongs to it.
    """
    texts = {name: data.decode("utf-8", "replace") for name, data in templates.items()}
    names = {name: _named(text) & set(texts) if _says_all(text) else set(texts) for name, text in texts.items()}
    return {name: digest(*(templates[one] for one in sorted(_reached(name, names)))) for name in templates}


def _named(text: str) -> set[str]:
    """What may be names, as Jinja reads them: `./a//b.html` is `a/b.html`."""
    return {"/".join(part for part in name.split("/") if part not in ("", ".")) for name in NAMED.findall(text)}


def _says_all(text: str) -> bool:
    return len(BRINGS_IN.findall(text)) == len(BY_NAME.findall(text))


def _reached(start: str, names: Mapping[str, set[str]]) -> set[str]:
    reached, waiting = set[str](), [start]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += names[name]
    return reached
