"""Folding: what a text is without its marks."""

import unicodedata

import pytest

from vietnamese.fold import fold, has_marks, nfc


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đại hội Đảng", "dai hoi dang"),
        ("ĐIỀU DƯỠNG", "dieu duong"),
        ("Nghị quyết số 42-CT/TW", "nghi quyet so 42-ct/tw"),
        ("Ðại học", "dai hoc"),  # eth, as old converters write it
        ("Café Zürich", "cafe zurich"),
        ("İ", "i"),
        ("", ""),
    ],
)
def test_marks_and_case_go_and_d_with_stroke_becomes_d(text: str, folded: str) -> None:
    """Every mark goes, also the stroke of đ, which Unicode does not decompose; the rest stays as typed."""
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


def test_every_vietnamese_letter_folds_to_plain_latin() -> None:
    """No letter of the alphabet in any tone is left with something that is not a–z."""
    letters = [nfc(base + tone) for base in "aăâeêioôơuưyđ" for tone in ("", *"\u0300\u0301\u0303\u0309\u0323")]
    assert {fold(letter) for letter in letters if len(letter) == 1} == set("aeiouyd")


def test_vowels_of_other_scripts_are_no_marks() -> None:
    """Thai and Devanagari write vowels as combining characters: they stay."""
    assert fold("กิน हिन्दी") == "กิน हिन्दी"


@pytest.mark.parametrize(
    ("text", "marked"),
    [("Hoi Luat gia", False), ("hội", True), ("Đ", True), ("42 – “CT”", False), ("o\u0323", True), ("Дом", False)],
)
def test_text_without_any_mark_is_told_apart(text: str, marked: bool) -> None:
    """Dashes, quotes and letters of other scripts are no marks; đ is one."""
    assert has_marks(text) is marked
