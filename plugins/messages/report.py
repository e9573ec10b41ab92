"""Problems as text for people, as annotations for GitHub, as JSON for programs."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, get_args

from messages.problem import Problem, printable
from messages.rules import CONTENT_FOLDER

Form = Literal["text", "github", "json"]
FORMS: tuple[Form, ...] = get_args(Form)
WARNING = "cảnh báo: "


def report(problems: Iterable[Problem], content: Path, folder: Path, form: Form = "text") -> str:
    """The problems, one a line (JSON: one list), ending in a line break unless there is nothing to say.

    `content` is the content folder, `folder` the one where the reader stands: files below it are shown relative to it.
    """
    here = file_label(content, "", folder)
    placed = [dataclasses.replace(p, remedy=p.remedy.replace(CONTENT_FOLDER, here)) for p in problems]
    shown = [(file_label(content, p.source, folder), p) for p in placed]
    if form == "json":
        fields = ("line", "field", "rule", "severity", "message", "remedy")
        found = [{"file": file, **{name: getattr(p, name) for name in fields}} for file, p in shown]
        return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    line = _github if form == "github" else _text
    return "".join(f"{line(file, p)}\n" for file, p in shown)


def file_label(content: Path, source: str, folder: Path) -> str:
    """The file as an editor would type it: relative to `folder` where it lies below, else absolute; always with `/`."""
    path, below = content.absolute() / source, folder.absolute()
    label = printable((path.relative_to(below) if path.is_relative_to(below) else path).as_posix())
    # At the start of a line GitHub's runner takes `::name::` and `##[name]` for a command.
    return f"./{label}" if label.startswith((":", "#")) else label


def _text(file: str, p: Problem) -> str:
    return f"{file}:{p.line}: {printable(p.field)}: {'' if p.is_error else WARNING}{p.message}; {p.remedy} [{p.rule}]"


def _github(file: str, p: Problem) -> str:
    """GitHub's workflow command: values escape %, CR, LF; properties `:` and `,` too."""
    message = _escaped(f"{printable(p.field)}: {p.message}; {p.remedy}")
    title = _escaped(p.rule, property=True)
    return f"::{p.severity} file={_escaped(file, property=True)},line={p.line},title={title}::{message}"


def _escaped(text: str, property: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if property else text
