"""Lines that define a link, a footnote or an abbreviation and are not shown where they stand.

Markdown forgets a definition that is written again or never used; here neither is silent.
"""

from __future__ import annotations

import re
from typing import TypeVar
from xml.etree.ElementTree import Element

from markdown.blockprocessors import ReferenceProcessor
from markdown.extensions.abbr import AbbrExtension, AbbrTreeprocessor
from markdown.util import AtomicString

from bodies.findings import Findings
from bodies.lines import Lines

Meaning = TypeVar("Meaning")


class Definitions(dict[str, Meaning]):
    """What the labels of one body mean, and which of them were written twice or looked up."""

    def __init__(self) -> None:
        super().__init__()
        self.repeated: list[str] = []
        self.used: set[str] = set()

    def __setitem__(self, label: str, meaning: Meaning) -> None:
        if label in self:
            self.repeated.append(label)
        super().__setitem__(label, meaning)

    def __getitem__(self, label: str) -> Meaning:
        self.used.add(label)
        return super().__getitem__(label)

    def clear(self) -> None:
        super().clear()
        self.repeated.clear()
        self.used.clear()

    def report(self, spelling: str, lines: Lines, findings: Findings) -> None:
        """Reports what is not shown; `spelling` is how a label is defined, for example `[{}]:`."""
        for label in self.repeated:
            findings.report("repeated-definition", lines.of_definition(label), value=spelling.format(label))
        for label in self:
            if label not in self.used:
                findings.report("unused-definition", lines.of_definition(label), value=spelling.format(label))


class LinkDefinitions(ReferenceProcessor):
    """`[label]: address`; `[!slug]: …` is a pinned paragraph, not a definition."""

    # The pattern is the base class's own but for what a label may begin with.
    RE = re.compile(ReferenceProcessor.RE.pattern.replace(r"\[(", r"\[(?![!^])(", 1), re.MULTILINE)


class Abbreviations(AbbrExtension):
    """`*[KHKT]: khoa học kỹ thuật`."""

    def __init__(self) -> None:
        super().__init__()
        self.abbrs: Definitions[str] = Definitions()


class MarkedAbbreviations(AbbrTreeprocessor):
    """Marks abbreviations in one pass over the tree: the stock one needs recursion and is quadratic."""

    def run(self, root: Element) -> None:
        if not self.abbrs:
            return
        longest_first = sorted(self.abbrs, key=len, reverse=True)
        self.RE = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
        for element in list(root.iter()):
            self._mark(element)

    def _mark(self, element: Element) -> None:
        marked: list[Element] = []
        element.text, found = self._split(element.text)
        marked += found
        for child in element:
            marked.append(child)
            child.tail, found = self._split(child.tail)
            marked += found
        if len(marked) > len(element):
            element[:] = marked

    def _split(self, text: str | None) -> tuple[str | None, list[Element]]:
        """The text before the first abbreviation, and the abbreviations with the text that follows each."""
        if not text or isinstance(text, AtomicString) or self.RE is None:
            return text, []
        matches = list(self.RE.finditer(text))
        if not matches:
            return text, []
        ends = [match.start() for match in matches[1:]] + [len(text)]
        found = [
            self.create_element(self.abbrs[match[0]], match[0], text[match.end() : end])
            for match, end in zip(matches, ends, strict=True)
        ]
        return text[: matches[0].start()], found
