"""A running preview for tests: a copy of the program and its theme, which a test may change, with a small site."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.support.sites import NOW, Files, lay, small_site

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60  # seconds; the machine may be busy
MARK = "NEWSROOM_TEST_PREVIEW"  # in the environment of all that a preview starts

START = f"""
import sys
from pathlib import Path
from newsroom.live.preview import preview
sys.exit(preview(Path("content"), Path("output"), int(sys.argv[1]), {NOW!r}))
"""


def copy_program(folder: Path, given: Files | None = None) -> Path:
    """What builds a site, without what it has cached, and `given` (or a small site) as its content."""
    shutil.copytree(ROOT / "plugins", folder / "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "theme", folder / "theme")
    for name in ("pelicanconf.py", "package.json", "package-lock.json"):
        shutil.copy(ROOT / name, folder)
    lay(folder / "content", given if given is not None else small_site())
    return folder


class Preview(NamedTuple):
    """`address` ends with a slash; what the preview says on stderr goes to `log`."""

    tree: Path
    address: str
    process: subprocess.Popen[str]
    log: Path
    mark: str

    @property
    def port(self) -> int:
        return int(self.address.rstrip("/").rpartition(":")[2])

    def save(self, name: str, text: str) -> None:
        """A file of the tree, as an editor's program saves it: a new file in place of the old one."""
        draft = self.tree / f"{name}~"
        draft.write_text(text, encoding="utf-8")
        draft.replace(self.tree / name)

    def change(self, name: str, old: str, new: str) -> None:
        """Replaces text, which is there, in a file of the tree."""
        text = (self.tree / name).read_text(encoding="utf-8")
        assert old in text
        self.save(name, text.replace(old, new))

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def stop(self, number: int = signal.SIGINT) -> int:
        """Its exit code after Ctrl-C, or another signal to the whole group, as a terminal sends it."""
        os.killpg(self.process.pid, number)
        return self.process.wait(PATIENCE)

    def processes(self) -> list[int]:
        """All that it started and that still runs, itself included."""
        found = []
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit() and self._is_ours(entry):
                found.append(int(entry.name))
        return found

    def _is_ours(self, entry: Path) -> bool:
        try:
            return f"{MARK}={self.mark}".encode() in (entry / "environ").read_bytes().split(b"\0")
        except OSError:  # gone, or another user's
            return False


@contextmanager
def previewed(tree: Path, port: int = 0) -> Iterator[Preview]:
    """A preview of the tree, once it has said where it is."""
    mark, log = uuid.uuid4().hex, tree / "said.log"
    with log.open("w", encoding="utf-8") as said:
        process = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-c", START, str(port)],
            cwd=tree,
            env={**os.environ, "PYTHONPATH": str(tree / "plugins"), MARK: mark},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=said,
            encoding="utf-8",
            start_new_session=True,
        )
    assert process.stdout
    address = process.stdout.readline().strip()
    running = Preview(tree, address, process, log, mark)
    try:
        assert address.startswith("http://127.0.0.1:"), running.said()
        yield running
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
        wait_for(lambda: not running.processes())  # the worker sees that its server is gone


def wait_for(happened: Callable[[], object]) -> None:
    """Back as soon as it has happened; a failure when it does not."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)
