"""What open pages are told about a build."""

import json
import threading
import time
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from newsroom.live.outcome import Fault, Outcome
from newsroom.live.state import SHOWN, State, message


def told(event: bytes) -> dict[str, Any]:
    """The one event in these bytes, read as a browser does."""
    lines = event.decode().replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert lines[-2:] == ["", ""] and lines.count("") == 2
    data = [line.removeprefix("data: ") for line in lines[:-2]]
    assert all(line.startswith("data: ") for line in lines[:-2])
    found: dict[str, Any] = json.loads("\n".join(data))
    return found


def test_a_sound_build_has_nothing_to_show() -> None:
    """No title: the panel goes."""
    assert told(message(Outcome(0))) == {"title": "", "broken": False, "faults": [], "more": ""}


def test_a_problem_is_shown_with_file_and_line() -> None:
    """And as the terminal words it: field, what is wrong, what to do, rule."""
    fault = Fault("sai", "content/news/a.md", 3, "date", "bad-date", "error", "sửa lại")
    shown = told(message(Outcome(1, (fault,))))
    assert shown["broken"] and shown["title"].startswith("Có 1 lỗi")
    assert shown["faults"] == [
        {"place": "content/news/a.md:3", "text": "date: sai; sửa lại [bad-date]", "severity": "error"}
    ]


def test_what_has_no_place_is_shown_without() -> None:
    """A disk that is full."""
    assert told(message(Outcome(1, (Fault("hết chỗ"),))))["faults"] == [
        {"place": "", "text": "hết chỗ", "severity": "error"}
    ]


def test_warnings_alone_are_no_error() -> None:
    """They are counted, and errors stand before them."""
    warning = Fault("ngắn", "a.md", 1, severity="warning")
    shown = told(message(Outcome(0, (warning, warning))))
    assert (shown["title"], shown["broken"]) == ("Có 2 cảnh báo.", False)
    shown = told(message(Outcome(1, (warning, Fault("sai", "b.md", 2)))))
    assert [fault["severity"] for fault in shown["faults"]] == ["error", "warning"]
    assert shown["title"].startswith("Có 1 lỗi")


def test_a_flood_of_problems_is_cut_in_the_page() -> None:
    """The page stays usable; how many more there are is said."""
    shown = told(message(Outcome(1, tuple(Fault("sai", "a.md", n) for n in range(1, 2001)))))
    assert len(shown["faults"]) == SHOWN
    assert shown["title"].startswith("Có 2000 lỗi") and str(2000 - SHOWN) in shown["more"]


@given(st.text(), st.text())
def test_no_text_breaks_out_of_its_event(text: str, file: str) -> None:
    """Whatever an editor or Python wrote: line breaks of every kind too."""
    fault = Fault(text, file, 1)
    assert told(message(Outcome(1, (fault,))))["faults"][0]["place"] == f"{file}:1"


def test_who_waits_gets_the_last_message_at_once() -> None:
    """Also one that comes late; and only the last of several."""
    state = State()
    assert state.after(0, 0) == (0, b"")
    for code in (1, 0):
        state.show(Outcome(code, (Fault(str(code)),)))
    assert state.after(0, 0) == (2, message(Outcome(0, (Fault("0"),))))
    assert state.after(2, 0)[0] == 2
    threading.Timer(0.05, state.show, [Outcome(0)]).start()
    start = time.monotonic()
    assert state.after(2, 10) == (3, message(Outcome(0)))
    assert time.monotonic() - start < 5
