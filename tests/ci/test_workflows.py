"""Rules for the workflows: what they may do, whose code they run, and when."""

import re
from typing import Any

import pytest

from tests.ci.definitions import (
    FOLDER,
    ROOT,
    WORKFLOWS,
    github_commands,
    github_jobs,
    gitlab_commands,
    hours,
    steps,
)

ALLOWED = {
    "check.yml": {"content": {"contents": "read"}, "test": {"contents": "read"}, "site": {"contents": "read"}},
    "publish.yml": {
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    },
    "audit.yml": {"python": {"contents": "read"}, "npm": {"contents": "read"}},
}
"""The most that each job may do. A job that isn't here has no rights to have."""

ALL_JOBS = [pytest.param(job, id=f"{file}-{name}") for file, name, job in github_jobs()]
ALL_STEPS = [pytest.param(step, id=place) for place, step in steps()]
IMAGE = re.compile(r"debian:bookworm-\d{8}-slim@sha256:[0-9a-f]{64}")


def test_every_job_says_what_it_may_do() -> None:
    """Nothing by default, and each job no more than its work takes."""
    assert [file for file, workflow in WORKFLOWS.items() if workflow["permissions"] != {}] == []
    given = {
        file: {name: job["permissions"] for name, job in workflow["jobs"].items()}
        for file, workflow in WORKFLOWS.items()
    }
    assert given == ALLOWED


def test_a_checkout_leaves_no_token_behind() -> None:
    """What runs after it could read the token in .git/config."""
    checkouts = [step for _, step in steps() if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts and all(step["with"]["persist-credentials"] == "false" for step in checkouts)


@pytest.mark.parametrize("step", ALL_STEPS)
def test_nothing_is_interpolated_into_a_shell(step: dict[str, Any]) -> None:
    """A pull request's title could be a command. Values go through the environment, and only those we know."""
    assert "${{" not in step.get("run", "")
    assert set(step.get("env", {}).values()) <= {"${{ steps.pages.outputs.base_url }}"}


def test_workflows_use_no_secrets_and_nothing_of_an_event() -> None:
    """Nor do they run in the main repository's name for a stranger's pull request."""
    for file in FOLDER.iterdir():
        text = file.read_text(encoding="utf-8")
        expressions = re.findall(r"\$\{\{(.*?)\}\}", text)
        assert not [it for it in expressions if re.search(r"secrets|github\.(event\b|head_ref|token)", it)]
    started = {trigger for workflow in WORKFLOWS.values() for trigger in workflow["on"]}
    assert started == {"push", "pull_request", "schedule", "workflow_dispatch"}


@pytest.mark.parametrize("job", ALL_JOBS)
def test_jobs_run_in_debians_image_and_end(job: dict[str, Any]) -> None:
    """By digest; the tests' time is the longest."""
    assert IMAGE.fullmatch(job["container"])
    assert 5 <= int(job["timeout-minutes"]) <= 45


def test_the_checks_run_on_every_push_and_pull_request() -> None:
    """Of any branch and any file. A newer push ends the check of the older one."""
    assert WORKFLOWS["check.yml"]["on"] == {"push": "", "pull_request": ""}
    assert WORKFLOWS["check.yml"]["concurrency"]["cancel-in-progress"] == "true"
    assert "${{ github.ref }}" in WORKFLOWS["check.yml"]["concurrency"]["group"]


def test_the_site_to_look_at_is_made_for_pull_requests() -> None:
    """A push has nobody who asked to look."""
    assert WORKFLOWS["check.yml"]["jobs"]["site"]["if"] == "github.event_name == 'pull_request'"
    upload = WORKFLOWS["check.yml"]["jobs"]["site"]["steps"][-1]
    assert upload["uses"].startswith("actions/upload-artifact@")
    assert (upload["with"]["path"], upload["with"]["if-no-files-found"]) == ("site", "error")


def test_main_is_published_on_push_and_hourly_by_day() -> None:
    """From 06 to 22 Vietnam time, which is UTC+7 all year; only main; never two at once, and none broken off."""
    triggers = WORKFLOWS["publish.yml"]["on"]
    assert triggers["push"] == {"branches": ["main"]} and "workflow_dispatch" in triggers
    [schedule] = triggers["schedule"]
    minute, utc = hours(schedule["cron"])
    assert {(hour + 7) % 24 for hour in utc} == set(range(6, 23))
    assert 0 < minute < 30
    assert WORKFLOWS["publish.yml"]["concurrency"] == {"group": "publish", "cancel-in-progress": "false"}


def test_the_published_site_knows_its_address_from_pages() -> None:
    """And what is deployed is what was built."""
    jobs = WORKFLOWS["publish.yml"]["jobs"]
    by_id = {step["id"]: step for step in jobs["build"]["steps"] if "id" in step}
    assert by_id["pages"]["uses"].startswith("actions/configure-pages@")
    [build] = [step for step in jobs["build"]["steps"] if "--publish" in step.get("run", "")]
    assert build["env"] == {"SITEURL": "${{ steps.pages.outputs.base_url }}"}
    output = build["run"].split("--output ")[1].strip()
    assert jobs["build"]["steps"][-1]["with"]["path"] == output
    assert jobs["deploy"]["needs"] == "build"


def test_the_audit_is_weekly() -> None:
    """All locks, on one day of the week."""
    [schedule] = WORKFLOWS["audit.yml"]["on"]["schedule"]
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", schedule["cron"])
    audited = [
        name
        for line in github_commands()["audit.yml/python"].commands
        if "pip-audit " in line
        for name in re.findall(r"-r (\S+)", line)
    ]
    assert sorted(audited) == sorted(file.name for file in ROOT.glob("requirements*.txt"))


def test_builds_keep_the_cache() -> None:
    """Of what it was made from; with anything else changed, the newest before is where the next begins."""
    for file, name in (("check.yml", "content"), ("check.yml", "site"), ("publish.yml", "build")):
        [cache] = [s for s in WORKFLOWS[file]["jobs"][name]["steps"] if s.get("uses", "").startswith("actions/cache@")]
        assert cache["with"]["path"] == ".cache"
        assert cache["with"]["key"].startswith(cache["with"]["restore-keys"])
        named = re.findall(r"'([^']+)'", cache["with"]["key"])
        assert all(list(ROOT.glob(pattern)) for pattern in named)
        assert {"content/**", "plugins/**", "theme/**"} <= set(named)


def test_gitlab_does_what_github_does() -> None:
    """The same commands under the same names; GitLab shows no annotations."""
    github = {name: job.commands for name, job in github_commands().items()}
    github["check.yml/content"] = tuple(line.removesuffix(" --format github") for line in github["check.yml/content"])
    assert {name: job.commands for name, job in gitlab_commands().items()} == {
        **{f"gitlab/{name}": github[f"check.yml/{name}"] for name in ("content", "test", "site")},
        "gitlab/pages": github["publish.yml/build"],
        "gitlab/audit": github["audit.yml/python"] + github["audit.yml/npm"],
    }
