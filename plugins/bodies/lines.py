"""Where in the file something stands that was found in the rendered body: Python-Markdown keeps no line numbers.

Addresses and tags are looked up in an index of all that look like them in the source, in the order of the document:
exact where the same text occurs once. Blocks are found by their first letters, at the beginning of a later line:
approximate.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict, deque
from functools import cached_property
from itertools import accumulate

# What an address begins with that was typed as a link, a definition, an attribute or between angle brackets; of the
# address itself as much as is spelt the same there and in the tree.
_ADDRESS = re.compile(r"""(?:\]\(\s*<?|\]:\s*<?|=\s*["']?|<)((?:\\.|[^\s<>()"'\\&])*)""")
_ADDRESS_KEY = re.compile(r"""[^\s<>()"'\\&]*""")
_TAG = re.compile(r"<[/!?]?[a-zA-Z\[-][^\s/<>]*", re.ASCII)
_WHOLE_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_DEFINITION = re.compile(r"^[ \t>]*\*?\[([^\[\]]*)\][ ]?:", re.MULTILINE)

# What stands before the text of a line, and what stands inside it, without being shown.
_MARKS = re.compile(r"(?:[\s>|:#]|[*+-]\s|[0-9]{1,9}\.\s|\[!-?[^\[\]]*\])+")
_HIDDEN = re.compile(r"\]\([^()]*\)|\]\[[^\[\]]*\]|\[\^[^\[\]]*\]:?|</?[a-zA-Z][^<>]*>|&\#?[0-9a-zA-Z]+;")
_SILENT = re.compile(r"[\W_]+")
_KEY = 12  # letters that two beginnings must share
_SEEN = 40  # characters in which they are looked for
_WINDOW = 300  # lines that are searched


class Lines:
    """The lines of one body; `first_line` is the file's line on which `text` begins."""

    def __init__(self, text: str, first_line: int) -> None:
        self._text = text
        self._first = first_line
        self._row = -1  # the line, from 0, on which the last block was found
        self._known: dict[int, tuple[str, str]] = {}  # the beginnings of lines that were looked at

    def of_address(self, typed: str) -> int:
        """The line of the next link or picture to an address."""
        return self._next(self._addresses, _key(typed))

    def of_tag(self, tag: str) -> int:
        """The line of a tag such as `<font color="red">` that stands once, otherwise of the next one named like it."""
        whole = self._whole_tags.get(tag, [])
        if len(whole) == 1:
            return self._line(whole[0])
        match = _TAG.match(tag)
        return self._next(self._tags, match[0].lower()) if match else self.here

    def of_definition(self, label: str) -> int:
        """The line on which `[label]:`, `[^label]:` or `*[label]:` stands for the last time."""
        places = self._definitions.get(label.strip().lower())
        return self._line(places[-1]) if places else self.here

    def of_row(self, row: str) -> int:
        """The line of the first table row that is typed like this."""
        return self._line(max(self._text.find(row), 0))

    def of_block(self, text: str) -> int:
        """The line on which a block begins with this text; later calls look further down. Where none does: the last."""
        wanted = _sounds(text[:_SEEN])
        if wanted:
            row = self._find(wanted)
            if row is None and len(word := _sounds(text.split(maxsplit=1)[0])) > 1:
                row = self._find(word)
            self._row = self._row if row is None else row
        return self.here

    def move_to_picture(self, line: int) -> None:
        """The next block stands on this line of the file, if a picture does: it may be the line of a definition."""
        row = line - self._first
        if row > self._row and "![" in self._rows[row]:
            self._row = row

    def restart(self, line: int) -> None:
        """The next block is searched from this line of the file on."""
        self._row = line - self._first - 1

    @property
    def here(self) -> int:
        return self._first + max(self._row, 0)

    def _find(self, wanted: str) -> int | None:
        last = min(self._row + _WINDOW, len(self._rows) - 1)
        for row in range(self._row + 1, last + 1):
            if any(self._alike(row, beginning, wanted) for beginning in self._beginnings(row)):
                return row
        return None

    def _alike(self, row: int, beginning: str, wanted: str) -> bool:
        """Whether a line begins as wanted; a short line may go on in the next."""
        if beginning.startswith(wanted):
            return True
        goes_on = beginning and row + 1 < len(self._rows) and self._rows[row + 1].strip()
        return bool(goes_on) and len(beginning) < _KEY and wanted.startswith(beginning)

    def _beginnings(self, row: int) -> tuple[str, str]:
        known = self._known.get(row)
        if known is None:
            line = self._rows[row][:240]
            if "[" in line or "<" in line or "&" in line:
                line = _HIDDEN.sub("", line)
            marks = _MARKS.match(line)
            whole = _sounds(line[:_SEEN])
            known = (whole, _sounds(line[marks.end() : marks.end() + _SEEN])) if marks else (whole, whole)
            self._known[row] = known
        return known

    def _next(self, index: dict[str, deque[int]], key: str) -> int:
        places = index.get(key)
        if not places:
            return self.here
        return self._line(places[0] if len(places) == 1 else places.popleft())

    def _line(self, offset: int) -> int:
        return self._first + bisect_right(self._starts, offset) - 1

    @cached_property
    def _rows(self) -> list[str]:
        return self._text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(row) + 1 for row in self._rows)]

    @cached_property
    def _addresses(self) -> dict[str, deque[int]]:
        index: dict[str, deque[int]] = defaultdict(deque)
        for match in _ADDRESS.finditer(self._text):
            index[_key(re.sub(r"\\(.)", r"\1", match[1]))].append(match.start(1))
        return index

    @cached_property
    def _tags(self) -> dict[str, deque[int]]:
        index: dict[str, deque[int]] = defaultdict(deque)
        for match in _TAG.finditer(self._text):
            index[match[0].lower()].append(match.start())
        return index

    @cached_property
    def _whole_tags(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = defaultdict(list)
        for match in _WHOLE_TAG.finditer(self._text):
            index[match[0]].append(match.start())
        return index

    @cached_property
    def _definitions(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = defaultdict(list)
        for match in _DEFINITION.finditer(self._text):
            index[match[1].strip().lower()].append(match.start())
        return index


def _sounds(text: str) -> str:
    """The first letters and digits of a text."""
    return _SILENT.sub("", text)[:_KEY]


def _key(address: str) -> str:
    match = _ADDRESS_KEY.match(address)
    return match[0] if match else ""
