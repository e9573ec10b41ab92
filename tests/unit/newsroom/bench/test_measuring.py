"""What a command used is counted whole, with its children, and nothing that was not."""

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from newsroom.bench import measuring
from newsroom.bench.measuring import BenchProblem, Command, peak_mebibytes, timed
from newsroom.bench.processes import busy_seconds, cores, members, others_share

STAT = """\
cpu  1000 20 300 90000 400 5 6 7 70 8
cpu0 500 10 150 45000 200 2 3 4 35 4
cpu1 500 10 150 45000 200 3 3 3 35 4
intr 12345 0 0
ctxt 999
"""
BURN = "import time; end = time.process_time() + {seconds}\nwhile time.process_time() < end: pass\n"
CHILD = "import subprocess, sys; subprocess.run([sys.executable, '-c', {code!r}], check=True)"
ORPHAN = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])"


def python(folder: Path, code: str) -> Command:
    return Command((sys.executable, "-c", code), folder, {})


def test_waiting_takes_time_and_no_processor(tmp_path: Path) -> None:
    """Wall and cpu are two things."""
    used = timed(python(tmp_path, "import time; time.sleep(0.5)"), tmp_path / "log")
    assert 0.5 <= used.wall < 5 and used.cpu < 0.4


def test_the_processor_time_of_children_is_counted(tmp_path: Path) -> None:
    """Whatever a tool spreads over processes."""
    used = timed(python(tmp_path, CHILD.format(code=BURN.format(seconds=0.5))), tmp_path / "log")
    assert 0.5 <= used.cpu <= used.wall * os.sysconf("SC_NPROCESSORS_ONLN")


def test_memory_is_the_sum_of_all_processes_at_their_highest(tmp_path: Path) -> None:
    """Two processes of 60 MB at once, for a moment."""
    hold = "block = b'x' * 60_000_000; import time; time.sleep(0.4)"
    both = f"{hold.partition(';')[0]}; {CHILD.format(code=hold)}"
    assert 110 < peak_mebibytes(python(tmp_path, both), tmp_path / "log") < 200
    assert peak_mebibytes(python(tmp_path, "import time; time.sleep(0.2)"), tmp_path / "log") < 50


@pytest.mark.parametrize("measure", [timed, peak_mebibytes])
def test_a_failure_ends_the_measurement_with_what_was_said(tmp_path: Path, measure: object) -> None:
    """The last lines, from stdout and stderr alike."""
    assert callable(measure)
    code = "import sys; print('first'); sys.stdout.flush(); sys.exit('last')"
    with pytest.raises(BenchProblem, match=r"kết thúc với mã 1\.\nfirst\nlast"):
        measure(python(tmp_path, code), tmp_path / "log")


def test_a_process_that_stays_is_no_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its work would be counted for nobody; it is stopped."""
    monkeypatch.setattr(measuring, "GRACE", 0.1)
    with pytest.raises(BenchProblem, match="để lại 1 tiến trình"):
        timed(python(tmp_path, f"import os; print(os.getpid()); {ORPHAN}"), tmp_path / "log")
    session = int((tmp_path / "log").read_text(encoding="ascii"))
    end = time.monotonic() + 5
    while list(members(session)) and time.monotonic() < end:
        time.sleep(0.01)
    assert list(members(session)) == []


def test_ctrl_c_stops_what_is_measured(tmp_path: Path) -> None:
    """With all that it started."""
    code = f"import os; print(os.getpid(), flush=True); {CHILD.format(code='import time; time.sleep(60)')}"
    threading.Timer(1.0, os.kill, (os.getpid(), signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        timed(python(tmp_path, code), tmp_path / "log")
    session = int((tmp_path / "log").read_text(encoding="ascii"))
    end = time.monotonic() + 5
    while list(members(session)) and time.monotonic() < end:
        time.sleep(0.01)
    assert list(members(session)) == []


def test_what_others_use_is_seen(tmp_path: Path) -> None:
    """Half a second of somebody else's work beside a command that waits."""
    burner = threading.Thread(target=os.system, args=(f"{sys.executable} -c '{BURN.format(seconds=0.6)}'",))
    burner.start()
    used = timed(python(tmp_path, "import time; time.sleep(0.8)"), tmp_path / "log")
    burner.join()
    assert used.others * used.wall * os.sysconf("SC_NPROCESSORS_ONLN") > 0.2


def test_busy_is_what_anybody_used() -> None:
    """user, nice, system, both kinds of irq and steal, in ticks of a hundredth; idle, waiting and guests are not."""
    assert busy_seconds(STAT) == pytest.approx((1000 + 20 + 300 + 5 + 6 + 7) / os.sysconf("SC_CLK_TCK"))
    assert cores(STAT) == 2


@pytest.mark.parametrize(
    ("busy", "own", "wall", "share"),
    [(10.0, 10.0, 5.0, 0.0), (10.0, 9.0, 5.0, 0.1), (5.0, 1.0, 2.0, 1.0), (1.0, 1.02, 1.0, 0.0)],
)
def test_others_are_what_is_left_of_two_cores(busy: float, own: float, wall: float, share: float) -> None:
    """A share of the whole machine; never below nothing, though the kernel counts both differently."""
    assert others_share(busy, own, wall, 2) == pytest.approx(share)
