"""Which files may lie among the pictures and attachments: the one list, and how large they should be.

What is served from the site's own address must not run there: pages, scripts and XML are no attachments. An SVG is a
picture, but for what `svg` refuses.
"""

from __future__ import annotations

from messages.problem import FILE, Problem, problem
from vietnamese.numbers import file_size

_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"

# File name extension → media type (IANA; `rar`, `7z` and `rtf` as servers send them).
PICTURES = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "svg": "image/svg+xml",
}
# A picture may be attached too.
DOCUMENTS = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "odt": f"{_OPEN}.text",
    "ods": f"{_OPEN}.spreadsheet",
    "odp": f"{_OPEN}.presentation",
    "rtf": "application/rtf",
    "txt": "text/plain",
    "csv": "text/csv",
    "epub": "application/epub+zip",
    "ics": "text/calendar",
    "zip": "application/zip",
    "rar": "application/vnd.rar",
    "7z": "application/x-7z-compressed",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "mp4": "video/mp4",
    "webm": "video/webm",
}
LISTED = {"pictures": ", ".join(PICTURES), "documents": ", ".join(DOCUMENTS)}
"""As the rules `media-type` and `picture-type` name them."""

LARGE_PICTURE = 5 << 20  # bytes: over it a warning
LARGE_FILE = 20 << 20


def media_type(path: str) -> str:
    """The media type of a file by the last extension of its name, such as `image/png`; empty where none is allowed."""
    _, dot, ending = path.rpartition("/")[2].rpartition(".")
    return {**PICTURES, **DOCUMENTS}.get(ending.lower(), "") if dot else ""


def is_picture(path: str) -> bool:
    """Whether the name of a file is that of a picture that browsers show."""
    return media_type(path) in PICTURES.values()


def check(path: str, size: int) -> list[Problem]:
    """What is wrong with the type or the size of a picture or attachment."""
    if not media_type(path):
        return [problem("media-type", path, 1, FILE, value=path.rpartition("/")[2], **LISTED)]
    limit = LARGE_PICTURE if is_picture(path) else LARGE_FILE
    if size > limit:
        return [problem("large-file", path, 1, FILE, size=file_size(size), limit=file_size(limit))]
    return []
