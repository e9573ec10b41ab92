"""docs/content.md says what the code does, and the examples that editors copy work."""

import importlib.util
import re
import shutil
from pathlib import Path

import pytest
from invoke.collection import Collection

from associations.addresses import NAMES
from associations.assets import SPRITE, SYMBOL
from associations.edition import Edition, prepare
from associations.parse import UNIT, parse
from associations.schema import SCHEMAS
from associations.sources import Kind, Source, scan
from associations.sources import read as read_source
from frontmatter.nodes import Mapping, Node, Sequence
from frontmatter.reader import read
from messages.report import report
from messages.rules import RULES
from newsroom import docs
from newsroom.docs_tables import key_paths, shown
from tests.support.sites import ROOT, options

WRITTEN = ["README.md", "docs/architecture.md", "docs/bien-tap.md", "docs/xuat-ban.md"]  # by hand
GUIDE = (ROOT / "docs" / "bien-tap.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTENT = docs.text()
NOW = "2024-12-01T08:00"

FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
FILES = [
    (path, text) for path, text in re.findall(r"`content/([^`]+\.md)`:\n\n```markdown\n(.*?)^```$", GUIDE, re.M | re.S)
]
FRAGMENTS = [text for _, language, text in FENCE.findall(GUIDE) if language == "yaml"]

POST = "news/2024/mo-lop-ghep-cay.md"
MISTAKES = [  # in docs/example: which file, what stands there, what is written instead
    (POST, "associations: [hoi-lam-vuon]", "associations: [hoi-lam-vuong]"),
    (POST, "title: Hội Làm vườn mở lớp ghép cây", "title: Hội Làm vườn: mở lớp ghép cây"),
    (POST, "title: Hội Làm vườn mở lớp ghép cây", "title: Lớp ghép cây số 2 # năm 2024"),
    (POST, "summary: Ba lớp ghép cây đầu tiên của năm, mỗi lớp hai ngày.\n", ""),
    (POST, "date: 2024-03-04", "date: 04/03/2024"),
    (POST, "date: 2024-03-04", "date: 2023-03-04"),
    (POST, "quote: mở 3 lớp ghép cây", "quote: đã mở 3 lớp ghép cây"),
    (POST, "unit: lớp", "unit: lớp học"),
    (POST, "[tap-huan]", "[tap-huan]\nimage: {src: images/2024/ghep-cay.jpg, alt: Hai bàn tay ghép cành}"),
    (POST, "trong quý I.", "trong [quý I](/tin/2024/3/)."),
    ("associations/hoi-nuoi-ong.md", "  into: [hoi-lam-vuon]\n", ""),
]


def example(tmp_path: Path, path: str = "", text: str = "") -> Edition:
    """The example site below `tmp_path`, with one file added or replaced."""
    folder = tmp_path / "content"
    shutil.copytree(docs.EXAMPLES, folder, dirs_exist_ok=True)
    if path:
        (folder / path).write_text(text, encoding="utf-8")
    return prepare(options(folder, now=NOW))


def lines(edition: Edition, tmp_path: Path) -> list[str]:
    """Its problems as an editor in `tmp_path` reads them."""
    return report(edition.problems, tmp_path / "content", tmp_path).splitlines()


def test_content_md_is_current() -> None:
    """docs/content.md is what the schema says; after a change of it: `python3 tasks.py docs`."""
    assert docs.TARGET.read_text(encoding="utf-8") == CONTENT


def test_every_key_stands_in_content_md() -> None:
    """Each kind of file has its place and every one of its keys, nested ones too, below its heading."""
    for schema in SCHEMAS.values():
        section = CONTENT.partition(f": `{schema.where}`\n")[2].partition("\n## ")[0]
        for place, key in key_paths(schema.keys):
            assert f"| `{place}` | {'có' if key.required else ''} |" in section, (schema.where, place)
    assert all(f"| `{key.name}` |" in CONTENT for key in UNIT.keys)


def test_every_rule_and_address_stands_in_content_md() -> None:
    """No problem and no address pattern is left out."""
    for rule, entry in RULES.items():
        assert f"| `{rule}` | {'lỗi' if entry.severity == 'error' else 'cảnh báo'} |" in CONTENT
    assert all(f"| `{name}` |" in CONTENT for name in NAMES)


def test_a_sentence_is_shown_with_dots_for_its_values() -> None:
    """No placeholder of the catalogue reaches an editor."""
    assert shown('không có "{value}" ở {place}, thêm {{date: …}}') == 'không có "…" ở …, thêm {date: …}'


def test_the_example_site_has_no_problem(tmp_path: Path) -> None:
    """The examples of docs/content.md are a whole site: what an editor copies passes every check."""
    assert lines(example(tmp_path), tmp_path) == []


def test_the_examples_use_every_key() -> None:
    """Whoever looks for a key finds it at work."""
    sources, _ = scan(docs.EXAMPLES, ("images", "files"))
    for kind, schema in SCHEMAS.items():
        used: set[str] = set()
        for found in sources.texts:
            source = read_source(found)[0]
            if source and source.kind == kind:
                assert parse(source).problems == ()
                document, _ = read(source.data, source.path)
                assert document
                used |= set(places(document.head))
        assert {place for place, _ in key_paths(schema.keys)} <= used, kind


def places(node: Node, prefix: str = "") -> list[str]:
    """The path of every key below a node, written as docs/content.md does."""
    if isinstance(node, Sequence):
        return [place for item in node.items for place in places(item, f"{prefix.removesuffix('.')}[].")]
    found = []
    for entry in node.entries if isinstance(node, Mapping) else ():
        found += [prefix + entry.key, *places(entry.value, f"{prefix}{entry.key}.")]
    return found


def test_every_shown_example_is_there_whole() -> None:
    """docs/content.md holds the example files as they are."""
    for names in docs.SHOWN.values():
        for name in names:
            assert f"```markdown\n{(docs.EXAMPLES / name).read_text(encoding='utf-8')}```" in CONTENT


def test_the_guide_has_examples() -> None:
    """The tests below look at something."""
    assert len(FILES) >= 4
    assert len(FRAGMENTS) >= 8


@pytest.mark.parametrize(("path", "text"), FILES, ids=[path for path, _ in FILES])
def test_a_file_of_the_guide_can_be_copied_as_it_is(path: str, text: str, tmp_path: Path) -> None:
    """Copied into the example site under the name that the guide gives, it has no problem."""
    assert lines(example(tmp_path, path, text), tmp_path) == []


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_a_fragment_of_the_guide_is_front_matter(fragment: str) -> None:
    """Put into a file of its kind, in place of the same keys, every fragment is read without a problem."""
    entries = re.findall(r"^[a-z_]+:.*\n(?:[ -].*\n)*", fragment, re.MULTILINE)
    assert "".join(entries) == fragment
    keys = {entry.partition(":")[0] for entry in entries}
    kinds: tuple[Kind, ...] = ("article", "association")
    kind = next(kind for kind in kinds if keys <= {key.name for key in SCHEMAS[kind].keys})
    path = {"article": POST, "association": "associations/hoi-nuoi-ong.md"}[kind]
    _, head, body = (docs.EXAMPLES / path).read_text(encoding="utf-8").split("---\n", 2)
    kept = [e for e in re.findall(r"^[a-z_]+:.*\n(?: .*\n)*", head, re.MULTILINE) if e.partition(":")[0] not in keys]
    text = f"---\n{''.join(kept)}{fragment}---\n{body}"
    problems = parse(Source(path, kind, text.encode())).problems
    assert [problem for problem in problems if problem.rule != "quote-not-in-body"] == []  # that body is another's


def test_the_lines_that_the_guide_explains_are_the_real_ones(tmp_path: Path) -> None:
    """Every line of output in the guide is what `check` says about the mistake that it explains, and all are there."""
    said = set()
    for number, (path, old, new) in enumerate(MISTAKES):
        folder = tmp_path / str(number)
        text = (docs.EXAMPLES / path).read_text(encoding="utf-8")
        assert old in text
        said |= set(lines(example(folder, path, text.replace(old, new, 1)), folder))
    assert set(quoted(GUIDE)) == said
    assert len(quoted(README)) == 1
    assert set(quoted(README)) <= said


def quoted(document: str) -> list[str]:
    """The lines of output that a document shows."""
    return [line for _, language, text in FENCE.findall(document) if language == "text" for line in text.splitlines()]


def test_the_post_of_the_readme_is_read_without_a_problem() -> None:
    """The shortest post there is."""
    (post,) = (text for _, language, text in FENCE.findall(README) if language == "markdown")
    assert parse(Source(POST, "article", post.encode())).problems == ()


def test_the_guide_names_only_keys_and_rules_that_exist() -> None:
    """Keys are written `key:`, rules in square brackets."""
    known = {place.rpartition(".")[2] for schema in SCHEMAS.values() for place, _ in key_paths(schema.keys)}
    prose = FENCE.sub("", GUIDE)
    named = set(re.findall(r"`([a-z_]+):(?: [^`]*)?`", prose))
    assert len(named) > 20
    assert named <= known
    rules = {match[1] for line in quoted(GUIDE) if (match := re.search(r"\[([a-z-]+)\]$", line))}
    assert len(rules) > 5
    assert rules <= set(RULES)


def test_the_guide_names_only_marks_that_the_theme_draws() -> None:
    """An editor who copies a mark gets the drawing."""
    sprite = (ROOT / "theme" / "static" / SPRITE).read_text(encoding="utf-8")
    sentence = GUIDE.partition("`mark:` là hình vẽ, một trong:")[2].partition(".")[0]
    named = re.findall(r"`([a-z-]+)`", sentence)
    assert len(named) > 5
    assert set(named) <= set(SYMBOL.findall(sprite))


@pytest.mark.parametrize("name", [*WRITTEN, "docs/content.md"])
def test_links_between_the_documents_lead_somewhere(name: str) -> None:
    """A link to a file of the repository, and to a heading, finds it; examples of links are code."""
    file = ROOT / name
    prose = re.sub(r"`[^`\n]*`", "", FENCE.sub("", file.read_text(encoding="utf-8")))
    for target in re.findall(r"(?<!\\)\]\(([^)\s]+)\)", prose):
        path, _, anchor = target.partition("#")
        if "://" in path:
            continue
        other = (file.parent / path) if path else file
        assert other.exists(), target
        assert not anchor or anchor in headings(other.read_text(encoding="utf-8")), target


def headings(text: str) -> set[str]:
    """The anchors that GitHub and GitLab give the headings of a Markdown file."""
    found = re.findall(r"^#+ (.+)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


@pytest.mark.parametrize("name", WRITTEN)
def test_the_commands_in_the_documents_exist(name: str) -> None:
    """Every `python3 tasks.py TASK --flag` names a task and its flags."""
    spec = importlib.util.spec_from_file_location("documented_tasks", ROOT / "tasks.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    contexts = {context.name: context for context in Collection.from_module(module).to_contexts()}
    commands = re.findall(r"python3 tasks\.py([^`\n#]*)", (ROOT / name).read_text(encoding="utf-8"))
    assert commands
    for command in commands:
        words = command.split()
        if not words or words[0] in ("--list", "TASK"):
            continue
        flags = {word for word in words if word.startswith("--")}
        assert words[0] in contexts, command
        assert flags <= set(contexts[words[0]].flags), command
