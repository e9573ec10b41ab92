"""The values of the tasks' flags, checked: folders, ports, formats. What is wrong with them is misuse, exit code 2."""

import hashlib
import re
from pathlib import Path

from messages import setup_texts
from messages.report import FORMS, Form
from newsroom.front_door import misuse
from newsroom.serve import PORT


def content_folder(value: str | None, root: Path) -> Path:
    """The folder that `--content` names, absolute; without the flag the work tree's own. It has to exist."""
    folder = _folder("content", value, root / "content")
    if not folder.exists():
        raise misuse(setup_texts.FOLDER_MISSING.format(flag="content", folder=folder))
    return folder


def output_folder(value: str | None, default: Path) -> Path:
    """The folder that `--output` names, absolute. It need not exist, but no file may have its name."""
    return _folder("output", value, default)


def preview_folder(content: Path, root: Path) -> Path:
    """Where `serve` builds: output/, or for content from elsewhere a folder of its own in the cache.

    Its name is the content folder's name and a hash of its path, so that two previews never overwrite one another.
    """
    if content.resolve() == (root / "content").resolve():
        return root / "output"
    name = re.sub(r"[^A-Za-z0-9_-]+", "-", content.resolve().name).strip("-") or "content"
    digest = hashlib.sha256(content.resolve().as_posix().encode()).hexdigest()[:12]
    return root / ".cache" / "preview" / f"{name}-{digest}"


def port_number(value: str | None) -> int:
    """The port that `--port` names."""
    if value is None:
        return PORT
    if not re.fullmatch("[0-9]{1,5}", value) or not 1 <= int(value) <= 65535:
        raise misuse(setup_texts.BAD_PORT.format(value=value))
    return int(value)


def report_format(value: str) -> Form:
    """The form in which `check` reports."""
    form = next((known for known in FORMS if known == value), None)
    if form is None:
        raise misuse(setup_texts.BAD_FORMAT.format(value=value, known=", ".join(FORMS)))
    return form


def _folder(flag: str, value: str | None, default: Path) -> Path:
    """A relative folder is meant from where the user stands."""
    if value == "":
        raise misuse(setup_texts.VALUE_MISSING.format(flag=f"--{flag}"))
    folder = Path(value).resolve() if value else default
    if folder.exists() and not folder.is_dir():
        raise misuse(setup_texts.NOT_A_FOLDER.format(flag=flag, folder=folder))
    return folder
