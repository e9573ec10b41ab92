"""The word that was meant."""

import pytest

from vietnamese.suggest import closest

SLUGS = ["hoi-luat-gia", "hoi-nha-bao", "hoi-khuyen-hoc", "hoi-kien-truc-su"]
UNITS = ["lượt người", "hội viên", "triệu đồng", "đồng", "cuộc"]
KEYS = ["title", "date", "summary", "associations", "activities", "source"]


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("hoi-luat-gja", SLUGS, "hoi-luat-gia"),
        ("hoi-laut-gia", SLUGS, "hoi-luat-gia"),
        ("hội-nhà-báo", SLUGS, "hoi-nha-bao"),
        ("hoi-khuyenhoc", SLUGS, "hoi-khuyen-hoc"),
        ("luot nguoi", UNITS, "lượt người"),
        ("lượng người", UNITS, "lượt người"),
        ("Đông", UNITS, "đồng"),
        ("titel", KEYS, "title"),
        ("dte", KEYS, "date"),
        ("asociation", KEYS, "associations"),
    ],
)
def test_slips_are_forgiven(word: str, known: list[str], meant: str) -> None:
    """A letter too many, too few, another one or two swapped; marks and case aside."""
    assert closest(word, known) == meant


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("hoi-x", SLUGS),
        ("kg", UNITS),
        ("", KEYS),
        ("tacgia", KEYS),
        ("title", []),
        ("q" * 100_000, SLUGS),
        ("abcdefghi" + "x" * 21, ["jklmnopqr" + "x" * 21]),  # nine slips, though less than a third
    ],
)
def test_nothing_is_suggested_for_a_stranger(word: str, known: list[str]) -> None:
    """No guess where more than a third would have to change, or more than eight letters."""
    assert closest(word, known) is None


def test_ties_do_not_depend_on_the_order_of_the_candidates() -> None:
    """The most similar marks win, then Vietnamese order."""
    assert closest("hội viện", ["hội viên", "hội viện"]) == closest("hội viện", ["hội viện", "hội viên"]) == "hội viện"
    assert closest("bax", ["bad", "baă", "bab"]) == closest("bax", ["bab", "bad", "baă"]) == "baă"
