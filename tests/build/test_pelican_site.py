"""It stays a Pelican site: its command, its settings and other people's plugins work as elsewhere."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.build import build

ROOT = Path(__file__).resolve().parents[2]
NOW = "2022-09-01T08:00"

UNION = (
    "slug: lien-hiep-thu\nname: Liên hiệp Hội tỉnh Thử\nshort_name: Liên hiệp Thử\nprovince: Thử\nsource: bịa để thử\n"
)
ARTICLE = "title: {}\ndate: 2022-07-0{}\nsummary: Tóm tắt.\nassociations: [hoi-thu]\nactivities: [tap-huan]\n"
FILES = {
    "union.md": f"---\n{UNION}---\nGiới thiệu.\n",
    "associations/hoi-thu.md": "---\nname: Hội Thử\nshort_name: Hội Thử\nsource: bịa để thử\n---\nHội.\n",
    "activities/tap-huan.md": "---\nname: Tập huấn\n---\nLớp.\n",
    "news/2022/mot.md": f"---\n{ARTICLE.format('Một', 1)}---\nmột hai ba [bốn]({{filename}}hai.md)\n",
    "news/2022/hai.md": f"---\n{ARTICLE.format('Hai', 2)}---\nmột hai\n",
    "news/2022/nhap.md": f"---\n{ARTICLE.format('Nháp', 3)}status: draft\n---\nmột\n",
    "images/a.png": "không phải ảnh thật",
}

STRANGER = """
import json, os
from pelican import signals
words, seen = {}, []
def count(content):
    words[content.title] = len(content._content.split())
def look(generators):
    seen.extend(str(a.category) for g in generators for a in g.context["articles"])
def add(pelican):
    with open(os.path.join(pelican.output_path, "words.json"), "w") as file:
        json.dump([words, sorted(set(seen))], file)
def register():
    signals.content_object_init.connect(count)
    signals.all_generators_finalized.connect(look)
    signals.finalized.connect(add)
"""

READER = """
import json, os
from pelican import contents, signals
made, seen = [], {}
class Counted(contents.Article):
    def __init__(self, *arguments, **named):
        made.append(1)
        super().__init__(*arguments, **named)
import associations.pelican_articles as adapter
adapter.PelicanArticle = Counted
def look(generators):
    articles = generators[-1].context["articles"]
    seen["before"] = len(made)
    seen["titles"] = [articles[0].title, articles[-1].title, len(articles[:1]), len(articles)]
    seen["same"] = articles[0] is articles[0]
    first = articles[0]
    seen["first"] = [first.url, first.save_as, str(first.category), [str(tag) for tag in first.tags], str(first.author)]
    seen["drafts"] = [draft.title for draft in generators[-1].context["drafts"]]
    seen["after"] = len(made)
def add(pelican):
    with open(os.path.join(pelican.output_path, "seen.json"), "w") as file:
        json.dump(seen, file)
def register():
    signals.all_generators_finalized.connect(look)
    signals.finalized.connect(add)
"""

SETTINGS = """
import sys
sys.path.insert(0, {root!r})
from pelicanconf import *
THEME = {theme!r}
THEME_STATIC_DIR = "tinh"
ARTICLE_URL = "bai/{{slug}}/"
OUTPUT_RETENTION = ["giu.txt"]
JINJA_FILTERS = {{"shout": str.upper}}
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        file = tmp_path / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "content"


def pelican(
    content: Path, output: Path, *more: str, conf: Path = ROOT / "pelicanconf.py"
) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "pelican", str(content), "-s", str(conf), "-o", str(output)]
    return subprocess.run(
        [*command, "-e", f'NOW="{NOW}"', *more], cwd=ROOT, capture_output=True, text=True, check=False
    )


def tree(folder: Path) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


def test_pelican_writes_the_same_bytes(tmp_path: Path) -> None:
    """`pelican content -s pelicanconf.py -o DIR` and `tasks.py build --output DIR` write the same files."""
    assert build(ROOT / "content", tmp_path / "a", NOW, strict=False) == 0
    run = pelican(ROOT / "content", tmp_path / "b")
    assert run.returncode == 0, run.stderr
    assert len(tree(tmp_path / "a")) > 100
    assert tree(tmp_path / "a") == tree(tmp_path / "b")


def test_pelican_publishes_the_same_bytes(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`SITEURL=… pelican content -s publishconf.py` and `tasks.py build --publish`: for readers, with feeds."""
    monkeypatch.setenv("SITEURL", "https://thu.example/sub")
    assert build(content, tmp_path / "a", NOW, strict=False, publish=True, cache=None) == 0
    run = pelican(content, tmp_path / "b", conf=ROOT / "publishconf.py")
    assert run.returncode == 0, run.stderr
    out = tree(tmp_path / "b")
    assert out == tree(tmp_path / "a")
    assert b'href="https://thu.example/sub/tin/2022/mot/"' in out["atom.xml"]
    assert "tin/2022/nhap/index.html" not in out


@pytest.mark.parametrize("siteurl", [None, "", "thu.example"])
def test_pelican_publishes_nowhere_without_siteurl(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, siteurl: str | None
) -> None:
    """Misuse: exit 2, what to set, and nothing is written."""
    monkeypatch.delenv("SITEURL", raising=False)
    if siteurl is not None:
        monkeypatch.setenv("SITEURL", siteurl)
    run = pelican(content, tmp_path / "out", conf=ROOT / "publishconf.py")
    assert (run.returncode, "SITEURL" in run.stdout + run.stderr) == (2, True)
    assert not (tmp_path / "out").exists()


def test_pelican_refuses_lists_that_are_no_folders(content: Path, tmp_path: Path) -> None:
    """Their numbered pages and feeds would have no place: misuse that names the setting."""
    run = pelican(content, tmp_path / "out", "-e", 'ACTIVITY_URL="linh-vuc/{slug}.html"')
    assert (run.returncode, "ACTIVITY_URL" in run.stdout + run.stderr) == (2, True)
    assert not (tmp_path / "out").exists()


def test_pelican_fails_on_content_with_errors_and_leaves_the_output(content: Path, tmp_path: Path) -> None:
    """Pelican itself exits 0 on nearly everything; with our plugin an error exits 1 and nothing is written."""
    output = tmp_path / "out"
    assert pelican(content, output).returncode == 0
    before = tree(output)
    (content / "news/2022/mot.md").write_text("---\ntitle: Một\n---\n", encoding="utf-8")
    run = pelican(content, output)
    assert run.returncode == 1
    assert "[missing-field]" in run.stderr
    assert tree(output) == before


def test_pelican_refuses_a_folder_of_others_and_a_moment_that_is_none(content: Path, tmp_path: Path) -> None:
    """Misuse is exit 2, from either command."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/thesis.txt").write_text("ba năm", encoding="utf-8")
    assert pelican(content, tmp_path / "mine").returncode == 2
    assert tree(tmp_path / "mine") == {"thesis.txt": "ba năm".encode()}
    assert pelican(content, tmp_path / "out", "-e", 'NOW="hôm qua"').returncode == 2
    assert not (tmp_path / "out").exists()


def test_content_and_output_may_not_lie_in_each_other(content: Path) -> None:
    """The next build would take its own pages for content, or remove the content: misuse."""
    before = tree(content.parent)
    assert pelican(content, content / "out").returncode == 2
    assert tree(content.parent) == before


def test_pelican_may_not_empty_the_output(content: Path, tmp_path: Path) -> None:
    """DELETE_OUTPUT_DIRECTORY would take the last good site away before anything is checked: misuse."""
    assert pelican(content, tmp_path / "out").returncode == 0
    before = tree(tmp_path / "out")
    assert pelican(content, tmp_path / "out", "-d").returncode == 2
    assert tree(tmp_path / "out") == before


def test_a_strangers_plugin_sees_articles_and_adds_a_file(content: Path, tmp_path: Path) -> None:
    """A plugin that counts words on `content_object_init` and writes on `finalized` works unchanged, each time."""
    (tmp_path / "stranger.py").write_text(STRANGER, encoding="utf-8")
    plugins = json.dumps(["associations.generator", "stranger"])
    more = ("-e", f"PLUGINS={plugins}", f'PLUGIN_PATHS=["{tmp_path.as_posix()}"]')
    for _ in range(2):
        run = pelican(content, tmp_path / "out", *more)
        assert run.returncode == 0, run.stderr
        words, categories = json.loads((tmp_path / "out/words.json").read_text(encoding="utf-8"))
        assert {title: words[title] for title in ("Hai", "Nháp")} == {"Hai": 2, "Nháp": 1}
        assert words["Một"] > 4  # a link stands in it: markup counts too, as it does in Pelican
        assert categories == ["Tập huấn"]


def test_articles_become_pelicans_when_somebody_asks(content: Path, tmp_path: Path) -> None:
    """Nobody listens, nobody pays: an Article is made when it is first used, and is the same one afterwards."""
    (tmp_path / "reader.py").write_text(READER, encoding="utf-8")
    plugins = json.dumps(["associations.generator", "reader"])
    run = pelican(content, tmp_path / "out", "-e", f"PLUGINS={plugins}", f'PLUGIN_PATHS=["{tmp_path.as_posix()}"]')
    assert run.returncode == 0, run.stderr
    assert json.loads((tmp_path / "out/seen.json").read_text(encoding="utf-8")) == {
        "before": 0,
        "titles": ["Hai", "Một", 1, 2],
        "same": True,
        "first": ["tin/2022/hai/", "tin/2022/hai/index.html", "Tập huấn", ["Hội Thử"], "Liên hiệp Thử"],
        "drafts": ["Nháp"],
        "after": 3,
    }


def test_what_the_stranger_added_goes_when_it_goes(content: Path, tmp_path: Path) -> None:
    """The output holds what this build made: nothing stays of a plugin that is gone."""
    (tmp_path / "stranger.py").write_text(STRANGER, encoding="utf-8")
    plugins = json.dumps(["associations.generator", "stranger"])
    pelican(content, tmp_path / "out", "-e", f"PLUGINS={plugins}", f'PLUGIN_PATHS=["{tmp_path.as_posix()}"]')
    assert pelican(content, tmp_path / "out").returncode == 0
    assert not (tmp_path / "out/words.json").exists()


def test_theme_filters_addresses_and_retention_mean_what_they_mean(content: Path, tmp_path: Path) -> None:
    """THEME, THEME_STATIC_DIR, JINJA_FILTERS, address patterns and OUTPUT_RETENTION as a Pelican user knows them."""
    theme = tmp_path / "theme"
    for template in sorted((ROOT / "theme/templates").glob("*.html")):
        (theme / "templates").mkdir(parents=True, exist_ok=True)
        (theme / "templates" / template.name).write_text("{{ view.head.title|shout }}", encoding="utf-8")
    (theme / "static/css").mkdir(parents=True)
    (theme / "static/css/one.css").write_text("a { color: red }", encoding="utf-8")
    conf = tmp_path / "conf.py"
    conf.write_text(SETTINGS.format(root=str(ROOT), theme=str(theme)), encoding="utf-8")
    output = tmp_path / "out"
    assert pelican(content, output, conf=conf).returncode == 0
    (output / "giu.txt").write_text("còn đây", encoding="utf-8")
    assert pelican(content, output, conf=conf).returncode == 0
    assert (output / "bai/mot/index.html").read_text(encoding="utf-8") == "MỘT – LIÊN HIỆP THỬ"
    assert [f.read_text(encoding="utf-8") for f in (output / "tinh").glob("site.*.css")] == ["a{color:red}"]
    assert (output / "giu.txt").exists()


def test_a_theme_that_lacks_a_template_fails_loudly(content: Path, tmp_path: Path) -> None:
    """A missing template never falls back to another theme: exit 1, nothing written."""
    (tmp_path / "theme/templates").mkdir(parents=True)
    (tmp_path / "theme/static").mkdir()
    conf = tmp_path / "conf.py"
    conf.write_text(SETTINGS.format(root=str(ROOT), theme=str(tmp_path / "theme")), encoding="utf-8")
    assert pelican(content, tmp_path / "out", conf=conf).returncode == 1
    assert not (tmp_path / "out").exists()
