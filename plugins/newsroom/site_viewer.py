"""Mở trang tin đã dựng để xem trên máy này: nhấp đúp vào tệp, hoặc chạy `python3 xem-trang.py`.

This one file goes with a built site to a reviewer, as `xem-trang.py` beside the folder `trang`. So it stands alone:
standard library only, any Python from 3.8 on, and its few sentences stand here and not in the catalogue.
"""

from __future__ import annotations

import argparse
import os
import sys
import webbrowser
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import BinaryIO

FOLDER = "trang"
ADDRESS = "127.0.0.1"

NO_FOLDER = (
    "Không thấy thư mục “{folder}” có tệp index.html bên cạnh {script}.\n"
    "Hãy giải nén cả gói vừa tải về vào một thư mục, rồi mở lại tệp này ở đó."
)
OPEN = "Đang mở trang tại {address}\nNếu trình duyệt không tự mở, hãy chép địa chỉ này vào. Nhấn Ctrl-C để dừng."
PORT_TAKEN = "Cổng {port} đang bận; hãy chọn cổng khác, hoặc bỏ --port để máy tự chọn."
STOPPED = "Đã dừng."
PRESS_ENTER = "Nhấn Enter để đóng. "

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
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
ALL_TYPES = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}


class Handler(SimpleHTTPRequestHandler):
    """Files of the folder, a folder's index.html, the site's own 404.html; no listings and nothing from outside."""

    extensions_map = ALL_TYPES

    def send_head(self) -> BytesIO | BinaryIO | None:
        """What a link in the folder leads out to is not the site's."""
        folder = Path(self.directory).resolve()
        try:
            Path(self.translate_path(self.path)).resolve().relative_to(folder)
        except (ValueError, OSError, RuntimeError):  # outside, or a NUL; an endless name; links in a circle
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def list_directory(self, path: object) -> None:
        """A folder without index.html has no page."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page where nothing is found."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        """Pages never come from the browser's cache: two artifacts may be looked at on one port, one after the other.

        Fonts may: with `font-display: optional` they show only from there.
        """
        if self.path.partition("?")[0].endswith(("/", ".html")):
            self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """The reviewer looks at the browser."""


def main() -> int:
    """Serve the folder beside this file on this machine only, until Ctrl-C; 1 where there is nothing to serve."""
    arguments = _parser().parse_args()
    here = Path(__file__).resolve()
    folder = here.parent / FOLDER
    if not (folder / "index.html").is_file():
        return _fail(NO_FOLDER.format(folder=FOLDER, script=here.name))
    try:
        server = ThreadingHTTPServer((ADDRESS, arguments.port), partial(Handler, directory=str(folder)))
    except OSError:
        return _fail(PORT_TAKEN.format(port=arguments.port))
    with server:
        address = f"http://{ADDRESS}:{server.server_address[1]}/"
        print(OPEN.format(address=address), flush=True)
        if not arguments.no_browser:
            webbrowser.open(address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print(STOPPED)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Mở trang tin đã dựng để xem trên máy này.", add_help=False)
    parser.add_argument("-h", "--help", action="help", help="hiện phần trợ giúp này rồi thoát")
    parser.add_argument("--port", type=int, default=0, metavar="SỐ", help="số cổng (mặc định: máy tự chọn)")
    parser.add_argument("--no-browser", action="store_true", help="không mở trình duyệt")
    return parser


def _fail(text: str) -> int:
    """Say it; a window that a double click opened would close before anybody could read it."""
    print(text, file=sys.stderr, flush=True)
    if os.name == "nt" and sys.stdin and sys.stdin.isatty():
        input(PRESS_ENTER)
    return 1


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a console's encoding may be anything; pythonw has none at all
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main())
