"""Showing a built site to its editor: a small server on 127.0.0.1, for nobody else.

It serves files and the folders' index.html, and nothing else: no listings, no hidden files, nothing outside.
"""

import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from types import FrameType
from typing import Any, BinaryIO, NoReturn

from messages import setup_texts
from newsroom.setup_steps import say

ADDRESS = "127.0.0.1"
PORT = 8000

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/vnd.microsoft.icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
}
"""By extension, and not what this machine's registry of types says: the site looks the same everywhere."""


HASHED = re.compile(r"\.[0-9a-f]{8,}\.[a-z0-9]+$")
"""The end of an address whose bytes never change."""

_CONTROL_CHARACTERS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)))


class SiteHandler(SimpleHTTPRequestHandler):
    """One request for the site in `directory`."""

    protocol_version = "HTTP/1.1"
    timeout = 60
    extensions_map = TYPES

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Refuse what isn't the site's before the base class opens it."""
        if not self.is_of_the_site(self.path):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def is_of_the_site(self, address: str) -> bool:
        """Whether the address leads to something inside the folder, links followed, with no hidden name on the way."""
        if "\0" in self.translate_path(address):
            return False
        folder = Path(self.directory).resolve()
        try:
            below = Path(self.translate_path(address)).resolve().relative_to(folder)
        except (ValueError, OSError, RuntimeError):  # outside; an endless name; links in a circle
            return False
        return not any(part.startswith(".") and part != ".well-known" for part in below.parts)

    def list_directory(self, path: object) -> None:
        """A folder without index.html has no page."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own 404.html where nothing is found; for all else what the base class says."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        self.send_whole(HTTPStatus.NOT_FOUND, *self.missing_page())

    def missing_page(self) -> tuple[bytes, str]:
        """What is shown where nothing is found, and the extension of its type."""
        page = Path(self.directory, "404.html")
        return (page.read_bytes(), ".html") if page.is_file() else (setup_texts.PAGE_NOT_FOUND.encode(), ".txt")

    def send_whole(self, code: HTTPStatus, body: bytes, extension: str) -> None:
        """An answer that is at hand; of a HEAD request its head."""
        self.send_response(code)
        self.send_header("Content-Type", TYPES[extension])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def send_response(self, code: int, message: str | None = None) -> None:
        """Pages never come from the browser's cache: an editor wants to see what was just built.

        What has its hash in its name does, as on the real site: a font with `font-display: optional` shows only then.
        """
        super().send_response(code, message)
        lasting = code == HTTPStatus.OK and HASHED.search(self.path.partition("?")[0])
        self.send_header("Cache-Control", "max-age=31536000, immutable" if lasting else "no-store")

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Only what is missing is worth a line."""
        if code == HTTPStatus.NOT_FOUND:
            say(setup_texts.NOT_FOUND.format(address=self.path.translate(_CONTROL_CHARACTERS)))

    def log_message(self, form: str, *args: object) -> None:
        """The base class's chatter, in English: left out."""


class SiteServer(ThreadingHTTPServer):
    """A request a thread; those still running don't keep the program from ending."""

    daemon_threads = True
    allow_reuse_address = os.name == "posix"
    """On Windows the option would let two servers share one port."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader that went away in the middle is no news; anything else is shown as the base class does."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


def open_server(folder: Path, port: int, handler: Callable[..., SiteHandler] = SiteHandler) -> SiteServer:
    """A server for `folder`, bound and not yet running; at a free port where `port` can't be had."""
    handling = partial(handler, directory=str(folder))
    try:
        return SiteServer((ADDRESS, port), handling)
    except OSError:
        server = SiteServer((ADDRESS, 0), handling)
        say(setup_texts.PORT_TAKEN.format(wanted=port, port=server.server_port))
        return server


def serve(
    folder: Path, port: int, announce: Callable[[str], None], handler: Callable[..., SiteHandler] = SiteHandler
) -> None:
    """Serve until Ctrl-C or SIGTERM. `announce` gets the address when the port is bound: requests wait from then on."""
    with until_stopped(), open_server(folder, port, handler) as server:
        announce(f"http://{ADDRESS}:{server.server_port}/")
        server.serve_forever(poll_interval=0.2)


@contextmanager
def until_stopped() -> Iterator[None]:
    """Ctrl-C and SIGTERM end what stands in this block, well; a second one doesn't disturb the clearing up."""
    numbers = (signal.SIGINT, signal.SIGTERM)

    def stop(number: int, frame: FrameType | None) -> NoReturn:
        for each in numbers:
            signal.signal(each, signal.SIG_IGN)
        raise KeyboardInterrupt

    before = [signal.signal(number, stop) for number in numbers]
    try:
        with suppress(KeyboardInterrupt):
            yield
    finally:
        for number, old in zip(numbers, before, strict=True):
            signal.signal(number, old)
