"""Which browser the tests and pictures use, and when it is installed."""

from pathlib import Path

import pytest

from newsroom import chromium


def program(folder: Path, name: str, script: str = "") -> Path:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)
    return file


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome"])
def test_what_is_on_the_path_is_used(path: Path, name: str) -> None:
    """Any of the family; nothing is installed then."""
    file = program(path, name)
    assert chromium.find() == str(file) == chromium.find_or_install({"CI": "true"})


def test_a_user_without_the_right_gets_nothing_installed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """apt is not even tried."""
    monkeypatch.setattr(chromium, "is_root", lambda: False)
    program(path, "apt-get", 'echo called > "$0.log"')
    assert chromium.find_or_install({}) is None
    assert not (path / "apt-get.log").exists()


@pytest.mark.parametrize(("root", "environ"), [(True, {}), (True, {"CI": "true"}), (False, {"CI": "true"})])
def test_root_and_ci_install_it_through_apt(
    path: Path, monkeypatch: pytest.MonkeyPatch, root: bool, environ: dict[str, str]
) -> None:
    """update, then install; without root through sudo that asks nothing."""
    monkeypatch.setattr(chromium, "is_root", lambda: root)
    made = path / "chromium"
    script = f'echo "$@" >> "$0.log"\n[ "$1" = update ] || {{ echo > {made}; /bin/chmod 755 {made}; }}'
    apt = program(path, "apt-get", script)
    program(path, "sudo", f'[ "$1" = --non-interactive ] || exit 1\nshift 2\nexec {apt} "$@"')
    assert chromium.find_or_install({**environ, "PATH": str(path)}) == str(made)
    calls = (path / "apt-get.log").read_text(encoding="utf-8").splitlines()
    assert calls == ["update", "install -y --no-install-recommends chromium"]


def test_an_apt_that_fails_leaves_no_browser(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The caller decides what that means."""
    monkeypatch.setattr(chromium, "is_root", lambda: True)
    program(path, "apt-get", "exit 100")
    assert chromium.find_or_install({"CI": "true", "PATH": str(path)}) is None


def test_the_sandbox_is_given_up_only_for_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where chromium can't have one."""
    monkeypatch.setattr(chromium, "is_root", lambda: True)
    assert "--no-sandbox" in chromium.flags()
    monkeypatch.setattr(chromium, "is_root", lambda: False)
    assert "--no-sandbox" not in chromium.flags()
