"""The links and pictures of a body: what leads into the site becomes `ref:<n>`, what no link may have is taken out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal
from xml.etree.ElementTree import Element

from bodies import addresses
from bodies.findings import Findings
from bodies.footnotes import BACK_CLASS, REFERENCE_CLASS
from bodies.lines import Lines
from bodies.model import REFERENCE_SCHEME, Reference
from bodies.trees import decoded, encoded, rename

_PLACEHOLDER = re.compile("\x02wzxhzdk:([0-9]+)\x03")
_TEXT_WITH_QUOTE = re.compile(r">[^<]*\"[^<]*")
ATTRIBUTE = {"a": "href", "img": "src"}


class References:
    """Collects the addresses of one body, in the order in which they are met."""

    def __init__(self, lines: Lines, findings: Findings) -> None:
        self._lines = lines
        self._findings = findings
        self.found: list[Reference] = []

    def link(self, typed: str) -> str | None:
        """What stands in the HTML for the address of a link; None where it is forbidden, which is reported."""
        line = self._lines.of_address(typed)
        kind = addresses.verdict(typed)
        if kind == "forbidden":
            self._findings.report("link-scheme", line, value=typed)
            return None
        return typed if kind == "external" else self._add("link", typed, line)

    def image(self, typed: str, alt: str) -> str | None:
        """The same for the address of a picture: one from elsewhere is forbidden, one without `alt` is reported."""
        line = self._lines.of_address(typed)
        if not alt.strip():
            self._findings.report("image-without-alt", line, value=typed)
        kind = addresses.verdict(typed)
        if kind != "internal":
            self._findings.report("media-address" if kind == "external" else "link-scheme", line, value=typed)
            return None
        return self._add("image", typed, line)

    def _add(self, kind: Literal["link", "image"], target: str, line: int) -> str:
        self.found.append(Reference(kind, target, line))
        return f"{REFERENCE_SCHEME}:{len(self.found) - 1}"

    def of(self, element: Element) -> Reference | None:
        """The reference that a link or picture of the tree holds."""
        number = element.get(ATTRIBUTE.get(element.tag, ""), "").removeprefix(f"{REFERENCE_SCHEME}:")
        return self.found[int(number)] if number.isdecimal() else None

    def in_order(self, root: Element) -> tuple[Reference, ...]:
        """Numbers the references that stand in the tree again, in the order of the document."""
        ordered: list[Reference] = []
        for element in root.iter():
            if element.tag in ATTRIBUTE and (reference := self.of(element)):
                element.set(ATTRIBUTE[element.tag], f"{REFERENCE_SCHEME}:{len(ordered)}")
                ordered.append(reference)
        self.found = ordered
        return tuple(ordered)


def collect(root: Element, stash: Sequence[str], references: References) -> None:
    """Puts references in place of the addresses that Markdown wrote into the tree."""
    for element in root.iter():
        if element.tag not in ATTRIBUTE or element.get("class") in (REFERENCE_CLASS, BACK_CLASS):
            continue
        for name, value in element.items():
            element.set(name, _as_typed(value, stash))
        if element.tag == "a":
            _settle(element, "href", references.link(decoded(element.get("href", ""))))
        else:
            alt = element.get("alt", "")
            _settle(element, "src", references.image(decoded(element.get("src", "")), decoded(alt)), alt)


def _settle(element: Element, name: str, address: str | None, text: str | None = None) -> None:
    if address is not None:
        element.set(name, encoded(address))
        return
    rename(element, "span")
    element.text = text if text is not None else element.text


def _as_typed(value: str, stash: Sequence[str]) -> str:
    """An attribute without placeholders, its character references spelt in one way."""
    whole = _PLACEHOLDER.sub(lambda match: stash[int(match[1])], value) if "\x02" in value else value
    return encoded(decoded(whole))


def spell_apart(html: str, count: int) -> str:
    """HTML in which `="ref:` stands in `count` attributes and in no text, so that it can be replaced blindly."""
    if html.count(f'="{REFERENCE_SCHEME}:') == count:
        return html
    return _TEXT_WITH_QUOTE.sub(lambda match: match[0].replace('"', "&quot;"), html)
