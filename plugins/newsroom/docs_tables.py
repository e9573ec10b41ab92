"""The tables of docs/content.md, in Markdown: keys, limits, rules, addresses."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from associations import article_checks
from associations import media_types as media
from associations.addresses import BELOW_LISTS, NAMES, Addresses
from associations.fields import Group, Key, Listing
from associations.scalars import Choice
from bodies import costs, limits
from frontmatter.decoding import LARGEST_FILE
from frontmatter.fences import LARGEST_HEAD
from messages import docs_texts as texts
from messages.rules import CONTENT_FOLDER, RULES
from vietnamese.numbers import file_size, group_digits


def key_paths(keys: Iterable[Key], prefix: str = "") -> Iterator[tuple[str, Key]]:
    """Every key with its path: `contact.phone`, in a list of groups `officers[].name`."""
    for key in keys:
        place = prefix + key.name
        yield place, key
        group, mark = (key.kind.of, "[].") if isinstance(key.kind, Listing) else (key.kind, ".")
        if isinstance(group, Group):
            yield from key_paths(group.keys, place + mark)


def key_table(keys: Iterable[Key]) -> str:
    """The keys of a file or group: path, whether required, type, example, meaning."""
    rows = [
        (
            code(place),
            texts.REQUIRED if key.required else "",
            _type(key.kind),
            code(key.kind.example),
            _plain(key.about),
        )
        for place, key in key_paths(keys)
    ]
    return table(texts.KEYS_HEAD, rows)


def _type(kind: Any) -> str:
    default = isinstance(kind, Choice) and kind.default
    return texts.DEFAULT.format(name=kind.name, default=default) if default else str(kind.name)


def media_types() -> str:
    """Which pictures and attachments are allowed, and from which size on they are a warning."""
    rows = [
        (texts.PICTURES, codes(media.PICTURES), file_size(media.LARGE_PICTURE)),
        (texts.DOCUMENTS, codes(media.DOCUMENTS), file_size(media.LARGE_FILE)),
    ]
    return table(texts.MEDIA_HEAD, rows)


def most() -> str:
    """How large files, front matter and bodies may be."""
    values = {
        "file": f"{LARGEST_FILE >> 20} MiB",
        "head": f"{LARGEST_HEAD >> 10} KiB",
        "title": texts.CHARACTERS.format(count=article_checks.LONGEST_TITLE),
        "summary": texts.CHARACTERS.format(count=article_checks.LONGEST_SUMMARY),
        "depth": texts.LEVELS.format(count=limits.DEEPEST),
        "blocks": group_digits(limits.MOST_BLOCKS),
        "brackets": group_digits(costs.UNCLOSED_IN_BLOCK),
        "all-brackets": group_digits(costs.UNCLOSED_IN_FILE),
        "cells": group_digits(costs.MOST_CELLS),
        "tags": group_digits(costs.MOST_TAGS),
        "definitions": group_digits(costs.MOST_DEFINITIONS),
    }
    return table(texts.LIMITS_HEAD, [(texts.LIMIT_LABELS[name], value) for name, value in values.items()])


def rules() -> str:
    """Every rule by its id: severity, message, remedy."""
    rows = [
        (
            code(rule),
            texts.SEVERITIES[entry.severity],
            _plain(texts.RULE_NOTES.get(rule) or shown(entry.message)),
            _plain(shown(entry.remedy)),
        )
        for rule, entry in sorted(RULES.items())
    ]
    return table(texts.RULES_HEAD, rows)


def shown(sentence: str) -> str:
    """A sentence of the catalogue with `…` for each of its values."""
    parts = [literal + ("" if name is None else "…") for literal, name, _, _ in string.Formatter().parse(sentence)]
    return "".join(parts).replace(CONTENT_FOLDER, "content")


class _DateName:
    """Stands for a date in an address pattern: `{date:%Y}` → `<năm>`."""

    def __format__(self, form: str) -> str:
        for directive, name in texts.DATE_PLACEHOLDERS.items():
            form = form.replace(directive, name)
        return form


def addresses(settings: Mapping[str, Any]) -> str:
    """Every address that a page may have, as Pelican's `settings` make it, with the setting's name."""
    patterns = Addresses(settings)
    rows = []
    for name in NAMES:
        address = patterns.of(name, date=_DateName(), **texts.PLACEHOLDERS)
        below_list = "…" if name in BELOW_LISTS else ""
        rows.append((code(below_list + address), texts.ADDRESS_LABELS[name], code(name)))
    rows += [(code(f"/{path}/…"), texts.STATIC_LABEL, code("STATIC_PATHS")) for path in settings["STATIC_PATHS"]]
    rows.append((code(f"/{settings['THEME_STATIC_DIR']}/…"), texts.THEME_LABEL, code("THEME_STATIC_DIR")))
    return table(texts.ADDRESSES_HEAD, rows)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; the cells are Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def code(value: str) -> str:
    """The value as code; nothing in it may be a backtick or a bar."""
    return f"`{value}`"


def codes(values: Iterable[str]) -> str:
    """The values as code, one after the other."""
    return ", ".join(map(code, values))


def _plain(sentence: str) -> str:
    """A sentence in a cell, with nothing in it that Markdown would read as markup."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>|#" else c for c in sentence)
