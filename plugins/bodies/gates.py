"""What Markdown need not try: a construct whose first character doesn't occur in the body.

Only speed depends on this; a body is read by the same processors, less those that could not match anything in it. The
texts that are looked at are those that Python-Markdown has prepared: without tabs, blocks of HTML taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from markdown.util import Registry

Item = TypeVar("Item")

_INDENT = ("    ",)
_COLON_LINE = re.compile(r"^[ \t>*+\-.0-9]*:[ \t]", re.MULTILINE)

# Block processors by name: one of these texts has to occur; "" always does.
BLOCKS = {
    "empty": ("",),
    "indent": _INDENT,
    "defindent": _INDENT,
    "code": _INDENT,
    "table": ("|",),
    "hashheader": ("#",),
    "setextheader": ("=", "-"),
    "hr": ("---", "- -", "-  -", "***", "* *", "*  *", "___", "_ _", "_  _"),
    "olist": ("",),
    "ulist": ("* ", "+ ", "- "),
    "deflist": (":",),
    "quote": (">",),
    "footnote": ("[^",),
    "abbr": ("*[",),
    "reference": ("]:",),
    "paragraph": ("",),
}
# Inline patterns by name.
INLINES = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("](",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("://",),
    "automail": ("@",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
TREES = ("footnote", "pins", "inline", "depth", "footnote-duplicate", "prettify", "abbr", "unescape")
_NEED_DEFINITIONS = ("reference", "image_reference", "short_reference", "short_image_ref")


def named(registry: Registry[Item], names: Iterable[str]) -> list[tuple[str, Item]]:
    """The items of a registry with their names, in its order; ValueError where it has others than these."""
    found = sorted((registry.get_index_for_name(name), name) for name in names)
    if len(found) != len(registry):
        raise ValueError("this version of Python-Markdown has processors that bodies.gates doesn't know")
    return [(name, registry[name]) for _, name in found]


def block_needed(name: str, text: str) -> bool:
    """Whether a block processor can match anything in this text."""
    if name == "deflist" and _COLON_LINE.search(text) is None:
        return False
    return any(needle in text for needle in BLOCKS[name])


def inline_needed(name: str, text: str, definitions: bool) -> bool:
    """Whether an inline pattern can match anything; `definitions` says whether the body defines links."""
    if name in _NEED_DEFINITIONS and not definitions:
        return False
    return any(needle in text for needle in INLINES[name])


class GatedPattern:
    """A regular expression that is not run where a text it needs is absent."""

    def __init__(self, pattern: re.Pattern[str], needles: tuple[str, ...]) -> None:
        self._pattern = pattern
        self._needles = needles

    def finditer(self, data: str, start: int = 0) -> Iterator[re.Match[str]]:
        if any(needle in data for needle in self._needles):
            return self._pattern.finditer(data, start)
        return iter(())
