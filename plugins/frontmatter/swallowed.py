"""Where YAML silently swallows words of the editor: comments behind a value, and quotes that are never closed."""

from __future__ import annotations

import re
from typing import NamedTuple

from yaml.events import ScalarEvent

from frontmatter.entries import entry_of, indent_of
from frontmatter.events import end, start
from frontmatter.quoting import quoted
from messages.problem import Rewritten

_AFTER_TEXT = re.compile(r"[ \t]+#")
# After nothing, `# words` is a comment as YAML means it; `#word` is a hashtag or a number.
_AFTER_NOTHING = re.compile(r"[ \t]*#[^\s#]")


class CutComment(NamedTuple):
    """`cut` is what YAML leaves out; `rewritten` the line on which the value begins, with everything in quotes."""

    cut: str
    rewritten: Rewritten


def cut_comment(lines: list[str], scalar: ScalarEvent) -> CutComment | None:
    """The comment right behind a plain scalar, or None.

    Whole-line comments, and those behind quoted values, blocks and closed lists, are clearly meant and left alone.
    """
    first, last = start(scalar), end(scalar)
    rest = lines[last.line][last.column :] if last.line < len(lines) else ""
    if not (_AFTER_TEXT if scalar.value else _AFTER_NOTHING).match(rest):
        return None
    before = lines[first.line][: first.column].lstrip()
    if not scalar.value:
        before = before.rstrip() + " "
    typed = (scalar.value + rest).strip()
    return CutComment(rest.strip(), Rewritten(before + quoted(typed)))


def runs_on(lines: list[str], scalar: ScalarEvent, column: int) -> bool:
    """Whether a quoted scalar reaches over a key of the collection that begins in `column`, or of one around it.

    A quote that was never closed ends at the next quotation mark; libyaml allows what YAML forbids.
    """
    following = lines[start(scalar).line + 1 : end(scalar).line + 1]
    return any(
        indent_of(line) <= column and (entry := entry_of(line)) is not None and entry.is_named for line in following
    )
