"""What every open page is told: how the last build ended, as an endless stream of server-sent events."""

from __future__ import annotations

import threading
from typing import Any

import msgspec

from messages import setup_texts
from newsroom.live.outcome import Fault, Outcome

SHOWN = 50  # faults in the page; the terminal has them all
RETRY = 300  # ms after which a page whose server is gone looks for it again


class State:
    """The last message, and who waits for the next."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._number, self._message = 0, b""

    def show(self, outcome: Outcome) -> None:
        """Every open page learns that a build has ended so."""
        with self._changed:
            self._number, self._message = self._number + 1, message(outcome)
            self._changed.notify_all()

    def after(self, number: int, patience: float) -> tuple[int, bytes]:
        """The last message and its number as soon as that is above `number`; at the latest after `patience` seconds,
        with `number` as it was."""
        with self._changed:
            self._changed.wait_for(lambda: self._number > number, patience)
            return self._number, self._message


def message(outcome: Outcome) -> bytes:
    """One event of the stream, whatever line breaks the texts have: the panel's title and its lines, errors first."""
    errors = [fault for fault in outcome.faults if fault.severity == "error"]
    faults = [*errors, *(fault for fault in outcome.faults if fault.severity != "error")]
    title = setup_texts.PREVIEW_ERRORS if errors else setup_texts.PREVIEW_WARNINGS
    more = setup_texts.PREVIEW_MORE.format(count=len(faults) - SHOWN) if len(faults) > SHOWN else ""
    told = {
        "title": title.format(count=len(errors or faults)) if faults else "",
        "broken": bool(errors),
        "faults": [_shown(fault) for fault in faults[:SHOWN]],
        "more": more,
    }
    return b"data: " + msgspec.json.encode(told) + b"\n\n"


def _shown(fault: Fault) -> dict[str, Any]:
    place = f"{fault.file}:{fault.line}" if fault.line else fault.file
    text = "; ".join(part for part in (fault.message, fault.remedy) if part)
    field, rule = (f"{fault.field}: " if fault.field else ""), (f" [{fault.rule}]" if fault.rule else "")
    return {"place": place, "text": f"{field}{text}{rule}", "severity": fault.severity}
