"""Text without its marks, for finding "Đại hội Đảng" by "dai hoi dang"."""

import re
import unicodedata

from vietnamese.letters import D_LOOKALIKES

_MARKS = re.compile("[\u0300-\u036f]")
_D = str.maketrans(dict.fromkeys("đ" + D_LOOKALIKES, "d"))


def nfc(text: str) -> str:
    """The text with composed letters, the form in which texts are compared and stored."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case without marks; đ, which Unicode does not decompose, becomes d.

    Only U+0300–U+036F count as marks, so that other scripts keep their vowels, and a script in the browser can do
    exactly the same with one regular expression. The length may change.
    """
    if text.isascii():
        return text.lower()
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text))
    return nfc(bare.lower().translate(_D))


def has_marks(text: str) -> bool:
    """Whether any letter carries a mark or is đ: a text without one was typed without Vietnamese marks."""
    return not text.isascii() and fold(text) != nfc(text).lower()
