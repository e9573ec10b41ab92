"""Adapter: Pelican's settings to the options of an edition."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from associations.addresses import LISTS
from associations.edition import Options
from associations.union_name import union_name
from incremental.parallel import cores
from messages import texts
from typeface.cache import heading_font
from vietnamese.dates import parse_date_time

TAKEN_OVER = ("STATIC_PATHS", "THEME_STATIC_PATHS")
# What a published build can stand below: a host and a path of plain parts, none of which begins with a dot.
LABEL = "[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*"
SITE_ADDRESS = re.compile(
    rf"https?://{LABEL}(?:\.{LABEL})*(?::(?P<port>[1-9][0-9]{{0,4}}))?(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?"
)
HIGHEST_PORT = 65535
KEPT = "ASSOCIATIONS_{}"  # where a setting lies that we take over from Pelican's StaticGenerator


class Misuse(Exception):
    """The command or its settings, not the content, are wrong."""

    exitcode = 2  # Pelican exits with it


def take_over(settings: dict[str, Any]) -> None:
    """Makes static files ours, in the build's one transaction, and the site's name the union's."""
    for name in TAKEN_OVER:
        settings[KEPT.format(name)] = list(settings[name])
        settings[name] = []
    settings["SITENAME"] = union_name(Path(settings["PATH"])) or settings["SITENAME"]


def options(settings: dict[str, Any]) -> Options:
    """The options of an edition; raises Misuse for a NOW that is no moment, an address pattern that carries no list, or
    a published build that does not know where it will stand. Reads the clock once, without NOW."""
    _refuse_patterns(settings)
    theme = Path(settings["THEME"])
    publish = bool(settings.get("PUBLISH"))
    return Options(
        content=Path(settings["PATH"]),
        templates=(*map(Path, settings["THEME_TEMPLATES_OVERRIDES"]), theme / "templates"),
        theme_static=tuple(theme / path for path in settings[KEPT.format("THEME_STATIC_PATHS")]),
        theme_static_dir=str(settings["THEME_STATIC_DIR"]).strip("/"),
        static_paths=tuple(path.strip("/") for path in settings[KEPT.format("STATIC_PATHS")]),
        settings=settings,
        filters=settings["JINJA_FILTERS"],
        siteurl=_siteurl(str(settings["SITEURL"] or ""), publish),
        language=settings["DEFAULT_LANG"],
        now=moment(settings.get("NOW"), settings["TIMEZONE"]),
        publish=publish,
        strict=bool(settings.get("STRICT")),
        jobs=int(settings.get("JOBS") or cores()),
        font=heading_font(),
    )


def _siteurl(given: str, publish: bool) -> str:
    """SITEURL, which a published build cannot do without: feeds and sitemaps carry it."""
    if publish and not given:
        raise Misuse(texts.SITEURL_NEEDED)
    match = SITE_ADDRESS.fullmatch(given)
    if publish and (not match or int(match["port"] or 0) > HIGHEST_PORT):
        raise Misuse(texts.BAD_SITEURL.format(value=given))
    return given


def _refuse_patterns(settings: dict[str, Any]) -> None:
    """Numbered pages and feeds stand below the address of a list, which therefore is a folder's."""
    wrong = [f'{name} = "{settings[name]}"' for name in LISTS if not f"/{settings[name]}".endswith("/")]
    if wrong:
        raise Misuse(texts.NOT_A_FOLDER.format(settings=", ".join(wrong)))


def refuse_overlap(content: Path, output: Path) -> None:
    """Raises Misuse where one folder lies in the other: a build would read what it wrote, or remove what it read."""
    read, written = content.resolve(), output.resolve()
    if read.is_relative_to(written) or written.is_relative_to(read):
        raise Misuse(texts.OVERLAP.format(content=content, output=output))


def refuse_cache_inside(cache: str, output: Path) -> None:
    """Raises Misuse where the cache would lie in the output, from which a build removes what it did not make."""
    if cache and Path(cache).resolve().is_relative_to(output.resolve()):
        raise Misuse(texts.CACHE_INSIDE.format(cache=cache, output=output))


def moment(given: str | None, zone: str) -> datetime:
    """The moment of the build as local time of `zone`: NOW, which may carry an offset, or the clock's.

    Raises Misuse where NOW is no moment.
    """
    if not given:
        return datetime.now(ZoneInfo(zone)).replace(tzinfo=None)
    local = parse_date_time(given)
    if local:
        return local
    try:
        return datetime.fromisoformat(given).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    except ValueError as error:
        raise Misuse(texts.BAD_NOW.format(value=given)) from error
