"""The heading font: what it holds, and that it never depends on the day it was made."""

import io
import unicodedata
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from newsroom import font
from typeface import make
from typeface.cache import heading_font
from typeface.subset import merged_subset

ROOT = Path(__file__).resolve().parents[3]


def part(path: Path, characters: str, created: int) -> Path:
    """A font of boxes for these characters, saved as WOFF2."""
    names = {ord(character): f"u{ord(character):04X}" for character in characters}
    order = [".notdef", *names.values()]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    glyphs = {}
    for number, name in enumerate(order):
        pen = TTGlyphPen(None)
        pen.moveTo((0, 0))
        pen.lineTo((0, 500 + number))
        pen.lineTo((400, 0))
        pen.closePath()
        glyphs[name] = pen.glyph()
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict.fromkeys(order, (500, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.setupHead(unitsPerEm=1000, created=created)
    builder.font.flavor = "woff2"
    builder.save(path)
    return path


def test_the_characters_are_those_of_vietnamese_headings() -> None:
    """All letters with all tones in both cases, ASCII, punctuation; composed, 250 in all."""
    assert len(make.CHARACTERS) == len(set(make.CHARACTERS)) == 250
    assert unicodedata.normalize("NFC", make.CHARACTERS) == make.CHARACTERS
    needed = "Liên hiệp các Hội Khoa học và Kỹ thuật ĐỖ ẶẪỮ ợỹỵ “…” – — · × ₫ \u00a0 0123456789 ()&%/:;,.?!"
    assert set(needed) <= set(make.CHARACTERS)


def test_parts_become_one_font_with_only_what_was_asked_for(tmp_path: Path) -> None:
    """Characters come from whichever part has them; what no part has is told."""
    parts = [part(tmp_path / "1.woff2", "abcd", 1), part(tmp_path / "2.woff2", "aêệ", 2)]
    data, missing = merged_subset(parts, "aệ₫")
    assert missing == "₫"
    made = TTFont(io.BytesIO(data))
    assert sorted(made.getBestCmap()) == [ord("a"), ord("ệ")]
    assert made.flavor == "woff2"


def test_the_bytes_don_t_depend_on_the_clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two machines at two times make the same file."""
    made = []
    for day in ("1", "2000000000"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", day)  # what fontTools takes for the time
        parts = [part(tmp_path / f"{name}{day}.woff2", name, int(day)) for name in "ab"]
        made.append(merged_subset(parts, "ab")[0])
    assert made[0] == made[1]


def lay_package(root: Path, characters: str) -> None:
    """A work tree whose npm package holds fonts of boxes."""
    (root / "package-lock.json").write_text("{}", encoding="utf-8")
    files = root / make.PACKAGE / "files"
    files.mkdir(parents=True)
    for name in ("latin", "latin-ext", "vietnamese"):
        part(files / f"piazzolla-{name}-800-normal.woff2", characters, 1)
    (root / make.PACKAGE / "LICENSE").write_text("OFL", encoding="utf-8")


def test_the_font_is_found_with_its_licence_and_by_its_inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing before it was made; both files after; nothing again when the lock changes."""
    monkeypatch.setattr(font, "fetch_packages", lambda root: None)
    lay_package(tmp_path, make.CHARACTERS)
    assert heading_font(tmp_path) is None
    assert font.prepare(tmp_path)
    found = heading_font(tmp_path)
    assert found and found[0].read_bytes()[:4] == b"wOF2" and found[1].read_text(encoding="utf-8") == "OFL"
    (tmp_path / "package-lock.json").write_text("{ }", encoding="utf-8")
    assert heading_font(tmp_path) is None


def test_a_font_that_lacks_letters_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Better the machine's own font than one with holes; the message names the letters."""
    monkeypatch.setattr(font, "fetch_packages", lambda root: None)
    lay_package(tmp_path, make.CHARACTERS.replace("Ễ", ""))
    assert not font.prepare(tmp_path)
    assert heading_font(tmp_path) is None
    assert "thiếu các chữ Ễ" in capsys.readouterr().err


def test_a_font_over_its_budget_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The budget is the readers'."""
    monkeypatch.setattr(font, "fetch_packages", lambda root: None)
    monkeypatch.setattr(make, "SIZE_LIMIT", 100)
    lay_package(tmp_path, make.CHARACTERS)
    assert not font.prepare(tmp_path)
    assert "quá giới hạn 100" in capsys.readouterr().err


def test_the_real_font_keeps_to_its_budget() -> None:
    """14,000 bytes for all 250 characters; left out where npm could not be reached."""
    found = heading_font(ROOT)
    if not found:
        pytest.skip("the set-up could not fetch the font")
    assert found[0].stat().st_size <= 14_000
    assert set(TTFont(found[0]).getBestCmap()) == set(map(ord, make.CHARACTERS))
    assert "SIL OPEN FONT LICENSE" in found[1].read_text(encoding="utf-8")
