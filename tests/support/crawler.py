"""A crawler: everything that a published site says stands somewhere, asked for as a reader or a machine would.

    report = crawl(httpx.Client(base_url="http://127.0.0.1:8000"), "https://tin.example/sub", redirects)
    assert report.faults == []

Addresses are those that the site has for its readers; only the path of each goes to the client's server. What lies on
another host is never asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import httpx

from tests.support.addresses import ATOM, JSON_FEED, XML, Read, read
from tests.support.page_addresses import HTML, MANIFEST, Found

STARTS = {
    "/": HTML,
    "/404.html": HTML,
    "/sitemap.xml": XML,
    "/sitemap-news.xml": XML,
    "/robots.txt": "text/plain",
    "/atom.xml": ATOM,
    "/feed.json": JSON_FEED,
    "/site.webmanifest": MANIFEST,
    "/favicon.ico": "image/",
    "/favicon.svg": "image/",
}
"""Where it begins, below SITEURL, and the types of what must be there."""
OTHER_SCHEMES = ("mailto", "tel", "data")


class Fault(NamedTuple):
    """What is wrong with an address, and the file in which it stands."""

    where: str
    address: str
    what: str


class Answer(NamedTuple):
    """`kind` is the media type, `location` where a redirect leads."""

    status: int
    kind: str
    location: str
    read: Read


class Report(NamedTuple):
    """The faults in order, every address of the site that was asked for with its answer, and those of other hosts."""

    faults: list[Fault]
    answers: dict[str, Answer]
    outside: set[str]


def crawl(client: httpx.Client, siteurl: str, redirects: str = "", also: Iterable[str] = ()) -> Report:
    """Follow everything from the home page, the feeds, the sitemaps, the lines of `redirects` (a `_redirects`) and the
    pages `also`, to which nothing may lead."""
    crawler = _Crawler(client, siteurl.rstrip("/"))
    for address, expects in {**STARTS, **dict.fromkeys(also, HTML)}.items():
        crawler.follow("", Found(crawler.siteurl + address, expects))
    for line in redirects.splitlines():
        crawler.follow_redirect(line)
    crawler.run()
    return Report(sorted(crawler.faults), crawler.answers, crawler.outside)


class _Crawler:
    def __init__(self, client: httpx.Client, siteurl: str) -> None:
        self.siteurl = siteurl
        self.faults: set[Fault] = set()
        self.answers: dict[str, Answer] = {}
        self.outside: set[str] = set()
        self._client = client
        self._waiting: list[str] = []
        self._host = urlsplit(siteurl).netloc
        self._base = urlsplit(siteurl).path + "/"

    def run(self) -> None:
        """Until every file that was found has been read."""
        while self._waiting:
            url = self._waiting.pop()
            answer = self.answers[url]
            self.faults |= {Fault(url, url, what) for what in _own_faults(url, answer)}
            for found in answer.read.found:
                self.follow(url, found)

    def follow(self, where: str, found: Found) -> None:
        """Ask for an address that stands in the file `where`, unless it is another host's, and note its faults."""
        parts = urlsplit(found.address)
        if parts.scheme in OTHER_SCHEMES:
            return
        if parts.scheme not in ("http", "https"):
            self.faults.add(Fault(where, found.address, f"scheme {parts.scheme}"))
        elif parts.netloc != self._host:
            self.outside.add(found.address)
        elif not found.address.startswith(self.siteurl) or not parts.path.startswith(self._base):
            self.faults.add(Fault(where, found.address, "outside the site"))
        else:
            url, fragment = urldefrag(found.address)
            whats = _faults(self.answer(url), found.expects, unquote(fragment), follows=where != url)
            self.faults |= {Fault(where, found.address, what) for what in whats}

    def follow_redirect(self, line: str) -> None:
        """One step from the source to the target, by the server or by the page that stands there."""
        source, target, status = line.split()
        source, target = urljoin(self.siteurl, source), urljoin(self.siteurl, target)
        answer = self.answer(source)
        leads_to = urljoin(source, answer.location) if answer.status == int(status) else answer.read.leads_to
        if leads_to != target:
            self.faults.add(Fault("_redirects", source, f"leads to {leads_to or answer.status}, not {target}"))
        self.follow("_redirects", Found(target, HTML))

    def answer(self, url: str) -> Answer:
        """What the server says, asked once; what it sends is read later."""
        if url not in self.answers:
            parts = urlsplit(url)
            response = self._client.get(parts.path + (f"?{parts.query}" if parts.query else ""), follow_redirects=False)
            kind = response.headers.get("content-type", "").partition(";")[0]
            content = read(url, kind, response.content) if response.status_code == 200 else Read()
            self.answers[url] = Answer(response.status_code, kind, response.headers.get("location", ""), content)
            self._waiting.append(url)
        return self.answers[url]


def _faults(answer: Answer, expects: str, fragment: str, follows: bool) -> Iterator[str]:
    """What is wrong with an address that gets this answer. `follows`: it stands in another file."""
    if answer.location:
        yield f"status {answer.status}: leads to {answer.location}"
    elif answer.status != 200:
        yield f"status {answer.status}"
    elif not answer.kind.startswith(expects):
        yield f"{answer.kind}, not {expects}"
    elif answer.read.leads_to and follows:
        yield f"leads to {answer.read.leads_to}"
    elif fragment and fragment not in answer.read.ids:
        yield "no such anchor"


def _own_faults(url: str, answer: Answer) -> Iterator[str]:
    """What is wrong with a file whatever leads to it: not to be read, or calling another address its own."""
    if answer.read.wrong:
        yield answer.read.wrong
    if answer.read.own and answer.read.own != url and not answer.read.leads_to:
        yield f"calls itself {answer.read.own}"
