"""Headings: two to six, each with an id that the slug of its text gives."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from bodies.footnotes import REFERENCE_CLASS
from bodies.model import Heading
from bodies.trees import HEADINGS, decoded
from vietnamese.slugs import slugify

ANCHOR_PREFIX = "muc"


class Headings:
    """Numbers the headings of one body; `lowered` holds those that were of the first level."""

    def __init__(self) -> None:
        self.found: list[Heading] = []
        self.lowered: list[Element] = []
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}

    def settle(self, root: Element) -> None:
        """Gives every heading its level and id."""
        for element in root.iter():
            if element.tag in HEADINGS:
                if element.tag == "h1":
                    element.tag = "h2"
                    self.lowered.append(element)
                self._name(element)

    def _name(self, element: Element) -> None:
        text = shown_text(element)
        base = f"{ANCHOR_PREFIX}-{slugify(text) or len(self.found) + 1}"
        anchor = base
        while anchor in self._taken:
            self._counts[base] = self._counts.get(base, 1) + 1
            anchor = f"{base}-{self._counts[base]}"
        self._taken.add(anchor)
        element.set("id", anchor)
        self.found.append(Heading(int(element.tag[1]), text, anchor))


def shown_text(element: Element) -> str:
    """The text of an element as shown, without the numbers of footnotes and with white space as one space."""
    return " ".join(decoded("".join(_pieces(element))).split())


def _pieces(element: Element) -> list[str]:
    pieces: list[str] = []
    todo: list[Element | str] = [element]
    while todo:
        item = todo.pop()
        if isinstance(item, str):
            pieces.append(item)
            continue
        if item is not element and item.tail:
            todo.append(item.tail)
        if item.get("class") != REFERENCE_CLASS:
            pieces.append(" " if item.tag == "br" else item.text or "")
            todo.extend(reversed(item))
    return pieces
