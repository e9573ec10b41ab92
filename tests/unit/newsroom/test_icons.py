"""The icons: containers that any reader opens, and pictures that are still those of the drawing."""

import os
import re
import struct
import zlib
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from newsroom import icons, programs
from newsroom.icons import FOLDER, ICONS, Icon

MOST_DIFFERENT = 0.005
"""Browsers smooth edges a little differently: the share of bytes that may be another by more than TOLERANCE."""
TOLERANCE = 24


def read_ico(data: bytes) -> list[tuple[int, bytes]]:
    """The sizes and pictures of an ICO, read as Microsoft describes the format."""
    reserved, kind, count = struct.unpack_from("<3H", data)
    assert (reserved, kind) == (0, 1)
    found = []
    end = 6 + 16 * count
    for number in range(count):
        width, height, colours, zero, planes, bits, length, start = struct.unpack_from("<4B2H2I", data, 6 + 16 * number)
        assert (height, colours, zero, planes, bits) == (width, 0, 0, 1, 32)
        assert start == end, "pictures follow each other"
        end = start + length
        found.append((width, data[start:end]))
    assert end == len(data)
    return found


def read_png(data: bytes) -> tuple[int, bytes]:
    """The side and the RGBA pixels of a square PNG of ours, every checksum looked at."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    chunks, place = [], 8
    while place < len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        content = data[place + 8 : place + 8 + length]
        assert struct.unpack_from(">I", data, place + 8 + length) == (zlib.crc32(kind + content),)
        chunks.append((kind, content))
        place += 12 + length
    assert [kind for kind, _ in chunks] == [b"IHDR", b"IDAT", b"IEND"]
    width, height, *form = struct.unpack(">2I5B", chunks[0][1])
    assert (height, form) == (width, [8, 6, 0, 0, 0])
    raw = zlib.decompress(chunks[1][1])
    rows = [raw[start : start + 1 + 4 * width] for start in range(0, len(raw), 1 + 4 * width)]
    assert len(rows) == height and {row[0] for row in rows} == {0}
    return width, b"".join(row[1:] for row in rows)


def pictures(icon: Icon) -> list[bytes]:
    """The PNGs of a committed icon."""
    data = (FOLDER / icon.name).read_bytes()
    return [picture for _, picture in read_ico(data)] if icon.name.endswith(".ico") else [data]


def difference(wanted: bytes, found: bytes) -> float:
    """The share of bytes that are another by more than smoothing explains."""
    return sum(abs(a - b) > TOLERANCE for a, b in zip(wanted, found, strict=True)) / len(wanted)


def test_a_png_gives_its_pixels_back() -> None:
    """Two by two: son, ink, half transparent, nothing."""
    pixels = bytes([228, 102, 74, 255, 27, 26, 23, 255, 1, 2, 3, 128, 0, 0, 0, 0])
    assert read_png(icons.png(2, pixels)) == (2, pixels)


def test_an_ico_gives_its_pictures_back() -> None:
    """In the order given, each with its size."""
    given = [(16, b"first"), (48, b"the second"), (32, b"")]
    assert read_ico(icons.ico(given)) == given


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.name)
def test_the_committed_files_have_the_sizes_of_their_icons(icon: Icon) -> None:
    """The ICO names 16, 32 and 48, and each picture in it is as large as its entry says."""
    assert tuple(read_png(picture)[0] for picture in pictures(icon)) == icon.sizes
    if icon.name == "favicon.ico":
        assert [size for size, _ in read_ico((FOLDER / icon.name).read_bytes())] == [16, 32, 48]


def test_only_icons_for_a_tab_have_clear_corners() -> None:
    """Systems that cut icons show black where nothing is; every pixel of theirs is opaque."""
    for icon in ICONS:
        for picture in pictures(icon):
            alphas = set(read_png(picture)[1][3::4])
            assert (alphas == {255}) == bool(icon.ground), icon.name


def test_a_maskable_icon_keeps_its_drawing_where_every_shape_leaves_it() -> None:
    """The circle of 80 % of the side (W3C, Web App Manifest) holds everything but the ground."""
    for icon in ICONS:
        if "maskable" in icon.name:
            size, pixels = read_png((FOLDER / icon.name).read_bytes())
            ground, middle = pixels[:4], (size - 1) / 2
            drawn = [n for n in range(size * size) if pixels[4 * n : 4 * n + 4] != ground]
            assert len(drawn) > size * size / 8
            assert max(((n % size - middle) ** 2 + (n // size - middle) ** 2) ** 0.5 for n in drawn) <= size * 0.4


def test_the_ground_is_the_masthead_of_the_theme() -> None:
    """By day, the token that the stylesheet names so."""
    tokens = (FOLDER.parent / "css" / "tokens.css").read_text(encoding="utf-8")
    masthead = re.search(r"--masthead: var\(--(\w+)\)", tokens)
    assert masthead and f"--{masthead[1]}: {icons.GROUND};" in tokens


def test_the_icons_are_small() -> None:
    """Every visitor's browser asks for the first, few for the others."""
    assert (FOLDER / "favicon.svg").stat().st_size < 1_000
    assert (FOLDER / "favicon.ico").stat().st_size < 4_000
    assert all((FOLDER / icon.name).stat().st_size < 16_000 for icon in ICONS)


@pytest.fixture(scope="module")
def window() -> Iterator[Page]:
    if not programs.CHROMIUM.find() and not programs.is_ci(os.environ):
        pytest.skip("needs chromium")
    with icons.window() as opened:
        yield opened


@pytest.mark.browser
@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.name)
def test_the_committed_icons_show_the_drawing(icon: Icon, window: Page) -> None:
    """Whoever changes favicon.svg runs `tasks.py icons`; smoothing apart, no pixel is another."""
    drawing = (FOLDER / icons.DRAWING).read_bytes()
    for size, picture in zip(icon.sizes, pictures(icon), strict=True):
        wanted = icons.painted(window, icon, size, drawing)
        assert difference(wanted, read_png(picture)[1]) <= MOST_DIFFERENT, (icon.name, size)


@pytest.mark.browser
def test_another_drawing_is_noticed(window: Page) -> None:
    """The comparison above can fail: a colour that changed, a leaf that is gone."""
    drawing = (FOLDER / icons.DRAWING).read_bytes()
    icon = ICONS[0]
    found = read_png(pictures(icon)[0])[1]
    for other in (drawing.replace(b"#e4664a", b"#6cb59c"), re.sub(rb"M15 3C[^Z]*Z", b"", drawing)):
        assert other != drawing
        wanted = icons.painted(window, icon, icon.sizes[0], other)
        assert difference(wanted, found) > MOST_DIFFERENT
