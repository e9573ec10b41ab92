"""Numbered lists that keep the numbers the editor typed."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.blockparser import BlockParser
from markdown.extensions.sane_lists import SaneOListProcessor

# A year or a count at the beginning of a sentence is no item: days of a month are the highest numbers of a first item.
HIGHEST_FIRST = 31
LEADING_ZERO = "leading-zero"  # the class of a list numbered 01. 02. …


class NumberedList(SaneOListProcessor):
    """Items `1. …`: a number that doesn't follow from the last item's stays visible.

    A number over HIGHEST_FIRST begins an item only where it continues the list before it by one.
    """

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        indent = self.tab_length - 1
        # Ten digits and more are no number of an item, and digits of other scripts are text.
        self.RE = re.compile(rf"^[ ]{{0,{indent}}}([0-9]{{1,9}})\.[ ]+(.*)")
        self.CHILD_RE = re.compile(rf"^[ ]{{0,{indent}}}(([0-9]{{1,9}})\.)[ ]+(.*)")
        self._last: dict[Element, int] = {}  # the number of the last item of each list
        self._typed: list[str] = []  # the numbers of the block that get_items read last

    def reset(self) -> None:
        """Forgets the lists of the body before."""
        self._last.clear()

    def test(self, parent: Element, block: str) -> bool:
        match = self.RE.match(block)
        if match is None:
            return False
        number = int(match[1])
        before = self._continued(parent)
        return number <= HIGHEST_FIRST or (before is not None and self._last.get(before) == number - 1)

    def run(self, parent: Element, blocks: list[str]) -> None:
        continued = self._continued(parent)
        known = len(continued) if continued is not None else 0
        self.get_items(blocks[0])
        typed = self._typed
        super().run(parent, blocks)
        numbered = continued if continued is not None else self.lastChild(parent)
        if numbered is not None and numbered.tag == "ol":
            self._number(numbered, known, typed)

    def get_items(self, block: str) -> list[str]:
        """The texts of the items. A line that begins with a number too high for an item belongs to the item before."""
        items: list[str] = []
        self._typed = []
        for line in block.split("\n"):
            match = self.CHILD_RE.match(line)
            if match and (not items or self._is_next(match[2])):
                self._typed.append(match[2])
                items.append(match[3])
            elif self.INDENT_RE.match(line) and not items[-1].startswith(" " * self.tab_length):
                items.append(line)
            else:
                items[-1] = f"{items[-1]}\n{line}"
        return items

    def _is_next(self, number: str) -> bool:
        return int(number) <= HIGHEST_FIRST or int(number) == int(self._typed[-1]) + 1

    def _continued(self, parent: Element) -> Element | None:
        """The list that further items are added to."""
        before = self.lastChild(parent)
        if before is not None and before.tag == "ol":
            return before
        return parent if parent.tag in ("ol", "ul") else None

    def _number(self, numbered: Element, known: int, typed: list[str]) -> None:
        """Writes down what counting from one would get wrong; `known` items were numbered before."""
        numbered.attrib.pop("start", None) if known == 0 else None
        expected = self._last.get(numbered, 0) + 1
        for position, (item, digits) in enumerate(zip(numbered[known:], typed, strict=False)):
            number = int(digits)
            if known + position == 0:
                if number != 1:
                    numbered.set("start", str(number))
                if len(digits) > 1 and digits.startswith("0"):
                    numbered.set("class", LEADING_ZERO)
            elif number != expected:
                item.set("value", str(number))
            expected = number + 1
        self._last[numbered] = expected - 1
