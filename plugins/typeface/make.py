"""Making the heading font: its npm package cut down to what Vietnamese headings use."""

import os
import shutil
import unicodedata
from pathlib import Path

from messages import setup_texts
from typeface.cache import FONT_NAME, LICENCE_NAME
from typeface.subset import merged_subset

PACKAGE = Path("node_modules", "@fontsource", "piazzolla")

SIZE_LIMIT = 14_000
"""Bytes: the budget of the published font."""


def _vietnamese_letters() -> str:
    """Every letter with every tone, both cases, đ; composed, as all our text is."""
    tones = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    small = "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in tones) + "đ"
    return small + small.upper()


CHARACTERS = "".join(sorted({*map(chr, range(0x20, 0x7F)), *_vietnamese_letters(), *"“”–—…·×₫\u00a0", *"‘’«»‹›°²³±−€"}))
"""The 250 characters a heading may use: ASCII, Vietnamese, its punctuation, and the signs of measures and money."""


class UnusableFont(Exception):
    """What was fetched doesn't give the font the theme counts on; the text, in Vietnamese, says why."""


def make(package: Path, folder: Path) -> None:
    """Write font and licence into `folder`, which appears whole or not at all; raises UnusableFont or OSError."""
    parts = [package / "files" / f"piazzolla-{part}-800-normal.woff2" for part in ("latin", "latin-ext", "vietnamese")]
    font, missing = merged_subset(parts, CHARACTERS)
    if missing:
        raise UnusableFont(setup_texts.REASON_LETTERS_MISSING.format(letters=" ".join(missing)))
    if len(font) > SIZE_LIMIT:
        raise UnusableFont(setup_texts.REASON_TOO_LARGE.format(size=len(font), limit=SIZE_LIMIT))
    draft = folder.with_name(f".{folder.name}.{os.getpid()}")
    try:
        draft.mkdir(parents=True)
        (draft / FONT_NAME).write_bytes(font)
        shutil.copyfile(package / "LICENSE", draft / LICENCE_NAME)
        shutil.rmtree(folder, ignore_errors=True)
        draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
