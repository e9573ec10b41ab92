"""Addresses from patterns, files from addresses."""

from datetime import date

import pytest

from associations.addresses import NAMES, Addresses, asked_for, file_of, with_slash
from tests.support.sites import ROOT, options

SETTINGS = options(ROOT / "content").settings


@pytest.mark.parametrize(
    ("name", "values", "address"),
    [
        ("HOME_URL", {}, "/"),
        ("ARTICLE_URL", {"slug": "a", "date": date(2022, 7, 2)}, "/tin/2022/a/"),
        ("MONTH_ARCHIVE_URL", {"date": date(2022, 7, 2)}, "/tin/2022/07/"),
        ("ASSOCIATION_ACTIVITY_URL", {"slug": "a", "activity": "b"}, "/hoi/a/b/"),
        ("NOT_FOUND_URL", {}, "/404.html"),
    ],
)
def test_the_default_patterns(name: str, values: dict[str, object], address: str) -> None:
    """As docs/content.md lists them."""
    assert Addresses(SETTINGS).of(name, **values) == address


def test_a_year_has_four_digits() -> None:
    """In every pattern that names one."""
    addresses = Addresses(SETTINGS)
    assert addresses.year("YEAR_ARCHIVE_URL", 2022) == "/tin/2022/"
    assert addresses.year("ASSOCIATION_ACTIVITY_YEAR_URL", 2022, slug="a", activity="b") == "/hoi/a/b/2022/"


def test_a_numbered_page_stands_below_its_list() -> None:
    """Whatever the list."""
    assert Addresses(SETTINGS).numbered("/tin/", 3) == "/tin/trang/3/"


def test_patterns_are_settings() -> None:
    """A leading slash may be written or not; one that lacks is our mistake and shows at once."""
    assert Addresses({**SETTINGS, "ARTICLE_URL": "/bai/{slug}.html"}).of("ARTICLE_URL", slug="a") == "/bai/a.html"
    with pytest.raises(KeyError):
        Addresses(dict.fromkeys(NAMES[1:], "x"))


@pytest.mark.parametrize(
    ("siteurl", "href", "canonical"),
    [
        ("", "/tin/", "/tin/"),
        ("https://example.org", "/tin/", "https://example.org/tin/"),
        ("https://example.org/", "/tin/", "https://example.org/tin/"),
        ("https://example.org/a/b/", "/a/b/tin/", "https://example.org/a/b/tin/"),
    ],
)
def test_inside_a_page_only_the_path_of_siteurl_stands(siteurl: str, href: str, canonical: str) -> None:
    """The host stands in what leaves the page."""
    addresses = Addresses(SETTINGS, siteurl)
    assert (addresses.href("/tin/"), addresses.canonical("/tin/")) == (href, canonical)
    assert addresses.href("#muc-a") == "#muc-a"


@pytest.mark.parametrize(
    ("address", "file"),
    [("/", "index.html"), ("/tin/", "tin/index.html"), ("/404.html", "404.html"), ("/a/b", "a/b")],
)
def test_a_folder_answers_with_its_index(address: str, file: str) -> None:
    """And a file with itself."""
    assert file_of(address) == file


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("/a", "/a/"),
        ("/a/", "/a/"),
        ("/a.html", "/a.html"),
        ("/a%2Ehtml", "/a.html"),
        ("/a%252Ehtml", "/a%2Ehtml/"),
        ("/a.b/c", "/a.b/c/"),
        ("/", "/"),
        ("/b%c3%a0i", "/bài/"),
        ("/ba%CC%80i/", "/bài/"),
    ],
)
def test_a_former_address_without_extension_is_a_folder(typed: str, asked: str) -> None:
    """As old portals had them; however it is spelt, what is asked for is one address."""
    assert asked_for(typed) == asked


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("/b%c3%a0i", "/b%c3%a0i/"), ("/ba%CC%80i/", "/ba%CC%80i/"), ("/a%2Ehtml", "/a%2Ehtml"), ("/a.b/c", "/a.b/c/")],
)
def test_a_folder_has_its_slash_in_every_spelling(typed: str, kept: str) -> None:
    """The encoding is the editor's."""
    assert with_slash(typed) == kept


def test_first_parts_that_no_page_of_an_editor_may_take() -> None:
    """Those of all kinds of page, of today and to come."""
    reserved = Addresses(SETTINGS).reserved()
    assert {"tin", "hoi", "linh-vuc", "bang-tong-hop", "404.html", "van-ban", "tim-kiem", "mau"} <= reserved
    assert "" not in reserved
    assert "bai" in Addresses({**SETTINGS, "ARTICLE_URL": "bai/{slug}/"}).reserved()
