"""Leftovers of old files in text: the fonts TCVN3 (ABC) and VNI read as Latin-1, and control characters.

A text in such a font shows as "Héi LuËt gia tØnh B¾c Ninh" or "Hoäi Luaät gia tænh Baéc Ninh".
"""

import re
from collections.abc import Callable

from vietnamese.fold import nfc
from vietnamese.syllables import is_syllable

_TCVN3 = str.maketrans(
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
)
_VNI_LETTERS = dict(zip("æóòîñôö", "ỉĩịỵđơư", strict=True))
_VNI_MARKS = {
    "ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "à": "\u0302\u0300", "á": "\u0302\u0301", "å": "\u0302\u0309", "ã": "\u0302\u0303",
    "ä": "\u0302\u0323", "ê": "\u0306", "è": "\u0306\u0300", "é": "\u0306\u0301", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI = re.compile(f"([aeouyôö])([{''.join(_VNI_MARKS)}])|([{''.join(_VNI_LETTERS)}])")

# What Vietnamese never writes in a word: signs, a capital with a mark after a small letter; VNI's doubled vowels.
_TCVN3_SIGN = re.compile("[µ¸¶·¹¨¾¼½©®ª¬\u00ad]|(?<=[A-Za-z])[«»](?=[A-Za-z])|§(?=[A-Za-zÀ-þ])|(?<=[a-z])[À-ÖØ-Þ]")
_VNI_SIGN = re.compile(f"(?:[aeôö]|o(?![àáãèé])|[uy](?![àáãâêèé]))[{''.join(_VNI_MARKS)}]|öô", re.IGNORECASE)
_BETWEEN_WORDS = re.compile(r"[\s!-@\[-`{-~‘’“”–—…]+")
_CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\u202a-\u202e\u2066-\u2069]|(?<!^)\ufeff")


def _from_tcvn3(word: str) -> str:
    return word.translate(_TCVN3)


def _from_vni(word: str) -> str:
    def letter(match: re.Match[str]) -> str:
        vowel, mark, single = match.groups()
        return _VNI_LETTERS[single] if single else _VNI_LETTERS.get(vowel, vowel) + _VNI_MARKS[mark]

    return _VNI.sub(letter, word.lower())


_FONTS: tuple[tuple[str, re.Pattern[str], Callable[[str], str]], ...] = (
    ("TCVN3", _TCVN3_SIGN, _from_tcvn3),
    ("VNI", _VNI_SIGN, _from_vni),
)


def legacy_font(text: str) -> str | None:
    """Give "TCVN3" or "VNI" where a line was typed for such a font, None for proper text in any language.

    A line is judged by those of its words that have other than ASCII letters and are no Vietnamese syllables. At least
    two of them, and most of them, must become syllables when read in the font, one with a sign that only the font has.
    """
    composed = nfc(text)
    for name, sign, read in _FONTS:
        if sign.search(composed) and any(_is_in_font(line, sign, read) for line in composed.splitlines()):
            return name
    return None


def _is_in_font(line: str, sign: re.Pattern[str], read: Callable[[str], str]) -> bool:
    if not sign.search(line):
        return False
    odd = [word for word in _BETWEEN_WORDS.split(line) if not word.isascii() and not _is_proper(word)]
    legible = [word for word in odd if re.search("[A-Za-z]", word) and is_syllable(read(word))]
    return len(legible) >= 2 and 2 * len(legible) > len(odd) and any(sign.search(word) for word in legible)


def _is_proper(word: str) -> bool:
    """Whether it can stand in Vietnamese text, for which "thÕ" (of TCVN3, thế) mixes its capitals wrongly."""
    return is_syllable(word) and (word.islower() or word.isupper() or word.istitle())


def control_characters(text: str) -> list[tuple[int, str]]:
    """Characters that nobody types on purpose, as (0-based offset, "U+202E"-like code), in order.

    C0 and C1 controls and DEL but not tab, LF, CR; U+FFFD, which stands for a lost letter; the characters that turn the
    direction of writing; U+FEFF except at the very start, where it is a byte order mark.
    """
    return [(match.start(), f"U+{ord(match[0]):04X}") for match in _CONTROLS.finditer(text)]
