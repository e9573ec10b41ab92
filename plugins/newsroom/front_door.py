"""The command line of `python3 tasks.py`: invoke's own, with our exit codes and Vietnamese messages."""

import ast
import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from invoke.collection import Collection
from invoke.exceptions import Exit, ParseError
from invoke.program import Program

from messages import setup_texts
from newsroom.entry import MISUSE, plain_endings
from vietnamese.suggest import closest


class FrontDoor(Program):
    """The tasks of one module as a program. Misuse ends with 2; without a task it lists them and ends with 0."""

    def parse_core(self, argv: list[str] | None) -> None:
        """Parse what stands before the first task."""
        before = sys.dont_write_bytecode
        with self._misuse_explained():
            super().parse_core(argv)
        sys.dont_write_bytecode = before  # invoke switches it off, which would compile our plugins on every start

    def parse_tasks(self) -> None:
        """Parse the tasks and their flags."""
        with self._misuse_explained():
            super().parse_tasks()

    def parse_cleanup(self) -> None:
        """Answer --help, --list and the bare command."""
        with self._misuse_explained():
            super().parse_cleanup()

    def execute(self) -> None:
        """Run the tasks; Ctrl-C ends with the code that shells expect, where the task doesn't say otherwise."""
        try:
            super().execute()
        except KeyboardInterrupt as stop:
            raise Exit(setup_texts.INTERRUPTED, code=128 + signal.SIGINT) from stop

    def no_tasks_given(self) -> None:
        """The bare command shows the list."""
        self.list_root, self.list_depth, self.list_format = None, None, "flat"
        self.list_tasks()
        raise Exit

    def task_list_opener(self, extra: str = "") -> str:
        """The head of the list."""
        return setup_texts.TASK_LIST_HEAD

    @contextmanager
    def _misuse_explained(self) -> Iterator[None]:
        try:
            yield
        except ParseError as error:
            raise misuse(self._explain(str(error)), setup_texts.SEE_LIST) from error

    def _explain(self, message: str) -> str:
        """invoke's message in Vietnamese, by what it says about which word."""
        if unknown := re.fullmatch("No idea what (.*) is!", message, re.DOTALL):
            word = str(ast.literal_eval(unknown[1]))
            nearest = closest(word, self._words())
            hint = setup_texts.HINT_NEAREST.format(nearest=nearest) if nearest else ""
            return setup_texts.UNKNOWN_WORD.format(word=word, hint=hint)
        if valueless := re.match(r"Flag <Argument: ([\w-]+).*needed value", message):
            return setup_texts.VALUE_MISSING.format(flag=f"--{valueless[1]}")
        return setup_texts.NOT_UNDERSTOOD.format(reason=message)

    def _words(self) -> list[str]:
        """All task names and flags."""
        contexts = self.collection.to_contexts()
        return [*(str(context.name) for context in contexts), *(flag for context in contexts for flag in context.flags)]


def misuse(*lines: str) -> Exit:
    """What to raise where the command line can't be followed: the lines on stderr, exit code 2."""
    return Exit("\n".join(lines), code=MISUSE)


def run(tasks: ModuleType) -> None:
    """Be the program whose tasks `tasks` holds; ends the process with its exit code."""
    collection = Collection.from_module(tasks)
    with plain_endings():
        FrontDoor(namespace=collection, name="newsroom", binary="python3 tasks.py").run(sys.argv)
