""".gitlab-ci.yml: GitLab's own linter is a server, so its rules that matter here are read and tried by these tests."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

import pytest

from tests.ci.definitions import GITLAB, GITLAB_JOBS, GLOBAL_KEYWORDS, PIPELINE

JOB_KEYWORDS = {
    "stage", "script", "rules", "timeout", "cache", "artifacts", "variables", "needs", "extends", "interruptible",
    "resource_group",
}  # fmt: skip
"""What our jobs use of GitLab's keywords; another one is added here when it is used on purpose."""

PLACES = {
    "cache": {"key", "paths"},
    "artifacts": {"name", "expose_as", "paths", "exclude", "expire_in"},
    "rules": {"if", "when"},
}

ALL_JOBS = [pytest.param(job, id=name) for name, job in GITLAB_JOBS.items()]

TOKEN = re.compile(r"""\s*(?:(?P<sign>==|!=|&&|\|\|)|\$(?P<name>\w+)|"(?P<text>[^"]*)")""")


@pytest.mark.parametrize("job", ALL_JOBS)
def test_jobs_are_made_of_known_keywords(job: dict[str, Any]) -> None:
    """GitLab refuses the whole file for one that it doesn't know; a script is lines of text."""
    assert set(job) <= JOB_KEYWORDS
    for place, known in PLACES.items():
        entries = job.get(place, [])
        for entry in entries if isinstance(entries, list) else [entries]:
            assert set(entry) <= known
    assert job["script"] and all(isinstance(line, str) and line for line in job["script"])
    assert job["stage"] in PIPELINE["stages"]
    assert re.fullmatch(r"\d+ minutes", job["timeout"])


def test_the_file_has_nothing_but_jobs_and_defaults() -> None:
    """What a job extends is there; the name of a hidden one begins with a dot."""
    assert set(PIPELINE) >= GLOBAL_KEYWORDS
    assert set(PIPELINE["default"]) == {"image", "interruptible", "before_script"}
    hidden = {name for name in PIPELINE if name.startswith(".")}
    assert hidden == {job["extends"] for job in GITLAB_JOBS.values() if "extends" in job}


@pytest.mark.parametrize("job", ALL_JOBS)
def test_artifacts_lie_in_the_work_tree(job: dict[str, Any]) -> None:
    """Relative, below it, and not the whole of it; they don't stay for ever."""
    for path in job.get("artifacts", {}).get("paths", []):
        parts = PurePosixPath(path).parts
        assert parts and parts[0] != "/" and not {"..", "."} & set(parts)
        assert job["artifacts"]["expire_in"]


@pytest.mark.parametrize("name", ["pages", "site"])
def test_the_builds_mark_stays_behind(name: str) -> None:
    """GitLab takes hidden files into an artifact, GitHub doesn't."""
    artifacts = GITLAB_JOBS[name]["artifacts"]
    output = next(line for line in GITLAB_JOBS[name]["script"] if " build " in line).split("--output ")[1]
    assert artifacts["exclude"] == [f"{output}/.built-site"]


def holds(condition: str, variables: Mapping[str, str]) -> bool:
    """A rule's `if`: comparisons of variables and texts, `&&` before `||`, a bare variable asks whether it is set."""
    tokens, at = [], 0
    while at < len(condition.rstrip()):
        found = TOKEN.match(condition, at)
        assert found, f"not understood: {condition[at:]}"
        tokens.append(found)
        at = found.end()
    value = [token["sign"] or (variables.get(token["name"]) if token["name"] else token["text"]) for token in tokens]
    signs = [token["sign"] for token in tokens]

    def ask(first: int, last: int) -> bool:
        for sign, choose in (("||", any), ("&&", all)):
            if sign in signs[first:last]:
                cut = signs.index(sign, first, last)
                return choose((ask(first, cut), ask(cut + 1, last)))
        if last - first == 1:
            return bool(value[first])
        assert last - first == 3 and signs[first + 1] in ("==", "!="), condition
        return (value[first] == value[first + 2]) == (signs[first + 1] == "==")

    return ask(0, len(tokens))


def chosen(rules: list[dict[str, str]], variables: Mapping[str, str]) -> bool:
    """The first rule that holds decides; where none does, the job (or the pipeline) is left out."""
    for rule in rules:
        if holds(rule["if"], variables):
            return rule.get("when") != "never"
    return False


def running(**variables: str) -> set[str]:
    """The jobs of a pipeline that these of GitLab's variables describe."""
    given = {"CI_DEFAULT_BRANCH": "main", **variables}
    if not chosen(PIPELINE["workflow"]["rules"], given):
        return set()
    return {name for name, job in GITLAB_JOBS.items() if chosen(job["rules"], given)}


@pytest.mark.parametrize(
    ("jobs", "variables"),
    [
        ("content test pages", {"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BRANCH": "main"}),
        ("content test pages", {"CI_PIPELINE_SOURCE": "web", "CI_COMMIT_BRANCH": "main"}),
        (
            "content test pages",
            {"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BRANCH": "main", "CI_OPEN_MERGE_REQUESTS": "union/site!1"},
        ),
        ("content test", {"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BRANCH": "bai-moi"}),
        (
            "",
            {"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BRANCH": "bai-moi", "CI_OPEN_MERGE_REQUESTS": "union/site!1"},
        ),
        ("content test site", {"CI_PIPELINE_SOURCE": "merge_request_event"}),
        ("pages", {"CI_PIPELINE_SOURCE": "schedule", "CI_COMMIT_BRANCH": "main", "TASK": "publish"}),
        ("audit", {"CI_PIPELINE_SOURCE": "schedule", "CI_COMMIT_BRANCH": "main", "TASK": "audit"}),
        ("", {"CI_PIPELINE_SOURCE": "schedule", "CI_COMMIT_BRANCH": "main"}),
        ("", {"CI_PIPELINE_SOURCE": "schedule", "CI_COMMIT_BRANCH": "bai-moi", "TASK": "publish"}),
        ("", {"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_TAG": "v1"}),
    ],
)
def test_each_occasion_has_its_jobs(jobs: str, variables: dict[str, str]) -> None:
    """Only main is published; a merge request gets the site to look at; no commit is tested twice."""
    assert running(**variables) == set(jobs.split())


def test_the_published_site_knows_its_address() -> None:
    """From GitLab; never two deployments at once, and none is broken off."""
    pages = GITLAB_JOBS["pages"]
    assert pages["variables"] == {"SITEURL": "$CI_PAGES_URL"}
    assert (pages["resource_group"], pages["interruptible"]) == ("pages", "false")
    assert pages["artifacts"]["paths"] == ["public/"], "the one folder that GitLab Pages takes"


def test_the_schedules_are_written_where_they_are_needed() -> None:
    """GitLab keeps them outside of the file: hourly 06 to 22 Vietnam time, weekly, with the variable that rules ask."""
    text = GITLAB.read_text(encoding="utf-8")
    told = dict(re.findall(r"^#\s+(\S+ \S+ \S+ \S+ \S+)\s+Asia/Ho_Chi_Minh\s+TASK=(\w+)", text, flags=re.MULTILINE))
    assert told == {"7 6-22 * * *": "publish", "37 8 * * 1": "audit"}
