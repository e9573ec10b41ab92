"""What is gathered while front matter is read against the schema."""

from __future__ import annotations

from frontmatter.nodes import Mapping, Node, Scalar, Sequence
from messages.problem import Problem, problem

SHAPES = {Scalar: "chữ", Sequence: "danh sách", Mapping: "nhóm khóa"}


class Reading:
    """What is gathered while one file's front matter is read: its problems and the line of each field."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.lines: dict[str, int] = {}

    def report(self, rule: str, line: int, field: str, suggestion: str | None = None, **values: object) -> None:
        self.problems.append(problem(rule, self.path, line, field, suggestion, **values))

    def wrong_type(self, node: Node, field: str, expected: str, example: str) -> None:
        """`example` is a value; it is shown with its key, unless the value is an item of a list."""
        key, found = field.rpartition(".")[2], SHAPES[type(node)]
        if isinstance(node, Sequence):
            found = f"{found} {len(node.items)} mục"
        shown = example if key.endswith("]") else f"{key}: {example}"
        self.report("wrong-type", node.line, field, expected=expected, found=found, example=shown)


def is_empty(node: Node) -> bool:
    """Whether the editor wrote nothing after the key."""
    if isinstance(node, Scalar):
        return not node.text.strip()
    return not (node.items if isinstance(node, Sequence) else node.entries)
