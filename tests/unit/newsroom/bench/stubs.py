"""Programs that stand for the generators: a page for each article, with all that the site knows on it."""

from __future__ import annotations

import sys
from pathlib import Path

from newsroom.bench.edits import TEMPLATES
from newsroom.bench.records import HUGO, PELICAN, Machine, Report

STUB = '''\
#!{python}
"""Builds ./content into the folder that a flag names, else ./output."""
import sys
from pathlib import Path

named = [sys.argv[place + 1] for place, word in enumerate(sys.argv) if word in ("--output", "--destination")]
content, output = Path("content"), Path((named or ["output"])[0])
articles = sorted(content.glob("news/*/*.md"))
assert len(articles) >= 10, "no corpus here"
shared = [*sorted(content.glob("associations/*.md")), *Path("theme").rglob("footer.html")]
ending = "".join(file.read_text("utf-8") for file in shared) + "</html>"
pages = {{f"tin/{{file.stem}}/index.html": file.read_text("utf-8") for file in articles}}
pages["index.html"] = pages[f"tin/{{articles[-1].stem}}/index.html"]
pages |= {{f"hoi/{{file.stem}}/index.html": "" for file in content.glob("associations/*.md")}}
{fault}
for path, text in pages.items():
    page = output / path
    page.parent.mkdir(parents=True, exist_ok=True)
    if not page.exists() or page.read_text("utf-8") != text + ending:
        page.write_text(text + ending, "utf-8")
'''

FAULTS = {
    "none": "",
    "drops an article": "del pages[f'tin/{articles[3].stem}/index.html']",
    "writes an empty page": "pages[f'tin/{articles[3].stem}/index.html'] = ending = ''",
    "keeps what is there": "pages = {} if output.exists() else pages",
    "fails": "sys.exit('nothing works')",
}


def lay(root: Path, fault: str = "none") -> dict[str, Path]:
    """A work tree of stubs at `root`, ours with a fault; the programs of the peers."""
    files = {
        "tasks.py": STUB.format(python=sys.executable, fault=FAULTS[fault]),
        "hugo": STUB.format(python=sys.executable, fault=""),
        "pelican": STUB.format(python=sys.executable, fault=""),
        "plugins/empty.py": "",
        f"{TEMPLATES}/footer.html": "<footer></footer>",
        "bench/peers/hugo/hugo.toml": "",
        "bench/peers/pelican/pelicanconf.py": "",
    }
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        file.chmod(0o755)
    (root / ".venv").mkdir()
    return {name: root / name for name in (HUGO, PELICAN)}


def empty(articles: int = 10, rounds: int = 1) -> Report:
    """A report with nothing measured yet."""
    return Report("2022-05-01", articles, rounds, Machine("stub", 2, 100, "Linux", "disk"), (), (), ())
