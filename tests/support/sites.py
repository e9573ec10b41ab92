"""Small sites for tests: content from a dict, an edition of it with the project's theme, the output as a dict.

    files = small_site({"news/2022/mot.md": article("Một", "2022-07-01")})
    edition = prepared(tmp_path, files)                  # read, checked, planned; nothing written
    assert reported(edition) == []
    page = pages(edition)["tin/2022/mot/index.html"]     # rendered, in memory
    view = view_of(edition, "/hoi/hoi-mot/")             # what the template gets
    assert build(tmp_path / "content", tmp_path / "out") == 0   # the whole way through Pelican
    assert tree(tmp_path / "out") == {"index.html": b"…", …}

Everything in it is made up.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import msgspec

from associations.edition import Edition, Options, prepare
from associations.output import files
from associations.pelican_settings import options as options_of
from associations.pelican_settings import take_over
from associations.views import View
from newsroom.build import build as build_site
from newsroom.build import settings

ROOT = Path(__file__).resolve().parents[2]
NOW = "2022-09-01T08:00"  # the moment at which the tests' sites are built, unless a test says otherwise
SITEURL = "https://thu.example"  # where the tests' published sites would stand
UNION = "lien-hiep-thu"  # the slug of the made-up union

Files = Mapping[str, str | bytes]


def document(body: str = "", /, **keys: object) -> str:
    """A Markdown file with front matter: values as JSON, which is YAML too. `from_=` gives `from`; None leaves out."""
    lines = [
        f"{key.rstrip('_')}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in keys.items()
        if value is not None
    ]
    return "\n".join(("---", *lines, "---", body, ""))


def union(body: str = "Giới thiệu.", /, **keys: object) -> str:
    """union.md of a made-up province; `keys` add to it or replace."""
    return document(body, **{**_UNION, **keys})


def association(name: str, body: str = "Về hội.", /, **keys: object) -> str:
    """A member's profile: its name is also its short name, unless `keys` say otherwise."""
    return document(body, **{"name": name, "short_name": name, "source": "bịa để thử", **keys})


def activity(name: str, body: str = "Về lĩnh vực.", /, **keys: object) -> str:
    """An activity's profile."""
    return document(body, **{"name": name, **keys})


def article(title: str, date: str, body: str = "Thân bài.", /, **keys: object) -> str:
    """An article; by itself of `hoi-mot` and about `tap-huan`, which `small_site` has."""
    head = {"title": title, "date": date, "summary": f"Tóm tắt {title}."}
    return document(body, **{**head, "associations": ["hoi-mot"], "activities": ["tap-huan"], **keys})


def page(title: str, body: str = "Chữ.", /, **keys: object) -> str:
    """An editor's own page."""
    return document(body, **{"title": title, **keys})


def small_site(more: Files | None = None) -> dict[str, str | bytes]:
    """A sound union with two associations, two activities and no article, and `more` files (or others in place)."""
    return {**_SMALL, **(more or {})}


def lay(folder: Path, given: Files) -> Path:
    """Writes the files below `folder`, which it returns; text as UTF-8 with its line ends as they are."""
    for name, text in given.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return folder


def options(content: Path, **changes: Any) -> Options:
    """The options of an edition: the project's settings and theme, NOW, no heading font. `changes` are fields of
    Options; `now` may be text."""
    if isinstance(changes.get("now"), str):
        changes["now"] = datetime.fromisoformat(changes["now"])
    return msgspec.structs.replace(_options(), content=content, **changes)


def prepared(folder: Path, given: Files, **changes: Any) -> Edition:
    """The edition of `given`, laid as the content folder below `folder` (a second call adds to what is there)."""
    return prepare(options(lay(folder / "content", given), **changes))


def reported(edition: Edition) -> list[str]:
    """Its problems, in short: `news/2022/mot.md:3: associations [unknown-association]`."""
    return [f"{p.source}:{p.line}: {p.field} [{p.rule}]" for p in edition.problems]


def pages(edition: Edition) -> dict[str, bytes]:
    """Every file of the output by its path, rendered and not written; the edition must be sound."""
    assert edition.is_sound, reported(edition)
    made = {path: data.read_bytes() if isinstance(data, Path) else data for path, data in files(edition)}
    assert None not in made.values()  # nothing is remembered
    return {path: data for path, data in made.items() if data is not None}


def view_of(edition: Edition, address: str) -> View:
    """The view of the page at an address; KeyError where there is none."""
    return {planned.address: planned for planned in edition.pages}[address].make(edition.links)


def build(
    content: Path,
    output: Path,
    now: str = NOW,
    strict: bool = False,
    publish: bool = False,
    siteurl: str = SITEURL,
    cache: Path | None = None,
) -> int:
    """The exit code of a whole build through Pelican, in this process, heading font and all. `siteurl` is what the
    environment of a published build says; without a `cache` nothing is remembered."""
    with patch.dict(os.environ, {"SITEURL": siteurl}):
        return build_site(content, output, now, strict, publish, cache)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path with `/`; of a link what it names, behind `->`."""
    return {
        file.relative_to(folder).as_posix(): f"-> {file.readlink()}".encode()
        if file.is_symlink()
        else file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_symlink() or file.is_file()
    }


def stamps(folder: Path) -> dict[str, int]:
    """Everything below a folder, folders too, with when it was last changed (nanoseconds; of a folder 0, since its
    time changes with every temporary file)."""
    return {
        entry.relative_to(folder).as_posix(): 0
        if entry.is_dir() and not entry.is_symlink()
        else entry.lstat().st_mtime_ns
        for entry in sorted(folder.rglob("*"))
    }


@lru_cache
def _options() -> Options:
    read = settings(ROOT / "content", None, NOW, strict=False, publish=False)
    take_over(read)
    return msgspec.structs.replace(options_of(read), font=None)


_UNION: dict[str, object] = {
    "slug": UNION,
    "name": "Liên hiệp các Hội tỉnh Thử",
    "short_name": "Liên hiệp Thử",
    "province": "Thử",
    "source": "bịa để thử",
}
_SMALL: dict[str, str | bytes] = {
    "union.md": union(),
    "associations/hoi-mot.md": association("Hội Một"),
    "associations/hoi-hai.md": association("Hội Hai"),
    "activities/tap-huan.md": activity("Tập huấn"),
    "activities/hoi-thao.md": activity("Hội thảo"),
}
