"""Three hundred articles over twelve years, forty associations with mergers and new names: every page, whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest

from associations.edition import Edition
from associations.pages.planned import Planned
from associations.views import AssociationView, Cell, Counted, ListPart, MatrixView, View
from tests.build import large_union
from tests.build.crawl import Page, broken, parsed, reachable
from tests.build.large_union import ENDS, NOW, RENAMED, UNION, Post
from tests.support.sites import SITEURL, build, lay, pages, prepared, reported, tree, view_of

NUMBERED = re.compile(r"trang/[0-9]+/$")


@pytest.fixture(scope="module")
def posts() -> list[Post]:
    return large_union.plan()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, posts: list[Post]) -> Path:
    """Where the content lies, and the output of one whole build in which no warning may stand."""
    folder = tmp_path_factory.mktemp("large")
    lay(folder / "content", large_union.files(posts))
    assert build(folder / "content", folder / "out", f"{NOW:%Y-%m-%dT%H:%M}", strict=True) == 0
    return folder


@pytest.fixture(scope="module")
def output(folder: Path) -> dict[str, bytes]:
    return tree(folder / "out")


@pytest.fixture(scope="module")
def read(output: dict[str, bytes]) -> dict[str, Page]:
    return parsed(output)


@pytest.fixture(scope="module")
def edition(folder: Path) -> Edition:
    return prepared(folder, {}, now=NOW)


def test_every_address_in_the_output_leads_to_a_file_of_it(output: dict[str, bytes], read: dict[str, Page]) -> None:
    """Links, pictures, anchors, stylesheets, marks: followed as a browser would."""
    assert sum(len(page.addresses) for page in read.values()) > 50_000
    assert list(broken(output, read)) == []


def test_every_page_is_found_from_the_front_page(read: dict[str, Page], posts: list[Post]) -> None:
    """By links alone, but for the page of missing pages and articles that were withdrawn and stand in no list."""
    withdrawn = {f"{post.address[1:]}index.html" for post in posts if post.state == "withdrawn"}
    pages = {path for path in read if path.endswith(".html")}
    assert pages - reachable(read) == {"404.html"} | withdrawn


def test_no_page_has_an_id_twice(read: dict[str, Page]) -> None:
    """A link to an anchor leads to one place."""
    assert [path for path, page in read.items() if len(page.ids) != len(set(page.ids))] == []


def pages_of(address: str, read: Mapping[str, Page]) -> Iterator[Page]:
    """The page of a list at its bare address and its numbered pages."""
    base = address[1:]
    yield read[f"{base}index.html"]
    for path, page in read.items():
        if path.startswith(f"{base}trang/"):
            yield page


def test_every_article_is_on_exactly_one_page_of_each_of_its_lists(read: dict[str, Page], posts: list[Post]) -> None:
    """None lost, none doubled, none where it does not belong; drafts and posts of the future too in a plain build."""
    for address, expected in large_union.lists(posts).items():
        shown = Counter(link for page in pages_of(address, read) for link in page.teasers)
        assert shown == Counter(expected), address


def test_there_are_no_other_lists(edition: Edition, posts: list[Post]) -> None:
    """An intersection has a page exactly where it has an article."""
    made = {NUMBERED.sub("", planned.address) for planned in edition.pages if has_list(planned, edition)}
    assert made == set(large_union.lists(posts))


def has_list(planned: Planned, edition: Edition) -> bool:
    return isinstance(getattr(planned.make(edition.links), "list", None), ListPart)


def counts(value: Any) -> Iterator[tuple[str, int]]:
    """Every address with a number of articles in a view, but the matrix's totals, which leave the union's work out."""
    if isinstance(value, Counted | Cell):
        if value.url:
            yield value.url, value.count
    elif isinstance(value, MatrixView):
        yield from counts((value.years, value.rows, value.union))
    elif isinstance(value, AssociationView):
        yield from ((activity.url, number) for activity, number in value.activities)
        yield from counts(value.years)
    elif isinstance(value, View):
        yield from counts(msgspec.structs.astuple(value))
    elif isinstance(value, tuple):
        for part in value:
            yield from counts(part)


def test_every_count_is_the_number_of_articles_behind_its_link(edition: Edition, posts: list[Post]) -> None:
    """Of distinct articles, on every page: registers, facets, years, chips, cells of the matrix and their rows."""
    expected = {address: len(articles) for address, articles in large_union.lists(posts).items()}
    years = {address: number for address, number in expected.items() if address.startswith("/tin/")}
    expected |= {address.replace("/tin/", "/bang-tong-hop/"): number for address, number in years.items()}
    seen = 0
    for planned in edition.pages:
        for url, number in counts(planned.make(edition.links)):
            assert number == expected[url], (planned.address, url)
            seen += 1
    assert seen > 5_000


def test_lists_say_how_many_articles_they_hold(output: dict[str, bytes], posts: list[Post]) -> None:
    """On the bare address, in words."""
    for address, articles in large_union.lists(posts).items():
        assert f">{len(articles)} bài<" in output[f"{address[1:]}index.html"].decode(), address


def test_totals_of_the_matrix_are_of_members_and_distinct(edition: Edition, posts: list[Post]) -> None:
    """The union's own work is in no column and not in the grand total; an article of both counts once."""
    for year in ("", *sorted({f"{post.date:%Y}" for post in posts})):
        matrix = view_of(edition, f"/bang-tong-hop/{year + '/' if year else ''}")
        assert isinstance(matrix, MatrixView)
        ours = [post for post in posts if post.of_a_member and f"{post.date:%Y}".startswith(year)]
        assert matrix.grand.count == large_union.count(ours, lambda post: True)
        for column, total in zip(matrix.columns, matrix.totals, strict=True):
            field = column.url.split("/")[-2]
            assert total.count == sum(field in post.activities for post in ours if post.state != "withdrawn")


def test_articles_name_bodies_as_they_were_called_then(output: dict[str, bytes], posts: list[Post]) -> None:
    """Before and after a new name; the last day of the old one included."""
    checked = Counter[bool]()
    for post in posts:
        if post.state == "withdrawn":
            continue
        html = output[f"{post.address[1:]}index.html"].decode()
        for number, until in RENAMED.items():
            if f"hoi-so-{number}" in post.associations:
                old = f"{post.date:%Y-%m-%d}"[: len(until)] <= until
                name = f"Ban Số {number}" if old else f"Hội Số {number}"
                assert f'<a href="/hoi/hoi-so-{number}/">{name}</a>' in html, post.slug
                checked[old] += 1
    assert checked[True] > 3 and checked[False] > 3


def test_ended_associations_say_what_became_of_them(output: dict[str, bytes]) -> None:
    """Each names its heirs with links, each heir its forerunner; they are no members in the register."""
    for number, (_, _, heirs) in ENDS.items():
        page = output[f"hoi/hoi-so-{number}/index.html"].decode()
        for heir in heirs:
            assert f'<a href="/hoi/hoi-so-{heir}/">Hội Số {heir}</a>' in page
            assert (
                f'<a href="/hoi/hoi-so-{number}/">Hội Số {number}</a>'
                in output[f"hoi/hoi-so-{heir}/index.html"].decode()
            )
    register = output["hoi/index.html"].decode()
    members, former = register.split("Hội trước đây")
    for number in ENDS:
        assert f'"/hoi/hoi-so-{number}/"' in former and f'"/hoi/hoi-so-{number}/"' not in members


def test_published_it_has_no_trace_of_what_is_not_for_readers(folder: Path, posts: list[Post]) -> None:
    """No page, no link, no count of drafts and of posts of the future; every address still leads somewhere."""
    edition = prepared(folder, {}, now=NOW, publish=True, siteurl=SITEURL)
    assert reported(edition) == []
    out = pages(edition)
    read = parsed(out)
    hidden = [post for post in posts if post.state in ("draft", "future")]
    assert len(hidden) == 12
    for post in hidden:
        needle = f'{post.slug}/"'.encode()
        assert [path for path, data in out.items() if needle in data or f"/{post.slug}/" in f"/{path}"] == []
    assert list(broken(out, read)) == []
    public = [post for post in posts if post not in hidden]
    for address, expected in large_union.lists(public).items():
        if expected:
            assert Counter(link for page in pages_of(address, read) for link in page.teasers) == Counter(expected)
    assert UNION in "".join(out)
