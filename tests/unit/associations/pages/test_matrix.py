"""The matrix: every count is of distinct articles, and each that is not nought leads to them."""

from pathlib import Path

import pytest

from associations.edition import Edition
from associations.views import Cell, MatrixView
from tests.support.posts import post, posts
from tests.support.sites import UNION, association, prepared, small_site, union, view_of

POSTS = posts(
    post("a", "2021-01-01", "hoi-mot", "tap-huan"),
    post("b", "2022-01-01", "hoi-mot", "tap-huan hoi-thao"),
    post("c", "2022-02-01", "hoi-mot hoi-hai", "tap-huan"),
    post("d", "2022-03-01", UNION, "tap-huan"),
    post("e", "2022-04-01", f"{UNION} hoi-hai", "hoi-thao"),
    post("g", "2022-06-01", "hoi-mot", "tap-huan", status="withdrawn", withdrawn={"date": "2022", "reason": "Sai."}),
)


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """Columns in Vietnamese order: Hội thảo, Tập huấn; rows: Hội Hai, Hội Một."""
    return prepared(tmp_path, small_site(POSTS))


def matrix(edition: Edition, address: str = "/bang-tong-hop/") -> MatrixView:
    view = view_of(edition, address)
    assert isinstance(view, MatrixView)
    return view


def counts(view: MatrixView) -> dict[str, list[int]]:
    """Each row's cells and, last, its total; the row of totals; the union's."""
    rows = {row.association.label: [cell.count for cell in (*row.cells, row.total)] for row in view.rows}
    assert view.union
    own = [cell.count for cell in (*view.union.cells, view.union.total)]
    return rows | {"totals": [cell.count for cell in (*view.totals, view.grand)], "union": own}


def test_totals_count_articles_and_are_no_sums(edition: Edition) -> None:
    """An article with two activities counts once in its row's total, one of two members once in its column's and the
    grand total; the union's own is in none of these, but counts through the member it is shared with."""
    assert [column.name for column in matrix(edition).columns] == ["Hội thảo", "Tập huấn"]
    assert counts(matrix(edition)) == {
        "Hội Hai": [1, 1, 2],
        "Hội Một": [1, 3, 3],
        "totals": [2, 3, 4],
        "union": [1, 1, 2],
    }


def test_each_year_has_its_own(edition: Edition) -> None:
    """With the same rules; the years are counted whole, newest first, and say which one is shown."""
    view = matrix(edition, "/bang-tong-hop/2022/")
    assert counts(view) == {"Hội Hai": [1, 1, 2], "Hội Một": [1, 2, 2], "totals": [2, 2, 3], "union": [1, 1, 2]}
    assert [(year.label, year.count, year.current) for year in view.years] == [
        ("Mọi năm", 5, False),
        ("2022", 4, True),
        ("2021", 1, False),
    ]


def cells(view: MatrixView) -> list[Cell]:
    assert view.union
    rows = [cell for row in (*view.rows, view.union) for cell in (*row.cells, row.total)]
    return [*rows, *view.totals, view.grand]


@pytest.mark.parametrize("address", ["/bang-tong-hop/", "/bang-tong-hop/2022/", "/bang-tong-hop/2021/"])
def test_every_count_leads_to_a_page_and_nought_nowhere(edition: Edition, address: str) -> None:
    """No link of the matrix is broken."""
    made = {page.address for page in edition.pages}
    for cell in cells(matrix(edition, address)):
        assert bool(cell.url) == bool(cell.count)
        assert not cell.url or cell.url in made


def test_a_cell_leads_to_exactly_its_articles(edition: Edition) -> None:
    """The list behind it has as many."""
    for address in ("/bang-tong-hop/", "/bang-tong-hop/2022/"):
        view = matrix(edition, address)
        for row in view.rows:
            for cell in (*row.cells, row.total):
                if cell.count:
                    assert view_of(edition, cell.url).list.count == cell.count  # type: ignore[attr-defined] # a list's


def test_heat_has_five_steps(tmp_path: Path) -> None:
    """0, 1, 2–3, 4–7, 8 and more."""
    for count, heat in ((0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (7, 3), (8, 4), (20, 4)):
        given = posts(*(post(f"bai-{n}", "2022-01-01", "hoi-hai") for n in range(count)))
        edition = prepared(tmp_path / str(count), small_site(given))
        assert matrix(edition).grand == Cell(count, "/tin/" if count else "", heat)


def test_former_members_stand_in_it_only_with_articles(tmp_path: Path) -> None:
    """An association that ended long before leaves no empty row behind; a present one without articles has its row."""
    ended = {"how": "dissolved", "date": "2021-06"}
    old = {"associations/hoi-cu.md": association("Hội Cũ", ended=ended)}
    labels = [row.association.label for row in matrix(prepared(tmp_path / "1", small_site(old))).rows]
    assert labels == ["Hội Hai", "Hội Một"]
    edition = prepared(tmp_path / "2", small_site({**old, **post("x", "2021-01-01", "hoi-cu")}))
    assert [row.association.label for row in matrix(edition).rows] == ["Hội Cũ", "Hội Hai", "Hội Một"]


def test_without_members_or_activities_there_is_none(tmp_path: Path) -> None:
    """Nothing to cross, no page, and no link to it in the navigation."""
    edition = prepared(tmp_path, {"union.md": union()})
    assert not [page.address for page in edition.pages if "bang-tong-hop" in page.address]


def test_an_editors_build_counts_drafts_and_a_published_one_does_not(tmp_path: Path) -> None:
    """As all lists do."""
    files = small_site({**POSTS, **post("n", "2022-05-01", status="draft"), **post("m", "2023-01-01")})
    assert counts(matrix(prepared(tmp_path, files)))["Hội Một"] == [1, 5, 5]
    published = prepared(tmp_path, files, publish=True)
    assert counts(matrix(published))["Hội Một"] == [1, 3, 3]
    assert not [page.address for page in published.pages if "2023" in page.address]
