"""Every address of the published sites leads where it says: links, anchors, pictures, feeds, sitemaps, redirects."""

from collections import Counter
from urllib.parse import urlsplit

import httpx
import pytest

from tests.publish import contents
from tests.publish.conftest import PLACES, Published
from tests.support.crawler import Report, crawl

pytestmark = pytest.mark.nginx


@pytest.fixture(scope="module", params=PLACES)
def crawled(request: pytest.FixtureRequest, published: dict[str, Published]) -> tuple[Published, Report]:
    """A published site and what the crawler found."""
    site = published[request.param]
    redirects = (site.built / "_redirects").read_text(encoding="utf-8")
    withdrawn = () if request.param == "real" else (contents.WITHDRAWN,)
    with httpx.Client(base_url=site.server.address) as client:
        return site, crawl(client, site.siteurl, redirects, withdrawn)


def test_nothing_is_broken(crawled: tuple[Published, Report]) -> None:
    """No broken link, anchor, picture, feed or redirect, and no address outside the site's path."""
    assert crawled[1].faults == []


def test_everything_that_was_built_was_found(crawled: tuple[Published, Report]) -> None:
    """The crawler has seen each page but those of former addresses, and each feed but its copies at old addresses."""
    site, report = crawled
    seen = {urlsplit(address).path.removeprefix(site.path) for address in report.answers}
    files = {"/" + file.relative_to(site.built).as_posix(): file for file in site.built.rglob("*") if file.is_file()}
    addresses = {name.removesuffix("index.html"): file.read_bytes() for name, file in files.items()}
    known = {addresses[address] for address in seen & addresses.keys()}
    for address, data in addresses.items():
        if address.endswith(("/", ".html", ".xml", ".json")) and b'<meta http-equiv="refresh"' not in data:
            assert address in seen or data in known, address


def test_the_crawler_saw_every_kind(crawled: tuple[Published, Report]) -> None:
    """Not only pages: a site of which the crawler had read nothing would have no fault either."""
    kinds = Counter(answer.kind for answer in crawled[1].answers.values() if answer.status == 200)
    assert kinds["text/html"] > 50
    for kind in ("text/css", "application/atom+xml", "application/feed+json", "application/xml", "image/svg+xml"):
        assert kinds[kind], kind


def test_former_addresses_are_redirects_of_the_server(published: dict[str, Published]) -> None:
    """With nginx each line of _redirects is a 301, not only a page that leads on."""
    site = published["below"]
    lines = (site.built / "_redirects").read_text(encoding="utf-8").splitlines()
    assert len(lines) >= len(contents.FORMER) - 4  # some stand there with and without a slash
    for line in lines:
        source, target, _ = line.split()
        status, headers, _ = site.server.ask(source)
        assert (status, headers["location"]) == (301, target)


def test_nothing_leads_to_a_withdrawn_article(crawled: tuple[Published, Report]) -> None:
    """Its page is there for whoever has the address."""
    site, report = crawled
    withdrawn = site.siteurl + contents.WITHDRAWN
    others = [answer.read.found for address, answer in report.answers.items() if address != withdrawn]
    assert withdrawn not in {found.address for all_found in others for found in all_found}
