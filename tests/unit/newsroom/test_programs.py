"""Which browser and server the tests use, and when they are installed."""

from pathlib import Path

import pytest

from newsroom import programs
from newsroom.programs import CHROMIUM, NGINX


def program(folder: Path, name: str, script: str = "") -> Path:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)
    return file


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty PATH on a machine without servers."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(programs, "SYSTEM_FOLDER", str(tmp_path / "sbin"))
    (tmp_path / "sbin").mkdir()
    return tmp_path


@pytest.fixture
def apt(path: Path) -> Path:
    """An apt-get that makes a program of each package's name but nginx-light's, which is nginx; and its log."""
    script = """
echo "apt-get $*" >> "${0%/*}/log"
[ "$1" = install ] || exit 0
for name in "$@"; do
  case $name in nginx-light) made="${0%/*}/sbin/nginx";; *) made="${0%/*}/$name";; esac
  echo > "$made"; /bin/chmod 755 "$made"
done"""
    made = program(path, "apt-get", script)
    program(path, "sudo", f'[ "$1" = --non-interactive ] || exit 1\nshift\nname=$1\nshift\nexec {path}/$name "$@"')
    program(path, "service", 'echo "service $*" >> "${0%/*}/log"')
    program(path, "update-rc.d", 'echo "update-rc.d $*" >> "${0%/*}/log"')
    return made


def calls(path: Path) -> list[str]:
    log = path / "log"
    return log.read_text(encoding="utf-8").splitlines() if log.exists() else []


@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome"])
def test_any_browser_of_the_family_on_the_path_is_used(path: Path, name: str) -> None:
    """Nothing is installed then."""
    file = program(path, name)
    assert CHROMIUM.find() == str(file)
    assert programs.install_missing({"CI": "true"}, [CHROMIUM]) == ()


def test_a_server_is_found_where_debian_puts_it(path: Path) -> None:
    """A user's PATH doesn't lead there."""
    assert NGINX.find() is None
    file = program(path / "sbin", "nginx")
    assert NGINX.find() == str(file)


def test_a_user_without_the_right_gets_nothing_installed(
    path: Path, apt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """apt is not even tried."""
    monkeypatch.setattr(programs, "is_root", lambda: False)
    assert programs.install_missing({}) == (CHROMIUM, NGINX)
    assert calls(path) == []


@pytest.mark.parametrize(("root", "environ"), [(True, {}), (True, {"CI": "true"}), (False, {"CI": "true"})])
def test_root_and_ci_install_through_apt(
    path: Path, apt: Path, monkeypatch: pytest.MonkeyPatch, root: bool, environ: dict[str, str]
) -> None:
    """update, then one install of all that is missing; without root through sudo that asks nothing.

    The server that came with it is stopped, now and for the machine's next start.
    """
    monkeypatch.setattr(programs, "is_root", lambda: root)
    assert programs.install_missing({**environ, "PATH": str(path)}) == ()
    packages = " ".join((*CHROMIUM.packages, *NGINX.packages))
    install = f"apt-get install -y --no-install-recommends {packages}"
    assert calls(path) == ["apt-get update", install, "service nginx stop", "update-rc.d nginx disable"]


def test_what_is_there_is_left_as_it_is(path: Path, apt: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine's own nginx goes on serving when the browser is installed."""
    monkeypatch.setattr(programs, "is_root", lambda: True)
    program(path / "sbin", "nginx")
    assert programs.install_missing({"PATH": str(path)}) == ()
    assert not any("nginx" in call for call in calls(path))


def test_an_apt_that_fails_leaves_them_missing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The caller decides what that means."""
    monkeypatch.setattr(programs, "is_root", lambda: True)
    program(path, "apt-get", "exit 100")
    program(path / "sbin", "nginx")
    assert programs.install_missing({"CI": "true", "PATH": str(path)}) == (CHROMIUM,)


def test_one_command_installs_all_that_is_missing() -> None:
    """A user can paste it."""
    command = programs.install_command([CHROMIUM, NGINX])
    assert command.startswith("sudo apt-get update && sudo apt-get install -y chromium ")
    assert command.endswith(" nginx-light")
