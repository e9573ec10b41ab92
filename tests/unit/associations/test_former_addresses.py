"""Former addresses lead old links to today's page, so each must be free and belong to one page."""

from pathlib import Path

import pytest

from associations.edition import Edition
from tests.support.sites import UNION, article, association, page, prepared, reported, small_site, view_of


def said(folder: Path, *former: str, **others: list[str]) -> list[str]:
    """The problems of an article with these former addresses; `others` are those of associations by slug."""
    files = small_site(
        {"news/2022/a.md": article("A", "2022-01-01", former_addresses=list(former)), "images/a.png": "x"}
    )
    for slug, addresses in others.items():
        name = slug.replace("_", "-")
        files[f"associations/{name}.md"] = association(f"Hội {slug}", former_addresses=addresses)
    return reported(prepared(folder, files))


def test_a_free_address_is_no_problem(tmp_path: Path) -> None:
    """With an extension it is a file, without one a folder; many may lead to one page."""
    assert said(tmp_path, "/tin/2021/a/", "/tin/a.html", "/index.php/a", "/A") == []


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/index.html",
        "/tin/2022/a/",
        "/tin/2022/a",
        "/tin/2022/a/index.html",
        "/TIN/2022/A/",
        "/tin/2022/%61/",
        "/hoi/hoi-mot/",
        f"/hoi/{UNION}",
        "/hoi/hoi-mot/tap-huan/2022/",
        "/images/a.png",
        "/404.html",
    ],
)
def test_an_address_in_use_is_an_error(tmp_path: Path, address: str) -> None:
    """However it is written: two pages can't stand in one place, nor on a disk that knows no case."""
    assert said(tmp_path, address) == ["news/2022/a.md:7: former_addresses [duplicate-address]"]


@pytest.mark.parametrize("address", ["/images/b/", "/Images/cu.html", "/files/cu/bai.pdf", "/files/cu/", "/assets/a"])
def test_an_address_in_a_folder_of_files_is_an_error(tmp_path: Path, address: str) -> None:
    """STATIC_PATHS and the theme's: a page there would be sent as a picture, or kept by browsers for ever."""
    assert said(tmp_path, address) == ["news/2022/a.md:7: former_addresses [duplicate-address]"]
    assert said(tmp_path, f"/cu{address}") == []


@pytest.mark.parametrize("publish", [False, True])
def test_a_feed_that_comes_with_a_draft_is_in_use(tmp_path: Path, publish: bool) -> None:
    """Or the build on the day when it is published would fail."""
    files = {
        "news/2022/a.md": article("A", "2022-01-01", former_addresses=["/hoi/hoi-hai/hoi-thao/atom.xml"]),
        "news/2022/b.md": article("B", "2022-01-02", associations=["hoi-hai"], activities=["hoi-thao"], status="draft"),
    }
    edition = prepared(tmp_path, small_site(files), publish=publish, siteurl="https://x.example" if publish else "")
    assert reported(edition) == ["news/2022/a.md:7: former_addresses [duplicate-address]"]


@pytest.mark.parametrize("address", ["/404.html/a/", "/images/a.png/b.html"])
def test_an_address_below_a_file_is_an_error(tmp_path: Path, address: str) -> None:
    """It would need a folder where a file stands."""
    assert said(tmp_path, address) == ["news/2022/a.md:7: former_addresses [duplicate-address]"]


def test_one_address_for_two_pages(tmp_path: Path) -> None:
    """The later file is told."""
    assert said(tmp_path, "/cu/", hoi_hai=["/cu", "/cu2/"]) == [
        "news/2022/a.md:7: former_addresses [duplicate-address]"
    ]


def test_one_address_twice_for_one_page(tmp_path: Path) -> None:
    """Written in two ways too."""
    assert said(tmp_path, "/cu/", "/cu") == ["news/2022/a.md:7: former_addresses [repeated-value]"]


def linked(folder: Path, former: str, typed: str) -> Edition:
    """A page that links to a former address of an article."""
    files = {
        "news/2022/a.md": article("A", "2022-01-01", former_addresses=[former]),
        "pages/b.md": page("B", f"[x]({typed})"),
    }
    return prepared(folder, small_site(files))


@pytest.mark.parametrize(
    ("former", "typed"),
    [
        ("/cu/", "/cu/"),
        ("/cu", "/cu/"),
        ("/b%C3%A0i-c%C5%A9/", "/bài-cũ/"),
        ("/b%C3%A0i-c%C5%A9/", "/b%C3%A0i-c%C5%A9/"),
        ("/b%C3%A0i-c%C5%A9/", "/ba%CC%80i-cu%CC%83"),
        ("/ba%CC%80i-cu%CC%83/", "/bài-cũ/"),
    ],
)
def test_a_link_to_a_former_address_goes_straight_to_the_page(tmp_path: Path, former: str, typed: str) -> None:
    """Escaped or not."""
    edition = linked(tmp_path, former, typed)
    assert reported(edition) == []
    assert 'href="/tin/2022/a/"' in view_of(edition, "/b/").body_html  # type: ignore[attr-defined] # a PageView
