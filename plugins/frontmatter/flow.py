"""Lists and groups written in brackets, mended on their line: `[Hội "A" x, b]`, `{alt: Lễ: phần 1}`, `[a, b`."""

from __future__ import annotations

import re

from frontmatter.quoting import quoted

_CLOSER = {"[": "]", "{": "}"}
_PAIR = re.compile(r"(?P<key>[\w-]+):\s+(?P<value>\S.*)", re.DOTALL)


def with_piece_quoted(line: str, column: int) -> str | None:
    """The line with the item around `column` in quotes, or without it where it is empty; None outside brackets."""
    start = max(line.rfind(mark, 0, column) for mark in "[{,") + 1
    if start == 0:
        return None
    end = min((at for mark in ",]}" if (at := line.find(mark, column)) >= 0), default=len(line))
    piece = line[start:end]
    if not piece.strip():
        return line[:start].rstrip() + line[end + 1 :] if line[end : end + 1] == "," else None
    gap = piece[: len(piece) - len(piece.lstrip())]
    return line[:start] + gap + _item(piece.strip(), "".join(open_brackets(line[:start]))) + line[end:]


def with_closers(value: str) -> str | None:
    """The list or group with the brackets closed that it leaves open; None where it leaves none."""
    if value[:1] not in _CLOSER:  # text, or nothing
        return None
    missing = "".join(_CLOSER[bracket] for bracket in reversed(open_brackets(value)))
    return value + missing if missing else None


def _item(piece: str, brackets: str) -> str:
    pair = _PAIR.fullmatch(piece)
    if pair and brackets.endswith("{"):
        return f"{pair['key']}: {quoted(pair['value'])}"
    return quoted(piece)


def open_brackets(text: str) -> list[str]:
    """The brackets of `text` that are not closed in it, whether in quotes or not."""
    still_open: list[str] = []
    for bracket in re.findall(r"[\[\]{}]", text):
        if bracket in _CLOSER:
            still_open.append(bracket)
        elif still_open and _CLOSER[still_open[-1]] == bracket:
            still_open.pop()
    return still_open
