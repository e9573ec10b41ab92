"""The way into the project's environment: tasks.py calls `enter` before it imports anything but these modules.

Standard library only, with a fallback where there is no exec.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

from messages import setup_texts
from newsroom.environment import Environment
from newsroom.setup_lock import SetupProblem
from newsroom.setup_steps import say

MISUSE = 2
"""Exit code for what the user has to put right outside of content/."""


@contextmanager
def plain_endings() -> Iterator[None]:
    """Turn what may end a set-up into a message and an exit code: 2, or 130 and 143 for Ctrl-C and SIGTERM."""

    def stop(number: int, frame: FrameType | None) -> NoReturn:
        sys.exit(128 + number)  # unwinds: the running pip is ended and the lock removed

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    except SetupProblem as problem:
        say(str(problem))
        sys.exit(MISUSE)
    except KeyboardInterrupt:
        say(setup_texts.INTERRUPTED)
        sys.exit(128 + signal.SIGINT)
    finally:
        if signal.getsignal(signal.SIGTERM) is stop:  # a build has its own, which holds to the end of the process
            signal.signal(signal.SIGTERM, before)


def rerun_arguments(root: Path, module: str, argv: Sequence[str]) -> list[str] | None:
    """How Python has to be called to do the same inside; None where tasks.py is merely imported, by no invoke."""
    if module == "__main__":
        return [str(root / "tasks.py"), *argv[1:]]
    program = Path(argv[0])
    if program.stem in ("invoke", "inv") or program.parts[-2:] == ("invoke", "__main__.py"):
        return ["-m", "invoke", *argv[1:]]
    return None


def enter(root: Path, module: str) -> None:
    """Return only inside an up-to-date environment: otherwise set it up and start over in it, same arguments.

    `module` is tasks.py's `__name__`. Exits 2 with a message where no environment can be made.
    """
    arguments = rerun_arguments(root, module, sys.argv)
    if arguments is None:
        return
    environment = Environment(root)
    current = environment.is_current()
    if current and environment.is_running_here():
        return
    if not current:
        with plain_endings():
            environment.prepare()
    replace_process([str(environment.python), "-X", "utf8", *arguments])


def replace_process(command: Sequence[str]) -> NoReturn:
    """Become `command`; on Windows, which has no such thing, wait for it and end with its code."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "posix":
        os.execv(command[0], list(command))
    with subprocess.Popen(command) as child:
        while True:
            try:
                sys.exit(child.wait())
            except KeyboardInterrupt:
                continue  # Ctrl-C reaches the child too; it decides how to end
