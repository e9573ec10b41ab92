"""Checks of the quotes of results against the text that they are taken from: all in one file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from associations.model import Article
from bodies.model import Block
from messages.problem import Problem, problem
from vietnamese.fold import nfc
from vietnamese.numbers import parse_number


def check(article: Article, blocks: Sequence[Block]) -> Iterator[Problem]:
    """Every quote stands in one block of the text, and has its value in it."""
    for number, result in enumerate(article.results):
        quote = shown(result.quote)
        if not quote:
            continue
        field = f"results[{number}].quote"
        line = article.line(field)
        if not any(quote in block.text for block in blocks):
            yield problem("quote-not-in-body", article.path, line, field, value=quote)
        value = re.escape(shown(result.value))
        # 46 does not stand in 1.460 or in 46.000, but does in "46, 47" and before a full stop.
        if parse_number(result.value) is not None and not re.search(rf"(?<![\d.,]){value}(?![.,]?\d)", quote):
            yield problem("value-not-in-quote", article.path, line, field, value=result.value)


def shown(text: str) -> str:
    """Text as a reader sees it: NFC, white space as one space."""
    return " ".join(nfc(text).split())
