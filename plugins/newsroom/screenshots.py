"""Pictures of a built site: one page of each type, on phone, tablet and desktop, in light and dark."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from messages import setup_texts
from newsroom import chromium, programs
from newsroom.serve import open_server
from newsroom.setup_lock import SetupProblem
from newsroom.setup_steps import say

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDTHS = (360, 768, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

PATTERNS = {
    "home": "index.html",
    "archive": "tin/index.html",
    "article": "tin/[0-9][0-9][0-9][0-9]/*/index.html",
    "associations": "hoi/index.html",
    "association": "hoi/*/index.html",
    "activities": "linh-vuc/index.html",
    "activity": "linh-vuc/*/index.html",
    "intersection": "hoi/*/*/index.html",
    "matrix": "bang-tong-hop/index.html",
    "documents": "van-ban/index.html",
    "document": "van-ban/*/index.html",
    "page": "*/index.html",
    "404": "404.html",
}
"""Where the pages of each type lie in the built folder."""

NOT_PAGES = {
    "tin", "hoi", "linh-vuc", "bang-tong-hop", "van-ban", "so-lieu", "su-kien", "du-lieu", "bao-cao", "tim-kiem", "mau",
}  # fmt: skip
"""The names at the top of the address table, which the editors' own pages can't have."""


def choose_pages(site: Path) -> dict[str, str]:
    """For each page type that the built site has: the address of its fullest page, the same on every run."""
    chosen = {}
    for kind, pattern in PATTERNS.items():
        files = [file for file in site.glob(pattern) if _fits(kind, file.relative_to(site))]
        if files:
            best = max(files, key=lambda file: (file.stat().st_size, file.as_posix()))
            chosen[kind] = "/" + best.relative_to(site).as_posix().removesuffix("index.html")
    return chosen


def take(site: Path, target: Path) -> list[Path]:
    """Photograph the built folder `site` into `target` as `<type>-<width>-<scheme>.png`; the files, in that order.

    Raises SetupProblem where there is no browser.
    """
    from playwright.sync_api import sync_playwright  # only the test tools bring it

    executable = programs.CHROMIUM.find()
    if not executable:
        command = programs.install_command([programs.CHROMIUM])
        raise SetupProblem(setup_texts.NO_CHROMIUM_FOR_SCREENSHOTS.format(command=command))
    target.mkdir(parents=True, exist_ok=True)
    with _served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(chromium.flags()))
        try:
            return list(_photograph(browser, address, choose_pages(site).items(), target))
        finally:
            browser.close()


def take_and_tell(site: Path, target: Path) -> int:
    """`take`, with a line about it on stderr; exit code 0."""
    taken = take(site, target)
    say(setup_texts.SCREENSHOTS_DONE.format(count=len(taken), folder=target))
    return 0


def _fits(kind: str, file: Path) -> bool:
    """Whether a file that a pattern found is of that type: years and further pages of a list are others."""
    if kind == "page":
        return file.parts[0] not in NOT_PAGES
    if kind in ("article", "association", "activity", "intersection"):
        return not any(part == "trang" or part.isdigit() for part in file.parts[2 if kind == "article" else 1 : -1])
    return True


def _photograph(browser: "Browser", address: str, pages: Iterable[tuple[str, str]], target: Path) -> Iterator[Path]:
    for width in WIDTHS:
        for scheme in SCHEMES:
            context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
            for kind, page_address in pages:
                page = context.new_page()
                page.goto(address + page_address)
                page.reload()  # the heading font shows from the second visit on
                file = target / f"{kind}-{width}-{scheme}.png"
                page.screenshot(path=file, full_page=True)
                page.close()
                yield file
            context.close()


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """The folder on a free port while the body runs; yields the address without the closing slash."""
    with open_server(site, 0) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
