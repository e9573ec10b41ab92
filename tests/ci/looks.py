"""What a pipeline's job has to have made, in the copy of the work tree in which it ran."""

import re
import subprocess
import sys
import urllib.request
from pathlib import Path

SITE = "https://lien-hiep.example/trang-tin"
"""The site's address that the tests give, where GitHub and GitLab give theirs."""


def report(tree: Path, end: subprocess.CompletedProcess[str]) -> None:
    """Sound content: warnings at the most."""
    assert end.returncode == 0, end.stderr
    assert not [line for line in end.stdout.splitlines() if line.startswith("::error")]


def site(tree: Path, end: subprocess.CompletedProcess[str]) -> None:
    """The script and its folder side by side, nothing else; started, it shows the site."""
    assert end.returncode == 0, end.stderr
    assert {path.name for path in (tree / "site").iterdir()} == {"xem-trang.py", "trang"}
    command = [sys.executable, "-I", str(tree / "site" / "xem-trang.py"), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as viewer:
        try:
            assert viewer.stdout
            address = viewer.stdout.readline().split()[-1]
            home = _get(address)
            sheets = re.findall(r'<link rel="stylesheet" href="/([^"]+)"', home)
            assert home == (tree / "site" / "trang" / "index.html").read_text(encoding="utf-8")
            assert sheets and all(_get(address + sheet) for sheet in sheets)
        finally:
            viewer.kill()


def published(tree: Path, end: subprocess.CompletedProcess[str]) -> None:
    """In `public`, for the address that Pages gave: every address of a page carries its path."""
    assert end.returncode == 0, end.stderr
    home = (tree / "public" / "index.html").read_text(encoding="utf-8")
    own = re.findall(r'(?:href|src)="(/[^"]*|https?://[^"]*)"', home)
    inside = [address for address in own if address.startswith(("/", SITE))]
    assert inside and all(address.startswith(("/trang-tin/", f"{SITE}/")) for address in inside)
    assert (tree / "public" / "404.html").is_file()
    hidden = {path.name for path in (tree / "public").rglob(".*")}
    assert hidden <= {".built-site"}


def _get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        text: str = answer.read().decode()
        return text
