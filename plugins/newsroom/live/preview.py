"""What `preview` does: watch, build, serve, and tell open pages, until Ctrl-C."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path

from messages import setup_texts
from newsroom.live.builder import PLUGINS, Builder
from newsroom.live.handler import LiveHandler
from newsroom.live.outcome import Job, Outcome
from newsroom.live.saves import Saves, keep_building
from newsroom.live.state import State
from newsroom.live.watch import Watch
from newsroom.serve import serve, until_stopped
from newsroom.setup_steps import say

ROOT = PLUGINS.parent
SETTINGS = "pelicanconf.py"
MISUSE = 2


def preview(content: Path, site: Path, port: int, now: str | None) -> int:
    """Builds `content` into `site` at every save and serves that until Ctrl-C; the exit code.

    The address goes to stdout once the first build has ended. With problems the last good site is shown, or none as
    long as there is none. 2 where the first build can't run at all.
    """
    state, saves = State(), Saves()
    folders = Watch([content, PLUGINS, ROOT / "theme"], saves.add)
    settings = Watch([ROOT], saves.add, names=[SETTINGS])
    with until_stopped(), closing(Builder(Job(content, site, now))) as builder, ExitStack() as threads:
        for watch in (folders, settings):
            threads.enter_context(_running(watch.run, watch.stop))
        for watch in (folders, settings):
            while not watch.is_ready.wait(0.2):
                pass  # with a limit, so that a signal gets through

        def rebuild(changed: frozenset[str] = frozenset()) -> Outcome:
            outcome = builder.rebuild(changed)
            folders.watch_too(map(Path, outcome.theme))
            return outcome

        def stop_building() -> None:
            saves.stop()
            builder.close()

        first = rebuild()
        if first.code == MISUSE:
            return MISUSE
        state.show(first)
        threads.enter_context(_running(partial(keep_building, saves, rebuild, state.show), stop_building))
        say(setup_texts.PREVIEWING)
        serve(site, port, lambda address: print(address, flush=True), partial(LiveHandler, state=state))
    return 0


@contextmanager
def _running(work: Callable[[], None], stop: Callable[[], None]) -> Iterator[None]:
    """`work` in a thread, until `stop` lets it return. Should it fail, the program ends with 1."""
    failed = threading.Event()

    def whole() -> None:
        try:
            work()
        except BaseException:  # Python shows it and would go on without the thread
            failed.set()
            signal.raise_signal(signal.SIGTERM)
            raise

    thread = threading.Thread(target=whole, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop()
        thread.join()
        if failed.is_set():
            raise SystemExit(1)
