"""`tasks.py icons`: the pictures for tabs and home screens, made from one drawing, the theme's root/favicon.svg."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from messages import setup_texts
from newsroom import chromium, programs
from newsroom.setup_lock import SetupProblem
from newsroom.setup_steps import say

if TYPE_CHECKING:
    from playwright.sync_api import Page

FOLDER = Path(__file__).resolve().parents[2] / "theme" / "static" / "root"
DRAWING = "favicon.svg"
GROUND = "#f2bd2c"
"""The masthead's colour, for the systems that put an icon on a field of their own where it has none."""


class Icon(msgspec.Struct, frozen=True):
    """A file with the drawing in each of `sizes` (pixels). `part` is the side that the drawing takes of it, if not all.

    The drawing stands on a grid of 32: sides that are multiples of 16 keep its lines sharp.
    """

    name: str
    sizes: tuple[int, ...]
    part: int = 0
    ground: str = ""


ICONS = (
    Icon("favicon.ico", (16, 32, 48)),
    Icon("apple-touch-icon.png", (180,), 128, GROUND),
    Icon("icon-192.png", (192,)),
    Icon("icon-512.png", (512,)),
    # Whatever shape a system cuts, its circle of 80 % stays (W3C, Web App Manifest, "Icon masks"), which holds this.
    Icon("icon-maskable-512.png", (512,), 288, GROUND),
)

# The drawing is painted by the browser, as readers' browsers paint it; what comes back are its pixels, RGBA.
_PAINT = """async ([picture, size, part, ground]) => {
    const image = new Image();
    image.src = picture;
    await image.decode();
    const canvas = new OffscreenCanvas(size, size).getContext("2d");
    if (ground) {
        canvas.fillStyle = ground;
        canvas.fillRect(0, 0, size, size);
    }
    const margin = (size - part) / 2;
    canvas.drawImage(image, margin, margin, part, part);
    const pixels = canvas.getImageData(0, 0, size, size).data;
    return btoa(Array.from(pixels, byte => String.fromCharCode(byte)).join(""));
}"""


def make(folder: Path = FOLDER) -> list[Path]:
    """Writes every icon anew into `folder`, which holds the drawing. Raises SetupProblem where there is no browser."""
    drawing = (folder / DRAWING).read_bytes()
    with window() as opened:
        for icon in ICONS:
            (folder / icon.name).write_bytes(_file(opened, icon, drawing))
    return [folder / icon.name for icon in ICONS]


def make_and_tell() -> int:
    """`make`, with a line about it on stderr; exit code 0."""
    made = make()
    say(setup_texts.ICONS_DONE.format(count=len(made), folder=FOLDER))
    return 0


@contextmanager
def window() -> Iterator[Page]:
    """An empty page to paint on. Raises SetupProblem where there is no browser."""
    from playwright.sync_api import sync_playwright  # only the test tools bring it

    executable = programs.CHROMIUM.find()
    if not executable:
        command = programs.install_command([programs.CHROMIUM])
        raise SetupProblem(setup_texts.NO_CHROMIUM_FOR_ICONS.format(command=command))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(chromium.flags()))
        try:
            yield browser.new_page()
        finally:
            browser.close()


def painted(page: Page, icon: Icon, size: int, drawing: bytes) -> bytes:
    """The pixels of `icon` in one of its sizes: four bytes each (RGBA), row by row."""
    return _paint(page, f"data:image/svg+xml;base64,{_base64(drawing)}", size, icon.part, icon.ground)


def _paint(page: Page, picture: str, size: int, part: int = 0, ground: str = "") -> bytes:
    """The pixels of a picture (its address) on a square of `size`; `part` and `ground` are as an Icon's."""
    return base64.b64decode(page.evaluate(_PAINT, [picture, size, part or size, ground]))


def png(size: int, pixels: bytes) -> bytes:
    """A PNG of a square of RGBA pixels. Flat colours are smallest with no row filtered."""
    rows = b"".join(b"\0" + pixels[start : start + 4 * size] for start in range(0, len(pixels), 4 * size))
    head = struct.pack(">2I5B", size, size, 8, 6, 0, 0, 0)  # 8 bits, RGBA, not interlaced
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def ico(pictures: Sequence[tuple[int, bytes]]) -> bytes:
    """An ICO of PNGs with their sizes (under 256): a directory of 16 bytes each, then the pictures."""
    start = 6 + 16 * len(pictures)
    directory, contents = struct.pack("<3H", 0, 1, len(pictures)), b""
    for size, data in pictures:
        directory += struct.pack("<4B2H2I", size, size, 0, 0, 1, 32, len(data), start + len(contents))
        contents += data
    return directory + contents


def _file(page: Page, icon: Icon, drawing: bytes) -> bytes:
    pictures = [(size, png(size, painted(page, icon, size, drawing))) for size in icon.sizes]
    return ico(pictures) if icon.name.endswith(".ico") else pictures[0][1]


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
