"""How set-up and tests run other programs and speak to the user. Standard library only."""

import subprocess
import sys
from collections.abc import Sequence

from messages import setup_texts
from newsroom.setup_lock import SetupProblem


def say(text: str) -> None:
    """A line of progress or of bad news, on stderr at once."""
    print(text, file=sys.stderr, flush=True)


def run_step(step: str, command: Sequence[str]) -> None:
    """Run a command quietly; where it fails, raise SetupProblem with the end of what it said."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    except OSError as error:
        raise SetupProblem(setup_texts.STEP_FAILED.format(step=step, details=error)) from error
    if done.returncode:
        details = "\n".join(done.stdout.decode("utf-8", "replace").strip().splitlines()[-8:])
        raise SetupProblem(setup_texts.STEP_FAILED.format(step=step, details=details))
