"""The flags of `bench`, and the environment of what it compares with."""

import platform
import re
from pathlib import Path

import pytest
from invoke.exceptions import Exit

from newsroom.bench import command
from newsroom.bench.environment import BenchEnvironment
from tests.support.sites import ROOT


@pytest.mark.parametrize(("value", "number"), [(None, 10_000), ("10", 10), ("50000", 50_000)])
def test_a_count_is_a_whole_number(value: str | None, number: int) -> None:
    """Without the flag, the goals' own size."""
    assert command.at_least(10, "articles", value, command.ARTICLES) == number


@pytest.mark.parametrize("value", ["9", "", "x", "-20", "1.5", "²⁰", "20 "])
def test_another_count_is_misuse(value: str) -> None:
    """Exit code 2, and the least number is named."""
    with pytest.raises(Exit) as ended:
        command.at_least(10, "articles", value, command.ARTICLES)
    assert ended.value.code == 2 and "--articles" in str(ended.value) and "10" in str(ended.value)


def test_it_runs_on_linux_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Elsewhere that is misuse, before anything is installed."""
    monkeypatch.setattr(platform, "system", lambda: "Windows")
    with pytest.raises(Exit) as ended:
        command.run(tmp_path, None, None, None)
    assert ended.value.code == 2 and list(tmp_path.iterdir()) == []


def test_the_peers_have_an_environment_of_their_own(tmp_path: Path) -> None:
    """Apart from the project's, current only once it was finished for its lock."""
    environment = BenchEnvironment(tmp_path)
    assert environment.folder == tmp_path / ".venv-bench" and not environment.is_current()
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()
    (tmp_path / "requirements-bench.txt").write_text("hugo==1\n", encoding="ascii")
    assert not environment.is_current()
    environment._write_stamp("peers", "requirements-bench.txt")
    assert environment.is_current()
    (tmp_path / "requirements-bench.txt").write_text("hugo==2\n", encoding="ascii")
    assert not environment.is_current()


def test_stock_pelican_is_the_pelican_that_we_build_with() -> None:
    """And so is what it reads and writes pages with: the comparison is with our code, not with other versions."""
    ours, theirs = (
        dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE))
        for name in ("requirements.txt", "requirements-bench.txt")
    )
    assert {"pelican", "markdown", "jinja2", "hugo"} <= theirs.keys() and "hugo" not in ours
    assert {name: version for name, version in theirs.items() if name in ours} == {
        name: ours[name] for name in theirs if name in ours
    }
