"""Where the heading font lies once it was made. A build only looks here; it never fetches."""

import hashlib
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RECIPE = ("make.py", "subset.py")
FONT_NAME = "piazzolla.woff2"
LICENCE_NAME = "piazzolla-OFL.txt"


def heading_font(root: Path = ROOT) -> tuple[Path, Path] | None:
    """The font file and its licence from the cache of the work tree at `root`; None where it was not fetched yet.

    The folder's name stands for everything the bytes follow from, so the same path always holds the same font.
    """
    folder = folder_of(root)
    font, licence = folder / FONT_NAME, folder / LICENCE_NAME
    return (font, licence) if font.is_file() and licence.is_file() else None


def folder_of(root: Path) -> Path:
    """Where the font made from this lock, by this recipe and these libraries, lies."""
    digest = hashlib.sha256((root / "package-lock.json").read_bytes())
    for recipe in RECIPE:
        digest.update(Path(__file__).with_name(recipe).read_bytes())
    digest.update(f"{version('fonttools')} {version('brotli')}".encode())
    return root / ".cache" / "font" / digest.hexdigest()[:16]
