"""A copy of the work tree as a checkout of it would be: what git keeps or would keep, and nothing that was made."""

import shutil
import subprocess
from pathlib import Path

from tests.ci.definitions import ROOT


def copy_work_tree(target: Path) -> Path:
    """The files as they are now, committed or not; ignored ones stay behind. Needs git."""
    # In CI's container the work tree may belong to another user.
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    for name in filter(None, listing.split("\0")):
        if (ROOT / name).is_file():  # one that was just deleted is still listed
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name, follow_symlinks=False)
    return target
