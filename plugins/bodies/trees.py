"""The element tree between Markdown and HTML, and how text stands in it.

Python-Markdown's serializer leaves `&name;` alone, so the text and the attributes of a tree may hold character
references: `decoded` gives what a reader sees, `encoded` what may be put back.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

# Exactly what the serializer takes for a character reference.
REFERENCE = re.compile(r"&(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);", re.IGNORECASE)

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
BLOCK = frozenset(
    (
        *("blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "h2", "h3", "h4", "h5"),
        *("h6", "hr", "li", "ol", "p", "pre", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def decoded(text: str) -> str:
    """The text as a reader sees it."""
    return REFERENCE.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text


def encoded(text: str) -> str:
    """Text as it has to stand in the tree for a reader to see exactly it."""
    return text.replace("&", "&amp;")


def serialized(root: Element, serializer: Callable[[Element], str]) -> str:
    """The HTML inside the root, a no-break space spelt as the sanitizer spells it."""
    whole = serializer(root)
    return whole[whole.index(">") + 1 : whole.rindex("<")].strip().replace("\u00a0", "&nbsp;")


def parsed(fragment: str) -> Element:
    """The tree of HTML that the sanitizer wrote: well-formed, nothing left open."""
    reader = _Reader()
    reader.feed(fragment)
    return reader.finish()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._builder = TreeBuilder()
        self._builder.start("div", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._builder.start(tag, {name: encoded(value or "") for name, value in attrs})
        if tag in VOID:
            self._builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        self._builder.end(tag)

    def handle_data(self, data: str) -> None:
        self._builder.data(encoded(data))

    def finish(self) -> Element:
        self.close()
        self._builder.end("div")
        return self._builder.close()


def rename(element: Element, tag: str) -> None:
    """Another element in its place, without attributes: what stands in it and after it stays."""
    element.attrib.clear()
    element.tag = tag


def drop_empty_paragraphs(root: Element) -> None:
    """Takes out the paragraphs in which nothing is left; not those that text follows directly."""
    for parent in root.iter():
        kept = [child for child in parent if not _is_empty(child)]
        if len(kept) < len(parent):
            parent[:] = kept


def _is_empty(element: Element) -> bool:
    return element.tag == "p" and not len(element) and not f"{element.text or ''}{element.tail or ''}".strip()
