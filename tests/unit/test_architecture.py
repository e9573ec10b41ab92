"""The stages stand in one direction: this is the picture of docs/architecture.md, held against the imports."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"

PACKAGES = [
    "messages",
    "vietnamese",
    "outputs",
    "frontmatter",
    "bodies",
    "typeface",
    "incremental",
    "associations",
    "newsroom",
]

# Inside associations: a module may import those of earlier lines (and of its own).
STAGES = [
    ["model", "media_types", "sources", "views", "stylesheet", "templates", "svg", "stable_pages"],
    ["feed_forms", "places", "union_name"],
    ["addresses"],
    ["assets", "reading", "visibility", "archive"],
    ["render"],
    ["scalars"],
    ["fields"],
    ["schema"],
    ["quotes"],
    ["parse", "registry"],
    ["kept"],
    ["content", "membership", "article_checks", "results", "former_addresses", "site"],
    ["media"],
    ["links"],
    ["pages.planned", "pages.parts", "pages.entities", "pages.structured", "pages.keys"],
    ["pages.history", "pages.facts", "pages.lists", "pages.feed_content", "pages.moved"],
    ["pages.register", "pages.association", "pages.archives", "pages.intersections", "pages.activities"],
    ["pages.article", "pages.home", "pages.matrix", "pages.documents", "pages.plain"],
    ["pages.feeds", "pages.manifest", "pages.redirects", "pages.sitemaps"],
    ["pages.plan", "shell", "shown_media"],
    ["checks"],
    ["edition"],
    ["output", "memory", "notes", "turning_points"],
    ["standing"],
    ["pelican_articles", "pelican_settings"],
    ["generator"],
]
ADAPTERS = {
    "associations.pelican_articles",
    "associations.pelican_settings",
    "associations.generator",
    "newsroom.build",
}


def modules() -> Iterator[tuple[str, Path]]:
    """Every module of plugins/ by its dotted name."""
    for file in sorted(PLUGINS.rglob("*.py")):
        name = ".".join(file.relative_to(PLUGINS).with_suffix("").parts)
        yield name.removesuffix(".__init__"), file


def imports(file: Path) -> set[str]:
    """The dotted names a file imports, those inside functions too; `from a import b` gives a and a.b."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


@pytest.mark.parametrize(("name", "file"), list(modules()))
def test_a_package_imports_only_packages_before_it(name: str, file: Path) -> None:
    """messages, vietnamese, outputs → frontmatter → bodies → associations → newsroom: imports point back only."""
    own = PACKAGES.index(name.partition(".")[0])
    used = {target.partition(".")[0] for target in imports(file)}
    assert not {package for package in used & set(PACKAGES) if PACKAGES.index(package) > own}


def test_the_stages_of_associations_import_only_earlier_ones() -> None:
    """A module of associations stands in one stage and imports from earlier stages or its own."""
    level = {f"associations.{name}": number for number, names in enumerate(STAGES) for name in names}
    ours = {name: file for name, file in modules() if name.startswith("associations.") and name != "associations.pages"}
    assert set(ours) == set(level)
    wrong = [
        f"{name} imports {target}"
        for name, file in ours.items()
        for target in imports(file)
        if level.get(target, -1) > level[name]
    ]
    assert wrong == []


def test_only_adapters_import_pelican() -> None:
    """Everything else would work without Pelican."""
    users = {name for name, file in modules() if any(t.partition(".")[0] == "pelican" for t in imports(file))}
    assert users <= ADAPTERS


def test_what_runs_before_the_environment_needs_the_standard_library_alone() -> None:
    """tasks.py re-executes itself in its environment: until then nothing of ours or others may be missing."""
    allowed = set(sys.stdlib_module_names) | {"messages"}
    for name, file in modules():
        if name.partition(".")[0] in ("messages", "vietnamese"):
            used = {target.partition(".")[0] for target in imports(file)}
            assert used <= allowed | {name.partition(".")[0]}, name
