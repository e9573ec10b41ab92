"""From the text of front matter to its keys: clean, build, and mend only where that failed."""

from __future__ import annotations

import yaml

from frontmatter.mending import Mended, mend
from frontmatter.nodes import Mapping
from frontmatter.reports import Report
from frontmatter.tree import TooDeep, build
from frontmatter.unreadable import has_characters, has_markers, is_marker, without_characters
from messages.problem import Problem, in_order


def read_mapping(text: str, source: str, first_line: int) -> tuple[Mapping | None, list[Problem]]:
    """The keys of `text`, which begins on `first_line` of the file, and every problem with its form."""
    clean, markers = _cleaned(text)
    mended, mapping, problems = Mended(clean), None, list[Problem]()
    try:
        mapping, problems = build(clean, source, first_line)
    except TooDeep as error:
        mended = Mended(clean, too_deep=error.line)
    except yaml.YAMLError:
        mended = mend(clean)
        if not mended.lost:
            mapping, problems = build(mended.text, source, first_line)
    if mended.text == text and mapping is not None:
        return mapping, problems
    report = Report(text, mended, markers, source, first_line, mapping)
    return mapping, in_order([*problems, *report.problems()])


def _cleaned(text: str) -> tuple[str, frozenset[int]]:
    """The text without what YAML must not see, and the lines (0-based) that are emptied for it."""
    if has_characters(text):
        text = "\n".join(map(without_characters, text.split("\n")))
    if not has_markers(text):
        return text, frozenset()
    lines = text.split("\n")
    markers = frozenset(number for number, line in enumerate(lines) if is_marker(line))
    return "\n".join("" if number in markers else line for number, line in enumerate(lines)), markers
