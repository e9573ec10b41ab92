"""robots.txt: everything may be read."""

from urllib.robotparser import RobotFileParser

import pytest

from outputs import robots
from tests.support.feeds import SITE


def test_every_crawler_may_read_everything_and_learns_of_the_sitemaps() -> None:
    """As the standard library's parser understands it."""
    sitemaps = [f"{SITE}/sitemap.xml", f"{SITE}/sitemap-news.xml"]
    parser = RobotFileParser()
    parser.parse(robots.write(sitemaps).decode().splitlines())
    assert parser.can_fetch("Googlebot", f"{SITE}/tin/2022/bai/") and parser.can_fetch("x", f"{SITE}/")
    assert parser.site_maps() == sitemaps


def test_the_file_as_it_stands() -> None:
    """A group of rules, then the sitemap."""
    assert robots.write([f"{SITE}/sitemap.xml"]) == (
        b"User-agent: *\nAllow: /\n\nSitemap: https://hoi.example/sitemap.xml\n"
    )


@pytest.mark.parametrize("url", ["https://a.example/\nDisallow: /", "https://a.example/ b", ""])
def test_an_address_that_leaves_its_line_is_refused(url: str) -> None:
    """It could forbid the site."""
    with pytest.raises(ValueError, match="white space"):
        robots.write([url])
