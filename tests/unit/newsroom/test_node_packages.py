"""Fetching from npm, where it can't be reached."""

import socket
from pathlib import Path

import pytest

from newsroom.node_packages import NotFetched, fetch_packages

ROOT = Path(__file__).resolve().parents[3]


def test_a_registry_that_is_not_there_is_said_in_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """npm's own code for it is enough for whoever is asked for help; no retry, so it takes a second."""
    for name in ("package.json", "package-lock.json"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        monkeypatch.setenv("npm_config_registry", f"http://127.0.0.1:{closed.getsockname()[1]}/")
        with pytest.raises(NotFetched, match=r"^ECONNREFUSED$"):
            fetch_packages(tmp_path)
    assert not (tmp_path / "node_modules").exists()
