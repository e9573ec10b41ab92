"""Cutting a web font that comes in parts down to one small file, the same bytes on every run."""

import io
import tempfile
from collections.abc import Sequence
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

FEATURES = ["kern", "pnum", "tnum"]
"""What headings use: kerning, and figures that line up in tables. Its `locl` has nothing for Vietnamese."""

NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]
"""Name records that stay: copyright, the font's names, licence and its address."""

MADE = 3_600_000_000
"""head.created and head.modified, seconds since 1904: merging would stamp the clock."""


def merged_subset(parts: Sequence[Path], characters: str) -> tuple[bytes, str]:
    """The parts as one WOFF2 with only `characters`, and those of them that no part has.

    Each character comes from the first part that has it.
    """
    wanted = {ord(character) for character in characters}
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, part in enumerate(parts):
            font = TTFont(part, recalcTimestamp=False)
            here = wanted & set(font.getBestCmap())
            wanted -= here
            if here:
                _cut(font, here)
                font.flavor = None
                files.append(str(Path(folder, f"{number}.ttf")))
                font.save(files[-1])
        whole = Merger().merge(files)
    _cut(whole, {ord(character) for character in characters} - wanted)
    whole.recalcTimestamp = False
    whole["head"].created = whole["head"].modified = MADE
    whole.flavor = "woff2"
    target = io.BytesIO()
    whole.save(target)
    return target.getvalue(), "".join(sorted(map(chr, wanted)))


def _cut(font: TTFont, characters: set[int]) -> None:
    """Drop all glyphs, tables and records that these characters on a screen don't need."""
    options = subset.Options()
    options.layout_features = FEATURES
    options.name_IDs = NAMES
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = False
    options.recalc_timestamp = False
    options.drop_tables += ["STAT", "gasp"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
