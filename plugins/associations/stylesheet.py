"""Stylesheets as tokens: joined without comments, white space as one space, with the addresses of hashed files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import tinycss2

Address = Callable[[str], str]


def joined(sheets: Iterable[tuple[str, str]], address: Callable[[str, str], str]) -> str:
    """One stylesheet of the (name, text) pairs; `address(name, target)` gives what each `url(…)` in them becomes."""
    parts = []
    for name, text in sheets:
        nodes = tinycss2.parse_component_value_list(text, skip_comments=True)
        parts.append(tinycss2.serialize(list(_settled(nodes, partial(address, name)))).strip())
    return "\n".join(parts)


def _settled(nodes: Iterable[Any], address: Address) -> Iterator[Any]:
    """The nodes of one level, and what is inside them."""
    after_space = False
    for node in nodes:
        space = node.type == "whitespace"
        if space and after_space:  # a comment stood between
            continue
        after_space = space
        if space:
            node.value = " "
        elif _is_url(node):
            target = node.value if node.type == "url" else node.arguments[0].value
            if (place := address(target)) != target:
                node = tinycss2.parse_one_component_value(f'url("{place}")')
        elif hasattr(node, "content"):
            node.content = list(_settled(node.content, address))
        elif hasattr(node, "arguments"):
            node.arguments = list(_settled(node.arguments, address))
        yield node


def _is_url(node: Any) -> bool:
    """`url(a.png)` is a token, `url("a.png")` a function with a string."""
    return node.type == "url" or (
        node.type == "function" and node.lower_name == "url" and [n.type for n in node.arguments] == ["string"]
    )
