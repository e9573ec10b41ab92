"""Vietnamese alphabetical order: Cựu giáo chức, Dược học, Điều dưỡng, Đông y.

The order is that of the Unicode CLDR for `vi`: the letters of the whole text first, then its tones, then its case.
"""

import re

from vietnamese.fold import nfc
from vietnamese.letters import ALPHABET, TONES, split_letter

SortKey = tuple[tuple[int, ...], tuple[int, ...], tuple[bool, ...], str]

_SPACE, _SYMBOL, _DIGIT, _LETTER, _OTHER_LETTER = 0, 1, 0x11_0001, 0x22_0001, 0x33_0001  # apart by all code points
_KIND_OF_BODY = re.compile(r"\s*(?:liên\s+hiệp\s+các\s+hội|liên\s+hiệp\s+hội|hiệp\s+hội|hội)\s+(?=\S)", re.IGNORECASE)


def _letter_weight(letter: str) -> int:
    """Place of one letter without tone: space, symbols, digits, the Vietnamese alphabet, other scripts."""
    if letter in ALPHABET:
        return _LETTER + ALPHABET.index(letter)
    if letter.isspace():
        return _SPACE
    if letter.isalpha():
        return _OTHER_LETTER + ord(letter)
    return (_DIGIT if letter.isdecimal() else _SYMBOL) + ord(letter)


def _mark_weight(mark: str) -> int:
    """Place of a mark among tones: the five tones, then what other languages use; 0 is left to "no mark"."""
    return 1 + TONES.index(mark) if mark in TONES else 1 + len(TONES) + ord(mark)


def sort_key(text: str) -> SortKey:
    """Key for `sorted`. A space sorts before letters, so that syllables are compared one by one; digits before letters.

    Tones (ngang, huyền, hỏi, ngã, sắc, nặng) decide only between texts of the same letters, case (lower first) only
    between texts of the same tones. Two texts have the same key only if they are the same text in NFC.
    """
    whole = nfc(text)
    letters: list[int] = []
    marks: list[int] = []
    for char in whole:
        letter, others = split_letter(char)
        letters.extend(_letter_weight(part) for part in letter)
        marks.extend(0 for _ in letter)
        marks.extend(_mark_weight(mark) for mark in others)
    return tuple(letters), tuple(marks), tuple(char.isupper() for char in whole), whole


def name_key(text: str) -> tuple[SortKey, SortKey]:
    """Key for the names of associations: a leading Hội, Hiệp hội, Liên hiệp (các) Hội counts only in a tie.

    Not for other titles: in "Hội thảo" the first syllable is half a word.
    """
    name = nfc(text)
    kind = _KIND_OF_BODY.match(name)
    return sort_key(name[kind.end() :] if kind else name), sort_key(name)
