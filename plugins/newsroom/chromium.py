"""The browser for tests and screenshots: Debian's chromium, or what else of its family is on PATH."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping

from messages import setup_texts
from newsroom.setup_steps import say

NAMES = ("chromium", "chromium-browser", "google-chrome")

INSTALL_COMMAND = "sudo apt-get update && sudo apt-get install -y chromium"
"""What a user without the right to install is asked to run."""

FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find() -> str | None:
    """The path of a browser on PATH."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


def flags() -> tuple[str, ...]:
    """How to start it: quiet on the network, and as root, where its sandbox can't work, without one."""
    return (*FLAGS, "--no-sandbox") if is_root() else FLAGS


def find_or_install(environ: Mapping[str, str]) -> str | None:
    """The browser's path; installed through apt first where there is none, as root or with CI=true. None without."""
    found = find()
    if found or not (is_root() or is_ci(environ)) or not shutil.which("apt-get"):
        return found
    say(setup_texts.INSTALLING_CHROMIUM)
    quiet = {**environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
        command = [*_as_root(), "apt-get", *arguments]
        if subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, env=quiet, check=False).returncode:
            break  # apt said why on stderr
    return find()


def is_root() -> bool:
    """Whether this process may install packages by itself; Windows has no such user."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def is_ci(environ: Mapping[str, str]) -> bool:
    """Whether nobody is there to install what is missing."""
    return environ.get("CI", "").lower() == "true"


def _as_root() -> tuple[str, ...]:
    """CI machines that don't run as root let sudo pass without a password."""
    return () if is_root() else ("sudo", "--non-interactive")
