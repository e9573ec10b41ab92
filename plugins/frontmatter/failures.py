"""Where and how libyaml stumbled, in the terms that repairs need."""

from __future__ import annotations

from typing import NamedTuple

import yaml
from yaml.error import MarkedYAMLError

from frontmatter.flow import open_brackets
from frontmatter.tree import Misread, TooDeep, build

# What libyaml noticed only later: the line to blame is the one on which this began.
_BEGUN_EARLIER = ("while scanning a quoted scalar", "while scanning a simple key", "while scanning a block scalar")


class Failure(NamedTuple):
    """Lines and columns count from 0. `line` is to blame; `begun` is where the value that failed begins."""

    line: int
    column: int
    begun: int
    in_flow: bool = False
    too_deep: bool = False


def failure_of(lines: list[str]) -> Failure | None:
    """Why these lines are no YAML mapping; None where they are one, or nothing at all."""
    try:
        build("\n".join(lines) + "\n", "", 0)
    except TooDeep as error:
        return Failure(error.line, 0, error.line, too_deep=True)
    except Misread as error:
        return Failure(error.line, 0, error.line)
    except MarkedYAMLError as error:
        return _described(error, lines)
    except yaml.YAMLError:  # without a place: characters that libyaml's reader refuses
        return Failure(0, 0, 0)
    return None


def _described(error: MarkedYAMLError, lines: list[str]) -> Failure:
    mark, context, last = error.problem_mark, error.context or "", len(lines) - 1
    line, column = (mark.line, mark.column) if mark else (0, 0)
    begun = error.context_mark.line if error.context_mark else line
    if context in _BEGUN_EARLIER:
        line, column = begun, error.context_mark.column if error.context_mark else 0
    if line > last:  # at the end of the text
        line, column = last, 0
    in_flow = context.startswith("while parsing a flow") or bool(open_brackets(lines[line][:column]))
    return Failure(line, column, min(begun, last), in_flow)
