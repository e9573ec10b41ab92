"""The server's side of the worker process: started, asked, started over when code changes, ended."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

import msgspec

from messages import setup_texts
from newsroom.live.outcome import Job, Outcome, broken_off

PLUGINS = Path(__file__).resolve().parents[2]
FORKS = hasattr(os, "fork")
PATIENCE = 10.0  # seconds that the worker gets to end; it gives its build a little less


class Builder:
    """Builds `job` in a process of its own. `rebuild` is for one thread, `close` for any."""

    def __init__(self, job: Job, forks: bool = FORKS) -> None:
        self._job, self._forks = job, forks
        self._closed = False
        self._lock = threading.Lock()
        self._starts = 0
        self._worker = self._started()

    def rebuild(self, changed: Collection[str] = ()) -> Outcome:
        """One build, with the code as it is now: it is read anew where something below plugins/ has `changed`."""
        if any(Path(path).is_relative_to(PLUGINS) for path in changed):
            self._start_over()
        answer = self._asked() or self._asked_again()
        if not self._forks:
            self._start_over()  # the worker has ended; the next imports everything before it is needed
        return answer

    def close(self) -> None:
        """Ends the worker and what it is building; nothing is started from then on."""
        with self._lock:
            self._closed = True
            _end(self._worker, kindly=self._forks)

    def _asked(self) -> Outcome | None:
        """What the worker answers; None where it was gone before it was asked."""
        worker = self._worker
        assert worker.stdin and worker.stdout
        try:
            worker.stdin.write(b"build\n")
            worker.stdin.flush()
        except OSError:
            return None
        answer = worker.stdout.readline()
        return msgspec.json.decode(answer, type=Outcome) if answer.endswith(b"\n") else self._died()

    def _asked_again(self) -> Outcome:
        self._start_over()
        return self._asked() or self._died()

    def _died(self) -> Outcome:
        code = self._worker.wait()
        self._start_over()
        return broken_off(setup_texts.WORKER_DIED.format(code=code))

    def _start_over(self) -> None:
        with self._lock:
            if not self._closed:
                _end(self._worker, kindly=self._forks)
                self._worker = self._started()

    def _started(self) -> subprocess.Popen[bytes]:
        """-P keeps modules that lie where the user stands out of the way; the first worker alone leaves compiled code
        behind, since two saves in one second could share it."""
        self._starts += 1
        flags = ["-X", "utf8", "-P", *(["-B"] if self._starts > 1 else [])]
        job = [str(self._job.content), str(self._job.site), self._job.now or "", "forks" if self._forks else "once"]
        return subprocess.Popen(
            [sys.executable, *flags, "-m", "newsroom.live.worker", *job],
            env={**os.environ, "PYTHONPATH": str(PLUGINS)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )


def _end(worker: subprocess.Popen[bytes], kindly: bool) -> None:
    """`kindly`: the end of its stdin tells the worker, which then ends what it has begun."""
    assert worker.stdin and worker.stdout
    with suppress(OSError):  # it is gone already
        worker.stdin.close()
    if not kindly:
        worker.terminate()
    try:
        worker.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        worker.kill()
        worker.wait()
