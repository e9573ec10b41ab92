"""Nothing that the pipelines run changes under them: actions, image and packages are pinned, renewed on purpose."""

import re
from pathlib import Path

import pytest

from tests.ci.definitions import DOCKERFILE, FOLDER, GITLAB, GITLAB_JOBS, PIPELINE, ROOT, github_jobs, read, steps


def test_actions_are_pinned_by_commit_and_name_their_version() -> None:
    """A tag can be moved to other code, a commit can't; the comment is for people and for Dependabot."""
    used = [
        line.strip().removeprefix("- ")
        for file in FOLDER.iterdir()
        for line in file.read_text(encoding="utf-8").splitlines()
        if re.match(r"\s*(- )?uses:", line)
    ]
    assert len(used) == sum("uses" in step for _, step in steps())
    pins = set()
    for line in used:
        pin = re.fullmatch(r"uses: (actions/[a-z-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)", line)
        assert pin, line
        pins.add(pin.groups())
    assert len(pins) == len({name for name, *_ in pins}), "one action in two versions"


def test_there_is_one_image() -> None:
    """GitHub's jobs, GitLab's, and the one that Dependabot renews: where they differ, the newer one is to be copied."""
    images = {job["container"] for _, _, job in github_jobs()} | {PIPELINE["default"]["image"]}
    from_lines = re.findall(r"^FROM (.+)$", DOCKERFILE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert images == set(from_lines) and len(images) == 1
    assert not [name for name, job in GITLAB_JOBS.items() if "image" in job]


def test_updates_are_looked_for_where_versions_are_pinned() -> None:
    """Every kind of pin has its updates, weekly, from a folder in which Dependabot finds something."""
    settings = read(ROOT / ".github" / "dependabot.yml")
    found = {update["package-ecosystem"]: update for update in settings["updates"]}
    needs = {"github-actions": ".github", "uv": "requirements.in", "npm": "package.json", "docker": "Dockerfile"}
    assert set(found) == set(needs) and settings["version"] == "2"
    for kind, update in found.items():
        assert (ROOT / update["directory"].lstrip("/") / needs[kind]).exists()
        assert update["schedule"]["interval"] == "weekly"


@pytest.mark.parametrize("lock", sorted(ROOT.glob("requirements*.txt")), ids=lambda lock: lock.name)
def test_locks_say_how_they_are_renewed_and_name_no_registry(lock: Path) -> None:
    """Dependabot takes the options from the head; each machine uses its own registry."""
    text = lock.read_text(encoding="utf-8")
    head = text.splitlines()[1]
    assert "uv pip compile --universal --generate-hashes --python-version 3.11 --no-emit-index-url" in head
    assert f"{lock.stem}.in -o {lock.name}" in head
    assert "://" not in text and "index-url " not in text.replace("--no-emit-index-url ", "")
    pins = re.findall(r"^[a-z0-9-]+==\S+.*\\$(?=\n    --hash=sha256:[0-9a-f]{64})", text, flags=re.MULTILINE)
    assert len(pins) == len(re.findall(r"^[a-zA-Z]", text, flags=re.MULTILINE))


def test_the_npm_lock_names_no_registry_either() -> None:
    """Only what a package's bytes must be."""
    text = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in text and '"integrity": "sha512-' in text


@pytest.mark.parametrize("file", [*FOLDER.iterdir(), GITLAB], ids=lambda file: file.name)
def test_pipelines_bring_nothing_from_elsewhere(file: Path) -> None:
    """No remote includes, no scripts from the network: only actions, the image, Debian's packages and the locks."""
    code = "\n".join(line.partition("#")[0] for line in file.read_text(encoding="utf-8").splitlines())
    assert not re.search(r"\b(curl|wget|include|trigger)\b|https?:", code)
