"""Sitemaps: valid, and no file larger than the protocol allows."""

from xml.etree import ElementTree

import pytest

from outputs import sitemap
from outputs.sitemap import Location
from tests.support.feeds import SITE
from tests.support.schemas import assert_valid_sitemap, assert_valid_sitemap_index


def locations(count: int) -> list[Location]:
    return [Location(f"{SITE}/tin/2022/bai-{n:05}/", "2022-07-02") for n in range(count)]


def urls(data: bytes) -> list[str]:
    return [str(node.text) for node in ElementTree.fromstring(data).iter(f"{{{sitemap.NAMESPACE}}}loc")]


def test_a_sitemap_is_valid_and_keeps_its_order() -> None:
    """A day, a moment, or no date."""
    pages = [
        Location(f"{SITE}/b/", "2022-07-02T08:00:00+07:00"),
        Location(f"{SITE}/a/?x=1&y='2'", "2022-07-02"),
        Location(f"{SITE}/"),
    ]
    data = sitemap.write(pages)
    assert_valid_sitemap(data)
    assert urls(data) == [page.url for page in pages]
    assert data.count(b"<lastmod>") == 2


def test_an_index_is_valid() -> None:
    """It names sitemaps as a sitemap names pages."""
    data = sitemap.write_index([Location(f"{SITE}/sitemap-1.xml", "2022-07-02"), Location(f"{SITE}/sitemap-2.xml")])
    assert_valid_sitemap_index(data)
    assert urls(data) == [f"{SITE}/sitemap-1.xml", f"{SITE}/sitemap-2.xml"]


@pytest.mark.parametrize(("count", "sizes"), [(0, []), (1, [1]), (10, [10]), (11, [10, 1]), (30, [10, 10, 10])])
def test_no_part_has_more_pages_than_allowed(count: int, sizes: list[int]) -> None:
    """Full parts first; every page once, in order."""
    parts = sitemap.split(locations(count), most=10)
    assert [len(part) for part in parts] == sizes
    assert [page for part in parts for page in part] == locations(count)


def test_no_part_is_larger_than_allowed_and_none_could_take_one_more() -> None:
    """Counted in bytes as written, escapes and the frame too."""
    pages = [Location(f"{SITE}/?{'&' * (n % 7)}{n}") for n in range(200)]
    parts = sitemap.split(pages, largest=2_000)
    assert [page for part in parts for page in part] == pages
    assert len(parts) > 5
    for part, following in zip(parts, [*parts[1:], ()], strict=True):
        assert len(sitemap.write(part)) <= 2_000
        assert not following or len(sitemap.write([*part, following[0]])) > 2_000


def test_the_limits_are_those_of_the_protocol() -> None:
    """50,000 pages fit into one file, one more does not."""
    assert [len(part) for part in sitemap.split(locations(50_001))] == [50_000, 1]
    assert sitemap.LARGEST == 52_428_800


def test_a_page_that_fits_nowhere_is_refused() -> None:
    """Not written into a file that no crawler reads."""
    with pytest.raises(ValueError, match="larger than a sitemap may be"):
        sitemap.split(locations(1), largest=150)
