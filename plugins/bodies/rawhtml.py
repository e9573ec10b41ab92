"""Raw HTML that an editor typed: tag by tag against the allow-list, every loss reported on its line.

Markdown keeps raw HTML in pieces: a whole block, or one inline tag at a time. Each piece is read with Python's own
parser and written again, so that what follows can't be misread; pieces are not balanced here but by the sanitizer.
"""

from __future__ import annotations

import re
from collections import Counter
from html import escape, unescape
from html.parser import HTMLParser

from bodies.addresses import is_script
from bodies.findings import Findings
from bodies.lines import Lines
from bodies.markup import ANYWHERE, EDITOR_ATTRIBUTES, KNOWN, NO_TEXT, SCRIPT, TAGS
from bodies.references import ATTRIBUTE, References
from bodies.trees import VOID

_HIDDEN = re.compile(r"<!--.*?--!?>|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<![a-zA-Z\[][^>]*>", re.DOTALL)
_OPENED = re.compile(r"<(?=[!?])")
_END = re.compile(r"</(?=([^\s/<>]+))")
# Escapes and comments of CSS could take any of these words apart.
_STYLE_SCRIPT = re.compile(
    r"expression\s*\(|url\s*\(|@import|behaviou?r\s*:|-moz-binding|script:|[\\<]|/\*", re.IGNORECASE
)
_SCRIPT_ATTRIBUTES = ("srcdoc", "formaction", "http-equiv", "action", "xlink:href")
# Whose end a browser adds, so that one too many is no loss worth a word.
_ENDS_BY_ITSELF = ("p", "li", "dd", "dt", "td", "th", "tr", "thead", "tbody", "tfoot")


def is_markup(piece: str) -> bool:
    """Whether a piece of Markdown's stash is HTML; otherwise it is a character reference."""
    return not piece.startswith("&")


class RawHtml:
    """Filters the pieces of one body in the order of its stash."""

    def __init__(self, lines: Lines, references: References, findings: Findings) -> None:
        self._lines = lines
        self._references = references
        self._findings = findings
        self._open: Counter[str] = Counter()  # starts less ends, by tag

    def filtered(self, piece: str) -> str:
        """The piece with nothing but allowed tags and attributes, and its addresses as references."""
        if not is_markup(piece):
            return escape(unescape(piece), quote=False)
        shown = _OPENED.sub("&lt;", _HIDDEN.sub(self._hidden, piece))
        reader = _Piece(self)
        reader.feed(_END.sub(_known_end, shown))
        reader.close()
        return "".join(reader.written)

    def _hidden(self, match: re.Match[str]) -> str:
        self._report("markup-removed", match[0], match[0])
        return ""

    def start(self, tag: str, typed: str, attributes: list[tuple[str, str | None]]) -> str:
        """A start tag as it may stand."""
        known = tag in KNOWN
        kept = [self._attribute(tag, typed, name, value or "", known) for name, value in attributes]
        if not known:
            return escape(typed, quote=False)
        self._open[tag] += tag not in VOID
        if tag not in TAGS:
            self._report("script-in-html" if tag in SCRIPT else "markup-removed", f"<{tag}>", typed)
            return ""
        return f"<{tag}{''.join(self._with_image(tag, attributes, kept))}>"

    def _with_image(self, tag: str, attributes: list[tuple[str, str | None]], kept: list[str]) -> list[str]:
        if tag != "img":
            return kept
        given = {name: value or "" for name, value in reversed(attributes)}
        source = self._references.image(given.get("src", ""), given.get("alt", ""))
        return kept if source is None else [f' src="{source}"', *kept]

    def end(self, tag: str) -> str:
        """An end tag as it may stand."""
        self._open[tag] -= 1
        return f"</{tag}>" if tag in TAGS and tag not in VOID else ""

    def report_ends(self) -> None:
        """Reports the end tags that end nothing, once all pieces are filtered."""
        for tag, count in self._open.items():
            if count < 0 and tag not in _ENDS_BY_ITSELF:
                self._report("markup-removed", f"</{tag}>", f"</{tag}>")

    def _attribute(self, tag: str, typed: str, name: str, value: str, known: bool) -> str:
        shown = f'{name}="{value}"'
        if name.startswith("on") or name in _SCRIPT_ATTRIBUTES or (name == "style" and _STYLE_SCRIPT.search(value)):
            self._report("script-in-html", shown, typed)
            return ""
        if known and tag in ("a", "img") and name == ATTRIBUTE[tag]:
            if tag == "img":
                return ""  # together with its `alt`
            address = self._references.link(value)
            return "" if address is None else f' href="{escape(address)}"'
        if is_script(value) and name not in ("alt", "title"):
            self._report("script-in-html", shown, typed)
        elif known and tag in TAGS and name not in ANYWHERE and name not in EDITOR_ATTRIBUTES.get(tag, ()):
            self._report("markup-removed", shown, typed)
        elif known and tag in TAGS:
            return f' {name}="{escape(value)}"'
        return ""

    def style(self, text: str) -> None:
        """The content of a style element."""
        if _STYLE_SCRIPT.search(text):
            self._report("script-in-html", f"<style>{text}", "<style>")

    def _report(self, rule: str, what: str, typed: str) -> None:
        self._findings.report(rule, self._lines.of_tag(typed), value=what)


def _known_end(match: re.Match[str]) -> str:
    """The beginning of an end tag; as text where the tag is none of HTML's, which the parser would spell otherwise."""
    return match[0] if match[1].lower() in KNOWN else "&lt;/"


class _Piece(HTMLParser):
    """Writes one piece again as RawHtml lets it."""

    # Python's versions differ in what they read as text only.
    CDATA_CONTENT_ELEMENTS = NO_TEXT  # type: ignore[misc]  # final in the stubs only
    RCDATA_CONTENT_ELEMENTS = ()  # type: ignore[misc]  # final in the stubs only

    def __init__(self, raw: RawHtml) -> None:
        super().__init__(convert_charrefs=True)
        self._raw = raw
        self._silent: str | None = None  # the element whose content is no text
        self.written: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.written.append(self._raw.start(tag, self.get_starttag_text() or f"<{tag}>", attrs))
        self._silent = tag if tag in NO_TEXT else None

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.written.append(self._raw.start(tag, self.get_starttag_text() or f"<{tag}>", attrs))

    def handle_endtag(self, tag: str) -> None:
        self._silent = None
        self.written.append(self._raw.end(tag))

    def handle_data(self, data: str) -> None:
        if self._silent == "style":
            self._raw.style(data)
        if self._silent is None:
            self.written.append(escape(data, quote=False))
