"""What .github/workflows and .gitlab-ci.yml say, read once: jobs by the file and name they have there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".github" / "workflows"
GITLAB = ROOT / ".gitlab-ci.yml"
DOCKERFILE = ROOT / ".github" / "image" / "Dockerfile"

TEST_COMMAND = "python3 tasks.py test"


def read(file: Path) -> Any:
    """A YAML file with every value as text, so that `on` is a name and no truth value."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


WORKFLOWS: Mapping[str, Any] = {file.name: read(file) for file in sorted(FOLDER.iterdir())}
"""GitHub's, by the file's name."""

PIPELINE: Mapping[str, Any] = read(GITLAB)

GLOBAL_KEYWORDS = {"default", "stages", "workflow"}
GITLAB_JOBS: Mapping[str, Any] = {
    name: {**(PIPELINE[job["extends"]] if "extends" in job else {}), **job}
    for name, job in PIPELINE.items()
    if name not in GLOBAL_KEYWORDS and not name.startswith(".")
}
"""GitLab's, with what they extend put in."""


@dataclass(frozen=True)
class Job:
    """One job: where it stands, its commands a line each, and what its steps add to the environment."""

    place: str
    lines: tuple[str, ...]
    environ: tuple[tuple[str, str], ...] = ()

    @property
    def commands(self) -> tuple[str, ...]:
        """What it does in the work tree: without the lines that only furnish the image."""
        return tuple(line for line in self.lines if not is_apt(line))


def is_apt(line: str) -> bool:
    return line.startswith("apt-get ")


def github_jobs() -> Iterator[tuple[str, str, Any]]:
    """File, name and definition of each."""
    for file, workflow in WORKFLOWS.items():
        for name, job in workflow["jobs"].items():
            yield file, name, job


def steps() -> Iterator[tuple[str, Any]]:
    """Every step of every workflow, with a name for messages."""
    for file, name, job in github_jobs():
        for number, step in enumerate(job["steps"], start=1):
            yield f"{file}: {name}, step {number}", step


def github_commands() -> dict[str, Job]:
    """The jobs that run commands, by `file/job`."""
    jobs = {}
    for file, name, job in github_jobs():
        running = [step for step in job["steps"] if "run" in step]
        lines = tuple(line for step in running for line in step["run"].splitlines())
        environ = tuple(pair for step in running for pair in step.get("env", {}).items())
        if lines:
            jobs[f"{file}/{name}"] = Job(f"{file}/{name}", lines, environ)
    return jobs


def gitlab_commands() -> dict[str, Job]:
    """The jobs by `gitlab/job`."""
    before = tuple(PIPELINE["default"]["before_script"])
    return {
        f"gitlab/{name}": Job(f"gitlab/{name}", (*before, *job["script"]), tuple(job.get("variables", {}).items()))
        for name, job in GITLAB_JOBS.items()
    }


def hours(cron: str) -> tuple[int, set[int]]:
    """The minute and the hours of a cron line that runs every day; ranges and lists, no steps."""
    minute, hour, *days = cron.split()
    assert days == ["*", "*", "*"], cron
    found: set[int] = set()
    for part in hour.split(","):
        first, last = re.fullmatch(r"(\d+)(?:-(\d+))?", part).groups()  # type: ignore[union-attr]  # no match: the test fails here
        found.update(range(int(first), int(last or first) + 1))
    return int(minute), found
