"""The one Python-Markdown instance, and the steps of its `convert` up to the element tree."""

from __future__ import annotations

import functools
import re
from xml.etree.ElementTree import Element

from markdown.core import Markdown
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.inlinepatterns import AUTOMAIL_RE, InlineProcessor
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from bodies.definitions import Abbreviations, Definitions, LinkDefinitions, MarkedAbbreviations
from bodies.emphasis import Emphasis
from bodies.footnotes import Footnotes
from bodies.gates import BLOCKS, INLINES, TREES, GatedPattern, block_needed, inline_needed, named
from bodies.limits import check_depth
from bodies.numbering import NumberedList
from bodies.pins import Pins
from bodies.tables import Tables


class Engine:
    """Markdown with tables, footnotes, definition lists, abbreviations and numbered lists that keep their numbers."""

    def __init__(self) -> None:
        self.footnotes = Footnotes()
        self.abbreviations = Abbreviations()
        self.tables = Tables()
        self.pins = Pins()
        extensions = [self.tables, self.footnotes, DefListExtension(), self.abbreviations, SaneListExtension()]
        self.markdown = Markdown(extensions=extensions, output_format="html")
        self.links: Definitions[tuple[str, str]] = Definitions()
        self.markdown.references = self.links
        self._register()
        self._blocks = named(self.markdown.parser.blockprocessors, BLOCKS)
        self._trees = named(self.markdown.treeprocessors, TREES)
        self._inlines = named(self.markdown.inlinePatterns, INLINES)
        for name, pattern in self._inlines:
            gated = GatedPattern(pattern.compiled_re, INLINES[name])
            pattern.compiled_re = gated  # type: ignore[assignment]  # it has the one method that is called

    def _register(self) -> None:
        markdown, parser = self.markdown, self.markdown.parser
        self._numbers = NumberedList(parser)
        parser.blockprocessors.register(self._numbers, "olist", 40)
        parser.blockprocessors.register(LinkDefinitions(parser), "reference", 15)
        markdown.inlinePatterns.register(_PlainMail(AUTOMAIL_RE, markdown), "automail", 110)
        self._emphasis = Emphasis(markdown)
        markdown.inlinePatterns.register(self._emphasis, "em_strong", 60)
        markdown.treeprocessors.register(self.pins, "pins", 30)
        markdown.treeprocessors.register(_Depth(), "depth", 18)
        abbreviations = MarkedAbbreviations(markdown, self.abbreviations.abbrs)
        markdown.treeprocessors.register(abbreviations, "abbr", 7)

    def tree(self, text: str, key: str) -> Element:
        """The elements of a text, inside a `div`; raw HTML stands in it as Markdown's placeholders (`stash`)."""
        self._reset(key)
        markdown = self.markdown
        lines = markdown.preprocessors["normalize_whitespace"].run(text.split("\n"))
        if "<" in text:
            lines = markdown.preprocessors["html_block"].run(lines)
        text = "\n".join(lines)
        blocks = [processor for name, processor in self._blocks if block_needed(name, text)]
        markdown.parser.blockprocessors = blocks  # type: ignore[assignment]  # it is only iterated over
        root = markdown.parser.parseDocument(lines).getroot()
        assert root is not None  # a document always has one
        self._choose_inlines(text)
        for name, treeprocessor in self._trees:
            if name != "unescape" or "\\" in text:
                treeprocessor.run(root)
        return root

    @property
    def stash(self) -> list[str]:
        """The raw HTML and character references of the last body; what is put here takes their place."""
        return self.markdown.htmlStash.rawHtmlBlocks  # type: ignore[return-value]  # no extension stores elements

    def unstashed(self, html: str) -> str:
        """The HTML with the placeholders filled from the stash."""
        return self.markdown.postprocessors["raw_html"].run(html)

    def _reset(self, key: str) -> None:
        self.markdown.reset()
        self.markdown.parser.state.clear()
        self._emphasis.forget()
        self._numbers.reset()
        self.pins.reset()
        self.footnotes.key = key

    def _choose_inlines(self, text: str) -> None:
        chosen = [pattern for name, pattern in self._inlines if inline_needed(name, text, bool(self.links))]
        inline = self.markdown.treeprocessors["inline"]
        assert isinstance(inline, InlineTreeprocessor)
        inline.inlinePatterns = chosen  # type: ignore[assignment]  # it is only counted and indexed


class _Depth(Treeprocessor):
    """Stops where elements stand too deep inside each other, before anything goes down into them."""

    def run(self, root: Element) -> None:
        check_depth(root)


class _PlainMail(InlineProcessor):
    """`<hoi@example.vn>` as a link; the stock one writes each letter as a character reference."""

    def handleMatch(  # type: ignore[override]  # the stub narrows what the base class documents
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        address = self.unescape(m[1]).removeprefix("mailto:")
        link = Element("a", {"href": f"mailto:{address}"})
        link.text = AtomicString(address)
        return link, m.start(0), m.end(0)


@functools.cache
def engine() -> Engine:
    """The instance that this process uses for every body."""
    return Engine()
