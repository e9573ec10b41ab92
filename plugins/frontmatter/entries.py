"""Lines of front matter that YAML cannot read, looked at as the editor meant them: `- key: value`."""

from __future__ import annotations

import re
from typing import NamedTuple

_QUOTED_KEY = r""""(?:[^"\\]|\\.)*+"|'[^']*+'"""
_PLAIN_KEY = r"""[^\s\-\[\]{}"'#&*!|>%@`,?:][^:]*+"""
_ENTRY = re.compile(
    rf"""(?P<lead>\ *(?:-\ +)*) (?:(?P<key>{_QUOTED_KEY}|{_PLAIN_KEY}):(?:[ \t]+|$))? (?P<value>.*)""",
    re.VERBOSE | re.DOTALL,
)
# A name as the schema's keys are: where it stands at the start of a line it is hardly a part of a sentence.
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_NO_SPACE = re.compile(rf"(?P<lead>\ *(?:-\ +)*)(?P<key>{_NAME.pattern}):(?!//)(?P<value>[^\s:][^:]*)$", re.VERBOSE)
_NO_SPACE_AFTER_DASH = re.compile(r"(?P<lead> *-)(?P<value>[^\s-].*)", re.DOTALL)
_STARTS_CHUNK = re.compile(rf"(?:{_PLAIN_KEY}|{_QUOTED_KEY}):(?:[ \t]|$)|{_NAME.pattern}:(?!//)")


class Entry(NamedTuple):
    """`lead` is the indentation and the dashes of list items; `key` is as typed, empty in a bare list item."""

    lead: str
    key: str
    value: str

    @property
    def column(self) -> int:
        """Lines of this entry's value are indented by more than this."""
        return len(self.lead) if self.key else self.lead.rindex("-")

    @property
    def is_named(self) -> bool:
        """Whether the key looks like one of a schema's."""
        return _NAME.fullmatch(self.key) is not None

    @property
    def leaves_quote_open(self) -> bool:
        return self.value[:1] in ("'", '"') and self.value.count(self.value[0]) % 2 == 1

    def with_value(self, value: str) -> str:
        return f"{self.lead}{self.key}: {value}" if self.key else f"{self.lead}{value}"


def entry_of(line: str) -> Entry | None:
    """The line as a key with its value, a list item, or both; None for a line that only goes on."""
    match = _ENTRY.match(line)
    if match is None or not (match["key"] or "-" in match["lead"]):
        return None
    return Entry(match["lead"], (match["key"] or "").rstrip(), match["value"].strip())


def with_space(line: str) -> str | None:
    """`title:x` as `title: x`, `-x` as `- x`; None where no space is missing."""
    if match := _NO_SPACE.match(line):
        return f"{match['lead']}{match['key']}: {match['value']}"
    if match := _NO_SPACE_AFTER_DASH.match(line):
        return f"{match['lead']} {match['value']}"
    return None


def starts_chunk(line: str) -> bool:
    """Whether a key of the first level stands on this line."""
    return _STARTS_CHUNK.match(line) is not None


def has_colon(line: str) -> bool:
    """Whether the line was meant as a key, however it begins."""
    return ": " in line or line.rstrip().endswith(":")


def indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def margin_of(line: str) -> str:
    """The spaces and tabs at the start of the line."""
    return line[: len(line) - len(line.lstrip())]
