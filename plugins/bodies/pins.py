"""`[!slug]` and `[!-slug]` at the start of a paragraph: the association that it is about, or is not about.

They are taken out before Markdown reads links, so that nothing about brackets can confuse them. A mark that no editor
can type stays in the text until the blocks are known.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

_TYPED = re.compile(r"\s*(?:\[!-?[^\[\]]{1,80}\]\s*)+")
_ONE = re.compile(r"\[!(-?)([^\[\]]*)\]")
MARK = re.compile(f"{STX}pin:([0-9]+){ETX}")


class Pins(Treeprocessor):
    """Replaces the pins of each block by a mark; `found` holds the slugs: of pins, of exclusions."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[tuple[str, ...], tuple[str, ...]]] = []

    def reset(self) -> None:
        self.found.clear()

    def run(self, root: Element) -> None:
        for element in root.iter():
            text = element.text
            if text and "[!" in text and element.tag != "code" and (match := _TYPED.match(text)):
                mark = f"{STX}pin:{len(self.found)}{ETX}"
                self.found.append(_slugs(match[0]))
                element.text = mark + text[match.end() :]

    def taken(self, element: Element) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The pins and exclusions of a block, whose mark is taken out of the tree."""
        match = MARK.match(element.text or "")
        if match is None or int(match[1]) >= len(self.found):
            return (), ()
        element.text = (element.text or "")[match.end() :]
        return self.found[int(match[1])]


def _slugs(typed: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    named = [(sign, slug.strip()) for sign, slug in _ONE.findall(typed)]
    return tuple(slug for sign, slug in named if not sign), tuple(slug for sign, slug in named if sign)
