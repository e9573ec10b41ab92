"""Slugs: names that stand in addresses and as file names."""

import re
import unicodedata

from vietnamese.fold import fold

LONGEST = 80
"""Characters a slug may have."""

_SLUG = re.compile(f"(?=.*[a-z0-9])(?![0-9]+$)[a-z0-9-]{{1,{LONGEST}}}")
_OTHERS = re.compile("[^a-z0-9]+")
_SPELT_OUT = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "þ": "th"})


def slugify(text: str) -> str:
    """The slug of a title or name; "" where no letter or digit is left.

    A longer one is cut at the last hyphen that fits. The result may still be only digits, which is no slug.
    """
    plain = fold(unicodedata.normalize("NFKD", text)).translate(_SPELT_OUT)
    slug = _OTHERS.sub("-", plain).strip("-")
    if len(slug) <= LONGEST:
        return slug
    whole_words, hyphen, _ = slug[: LONGEST + 1].rpartition("-")
    return whole_words if hyphen else slug[:LONGEST]


def is_slug(text: str) -> bool:
    """Whether the text may be a slug: 1–80 of a–z, 0–9 and hyphens, not only digits or hyphens."""
    return _SLUG.fullmatch(text) is not None
