"""Two set-ups at once: one works, the other waits; nobody waits for the dead."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom.setup_lock import SetupLock, SetupProblem

PLUGINS = Path(__file__).resolve().parents[3] / "plugins"

HOLDER = """
import sys
from pathlib import Path
from newsroom.setup_lock import SetupLock
with SetupLock(Path(sys.argv[1]), print):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock until it gets a line or is killed."""
    command = [sys.executable, "-c", HOLDER, str(tmp_path / "setup.lock")]
    with subprocess.Popen(command, cwd=PLUGINS, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_the_second_waits_and_says_so_once(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    """While another process holds the lock the body doesn't run; once it is released it does."""
    said: list[str] = []
    entered = threading.Event()

    def enter() -> None:
        with SetupLock(tmp_path / "setup.lock", said.append):
            entered.set()

    waiting = threading.Thread(target=enter)
    waiting.start()
    assert not entered.wait(0.7)
    assert len(said) == 1 and str(holder.pid) in said[0]
    holder.communicate("\n")
    waiting.join(10)
    assert entered.is_set()
    assert list(tmp_path.iterdir()) == []


def test_a_dead_process_is_not_waited_for(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    """A lock whose process was killed is taken over at once, without a word."""
    holder.kill()
    holder.wait()
    said: list[str] = []
    with SetupLock(tmp_path / "setup.lock", said.append, patience=5):
        assert [path.name for path in tmp_path.iterdir()] == ["setup.lock"]
    assert said == []


def test_a_dead_process_is_waited_for_while_its_child_works(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    """A pip whose set-up was killed goes on for a while: nobody clears the environment under its hands."""
    command = [sys.executable, "-c", "import sys; sys.stdin.readline()"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, text=True) as child:
        lock = SetupLock(tmp_path / "setup.lock", print, patience=0.5)
        lock.also_held_by(child.pid)
        holder.kill()
        holder.wait()
        with pytest.raises(SetupProblem), lock:
            pytest.fail("the child was still at work")
        child.communicate("\n")
    with lock:
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only /proc tells when a process began")
def test_a_reused_pid_is_not_taken_for_the_owner(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    """After a restart the dead owner's number may belong to somebody else."""
    lock = tmp_path / "setup.lock"
    lock.write_text(f"{holder.pid} 1", encoding="ascii")
    with SetupLock(lock, print, patience=5):
        assert not lock.read_text(encoding="ascii").startswith(f"{holder.pid} ")


def test_patience_ends_with_a_message(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    """Waiting for a living process has an end; the message names the process and the file."""
    with (
        pytest.raises(SetupProblem, match=f"tiến trình {holder.pid}.*\n.*setup.lock"),
        SetupLock(tmp_path / "setup.lock", lambda text: None, patience=0.3),
    ):
        pytest.fail("the lock was held by another process")


def test_many_that_find_a_dead_owner_still_go_one_by_one(tmp_path: Path) -> None:
    """Of several that see the same stale lock one takes it over, the others wait for that one."""
    lock = tmp_path / "setup.lock"
    lock.write_text("999999999 1", encoding="ascii")
    inside: list[int] = []
    most: list[int] = []

    def work(number: int) -> None:
        with SetupLock(lock, lambda text: None, patience=30):
            inside.append(number)
            most.append(len(inside))
            inside.remove(number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(40)
    assert most == [1] * 8
    assert list(tmp_path.iterdir()) == []


def test_the_lock_goes_when_the_body_fails(tmp_path: Path) -> None:
    """An error inside leaves no lock behind."""
    with pytest.raises(ZeroDivisionError), SetupLock(tmp_path / "setup.lock", print):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []
