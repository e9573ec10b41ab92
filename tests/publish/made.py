"""What a build leaves behind, without building: small sites for the publishing script."""

from pathlib import Path

SITEURL = "https://tin.example"


def site(folder: Path, number: int = 1, redirects: str = "", siteurl: str = SITEURL) -> Path:
    """The site's state `number` as a build would leave it in `folder`: every page names that state's stylesheet."""
    path = siteurl.partition("://")[2].partition("/")[2]
    style = f"assets/site.{number:010x}.css"
    page = (
        f'<link rel="canonical" href="{siteurl}/"><link rel="stylesheet" href="{f"/{path}" if path else ""}/{style}">'
        f"<p>{number}</p>"
    )
    files = {
        **dict.fromkeys(("index.html", "404.html", *(f"tin/{n}/index.html" for n in range(8))), page),
        style: f"/* {number} */",
        f"assets/anh.{number:010x}.webp": f"picture of {number}",
        f"assets/tim.{number:010x}.json": f"search data of {number}",
        "images/a.png": "PNG",
        "robots.txt": "User-agent: *\n",
        "_redirects": redirects,
        ".built-site": "",
    }
    known = {folder / name for name in files}
    for file in folder.rglob("*"):
        if file.is_file() and file not in known:
            file.unlink()
    for name, text in files.items():
        _replace(folder / name, text)
    return folder


def _replace(file: Path, text: str) -> None:
    """As the build does it: what is the same stays, what differs is a new file under the old name."""
    if file.is_file() and file.read_text(encoding="utf-8") == text:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f"{file.name}~")
    new.write_text(text, encoding="utf-8")
    new.replace(file)
