"""A problem: its sentences from the catalogue, its values from files that may be hostile."""

import dataclasses

import pytest

from messages.problem import LONGEST_VALUE, Problem, Rewritten, in_order, one_line, printable, problem, strict
from messages.rules import RULES


def test_sentences_come_from_the_catalogue() -> None:
    """With the rule's own severity."""
    remedy = RULES["unknown-key"].remedy
    assert problem("unknown-key", "union.md", 3, "titel", key="titel") == Problem(
        "union.md", 3, "titel", "unknown-key", "error", 'không có khóa "titel"', remedy
    )
    assert not problem("folder-year", "x", 1, "date", year=2022, folder="2021", old="a", new="b").is_error


def test_what_was_probably_meant_is_the_better_advice() -> None:
    """It takes the place of the remedy."""
    assert problem("unknown-key", "union.md", 3, "titel", "title", key="titel").remedy == 'ý bạn là "title"?'
    assert problem("unknown-key", "union.md", 3, "titel", None, key="titel").remedy.startswith("sửa lại")
    assert problem("unknown-key", "union.md", 3, "titel", "", key="titel").remedy.startswith("sửa lại")


@pytest.mark.parametrize(("rule", "values"), [("no-such-rule", {}), ("unknown-key", {}), ("folder-year", {"year": 1})])
def test_a_rule_or_value_that_is_missing_is_our_mistake(rule: str, values: dict[str, object]) -> None:
    """It shows at once, and not as a half-filled sentence before an editor."""
    with pytest.raises(KeyError):
        problem(rule, "union.md", 1, "x", None, **values)


def test_values_are_shown_literally() -> None:
    """Braces in them are not places for others."""
    assert problem("unknown-key", "x", 1, "k", key="{field} {0} %s").message == 'không có khóa "{field} {0} %s"'


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("một\nhai\r\nba\tbốn", "một hai  ba bốn"),
        ("\x1b[31mđỏ", "\\u001b[31mđỏ"),
        ("\u202egpj.exe", "\\u202egpj.exe"),
        ("a\u2028b\x85c", "a\\u2028b\\u0085c"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("Đường – “trích” 𝛑", "Đường – “trích” 𝛑"),
    ],
)
def test_nothing_in_a_value_reaches_a_terminal_as_a_command(typed: str, shown: str) -> None:
    """Escape codes, line breaks, text that runs backwards, what UTF-8 can't hold."""
    assert printable(typed) == shown
    assert problem("unknown-key", "x", 1, "k", key=typed).message == f'không có khóa "{shown}"'


def test_a_long_value_is_cut_and_says_so() -> None:
    """Where it is to be copied, much later."""
    assert one_line("a" * LONGEST_VALUE) == "a" * LONGEST_VALUE
    assert one_line("a" * (LONGEST_VALUE + 1)) == "a" * (LONGEST_VALUE - 1) + "…"
    assert one_line(Rewritten("a" * 1000)) == "a" * 1000
    assert len(one_line(Rewritten("a" * 10_000))) == 4000


def test_problems_are_sorted_and_each_stands_once() -> None:
    """By file, line, field; lines as numbers."""
    found = [problem("unknown-key", source, line, "k", key="k") for source, line in (("b", 1), ("a", 10), ("a", 9))]
    assert [(p.source, p.line) for p in in_order([*found, *found])] == [("a", 9), ("a", 10), ("b", 1)]


def test_strict_makes_every_warning_an_error_and_changes_nothing_else() -> None:
    """Text and order stay."""
    warning = problem("unknown-file", "x", 1, "file")
    error = problem("unknown-key", "x", 1, "k", key="k")
    assert strict([warning, error]) == [dataclasses.replace(warning, severity="error"), error]
