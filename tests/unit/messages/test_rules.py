"""The catalogue of problems: what every entry must be for an editor to act on it."""

import re
import string

import pytest

from messages.rules import RULES


@pytest.mark.parametrize("rule", RULES)
def test_an_id_is_stable_and_can_be_typed(rule: str) -> None:
    """Editors acknowledge warnings by it."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule)


@pytest.mark.parametrize("rule", RULES)
def test_an_entry_says_what_is_wrong_and_what_to_do(rule: str) -> None:
    """Neither ends in a full stop or holds a line break: they stand in one line, joined by a semicolon."""
    entry = RULES[rule]
    assert entry.severity in ("error", "warning")
    for sentence in (entry.message, entry.remedy):
        assert sentence
        assert sentence == sentence.strip()
        assert not sentence.endswith(".")
        assert "\n" not in sentence


@pytest.mark.parametrize("rule", RULES)
def test_the_places_for_values_have_names(rule: str) -> None:
    """So that a translator or a caller can't mix them up."""
    entry = RULES[rule]
    for _, name, spec, conversion in (
        *string.Formatter().parse(entry.message),
        *string.Formatter().parse(entry.remedy),
    ):
        assert name is None or re.fullmatch(r"[a-z_]+", name)
        assert not spec
        assert not conversion
