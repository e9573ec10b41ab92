"""How the set-up runs other programs and speaks to the user. Standard library only."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from messages import setup_texts
from newsroom.setup_lock import SetupProblem


def say(text: str) -> None:
    """A line of progress or of bad news, on stderr at once."""
    print(text, file=sys.stderr, flush=True)


def run_step(step: str, command: Sequence[str], started: Callable[[int], None]) -> None:
    """Run a command quietly; where it fails, raise SetupProblem with the end of what it said."""
    try:
        code, said = run_whole(command, started, subprocess.PIPE)
    except OSError as error:
        raise SetupProblem(setup_texts.STEP_FAILED.format(step=step, details=error)) from error
    if code:
        details = "\n".join(said.decode("utf-8", "replace").strip().splitlines()[-8:])
        raise SetupProblem(setup_texts.STEP_FAILED.format(step=step, details=details))


def run_whole(
    command: Sequence[str], started: Callable[[int], None], output: int | IO[str], folder: Path | None = None
) -> tuple[int, bytes]:
    """Run a command; its exit code and, where `output` is a pipe, what it printed.

    `started` gets the process's number. Where this process is stopped meanwhile, the command goes with all that it
    started: nothing may go on writing into an environment that the next start clears.
    """
    posix = os.name == "posix"
    with subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=posix,
    ) as process:
        try:
            started(process.pid)
            said = process.communicate()[0]
        except BaseException:  # Ctrl-C and SIGTERM are no Exceptions; raised again below
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL) if posix else process.kill()
            raise
    return process.returncode, said or b""
