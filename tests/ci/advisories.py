"""A stand-in for npm's list of known weaknesses, on this machine."""

import gzip
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@contextmanager
def advisories(advice: Mapping[str, object]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Answers every question with `advice`, by package; yields its address and the list of what it was asked."""
    asked: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append(json.loads(gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body))
            answer = json.dumps(advice).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def do_GET(self) -> None:
            """npm asks for a package's other versions, to recommend one: there are none."""
            self.send_error(404)

        def log_message(self, format: str, *args: object) -> None:
            """Nobody looks."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/", asked
        finally:
            server.shutdown()
            thread.join()
