"""The process that builds for the preview: a line on its stdin, an outcome as a line of JSON on its stdout.

Everything is imported once. Where there is fork each build runs in a child, so that nothing which a build leaves in
memory reaches the next; elsewhere the process ends after its one build. It ends too when its stdin does, however the
server ended: whatever is being built then is stopped.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import msgspec

from newsroom.live.outcome import Job, Outcome, broken_off, program_fault

ROOT = Path(__file__).resolve().parents[3]
FORKS = hasattr(os, "fork")

Build = Callable[[Job], Outcome]


def main(job: Job, forks: bool) -> None:
    """Answers requests until there are no more, or one of them if it can't fork."""
    for name in ("SIGINT", "SIGHUP"):  # those go to the terminal's whole group; the server ends this process
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    requests, answers = os.fdopen(os.dup(0), "rb", buffering=0), os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # what a build prints goes to the terminal
    build = _imported()
    gc.freeze()  # the collector of a child leaves these objects alone, so that their memory stays shared
    while requests.readline():
        outcome = _in_a_child(build, job, requests, answers) if forks else build(job)
        answers.write(msgspec.json.encode(outcome) + b"\n")
        if not forks:
            return


def _imported() -> Build:
    """The build, or one that tells why its code can't be imported."""
    try:
        from newsroom.live.building import rebuild
    except Exception as error:  # whatever code does that is just being written
        traceback.print_exc()
        outcome = Outcome(1, (program_fault(error, ROOT, Path(sys.prefix)),))
        return lambda job: outcome
    return rebuild


def _in_a_child(build: Build, job: Job, requests: BinaryIO, answers: BinaryIO) -> Outcome:
    from newsroom.live.child import Child  # no other system has what it needs

    with Child(lambda: msgspec.json.encode(build(job)), closing=(requests, answers)) as child:
        said, reason = child.wait(requests)
    return msgspec.json.decode(said, type=Outcome) if said else broken_off(reason)


if __name__ == "__main__":
    main(Job(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] or None), sys.argv[4] == "forks")
