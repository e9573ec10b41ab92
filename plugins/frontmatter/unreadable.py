"""What YAML must not even see: characters it refuses or takes for line ends, and lines that end a document."""

from __future__ import annotations

import re

# libyaml refuses control characters and U+FFFE, ends lines at NEL, U+2028 and U+2029, skips U+FEFF here and there.
_CHARACTERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_LINE_ENDS = dict.fromkeys(map(ord, "\x0b\x0c\x85\u2028\u2029"), " ")
_MARKER = re.compile(r"^(?:---|\.\.\.)(?=\s|\Z)", re.MULTILINE)
_FIRST_MARKER = re.compile(r"(?:[^\S\n]*(?:#.*)?\n)*---[^\S\n]*(?=\n|\Z)")


def has_characters(text: str) -> bool:
    return _CHARACTERS.search(text) is not None


def without_characters(line: str) -> str:
    """The line as it can be read: the hidden line ends of word processors are spaces, the others go."""
    return _CHARACTERS.sub("", line.translate(_LINE_ENDS))


def has_markers(text: str) -> bool:
    return _MARKER.search(text) is not None


def is_marker(line: str) -> bool:
    """`...` or `--- …` in the margin: YAML ends its document there, even within quotes."""
    return _MARKER.match(line) is not None


def without_first_marker(text: str) -> str:
    """A plain YAML file may begin with `---`: the line is emptied."""
    match = _FIRST_MARKER.match(text)
    return text[: match.end()].rstrip().removesuffix("---") + text[match.end() :] if match else text
