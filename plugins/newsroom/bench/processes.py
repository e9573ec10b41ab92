"""What Linux tells in /proc about the machine's and the processes' use of time and memory."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")
BUSY = (0, 1, 2, 5, 6, 7)
"""Columns of /proc/stat in which somebody used the processor: user, nice, system, irq, softirq, and steal, which is
another machine on the same host. Guests are counted as user; idle and iowait are nobody."""
SESSION = 3
"""The session's column of /proc/<pid>/stat behind the name."""


def busy_seconds(stat: str) -> float:
    """Processor seconds used by anybody since the machine started, over all cores, from the text of /proc/stat."""
    columns = stat.partition("\n")[0].split()[1:]
    return sum(int(columns[column]) for column in BUSY) / os.sysconf("SC_CLK_TCK")


def cores(stat: str) -> int:
    """How many processors that text names."""
    return len(re.findall(r"^cpu[0-9]+ ", stat, flags=re.MULTILINE))


def others_share(busy: float, own: float, wall: float, count: int) -> float:
    """The share of the machine that others used: of `busy` seconds, `own` were ours; `count` cores for `wall` seconds.

    The kernel counts `busy` in ticks and `own` exactly, so the difference may come out a little below nothing.
    """
    return max(0.0, busy - own) / (wall * count)


def members(session: int) -> Iterator[int]:
    """The living processes of a session."""
    for entry in PROC.iterdir():
        if entry.name.isdigit():
            with suppress(OSError):  # it ended while we looked
                columns = (entry / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
                if int(columns[SESSION]) == session and columns[0] not in "ZX":
                    yield int(entry.name)


def proportional_kib(process: int) -> int:
    """PSS of a process in KiB: pages that several processes share are split among them. 0 once it has ended."""
    with suppress(OSError):
        text = (PROC / str(process) / "smaps_rollup").read_text(encoding="ascii", errors="replace")
        if found := re.search(r"^Pss:\s+([0-9]+) kB$", text, flags=re.MULTILINE):
            return int(found[1])
    return 0


def available_bytes() -> int:
    """Memory that can be had without swapping."""
    return _memory("MemAvailable")


def installed_bytes() -> int:
    """The memory of the machine."""
    return _memory("MemTotal")


def processor() -> str:
    """Its name, "" where the kernel doesn't tell."""
    text = (PROC / "cpuinfo").read_text(encoding="utf-8", errors="replace")
    found = re.search(r"^model name\s*:\s*(.+)$", text, flags=re.MULTILINE)
    return found[1] if found else ""


def _memory(name: str) -> int:
    text = (PROC / "meminfo").read_text(encoding="ascii")
    found = re.search(rf"^{name}:\s+([0-9]+) kB$", text, flags=re.MULTILINE)
    return int(found[1]) * 1024 if found else 0
