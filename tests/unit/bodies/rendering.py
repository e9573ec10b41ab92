"""What the tests of this folder share: bodies of made-up text, and their problems as plain Python values."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from bodies.model import Body
from bodies.render import render
from messages.problem import BODY, Problem

SOURCE = "news/2022/bai.md"
FIRST_LINE = 10


def rendered(text: str, key: str = "bai") -> tuple[Body, list[Problem]]:
    """The body of a text that begins on FIRST_LINE, and its problems."""
    body, problems = render(text, FIRST_LINE, SOURCE, key)
    assert all(problem.source == SOURCE and problem.field == BODY for problem in problems)
    return body, problems


def html_of(text: str) -> str:
    """The HTML of a text that has no problems."""
    body, problems = rendered(text)
    assert problems == []
    return body.html


def found(text: str) -> list[tuple[str, int]]:
    """Rule and line (counted from the first line of the text, 1) of each problem."""
    return [(problem.rule, problem.line - FIRST_LINE + 1) for problem in rendered(text)[1]]


def rules(text: str) -> list[str]:
    return [rule for rule, _ in found(text)]


def messages(text: str) -> list[str]:
    return [problem.message for problem in rendered(text)[1]]


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(f"<div>{html}</div>", "html.parser")


def texts(body: Body) -> list[str]:
    """The text of each block."""
    return [block.text for block in body.blocks]


def dangers(html: str) -> list[str]:
    """What a browser might run or fetch in HTML: elements, event handlers, styles and addresses."""
    dangerous = []
    for tag in soup(html).find_all(True):
        assert isinstance(tag, Tag)
        if tag.name in ("script", "style", "iframe", "object", "embed", "svg", "math", "form", "base", "meta", "link"):
            dangerous.append(f"<{tag.name}>")
        for name, value in tag.attrs.items():
            allowed = ("http://", "https://", "mailto:", "tel:", "ref:", "#fn")
            if name.startswith("on") or name in ("style", "srcdoc", "formaction", "action", "xlink:href"):
                dangerous.append(name)
            elif name in ("href", "src") and not str(value).lower().startswith(allowed):
                dangerous.append(f"{name}={value}")
    return dangerous
