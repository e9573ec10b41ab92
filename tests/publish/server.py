"""Debian's nginx as a process of the tests: docs/nginx/newsroom.conf as it stands, on a free port of 127.0.0.1."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPResponse
from pathlib import Path
from typing import NamedTuple

from newsroom.build import ROOT
from newsroom.programs import NGINX, is_root

FOLDER = ROOT / "docs" / "nginx"
SCRIPT = FOLDER / "publish.sh"
CONFIGURATION = FOLDER / "newsroom.conf"
TARGET = "/srv/trang-tin"  # the folder that the configuration names
PATIENCE = 20  # seconds

# What Debian's own nginx.conf sets around a site, with places that any user may write to.
WRAPPER = """
daemon off;
{user}
worker_processes 1;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {folder}/temporary;
    proxy_temp_path {folder}/temporary;
    fastcgi_temp_path {folder}/temporary;
    uwsgi_temp_path {folder}/temporary;
    scgi_temp_path {folder}/temporary;
    sendfile on;
    tcp_nopush on;
    types_hash_max_size 2048;
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    gzip on;
    {site}
}}
"""


class Server(NamedTuple):
    """A running nginx: `address` without the closing slash; what it writes lies in `folder`."""

    address: str
    port: int
    folder: Path
    process: subprocess.Popen[bytes]

    def reload(self) -> None:
        """Read the configuration anew, as `systemctl reload nginx` does; the old workers answer a moment longer."""
        self.process.send_signal(signal.SIGHUP)

    def ask(self, target: bytes | str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """The answer to a request for exactly that target, which no client has tidied up: status, headers (lower
        case), body."""
        line = target if isinstance(target, bytes) else target.encode()
        lines = [f"{name.replace('_', '-')}: {value}".encode() for name, value in headers.items()]
        request = [method.encode() + b" " + line + b" HTTP/1.1", b"Host: test", *lines, b"Connection: close", b"", b""]
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as connection:
            connection.sendall(b"\r\n".join(request))
            answer = HTTPResponse(connection, method=method)
            answer.begin()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


def configuration(target: Path, port: int) -> str:
    """The configuration for a site below `target`; nothing but the place and the port is another."""
    text = CONFIGURATION.read_text(encoding="utf-8")
    for line in (TARGET, "listen 80;", "listen [::]:80;"):
        assert line in text
    return (
        text.replace(TARGET, str(target))
        .replace("listen 80;", f"listen 127.0.0.1:{port};")
        .replace("    listen [::]:80;\n", "")
    )


@contextmanager
def nginx(folder: Path, target: Path, more: str = "", changes: tuple[tuple[str, str], ...] = ()) -> Iterator[Server]:
    """A server of the site that publish.sh laid below `target`. Its own files go to `folder`; `more` is put behind
    the site's configuration, in which `changes` are made."""
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    site = configuration(target, port)
    for old, new in changes:
        assert old in site
        site = site.replace(old, new)
    user = "user root;" if is_root() else ""  # workers of another user could not enter pytest's folders
    wrapper = folder / "nginx.conf"
    wrapper.write_text(WRAPPER.format(folder=folder, user=user, site=f"{site}\n{more}"), encoding="utf-8")
    process = subprocess.Popen(
        [_executable(), "-c", str(wrapper), "-p", str(folder)], stderr=(folder / "start.log").open("wb")
    )
    try:
        wait_for(lambda: _listens(process, folder))
        yield Server(f"http://127.0.0.1:{port}", port, folder, process)
    finally:
        process.terminate()
        process.wait(PATIENCE)


def check(wrapper: Path) -> subprocess.CompletedProcess[str]:
    """What `nginx -t` says to a configuration of the whole server."""
    command = [_executable(), "-t", "-c", str(wrapper)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def publish(built: Path, target: Path, siteurl: str) -> subprocess.CompletedProcess[str]:
    """docs/nginx/publish.sh as the guide calls it."""
    command = ["/bin/sh", str(SCRIPT), str(built), str(target)]
    environment = {**os.environ, "SITEURL": siteurl}
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)


def wait_for(happened: Callable[[], bool]) -> None:
    """Back as soon as it has happened; a failure when it does not."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def _executable() -> str:
    found = NGINX.find()
    assert found, "nginx"
    return found


def free_port() -> int:
    """A port of 127.0.0.1 on which nobody listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _listens(process: subprocess.Popen[bytes], folder: Path) -> bool:
    """nginx writes its id down once it has its port; to ask the port might reach another server."""
    pid = folder / "pid"
    assert process.poll() is None, (folder / "start.log").read_text(errors="replace")
    return pid.exists() and pid.read_text().strip() == str(process.pid)
