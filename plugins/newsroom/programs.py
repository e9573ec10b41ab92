"""The programs that some tests need and that pip can't bring: found on this machine, or installed through apt."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from messages import setup_texts
from newsroom.setup_steps import say

SYSTEM_FOLDER = "/usr/sbin"
"""Where Debian puts servers, and where the PATH of a user who isn't root doesn't lead."""


@dataclass(frozen=True)
class Program:
    """`mark` is pytest's mark of the tests that need it; `packages` are Debian's; `service` is what apt would start."""

    mark: str
    names: tuple[str, ...]
    packages: tuple[str, ...]
    service: str = ""

    def find(self) -> str | None:
        """Its path, under any of its names."""
        places = (place for name in self.names for place in (shutil.which(name), _in_system_folder(name)))
        return next((place for place in places if place), None)


CHROMIUM = Program(
    "browser",
    ("chromium", "chromium-browser", "google-chrome"),
    ("chromium", "fonts-noto-core", "libatomic1"),
)
"""With what a bare image lacks: typefaces, without which no letter is drawn, and a library of playwright's own Node."""

NGINX = Program("nginx", ("nginx",), ("nginx-light",), service="nginx")

NEEDED = (CHROMIUM, NGINX)


def install_command(programs: Sequence[Program]) -> str:
    """What a user without the right to install is asked to run."""
    packages = " ".join(_packages(programs))
    return f"sudo apt-get update && sudo apt-get install -y {packages}"


def install_missing(environ: Mapping[str, str], programs: Sequence[Program] = NEEDED) -> tuple[Program, ...]:
    """Install through apt those that aren't there, as root or with CI=true; the ones that are missing even then."""
    missing = tuple(program for program in programs if not program.find())
    if not missing or not (is_root() or is_ci(environ)) or not shutil.which("apt-get"):
        return missing
    packages = _packages(missing)
    say(setup_texts.INSTALLING_PROGRAMS.format(packages=" ".join(packages)))
    quiet = {**environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        if _run([*_as_root(), "apt-get", *arguments], quiet):
            break  # apt said why on stderr
    _stop_services(missing, quiet)
    return tuple(program for program in missing if not program.find())


def is_root() -> bool:
    """Whether this process may install packages by itself; Windows has no such user."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def is_ci(environ: Mapping[str, str]) -> bool:
    """Whether nobody is there to install what is missing."""
    return environ.get("CI", "").lower() == "true"


def _packages(programs: Sequence[Program]) -> list[str]:
    return [package for program in programs for package in program.packages]


def _in_system_folder(name: str) -> str | None:
    return shutil.which(name, path=SYSTEM_FOLDER)


def _stop_services(programs: Sequence[Program], environ: Mapping[str, str]) -> None:
    """A server that came for the tests is not to serve on this machine, now or after its next start."""
    for program in programs:
        if program.service and program.find() and shutil.which("service"):
            _run([*_as_root(), "service", program.service, "stop"], environ)
            _run([*_as_root(), "update-rc.d", program.service, "disable"], environ)


def _run(command: list[str], environ: Mapping[str, str]) -> int:
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, env=environ, check=False).returncode


def _as_root() -> tuple[str, ...]:
    """CI machines that don't run as root let sudo pass without a password."""
    return () if is_root() else ("sudo", "--non-interactive")
