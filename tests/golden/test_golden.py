"""Five whole pages, byte for byte: a change of a template shows here as the difference that readers get.

They are of the made-up union in tests/sites/valid/everything. After a wanted change: `python3 tasks.py golden`, then
look at the difference before committing it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from associations.edition import prepare
from tests.support.sites import NOW, options, pages

HERE = Path(__file__).resolve().parent
CONTENT = HERE.parent / "sites" / "valid" / "everything" / "content"
GOLDEN = {
    "home.html": "index.html",
    "article.html": "tin/2022/mua-ca-giong/index.html",
    "association.html": "hoi/hoi-thuy-san/index.html",
    "activity.html": "linh-vuc/nuoi-trong/index.html",
    "matrix.html": "bang-tong-hop/index.html",
}
# Names of the theme's files hold hashes of their bytes, which are not under test here.
HASH = re.compile(rb'(?<=["(])(/assets/[a-z0-9-]+)\.[0-9a-f]{10}\.')


@pytest.fixture(scope="module")
def rendered() -> dict[str, bytes]:
    return pages(prepare(options(CONTENT, now=NOW)))


@pytest.mark.parametrize("name", GOLDEN)
def test_page_is_as_it_was_approved(name: str, rendered: dict[str, bytes], request: pytest.FixtureRequest) -> None:
    """Every byte, but for the hashes in the names of the theme's files."""
    page = HASH.sub(rb"\1.*.", rendered[GOLDEN[name]])
    file = HERE / name
    if request.config.getoption("--rewrite-golden", default=False):
        file.write_bytes(page)
    assert page.decode() == file.read_bytes().decode()


def test_there_are_no_other_golden_pages() -> None:
    """A page that nothing compares would only look like a test; more than five would hide what changed."""
    assert {file.name for file in HERE.glob("*.html")} == set(GOLDEN) and len(GOLDEN) <= 5
