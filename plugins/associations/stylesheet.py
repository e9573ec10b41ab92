"""Stylesheets as tokens: joined without comments and needless white space, with the addresses of hashed files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any

import tinycss2

LAYER = ["at-keyword", "whitespace", "ident", "{} block"]
Address = Callable[[str], str]


def joined(sheets: Iterable[tuple[str, str]], address: Callable[[str, str], str]) -> str:
    """One stylesheet of the (name, text) pairs; `address(name, target)` gives what each `url(…)` in them becomes."""
    parts: list[tuple[str, str]] = []
    for name, text in sheets:
        nodes = tinycss2.parse_component_value_list(text, skip_comments=True)
        parts.append(_layer(_settled(nodes, partial(address, name))))
    groups = [(head, [text for _, text in group]) for head, group in groupby(parts, itemgetter(0))]
    return "\n".join(f"{head}{{{''.join(texts)}}}" if head else "\n".join(texts) for head, texts in groups)


def _layer(nodes: list[Any]) -> tuple[str, str]:
    """Head and content of a sheet that is one `@layer name {…}`, which the next of that layer can go on; else no head
    and all of it."""
    if [node.type for node in nodes] == LAYER and nodes[0].lower_value == "layer":
        return tinycss2.serialize(nodes[:3]), tinycss2.serialize(nodes[3].content)
    return "", tinycss2.serialize(nodes)


def _settled(nodes: Iterable[Any], address: Address) -> list[Any]:
    """The nodes of one level, and what is inside them, without the white space that separates nothing."""
    kept: list[Any] = []
    for node in nodes:
        if node.type == "whitespace":
            # A comment may have stood between two; after these marks none means anything.
            if not kept or kept[-1].type in ("whitespace", "{} block") or kept[-1] in (";", ":", ","):
                continue
            node.value = " "
        elif kept and kept[-1].type == "whitespace" and (node.type == "{} block" or node == ";"):
            kept.pop()
        kept.append(_placed(node, address))
    if kept and kept[-1].type == "whitespace":
        kept.pop()
    return kept


def _placed(node: Any, address: Address) -> Any:
    """The node with the addresses in it as they will be."""
    if _is_url(node):
        target = node.value if node.type == "url" else node.arguments[0].value
        place = address(target)
        return node if place == target else tinycss2.parse_one_component_value(f'url("{place}")')
    for inside in ("content", "arguments"):
        if hasattr(node, inside):
            setattr(node, inside, _settled(getattr(node, inside), address))
    if node.type == "{} block" and node.content and node.content[-1] == ";":
        node.content.pop()  # nothing follows that it would separate
    return node


def _is_url(node: Any) -> bool:
    """`url(a.png)` is a token, `url("a.png")` a function with a string."""
    return node.type == "url" or (
        node.type == "function" and node.lower_name == "url" and [n.type for n in node.arguments] == ["string"]
    )
