"""The theme's own files: stylesheets joined into one, everything under a name that holds its hash.

What lies in the static folder's `root/` is copied to the site's root as it is.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path, PurePosixPath

import msgspec

from associations.places import Places
from associations.stylesheet import joined
from messages import texts

LAYERS = "css/layers.css"  # names the cascade layers, so it comes first; the order of the others does not matter
FONT_FACE = "css/font-face.css"  # only where the heading font is there
STYLESHEET = "site.css"
SPRITE = "marks.svg"
ROOT = "root/"  # what browsers ask for by name stands in the site's root, under its own name
ICON = "root/icon-512.png"  # a square picture that stands for the site
LEFT_OUT = re.compile(r"\..*|.*~|.*\.(?:map|bak|orig|swp|tmp)|#.*#", re.DOTALL)  # what tools and editors leave
COMMENT = re.compile(rb"<!--.*?-->\s*", re.DOTALL)
SYMBOL = re.compile(r'<symbol\b[^>]*?\bid="([^"]+)"')


class BrokenTheme(Exception):
    """The theme, not the content, is wrong; the text says where."""

    exitcode = 1  # Pelican exits with it


class Assets(msgspec.Struct, frozen=True):
    """`files` by path in the output; `urls` by the name that theme and templates use."""

    files: dict[str, bytes]
    urls: dict[str, str]
    marks: tuple[str, ...]  # the symbols of the sprite
    folder: str = ""  # where all but those of `root/` stand


def collect(folders: list[Path], target: str, href: Callable[[str], str], font: tuple[Path, Path] | None) -> Assets:
    """The files of the theme's static `folders`, to stand below `target`.

    `font` is the heading font with its licence; without it the stylesheet names none. Raises BrokenTheme where a
    stylesheet refers to a file that the theme does not have.
    """
    given = {name: _content(file) for folder in folders for name, file in _walk(folder)}
    if font:
        given |= {file.name: file.read_bytes() for file in font}
    sheets = sorted(
        (n for n in given if n.endswith(".css") and (font or n != FONT_FACE)), key=lambda n: (n != LAYERS, n)
    )
    named = {n: _hashed(n, data) for n, data in given.items() if not n.endswith(".css") and not n.startswith(ROOT)}
    address = partial(_beside, named)
    css = joined([(name, given[name].decode("utf-8")) for name in sheets], address).encode("utf-8")
    named[STYLESHEET] = _hashed(STYLESHEET, css)
    contents = {**given, STYLESHEET: css}
    places = {name: f"{target}/{path}" for name, path in named.items()}
    places |= {name: name.removeprefix(ROOT) for name in given if name.startswith(ROOT)}
    return Assets(
        files={place: contents[name] for name, place in places.items()},
        urls={name: href(f"/{place}") for name, place in places.items()},
        marks=tuple(SYMBOL.findall(given.get(SPRITE, b"").decode("utf-8"))),
        folder=target,
    )


def refuse_twins(assets: Assets, places: Places) -> None:
    """Raises BrokenTheme where a theme file is in the way of another file of the output; `places` are those of all but
    the theme's."""
    for path in assets.files:
        other = places.in_the_way(path)
        if other:
            raise BrokenTheme(texts.TWIN.format(file=path, other=other))


def _walk(folder: Path) -> list[tuple[str, Path]]:
    files = sorted(file for file in folder.rglob("*") if file.is_file() and not LEFT_OUT.fullmatch(file.name))
    return [(file.relative_to(folder).as_posix(), file) for file in files]


def _content(file: Path) -> bytes:
    """The bytes of a theme file; of a drawing without its comments, which every reader would load."""
    data = file.read_bytes()
    return COMMENT.sub(b"", data) if file.suffix == ".svg" else data


def _hashed(name: str, data: bytes) -> str:
    """`marks.svg` → `marks.1a2b3c4d5e.svg`; folders stay."""
    path = PurePosixPath(name)
    digest = hashlib.sha256(data).hexdigest()[:10]
    return str(path.with_name(f"{path.stem}.{digest}{path.suffix}"))


def _beside(named: Mapping[str, str], sheet: str, target: str) -> str:
    """The address of a theme file as the joined sheet, which lies beside it, names it; parts and data: stay."""
    name, hash_, part = target.partition("#")
    if not name or name.startswith("data:"):
        return target
    if name not in named:
        raise BrokenTheme(f"{sheet}: url({target})")
    return f"{named[name]}{hash_}{part}"
