"""The blocks of a body: its text as shown, paragraph by paragraph, item by item, cell by cell."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from bodies.footnotes import BACK_CLASS, NOTES_CLASS, REFERENCE_CLASS
from bodies.lines import Lines
from bodies.model import Block
from bodies.pins import Pins
from bodies.references import References
from bodies.trees import BLOCK, decoded

_NONE: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())  # no pins, no exclusions
# What belongs to a note and not to the text: its number in the text, and the way back.
_ASIDE = (REFERENCE_CLASS, BACK_CLASS)


class Blocks:
    """Reads the blocks of one tree in its order; `of` holds the line of the block that an element begins."""

    def __init__(self, lines: Lines, pins: Pins, references: References, note_lines: list[int]) -> None:
        self._lines = lines
        self._pins = pins
        self._references = references
        self._note_lines = iter(note_lines)
        self.found: list[Block] = []
        self.of: dict[Element, int] = {}
        self._pieces: list[str] = []
        self._owner: Element | None = None
        self._named = _NONE
        self._searched = True  # whether the next block begins a line of its own
        self._in_notes = False

    def read(self, root: Element) -> tuple[Block, ...]:
        """Every block that holds text or pins."""
        todo: list[tuple[Element, bool]] = [(root, False)]
        while todo:
            element, left = todo.pop()
            if left:
                self._leave(element)
                self._pieces.append(element.tail or "")
                continue
            self._enter(element)
            todo.append((element, True))
            if element.get("class") not in _ASIDE:
                todo.extend((child, False) for child in reversed(element))
        self._flush()
        return tuple(self.found)

    def _enter(self, element: Element) -> None:
        if element.tag in BLOCK:
            self._flush()
            self._owner = element
            self._named = self._pins.taken(element)
            self._place(element)
        elif element.tag == "br":
            self._pieces.append(" ")
        elif element.tag == "img" and (picture := self._references.of(element)):
            self._lines.move_to_picture(picture.line)
            self._searched = False
        if element.get("class") not in _ASIDE:
            self._pieces.append(element.text or "")

    def _place(self, element: Element) -> None:
        """Cells after the first stand on the line of their row; notes on that of their definition."""
        if element.get("class") == NOTES_CLASS:
            self._in_notes = True
        elif self._in_notes and element.tag == "li" and element.get("id"):
            self._lines.restart(next(self._note_lines, self._lines.here))
        if element.tag not in ("td", "th", "figcaption"):
            self._searched = True

    def _leave(self, element: Element) -> None:
        if element.tag in BLOCK:
            self._flush()
            self._owner = None

    def _flush(self) -> None:
        if not self._pieces and self._named == _NONE:
            return
        text = " ".join(decoded("".join(self._pieces)).split())
        self._pieces.clear()
        pins, excludes = self._named
        self._named = _NONE
        if not text and not pins and not excludes:
            return
        line = self._lines.of_block(text) if self._searched else self._lines.here
        if self._owner is not None and self._owner.tag in ("td", "th"):
            self._searched = False
        if self._owner is not None:
            self.of.setdefault(self._owner, line)
        self.found.append(Block(text, line, pins, excludes))
