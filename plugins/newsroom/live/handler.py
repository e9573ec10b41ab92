"""The plain server, with the preview's script in every page and the addresses that the script asks."""

from __future__ import annotations

import select
from collections.abc import Callable, Mapping
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import parse_qs

import msgspec

from messages import setup_texts
from newsroom.live.pages import OWN, Look, look, with_script
from newsroom.live.state import RETRY, State
from newsroom.serve import SiteHandler

BROWSER = Path(__file__).parent / "browser"
FILES = ("page.js", "stream.js", "panel.css")
EXTENSION = ".html"
LOOK = 1.0  # seconds after which it is looked whether a reader has gone


class LiveHandler(SiteHandler):
    """One request for the site as it was built last; `state` is what open pages are told."""

    def __init__(self, *arguments: Any, state: State, **more: Any) -> None:
        self._state = state
        super().__init__(*arguments, **more)

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Pages with the script, the preview's own addresses, and all else as the plain server does."""
        place, _, query = self.path.partition("?")
        if place.startswith(OWN):
            self._send_own(place.removeprefix(OWN), parse_qs(query))
            return None
        page = self._page_at(place)
        if page is None:
            return super().send_head()
        self.send_whole(HTTPStatus.OK, with_script(page, self._look(page, place).mark), EXTENSION)
        return None

    def missing_page(self) -> tuple[bytes, str]:
        """The site's 404.html, or where there is no site yet a page of the preview: both wait for better."""
        page = self._missing()
        place = self.path.partition("?")[0]
        return with_script(page, self._look(page, place).mark), EXTENSION

    def _missing(self) -> bytes:
        page, extension = super().missing_page()
        return page if extension == EXTENSION else setup_texts.NO_SITE_YET_PAGE.encode()

    def _page_at(self, address: str) -> bytes | None:
        """The bytes of the page there; None where there is no page, or a redirect to where it is."""
        file = self._file_at(address)
        if file.is_dir():
            file /= "index.html"
            if not address.endswith("/"):
                return None
        elif address.endswith("/"):
            return None
        if file.suffix != EXTENSION or not self.is_of_the_site(address):
            return None
        try:
            return file.read_bytes()
        except OSError:  # no file, or taken away just now
            return None

    def _file_at(self, address: str) -> Path:
        return Path(self.translate_path(address))

    def _look(self, page: bytes, address: str) -> Look:
        return look(page, address, self._file_at)

    def _send_own(self, name: str, query: Mapping[str, list[str]]) -> None:
        asked: dict[str, Callable[[], None]] = {
            "events": self._send_events,
            "change": lambda: self._send_change(query.get("page", [""])[0], query.get("mark", [""])[0]),
        }
        if name in FILES:
            file = BROWSER / name
            self.send_whole(HTTPStatus.OK, file.read_bytes(), file.suffix)
        elif name in asked and self.command == "GET":
            asked[name]()
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _send_change(self, address: str, mark: str) -> None:
        """What a page that was sent with `mark` has to do to look as it does now."""
        page = self._page_at(address)
        now = self._look(page if page is not None else self._missing(), address)
        answer = {"mark": now.mark, "change": now.change_since(mark), "styles": now.styles}
        self.send_whole(HTTPStatus.OK, msgspec.json.encode(answer), ".json")

    def _send_events(self) -> None:
        """How each build ends, the last one first, for as long as the reader stays."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(f"retry: {RETRY}\n\n".encode())
        known = 0
        while not self._has_gone():
            number, message = self._state.after(known, LOOK)
            if number > known:
                self.wfile.write(message)
                known = number

    def _has_gone(self) -> bool:
        """A reader of events has nothing more to say: what comes is the end."""
        return bool(select.select([self.connection], [], [], 0)[0])
