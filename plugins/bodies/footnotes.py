"""Footnotes whose ids stay unique where several bodies share a page: `fn-<key>-<number>`, `fnref-<key>-<number>`."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.core import Markdown
from markdown.extensions.footnotes import FootnoteExtension, FootnoteInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from bodies.findings import Findings
from bodies.lines import Lines
from messages.texts import FOOTNOTE_BACK

REFERENCE_CLASS = "footnote-ref"
BACK_CLASS = "footnote-backref"
NOTES_CLASS = "footnote"


class Footnotes(FootnoteExtension):
    """Numbered as they are defined; `key` has to be set before each body."""

    key = ""

    def extendMarkdown(self, md: Markdown) -> None:
        super().extendMarkdown(md)
        md.inlinePatterns.register(FootnoteReference(r"\[\^([^\]]*)\]", self), "footnote", 175)
        md.treeprocessors.register(BackReferences(self), "footnote-duplicate", 15)

    def reset(self) -> None:
        super().reset()
        self.numbers: dict[str, int] = {}
        self.uses: dict[str, int] = {}
        self.repeated: list[str] = []

    def setFootnote(self, id: str, text: str) -> None:
        if id in self.footnotes:
            self.repeated.append(id)
        self.numbers.setdefault(id, len(self.numbers) + 1)
        super().setFootnote(id, text)

    def findFootnotesPlaceholder(self, root: Element) -> None:
        """Notes stand at the end: no text is a mark for another place."""

    def note_id(self, label: str) -> str:
        return f"fn-{self.key}-{self.numbers[label]}"

    def reference_id(self, label: str, use: int) -> str:
        """The id of the n-th place that refers to a note."""
        number = f"fnref-{self.key}-{self.numbers[label]}"
        return number if use == 1 else f"{number}-{use}"

    def makeFootnotesDiv(self, root: Element) -> Element | None:
        if not self.footnotes:
            return None
        notes = Element("div", {"class": NOTES_CLASS})
        SubElement(notes, "hr")
        numbered = SubElement(notes, "ol")
        pending = list(self.footnotes)
        while pending:
            for label in pending:
                item = SubElement(numbered, "li", {"id": self.note_id(label)})
                parent = Element("div")  # the list processors treat `li` in a way of their own
                self.parser.parseChunk(parent, self.footnotes[label])
                item.extend(parent)
            # A note may define further notes.
            pending = list(self.footnotes)[len(numbered) :]
        return notes

    def report(self, lines: Lines, findings: Findings) -> None:
        """Reports the notes that another definition with the same label replaced."""
        for label in self.repeated:
            findings.report("repeated-definition", lines.of_definition(f"^{label}"), value=f"[^{label}]:")


class FootnoteReference(FootnoteInlineProcessor):
    """`[^label]` in the text; without a definition it stays text."""

    footnotes: Footnotes

    def handleMatch(  # type: ignore[override]  # the stub narrows what the base class documents
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        label = m[1]
        notes = self.footnotes
        if label not in notes.numbers:
            return None, None, None
        notes.uses[label] = notes.uses.get(label, 0) + 1
        mark = Element("sup", {"id": notes.reference_id(label, notes.uses[label])})
        link = SubElement(mark, "a", {"class": REFERENCE_CLASS, "href": f"#{notes.note_id(label)}"})
        link.text = AtomicString(str(notes.numbers[label]))
        return mark, m.start(0), m.end(0)


class BackReferences(Treeprocessor):
    """Links each note back to the places that refer to it, once all of them are known."""

    def __init__(self, footnotes: Footnotes) -> None:
        super().__init__()
        self.footnotes = footnotes

    def run(self, root: Element) -> None:
        notes = self.footnotes
        if not notes.footnotes:
            return
        for item, label in zip(root[-1][1], notes.footnotes, strict=False):
            for use in range(1, notes.uses.get(label, 0) + 1):
                self._link(item, label, use)

    def _link(self, item: Element, label: str, use: int) -> None:
        paragraph = item[-1] if len(item) and item[-1].tag == "p" else SubElement(item, "p")
        title = FOOTNOTE_BACK.format(number=self.footnotes.numbers[label])
        href = f"#{self.footnotes.reference_id(label, use)}"
        link = SubElement(paragraph, "a", {"class": BACK_CLASS, "href": href, "title": title})
        link.text = AtomicString("↩")
        if len(paragraph) > 1:
            before = paragraph[-2]
            before.tail = f"{before.tail or ''}\u00a0"
        elif paragraph.text:
            paragraph.text += "\u00a0"
