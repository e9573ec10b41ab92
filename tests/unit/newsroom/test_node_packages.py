"""Fetching from npm: what a build fetches, what tests fetch, and where npm can't be reached."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom import testing
from newsroom.node_packages import NotFetched, fetch_packages, has_test_tools
from newsroom.setup_lock import SetupProblem

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def no_registry(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine that npm's registry refuses."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        monkeypatch.setenv("npm_config_registry", f"http://127.0.0.1:{closed.getsockname()[1]}/")
        yield


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A work tree with the project's own lock."""
    for name in ("package.json", "package-lock.json"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    return tmp_path


@pytest.mark.usefixtures("no_registry")
def test_a_registry_that_is_not_there_is_said_in_a_word(tree: Path) -> None:
    """npm's own code for it is enough for whoever is asked for help; no retry, so it takes a second."""
    with pytest.raises(NotFetched, match=r"^ECONNREFUSED$"):
        fetch_packages(tree)
    assert not (tree / "node_modules").exists()


@pytest.mark.usefixtures("no_registry")
def test_tests_without_their_tools_don_t_begin(tree: Path) -> None:
    """The set-up's own sentence, with npm's code under it."""
    with pytest.raises(SetupProblem, match=r"(?s)“lấy công cụ kiểm thử từ npm”.*ECONNREFUSED"):
        testing.add_node_tools(tree)
    assert not has_test_tools(tree)


def lay_local_packages(tree: Path) -> None:
    """A lock of two packages that lie on this machine, so that npm needs no network."""
    packages: dict[str, dict[str, object]] = {"": {"dependencies": {}, "devDependencies": {}}}
    for name, kind in (("for-builds", "dependencies"), ("for-tests", "devDependencies")):
        (tree / "sources" / name).mkdir(parents=True)
        text = json.dumps({"name": name, "version": "1.0.0"})
        (tree / "sources" / name / "package.json").write_text(text, encoding="utf-8")
        packages[""][kind] = {name: f"file:sources/{name}"}
        dev = {"dev": True} if name == "for-tests" else {}
        packages[f"node_modules/{name}"] = {"resolved": f"sources/{name}", "link": True, **dev}
        packages[f"sources/{name}"] = {"name": name, "version": "1.0.0", **dev}
    lock = {"name": "x", "lockfileVersion": 3, "requires": True, "packages": packages}
    (tree / "package-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    (tree / "package.json").write_text(json.dumps({"name": "x", **packages[""]}), encoding="utf-8")


@pytest.mark.usefixtures("no_registry")
def test_a_build_never_fetches_what_only_tests_use(tree: Path) -> None:
    """devDependencies come with the test tools; a later fetch for a build takes them, and the word of them, away."""
    lay_local_packages(tree)
    fetch_packages(tree)
    assert not has_test_tools(tree)
    assert not (tree / "node_modules" / "for-tests").exists()
    testing.add_node_tools(tree)
    assert has_test_tools(tree)
    assert (tree / "node_modules" / "for-tests").exists() and (tree / "node_modules" / "for-builds").exists()
    fetch_packages(tree)
    assert not has_test_tools(tree)


@pytest.mark.usefixtures("no_registry")
def test_tools_of_an_older_lock_are_fetched_anew(tree: Path) -> None:
    """The stamp holds for the bytes of the lock."""
    lay_local_packages(tree)
    testing.add_node_tools(tree)
    lock = tree / "package-lock.json"
    lock.write_text(lock.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert not has_test_tools(tree)
