"""The last guard: whatever went before, nothing leaves but what the allow-list names, and nothing goes unseen."""

from __future__ import annotations

from collections import Counter
from html import escape
from html.parser import HTMLParser

import nh3

from bodies.markup import ATTRIBUTES, CLASSES, NO_TEXT, SCHEMES, TAGS

_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags=set(NO_TEXT),
    attributes=ATTRIBUTES,
    allowed_classes=CLASSES,
    url_schemes=SCHEMES,
    link_rel=None,
)


def clean(html: str) -> tuple[str, list[str]]:
    """The HTML as a browser would build it, without what is not allowed; and what was lost by that, each once."""
    cleaned = _CLEANER.clean(html)
    return cleaned, [] if cleaned == html else _lost(html, cleaned)


def _lost(before: str, after: str) -> list[str]:
    had, has = _Inventory(before), _Inventory(after)
    marks = [mark for mark, count in had.marks.items() if count > has.marks[mark]]
    letters = "".join((had.letters - has.letters).elements())
    return marks + ([letters] if letters else [])


class _Inventory(HTMLParser):
    """Counts the tags, attributes and letters of HTML; a browser may move them, but not lose them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.marks: Counter[str] = Counter()
        self.letters: Counter[str] = Counter()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.marks[f"<{tag}>"] += 1
        self.marks.update(f'{name}="{escape(value or "")}"' for name, value in attrs)

    def handle_data(self, data: str) -> None:
        self.letters.update(c for c in data if not c.isspace())
