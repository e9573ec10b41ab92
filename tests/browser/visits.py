"""Built sites on local ports, and a reader's look at their pages."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page, Request

from newsroom.serve import SiteHandler, open_server

MEASURES = Path(__file__).parent / "measures"
HEIGHT = 800

KINDS = (
    "home",
    "archive",
    "article",
    "associations",
    "association",
    "activities",
    "activity",
    "intersection",
    "matrix",
    "documents",
    "document",
    "page",
    "404",
)
"""The types of page that `choose_pages` finds in a whole site."""


class Site(NamedTuple):
    """A built site: `address` without the closing slash, `pages` with the path of one page of each kind."""

    address: str
    folder: Path
    pages: dict[str, str]


class Log:
    """What a page asks for (address, status; 0 for no answer) and what it says, since the last `clear`."""

    def __init__(self, page: Page) -> None:
        self.requests: list[tuple[str, int]] = []
        self.console: list[str] = []
        self._begun: set[Request] = set()
        page.on("request", lambda request: self._begun.add(request))
        page.on("response", lambda response: self._note(response.request, response.status))
        page.on("requestfailed", self._failed)
        page.on("console", lambda message: self.console.append(message.text))
        page.on("pageerror", lambda error: self.console.append(str(error)))

    def clear(self) -> None:
        """Forget the page before, what it still waits for included."""
        for part in (self.requests, self.console, self._begun):
            part.clear()

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the next page was asked for while this request was under way
            self._note(request, 0)

    def _note(self, request: Request, status: int) -> None:
        if request in self._begun:
            self.requests.append((request.url, status))


class Visit(NamedTuple):
    """A page that is open, its path on the site and what happened since it was asked for."""

    page: Page
    path: str
    log: Log


class Visitor:
    """One window for each width; a page that is open already is not loaded again."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._windows: dict[int, tuple[Page, Log]] = {}

    def see(self, site: Site, kind: str, width: int) -> Visit:
        """The page of that kind; a test that changes the page sets it back."""
        if width not in self._windows:
            page = self._browser.new_page(viewport={"width": width, "height": HEIGHT})
            self._windows[width] = page, Log(page)
        page, log = self._windows[width]
        path = site.pages[kind]
        if page.url != site.address + path:
            page.goto("about:blank")  # ends what the page before is still waiting for, its icon for one
            log.clear()
            page.goto(site.address + path)
        return Visit(page, path, log)


@contextmanager
def noting_refusals(browser: Browser) -> Iterator[Page]:
    """A window in which each document notes in `refused` what a policy refuses it."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        context.add_init_script(
            "window.refused = [];"
            "addEventListener('securitypolicyviolation', (e) => refused.push(e.violatedDirective + ' ' + e.blockedURI))"
        )
        yield context.new_page()


@cache
def _script(name: str) -> str:
    common, own = (MEASURES / f"{part}.js" for part in ("common", name))
    text = own.read_text(encoding="utf-8").strip().removesuffix(";")
    lines = [line for line in text.splitlines() if not line.startswith("//")]
    return f"(given) => {{ {common.read_text(encoding='utf-8')}\nreturn ({chr(10).join(lines)})(given); }}"


def measure(page: Page, name: str, given: Any = None) -> Any:
    """What `measures/<name>.js` finds on the page."""
    return page.evaluate(_script(name), given)


@contextmanager
def served(folder: Path, headers: dict[str, str] | None = None) -> Iterator[str]:
    """The folder by the project's own server on a free port, with further headers on every answer; its address."""
    server = _with_headers(folder, headers) if headers else open_server(folder, 0)
    with server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def _with_headers(folder: Path, headers: dict[str, str]) -> ThreadingHTTPServer:
    class Handler(SiteHandler):
        def end_headers(self) -> None:
            for name, value in headers.items():
                self.send_header(name, value)
            super().end_headers()

    return ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))


def as_lines(found: list[Any]) -> str:
    """Findings for an assertion's message, a line each."""
    return "\n".join(item if isinstance(item, str) else json.dumps(item, ensure_ascii=False) for item in found)
