"""docs/xuat-ban.md and the units for systemd do what they say."""

import configparser
import re
import subprocess
from pathlib import Path

import pytest

from tests.publish.conftest import Published
from tests.publish.made import SITEURL, site
from tests.publish.server import FOLDER, TARGET, free_port, nginx, publish
from tests.support.sites import ROOT

GUIDE = (ROOT / "docs" / "xuat-ban.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^( *)```(\w*)\n(.*?)^\1```$", GUIDE, re.MULTILINE | re.DOTALL)
SERVICE, TIMER = (FOLDER / f"trang-tin.{kind}" for kind in ("service", "timer"))


def starts() -> list[str]:
    """The commands of the service, in order."""
    return re.findall(r"^ExecStart=(.*)$", SERVICE.read_text(encoding="utf-8"), re.MULTILINE)


def test_files_that_the_guide_names_are_there() -> None:
    """And each file of docs/nginx/ is named."""
    named = set(re.findall(r"docs/nginx/([\w.-]+)", GUIDE))
    assert named == {file.name for file in FOLDER.iterdir()}
    for path in (".github/workflows", ".gitlab-ci.yml", "docs/bien-tap.md"):
        assert (ROOT / path).exists(), path
    for name in re.findall(r"`(\w+\.yml)`", GUIDE):
        assert (ROOT / ".github" / "workflows" / name).exists(), name


@pytest.mark.nginx
def test_the_guides_nginx_blocks_work(published: dict[str, Published], tmp_path: Path) -> None:
    """The old domain that leads on keeps what follows it; the server that had the domain already passes a folder on."""
    old, front = (
        next(text for _, language, text in BLOCKS if language == "nginx" and word in text)
        for word in ("return 301", "proxy_pass")
    )
    below = published["below"]
    ports = free_port(), free_port()
    old = old.replace("listen 80;", f"listen 127.0.0.1:{ports[0]};").replace("listen [::]:80;", "")
    front = front.replace("/tin/", f"{below.path}/").replace("127.0.0.1:8081", f"127.0.0.1:{below.server.port}")
    more = f"{old} server {{ listen 127.0.0.1:{ports[1]}; {front} }}"
    with nginx(tmp_path / "nginx", below.target, more=more) as server:
        status, headers, _ = server._replace(port=ports[0]).ask("/tin/2022/bai/?a=b")
        assert (status, headers["location"]) == (301, "https://lienhiephoi.example/tin/2022/bai/?a=b")
        assert server._replace(port=ports[1]).ask(f"{below.path}/hoi")[1]["location"] == f"{below.path}/hoi/"
        assert server._replace(port=ports[1]).ask(f"{below.path}/hoi/")[0] == 200


def test_the_service_builds_what_it_publishes() -> None:
    """In this order, and each step only after the one before: fetch, build, publish, tell nginx."""
    fetch, build, go, tell = starts()
    assert fetch.endswith("git pull --ff-only --quiet")
    folder = build.rpartition("--output ")[2]
    assert "tasks.py build --publish" in build
    assert go == f"/bin/sh docs/nginx/publish.sh {folder} {TARGET}"
    assert tell.startswith("+/bin/sh -c")
    assert "Type=oneshot" in SERVICE.read_text(encoding="utf-8")


def test_nginx_reads_again_only_when_addresses_changed(tmp_path: Path) -> None:
    """The last step of the service: once for each change, and again where it failed."""
    target = tmp_path / "target"
    script = re.search("'(.*)'", starts()[-1])
    assert script
    command = script[1].replace(TARGET, str(target)).replace("/run/", f"{tmp_path}/")
    log, broken = tmp_path / "log", tmp_path / "broken"
    fake = f'systemctl() {{ echo "$@" >>{log}; [ ! -e {broken} ]; }}\n'
    counts = []
    for redirects, fails in (("", False), ("", False), ("/cu/ /moi/ 301", True), ("/cu/ /moi/ 301", False)):
        broken.touch() if fails else broken.unlink(missing_ok=True)
        publish(site(tmp_path / "built", 1, redirects), target, SITEURL)
        subprocess.run(["/bin/sh", "-c", fake + command], check=False)
        counts.append(len(log.read_text().splitlines()))
    assert counts == [1, 1, 2, 3]
    assert set(log.read_text().splitlines()) == {"reload nginx"}


def test_the_schedules_agree() -> None:
    """Hourly from 6 to 22 in Vietnam, at the same minute, on GitHub, on GitLab, on a server and in the guide."""
    timer = configparser.ConfigParser()
    timer.read(TIMER)
    assert timer["Timer"]["OnCalendar"] == "*-*-* 06..22:07:00 Asia/Ho_Chi_Minh"
    github = (ROOT / ".github" / "workflows" / "publish.yml").read_text(encoding="utf-8")
    assert '"7 0-15,23 * * *"' in github  # UTC
    gitlab = (ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8")
    for cron, task in (("7 6-22 * * *", "publish"), ("37 8 * * 1", "audit")):
        assert re.search(rf"{re.escape(cron)} +Asia/Ho_Chi_Minh +TASK={task}", gitlab), task
        assert f"| `{cron}` | `TASK` = `{task}` |" in GUIDE


def test_the_guide_names_what_the_workflows_are_called() -> None:
    """What a helper is told to click on is there."""
    for file, name in (("publish.yml", "Publish"), ("audit.yml", "Audit")):
        text = (ROOT / ".github" / "workflows" / file).read_text(encoding="utf-8")
        assert f"name: {name}\n" in text
        assert f"**{name}**" in GUIDE
    check = (ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")
    for word in ("trang-de-xem", "xem-trang.py"):
        assert word in check
        assert f"`{word}`" in GUIDE


def test_the_rollback_of_the_guide_works(tmp_path: Path) -> None:
    """The two commands that put an earlier release back, as they stand there."""
    target = tmp_path / "target"
    for number in (1, 2):
        publish(site(tmp_path / "built", number), target, SITEURL)
    commands = re.findall(r"sudo -u trang-tin ((?:ln|mv) .*)", GUIDE)
    assert len(commands) == 2
    for command in commands:
        subprocess.run(["/bin/sh", "-c", command.replace("releases/41", "releases/1")], cwd=target, check=True)
    assert "<p>1</p>" in (target / "current" / "web" / "index.html").read_text(encoding="utf-8")
