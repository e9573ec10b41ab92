"""What may come of a damaged post: its page, or problems with file and line; and nothing of it elsewhere."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from pathlib import Path

import msgspec
from bs4 import BeautifulSoup

from associations.edition import Edition, prepare
from tests.fuzz.posts import LAST, MARK, OTHER, PATH, SITE
from tests.hostile.oracle import SITEURL, dangers
from tests.support.sites import lay, options, pages

# Pages on which more than one post stands, and those that lead on.
SHARED = ("home.html", "list.html", "association.html", "atom.xml", "feed.json", "redirect.html", "_redirects")
_FOLDER = tempfile.TemporaryDirectory(prefix="fuzz-")


@cache
def content() -> Path:
    """The site around the post, on the disk; removed when Python ends."""
    return lay(Path(_FOLDER.name) / "content", SITE)


def judge(data: bytes, sound: bool = False) -> list[str]:
    """What is wrong with what the project makes of these bytes; whatever it raises is raised.

    Half of the posts are published, half shown as to editors. `sound`: the post has to have its page.
    """
    (content() / PATH).write_bytes(data)
    publish = len(data) % 2 == 1
    edition = prepare(options(content(), publish=publish, siteurl=SITEURL if publish else ""))
    found = _of_problems(edition, data)
    if not edition.is_sound:
        return [*found, *(str(problem) for problem in edition.problems if sound)]
    return [*found, *_of_pages(edition, sound and not publish)]


def _of_problems(edition: Edition, data: bytes) -> list[str]:
    """Each stands on a line of a file that there is, is one line of text, and says what to do."""
    found = []
    for problem in edition.problems:
        given = data if problem.source == PATH else SITE.get(problem.source, b"")
        lines = re.split(rb"\r\n|\r|\n", given if isinstance(given, bytes) else given.encode())
        if not (problem.source == PATH or problem.source in SITE) or not 1 <= problem.line <= len(lines):
            found.append(f"no such place: {problem}")
        if not (problem.field and problem.message and problem.remedy) or re.search(r"[\n\r\x1b]", problem.message):
            found.append(f"no message: {problem}")
        if MARK in problem.message + problem.remedy:
            found.append(f"another post's text: {problem}")
    return found


def _of_pages(edition: Edition, has_page: bool) -> list[str]:
    looked_at = [page for page in edition.pages if page.origin in (PATH, OTHER, LAST) or page.template in SHARED]
    made = pages(msgspec.structs.replace(edition, pages=tuple(looked_at)))
    own = {page.origin: page.file for page in looked_at if page.origin}
    moved = [page.file for page in looked_at if page.template == "redirect.html"]
    found = dangers({path: data for path, data in made.items() if not path.startswith("assets/")}, moved)
    marked = {path for path, data in made.items() if MARK.encode() in data}
    if not {own[OTHER]} <= marked <= {own[OTHER], *(path for path in made if path.endswith(("atom.xml", "feed.json")))}:
        found.append(f"another post's text in {marked}")
    if _prose(made[own[OTHER]]) != _expected()[0] or _prose(made[own[LAST]]) != _expected()[1]:
        found.append("another post has changed")
    if has_page and PATH not in own:
        found.append("no page")
    return found


def _prose(page: bytes) -> str:
    """The text of an article alone, with the addresses in it."""
    [prose] = BeautifulSoup(page, "html.parser").select("article .prose")
    return re.sub(r'(href|src)="/sub/', r'\1="/', str(prose))


@cache
def _expected() -> tuple[str, str]:
    """The text of the other two posts where there is no third."""
    with tempfile.TemporaryDirectory() as folder:
        edition = prepare(options(lay(Path(folder) / "content", SITE)))
        made = pages(edition)
        own = {page.origin: page.file for page in edition.pages if page.origin}
        return _prose(made[own[OTHER]]), _prose(made[own[LAST]])
