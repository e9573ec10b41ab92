"""The one-file server that goes with a built site to a reviewer: alone in a folder, as it was downloaded."""

import ast
import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newsroom import serve, site_viewer

SOURCE = Path(site_viewer.__file__)
PAGES = {
    "index.html": "trang đầu",
    "404.html": "không có trang này",
    "tin/index.html": "tin",
    "empty/a.svg": "<svg/>",
    "assets/font.woff2": "x",
    "feed.xml": "<feed/>",
}


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """The folder that a reviewer unpacked: the script and `trang`, with a link that leads out, and a file beside."""
    folder = tmp_path / "gói tải về"
    for name, text in PAGES.items():
        file = folder / site_viewer.FOLDER / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (folder / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / site_viewer.FOLDER / "way-out").symlink_to(folder, target_is_directory=True)
    shutil.copy(SOURCE, folder / "xem-trang.py")
    return folder


def start(folder: Path, *arguments: str, **environ: str) -> subprocess.Popen[str]:
    """The script as a reviewer starts it, from a folder elsewhere, with no site packages and a console of ASCII."""
    return subprocess.Popen(
        [sys.executable, "-I", "-S", str(folder / "xem-trang.py"), *arguments],
        cwd=folder.parent,
        env={**os.environ, "LC_ALL": "C", **environ},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


@contextmanager
def running(folder: Path, *arguments: str, **environ: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The script and the address that it printed."""
    process = start(folder, *arguments, **environ)
    try:
        assert process.stdout
        line = process.stdout.readline()
        assert line.startswith("Đang mở trang tại http://127.0.0.1:"), (line, process.communicate(timeout=10))
        yield process, line.split()[-1]
    finally:
        process.kill()
        process.communicate(timeout=10)


def get(address: str) -> tuple[int, str, str]:
    """Status, type and text."""
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers["Content-Type"], error.read().decode()


def test_the_site_beside_it_is_served(unpacked: Path) -> None:
    """Pages, folders, the site's own page for what is missing, with the types that a browser needs."""
    with running(unpacked, "--no-browser") as (_, address):
        assert get(address) == (200, "text/html; charset=utf-8", "trang đầu")
        assert get(address + "tin/")[2] == "tin"
        assert get(address + "nothing/") == (404, "text/html; charset=utf-8", "không có trang này")
        assert get(address + "empty/")[0] == 404
        assert get(address + "assets/font.woff2")[1] == "font/woff2"
        assert get(address + "feed.xml")[1] == "application/xml; charset=utf-8"


@pytest.mark.parametrize("path", ["../secret.txt", "%2e%2e/secret.txt", "way-out/secret.txt", "a%00b", "x" * 5000])
def test_nothing_from_outside_the_folder_is_served(unpacked: Path, path: str) -> None:
    """Neither by address nor by a link."""
    with running(unpacked, "--no-browser") as (_, address):
        status, _, text = get(address + path)
    assert status == 404 and "secret" not in text


def test_the_browser_is_opened(unpacked: Path, tmp_path: Path) -> None:
    """At the printed address, once the port is bound."""
    told = tmp_path / "told"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{told}.part" && mv "{told}.part" "{told}"\n', encoding="utf-8")
    browser.chmod(0o755)
    with running(unpacked, BROWSER=f"{browser} %s") as (process, address):
        assert process.stdout
        process.stdout.readline()
        get(address)  # answered from within the loop that begins after the browser was called
    assert told.read_text(encoding="utf-8").strip() == address


def test_ctrl_c_ends_it_cleanly(unpacked: Path) -> None:
    """0, and no traceback."""
    with running(unpacked, "--no-browser") as (process, address):
        get(address)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=10)
        assert (process.returncode, err) == (0, "")
        assert out.endswith("Đã dừng.\n")


def test_a_script_without_its_folder_says_to_unpack(tmp_path: Path) -> None:
    """What happens to who opens it inside the downloaded archive."""
    shutil.copy(SOURCE, tmp_path / "xem-trang.py")
    process = start(tmp_path)
    out, err = process.communicate(timeout=10)
    assert (process.returncode, out) == (1, "")
    assert "Không thấy thư mục “trang”" in err and "giải nén" in err and "xem-trang.py" in err


def test_a_port_that_is_taken_is_said(unpacked: Path) -> None:
    """Only where one was asked for; otherwise the machine chooses a free one."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        process = start(unpacked, "--no-browser", "--port", port)
        err = process.communicate(timeout=10)[1]
    assert process.returncode == 1
    assert err.startswith(f"Cổng {port} đang bận")


def test_it_stands_alone() -> None:
    """Old Pythons can read it, and it imports nothing of this project."""
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"), feature_version=(3, 8))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {alias.name for node in imports if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in imports if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} <= set(sys.stdlib_module_names)


def test_its_types_are_those_of_the_preview() -> None:
    """The two lists must not drift apart."""
    assert site_viewer.TYPES.items() <= serve.TYPES.items()
