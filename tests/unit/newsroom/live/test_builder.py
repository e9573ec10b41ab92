"""Builds in a process of their own, with the program, the theme and the settings as they are at that moment.

The program is a copy, which the tests may break.
"""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from newsroom.live import builder as module
from newsroom.live.builder import Builder
from newsroom.live.outcome import Job, Outcome
from tests.support.previews import copy_program, wait_for
from tests.support.sites import NOW, article, lay

GENERATOR = "plugins/associations/generator.py"
ARTICLE = "news/2022/a.md"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_program(tmp_path_factory.mktemp("program"))


@pytest.fixture(params=[True, False], ids=["forks", "once"])
def builder(request: pytest.FixtureRequest, program: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Builder]:
    """Both with fork and as on systems without."""
    monkeypatch.setattr(module, "PLUGINS", program / "plugins")
    monkeypatch.chdir(program)
    with closing(Builder(Job(program / "content", program / "output", NOW), forks=request.param)) as running:
        yield running


@pytest.fixture(autouse=True)
def restored(program: Path) -> Iterator[None]:
    """What a test changes in the program is set back."""
    files = [program / GENERATOR, program / "pelicanconf.py", program / "theme/templates/base.html"]
    before = [file.read_bytes() for file in files]
    yield
    for file, data in zip(files, before, strict=True):
        file.write_bytes(data)
    (program / "content" / ARTICLE).unlink(missing_ok=True)


def places(outcome: Outcome) -> list[str]:
    return [f"{fault.file}:{fault.line}" for fault in outcome.faults]


def test_every_build_sees_what_was_saved(builder: Builder, program: Path) -> None:
    """One after the other, each with the content of its moment; the folders of the theme are told."""
    assert builder.rebuild() == Outcome(0, (), (str(program / "theme"),))
    lay(program / "content", {ARTICLE: article("Một", "2022-07-01", "Lần một.")})
    for word in ("một", "hai", "ba"):
        lay(program / "content", {ARTICLE: article("Một", "2022-07-01", f"Lần {word}.")})
        assert builder.rebuild().code == 0
        assert f"Lần {word}." in (program / "output/tin/2022/a/index.html").read_text(encoding="utf-8")


def test_problems_come_back_as_data(builder: Builder, program: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """File, line, field and rule of each; the terminal has them too. The site stays as it was."""
    builder.rebuild([str(program / GENERATOR)])  # by a worker that was started while stderr is caught
    before = (program / "output" / "index.html").stat()
    lay(program / "content", {ARTICLE: article("Một", "không rõ", associations=["khong-co"])})
    outcome = builder.rebuild()
    found = {(fault.file, fault.line, fault.field, fault.severity) for fault in outcome.faults}
    assert outcome.code == 1
    assert {(f"content/{ARTICLE}", 3, "date", "error")} <= found and len(found) >= 2
    assert (program / "output" / "index.html").stat() == before
    said = capfd.readouterr().err
    assert all(f"{fault.file}:{fault.line}: {fault.field}: {fault.message}" in said for fault in outcome.faults)


def test_warnings_come_back_too(builder: Builder, program: Path) -> None:
    """Of content that is built."""
    misplaced = program / "content" / "news" / "a.md"
    lay(program / "content", {"news/a.md": article("Một", "2022-07-01")})
    outcome = builder.rebuild()
    misplaced.unlink()
    assert (outcome.code, [fault.severity for fault in outcome.faults]) == (0, ["warning"])


def test_the_settings_and_the_theme_are_read_each_time(builder: Builder, program: Path) -> None:
    """What is wrong in them is told with its place, and mended things work again."""
    builder.rebuild()
    settings, base = program / "pelicanconf.py", program / "theme/templates/base.html"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}\nSITE = 1 / 0\n", encoding="utf-8")
    assert places(builder.rebuild()) == [f"pelicanconf.py:{text.count(chr(10)) + 2}"]
    settings.write_text(text.replace('"tin/{date:%Y}/{slug}/"', '"bai/{slug}/"'), encoding="utf-8")
    lay(program / "content", {ARTICLE: article("Một", "2022-07-01")})
    assert builder.rebuild().code == 0 and (program / "output/bai/a/index.html").exists()
    settings.write_text(text, encoding="utf-8")
    page = base.read_text(encoding="utf-8")
    base.write_text(page.replace("{{ view.head.title }}", "\n{{ view.heading }}"), encoding="utf-8")
    line = page[: page.index("{{ view.head.title }}")].count("\n") + 2
    outcome = builder.rebuild()
    assert (outcome.code, places(outcome)) == (1, [f"theme/templates/base.html:{line}"])
    assert "Giao diện có lỗi" in outcome.faults[0].message
    base.write_text(page, encoding="utf-8")
    assert builder.rebuild().code == 0 and (program / "output/tin/2022/a/index.html").exists()


def test_changed_code_takes_effect(builder: Builder, program: Path) -> None:
    """Two saves of one size in one second too. Broken code is told with its place, and preview goes on."""
    file = program / GENERATOR
    text = file.read_text(encoding="utf-8")
    builder.rebuild()
    for word in ("aaa", "bbb", "ccc"):
        file.write_text(f"{text}\nraise KeyError('{word}')\n", encoding="utf-8")
        os.utime(file, (1_600_000_000, 1_600_000_000))
        outcome = builder.rebuild([str(file)])
        assert outcome.code == 1 and word in outcome.faults[0].message
        assert places(outcome) == [f"{GENERATOR}:{text.count(chr(10)) + 2}"]
    file.write_text(f"{text}\ndef (:\n", encoding="utf-8")
    assert places(builder.rebuild([str(file)])) == [f"{GENERATOR}:{text.count(chr(10)) + 2}"]
    file.write_text(text, encoding="utf-8")
    assert builder.rebuild([str(file)]).code == 0


def test_an_error_that_comes_up_while_building_is_told(builder: Builder, program: Path) -> None:
    """With its place, and how to go on."""
    file = program / GENERATOR
    text = file.read_text(encoding="utf-8")
    broken = text.replace(
        "    def generate_context(self) -> None:\n", "    def generate_context(self) -> None:\n        [][1]\n"
    )
    file.write_text(broken, encoding="utf-8")
    outcome = builder.rebuild([str(file)])
    assert places(outcome) == [f"{GENERATOR}:{broken[: broken.index('[][1]')].count(chr(10)) + 1}"]
    assert "IndexError" in outcome.faults[0].message


def test_a_worker_that_was_killed_is_started_again(builder: Builder) -> None:
    """Between two builds nobody notices."""
    assert builder.rebuild().code == 0
    worker = builder._worker  # whom else to kill
    worker.kill()
    worker.wait()
    assert builder.rebuild().code == 0


def slow(program: Path, started: Path) -> None:
    """A program whose build doesn't end by itself."""
    file = program / GENERATOR
    text = file.read_text(encoding="utf-8")
    told = f"pathlib.Path({str(started)!r}).write_text(str(os.getpid()))"
    waiting = f"        import os, pathlib, time; {told}; time.sleep(600)\n"
    head = "    def generate_context(self) -> None:\n"
    file.write_text(text.replace(head, head + waiting), encoding="utf-8")


def number_in(file: Path) -> int:
    wait_for(lambda: file.exists() and file.read_text(encoding="utf-8"))
    return int(file.read_text(encoding="utf-8"))


def is_running(number: int) -> bool:
    return Path(f"/proc/{number}").exists()


def test_a_build_that_is_killed_is_told(builder: Builder, program: Path, tmp_path: Path) -> None:
    """By the system, for want of memory, say: with the advice to save again, and the next build works."""
    file, outcomes = program / GENERATOR, list[Outcome]()
    text = file.read_text(encoding="utf-8")
    slow(program, tmp_path / "started")
    building = threading.Thread(target=lambda: outcomes.append(builder.rebuild([str(file)])))
    building.start()
    os.kill(number_in(tmp_path / "started"), signal.SIGKILL)
    building.join(30)
    assert outcomes[0].code == 1 and "dừng giữa chừng" in outcomes[0].faults[0].message
    file.write_text(text, encoding="utf-8")
    assert builder.rebuild([str(file)]).code == 0


def test_closing_ends_a_build(builder: Builder, program: Path, tmp_path: Path) -> None:
    """Soon, with every process; who waits for the build is let go, and nothing is started again."""
    file, outcomes = program / GENERATOR, list[Outcome]()
    slow(program, tmp_path / "started")
    building = threading.Thread(target=lambda: outcomes.append(builder.rebuild([str(file)])))
    building.start()
    number = number_in(tmp_path / "started")
    start = time.monotonic()
    builder.close()
    building.join(30)
    assert time.monotonic() - start < 8 and not is_running(number)
    assert outcomes[0].code == 1 and builder._worker.poll() is not None
