"""The union's name alone, for settings that must know it before the content is read."""

from __future__ import annotations

from pathlib import Path

from frontmatter.nodes import Scalar
from frontmatter.reader import read


def union_name(content: Path) -> str:
    """The `name` in union.md; empty where it cannot be read, which the checks report in their own time."""
    try:
        data = (content / "union.md").read_bytes()
    except OSError:
        return ""
    document, _ = read(data, "union.md")
    name = document.head.get("name") if document else None
    return name.text if isinstance(name, Scalar) else ""
