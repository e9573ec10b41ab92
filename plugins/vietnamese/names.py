"""Names of bodies: when two ways of writing are the same name."""

import re
import unicodedata

from vietnamese.fold import nfc
from vietnamese.letters import TONES

_AND = frozenset(("&", "và"))
_OLD_TONE_PLACE = re.compile(rf"(o(?=[{TONES}][ae])|u(?=[{TONES}]y))([{TONES}])([aey])(?![^\W_]|[\u0300-\u036f])")


def normal_name(text: str) -> str:
    """What all ways of writing one name have in common; a key to compare, not to show. Marks are kept.

    "&", "và" and nothing are the same; case, NFC or NFD and runs of white space (no-break spaces too) do not matter,
    nor where the tone of a final oa, oe, uy stands: "hòa" and "hoà", "ủy" and "uỷ" are two spellings of one word.
    """
    spaced = unicodedata.normalize("NFD", text.replace("&", " & ").casefold())
    words = nfc(_OLD_TONE_PLACE.sub(r"\1\3\2", spaced)).split()
    return " ".join(word for word in words if word not in _AND)


def same_name(a: str, b: str) -> bool:
    """Whether both are the same name, written as people write it."""
    return normal_name(a) == normal_name(b)
