"""The Vietnamese alphabet and its marks: what makes a letter (ă, ơ) and what makes a tone (à, ả)."""

import unicodedata
from functools import lru_cache

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""The 29 letters in their order, with f j w z in their Latin places."""

TONES = "\u0300\u0309\u0303\u0301\u0323"
"""The combining marks huyền, hỏi, ngã, sắc, nặng in dictionary order; ngang has no mark."""

D_LOOKALIKES = "ðɖ"
"""Eth and African d, lower case: their capitals look like Đ and stand in its place in converted old files."""


@lru_cache(maxsize=4096)
def split_letter(char: str) -> tuple[str, str]:
    """One composed character as its lower-case letter and the combining marks that are not part of the letter.

    "Ộ" is ("ô", nặng); "ü", no Vietnamese letter, is ("u", diaeresis). A combining mark on its own is ("", mark).
    """
    lower = unicodedata.normalize("NFD", char.lower())
    if lower in D_LOOKALIKES:
        return "đ", ""
    marks = "".join(c for c in lower if unicodedata.combining(c))
    base = "".join(c for c in lower if not unicodedata.combining(c))
    shape = "".join(c for c in marks if c not in TONES)
    letter = unicodedata.normalize("NFC", base + shape)
    if letter in ALPHABET:
        return letter, "".join(c for c in marks if c in TONES)
    return base, marks
