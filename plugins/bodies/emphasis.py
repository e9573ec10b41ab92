"""Emphasis that loses no text.

Python-Markdown 3.11 remembers where the next `*` and `_` belong while the text around them changes, and pairs some runs
of unlike length with more characters than they have: `*.**ă*c` lost its end. What it makes is held against what it
read; marks that it can't pair faithfully stay text.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.core import Markdown
from markdown.inlinepatterns import DelimiterProcessor

_MARKS = re.compile(r"[*_]+")
_PATIENCE = 20  # times that a body's marks are paired again: each may read a whole paragraph


class Emphasis(DelimiterProcessor):
    """`*em*`, `**strong**`, `_em_`, `__strong__`."""

    def __init__(self, md: Markdown) -> None:
        super().__init__("*", "strong,em", md)
        self._failures = 0
        self.add("_", "strong,em", smart=True)

    def handleMatch(  # type: ignore[override]  # the stub narrows what the base class documents
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        remembered = bool(self.regions)
        element, start, end = super().handleMatch(m, data)
        if element is None or _is_faithful(element, data[start:end]):
            return element, start, end
        self.reset()
        self._failures += 1
        if self._failures > _PATIENCE:
            return None, m.start(0), len(data)
        if remembered:
            return self.handleMatch(m, data)
        run = _MARKS.match(data, m.start(0))
        return None, m.start(0), run.end() if run else m.end(0)

    def forget(self) -> None:
        """Begins another body."""
        self._failures = 0


def _is_faithful(element: Element, typed: str) -> bool:
    """Whether the element and those inside it are what was typed: their texts between marks of the right length."""
    todo: list[Element | str | int] = [element]  # an int is a number of marks
    position = 0
    while todo:
        item = todo.pop()
        if isinstance(item, Element):
            marks = 2 if item.tag == "strong" else 1
            tail = (item.tail or "") if item is not element else ""
            todo += [tail, marks, *reversed(item), item.text or "", marks]
        elif isinstance(item, int):
            if typed[position : position + item].strip("*_"):
                return False
            position += item
        elif typed.startswith(item, position):
            position += len(item)
        else:
            return False
    return position == len(typed)
