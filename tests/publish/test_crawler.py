"""The crawler finds each kind of fault: planted one at a time in a small sound site that needs no server."""

import json
from collections.abc import Mapping

import httpx
import pytest

from tests.support.crawler import Fault, Report, crawl

SITEURL = "https://tin.example/sub"
TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css",
    "svg": "image/svg+xml",
    "png": "image/png",
    "ico": "image/x-icon",
    "pdf": "application/pdf",
    "woff2": "font/woff2",
    "webmanifest": "application/manifest+json",
    "txt": "text/plain",
}
HOME = f"""<!doctype html><html><head>
<link rel="canonical" href="{SITEURL}/">
<link rel="stylesheet" href="/sub/a.css"><link rel="icon" href="/sub/favicon.svg">
<link rel="manifest" href="/sub/site.webmanifest">
<link rel="alternate" type="application/atom+xml" href="/sub/atom.xml">
<meta property="og:image" content="{SITEURL}/a.png"><meta property="og:url" content="{SITEURL}/">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": "NewsArticle",
"url": "{SITEURL}/bai/", "image": "{SITEURL}/a.png"}}]}}</script>
</head><body><p id="dau"><a href="/sub/bai/#cuoi">Bài</a> <a href="#dau">Đầu</a> <a href="tel:1">1</a>
<a href="https://khac.example/khong-co">Nơi khác</a> <img src="a.png" srcset="a.png 1x, b.png 2x">
<svg><use href="/sub/marks.svg#an"></use></svg></p></body></html>"""
ARTICLE = f"""<!doctype html><html><head><link rel="canonical" href="{SITEURL}/bai/"></head>
<body><p id="cuoi"><a href="/sub/ke-hoach.pdf">Kế hoạch</a> <a href="../">Về</a></p></body></html>"""
ATOM = f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>tag:tin.example,2020:/</id>
<title>Tin</title><updated>2022-09-01T08:00:00+07:00</updated><author><name>Hội</name></author>
<link rel="self" type="application/atom+xml" href="{SITEURL}/atom.xml"/>
<link rel="alternate" type="text/html" href="{SITEURL}/"/>
<entry><id>tag:tin.example,2020:/bai/</id><title>Bài</title><updated>2022-09-01T08:00:00+07:00</updated>
<link rel="alternate" type="text/html" href="{SITEURL}/bai/"/>
<link rel="enclosure" type="application/pdf" length="9" href="{SITEURL}/ke-hoach.pdf"/>
<content type="html">&lt;p&gt;&lt;a href="{SITEURL}/"&gt;Hội&lt;/a&gt;
&lt;img src="{SITEURL}/a.png" alt=""&gt;&lt;/p&gt;</content></entry></feed>"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "home_page_url": f"{SITEURL}/",
    "feed_url": f"{SITEURL}/feed.json",
    "items": [
        {
            "id": "1",
            "url": f"{SITEURL}/bai/",
            "image": f"{SITEURL}/a.png",
            "content_html": f'<a href="{SITEURL}/">Hội</a>',
            "attachments": [{"url": f"{SITEURL}/ke-hoach.pdf", "mime_type": "application/pdf"}],
        }
    ],
}
SITEMAP = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{SITEURL}/bai/</loc></url></urlset>'
MANIFEST = {"start_url": "/sub/", "scope": "/sub/", "icons": [{"src": "/sub/favicon.svg", "type": "image/svg+xml"}]}
MOVED = f'<html><head><meta http-equiv="refresh" content="0; url={SITEURL}/bai/"></head></html>'
SOUND = {
    "/": HOME,
    "/bai/": ARTICLE,
    "/404.html": f'<html><body><a href="{SITEURL}/">Về</a></body></html>',
    "/cu.html": MOVED,
    "/a.css": "@font-face { src: url(a.woff2) } p { background: url('a.png') }",
    "/a.woff2": "wOF2",
    "/a.png": "PNG",
    "/b.png": "PNG",
    "/favicon.ico": "ICO",
    "/favicon.svg": "<svg></svg>",
    "/marks.svg": '<svg><symbol id="an"/></svg>',
    "/ke-hoach.pdf": "%PDF",
    "/atom.xml": ATOM,
    "/feed.json": json.dumps(JSON_FEED),
    "/sitemap.xml": SITEMAP,
    "/sitemap-news.xml": SITEMAP,
    "/robots.txt": f"User-agent: *\nAllow: /\n\nSitemap: {SITEURL}/sitemap.xml\n",
    "/site.webmanifest": json.dumps(MANIFEST),
}
REDIRECTS = "/sub/cu/ /sub/bai/ 301\n/sub/cu.html /sub/bai/ 301\n"
MOVES = {"/cu/": "/sub/bai/"}


def crawled(files: Mapping[str, str | None], redirects: str = REDIRECTS, moves: Mapping[str, str] = MOVES) -> Report:
    """The report on the sound site with `files` in place of its own (None: without that file)."""
    site = {path: text for path, text in {**SOUND, **files}.items() if text is not None}

    def handle(request: httpx.Request) -> httpx.Response:
        path = request.url.path.removeprefix("/sub")
        assert request.url.host == "127.0.0.1", "asked another host"
        if path in moves:
            return httpx.Response(301, headers={"Location": moves[path]})
        if path not in site:
            return httpx.Response(404, headers={"Content-Type": "text/html"}, text="<p>Không có</p>")
        return httpx.Response(200, headers={"Content-Type": _type(path)}, content=site[path].encode())

    with httpx.Client(base_url="http://127.0.0.1:1", transport=httpx.MockTransport(handle)) as client:
        return crawl(client, SITEURL, redirects)


def _type(path: str) -> str:
    own = {"atom.xml": "application/atom+xml; charset=utf-8", "feed.json": "application/feed+json"}
    ending = path.rpartition(".")[2]
    return own.get(path.rpartition("/")[2]) or TYPES.get("html" if path.endswith("/") else ending, "application/xml")


def test_a_sound_site_has_no_fault() -> None:
    """And all of it was read; what lies elsewhere is named and not asked for."""
    report = crawled({})
    assert report.faults == []
    assert {address.removeprefix(SITEURL) for address in report.answers} == SOUND.keys() | MOVES.keys()
    assert report.outside == {"https://khac.example/khong-co"}


PLANTED = {
    "link": ("/bai/", 'href="/sub/ke-hoach.pdf"', 'href="/sub/mat.pdf"', "/mat.pdf", "status 404"),
    "relative-link": ("/bai/", 'href="../"', 'href="../mat/"', "/mat/", "status 404"),
    "anchor": ("/", "/sub/bai/#cuoi", "/sub/bai/#mat", "/bai/#mat", "no such anchor"),
    "own-anchor": ("/", 'href="#dau"', 'href="#mat"', "/#mat", "no such anchor"),
    "anchor-of-a-drawing": ("/", "marks.svg#an", "marks.svg#mat", "/marks.svg#mat", "no such anchor"),
    "picture": ("/", 'src="a.png"', 'src="mat.png"', "/mat.png", "status 404"),
    "srcset": ("/", "b.png 2x", "mat.png 2x", "/mat.png", "status 404"),
    "picture-that-is-none": ("/", 'src="a.png"', 'src="/sub/bai/"', "/bai/", "text/html, not image/"),
    "style": ("/", "/sub/a.css", "/sub/mat.css", "/mat.css", "status 404"),
    "file-of-a-style": ("/a.css", "a.woff2", "mat.woff2", "/mat.woff2", "status 404"),
    "picture-of-a-style": ("/a.css", "'a.png'", "'mat.png'", "/mat.png", "status 404"),
    "icon": ("/", 'icon" href="/sub/favicon.svg', 'icon" href="/sub/mat.svg', "/mat.svg", "status 404"),
    "manifest": ("/", "/sub/site.webmanifest", "/sub/mat.webmanifest", "/mat.webmanifest", "status 404"),
    "icon-of-the-manifest": ("/site.webmanifest", "favicon.svg", "mat.svg", "/mat.svg", "status 404"),
    "start-of-the-manifest": ("/site.webmanifest", '_url": "/sub/', '_url": "/sub/mat/', "/mat/", "status 404"),
    "feed": ("/", "/sub/atom.xml", "/sub/mat/atom.xml", "/mat/atom.xml", "status 404"),
    "feed-that-is-a-page": ("/", "/sub/atom.xml", "/sub/bai/", "/bai/", "text/html, not application/atom+xml"),
    "dead-link-in-a-feed": (
        "/atom.xml",
        f'html" href="{SITEURL}/bai/"',
        f'html" href="{SITEURL}/mat/"',
        "/mat/",
        "status 404",
    ),
    "dead-link-in-an-entry": (
        "/atom.xml",
        f'&lt;a href="{SITEURL}/"',
        f'&lt;a href="{SITEURL}/mat/"',
        "/mat/",
        "status 404",
    ),
    "picture-in-an-entry": (
        "/atom.xml",
        f'src="{SITEURL}/a.png"',
        f'src="{SITEURL}/mat.png"',
        "/mat.png",
        "status 404",
    ),
    "type-of-an-enclosure": (
        "/atom.xml",
        "application/pdf",
        "text/csv",
        "/ke-hoach.pdf",
        "application/pdf, not text/csv",
    ),
    "self-of-a-feed": (
        "/atom.xml",
        f'atom+xml" href="{SITEURL}/',
        f'atom+xml" href="{SITEURL}/mat/',
        "/mat/atom.xml",
        "status 404",
    ),
    "json-feed": ("/feed.json", f"{SITEURL}/bai/", f"{SITEURL}/mat/", "/mat/", "status 404"),
    "html-in-json-feed": ("/feed.json", f'<a href=\\"{SITEURL}/', f'<a href=\\"{SITEURL}/mat/', "/mat/", "status 404"),
    "file-in-json-feed": ("/feed.json", "ke-hoach.pdf", "mat.pdf", "/mat.pdf", "status 404"),
    "sitemap": ("/sitemap.xml", f"{SITEURL}/bai/", f"{SITEURL}/mat/", "/mat/", "status 404"),
    "sitemap-of-no-page": ("/sitemap.xml", f"{SITEURL}/bai/", f"{SITEURL}/a.png", "/a.png", "image/png, not text/html"),
    "sitemap-in-robots": ("/robots.txt", "sitemap.xml", "mat.xml", "/mat.xml", "status 404"),
    "canonical": (
        "/bai/",
        f'canonical" href="{SITEURL}/bai/',
        f'canonical" href="{SITEURL}/mat/',
        "/mat/",
        "status 404",
    ),
    "canonical-of-another": ("/bai/", f"{SITEURL}/bai/", f"{SITEURL}/", "/bai/", f"calls itself {SITEURL}/"),
    "og-image": ("/", f'og:image" content="{SITEURL}/a', f'og:image" content="{SITEURL}/mat', "/mat.png", "status 404"),
    "og-url": ("/", f'og:url" content="{SITEURL}/', f'og:url" content="{SITEURL}/mat/', "/mat/", "status 404"),
    "json-ld": ("/", f'"url": "{SITEURL}/bai/', f'"url": "{SITEURL}/mat/', "/mat/", "status 404"),
    "picture-in-json-ld": (
        "/",
        f'"image": "{SITEURL}/a.png',
        f'"image": "{SITEURL}/bai/',
        "/bai/",
        "text/html, not image/",
    ),
    "link-to-a-redirect": ("/bai/", "../", "/sub/cu/", "/cu/", "status 301: leads to /sub/bai/"),
    "link-to-a-page-that-moved": ("/bai/", "../", "/sub/cu.html", "/cu.html", f"leads to {SITEURL}/bai/"),
    "scheme": ("/bai/", "../", "javascript:alert(1)", "javascript:alert(1)", "scheme javascript"),
    "above-the-path": ("/bai/", "../", "/bai/", "https://tin.example/bai/", "outside the site"),
    "without-the-path": ("/bai/", "../", "https://tin.example/", "https://tin.example/", "outside the site"),
    "not-encrypted": ("/bai/", "../", "http://tin.example/sub/", "http://tin.example/sub/", "outside the site"),
    "missing-page": ("/404.html", f"{SITEURL}/", f"{SITEURL}/mat/", "/mat/", "status 404"),
}
"""The file, what stands in it, what is planted in its place, and the fault: its address and what is said of it."""


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found(name: str) -> None:
    """Once, with the file in which it stands."""
    path, old, new, address, what = PLANTED[name]
    assert SOUND[path].count(old) >= 1
    faults = crawled({path: SOUND[path].replace(old, new, 1)}).faults
    where, whole = SITEURL + path, address if ":" in address else SITEURL + address
    assert Fault(where, whole, what) in faults
    assert {fault.where for fault in faults} == {where}


def test_what_must_be_there_is_missed() -> None:
    """Feeds, sitemaps, icons and robots.txt are looked for, whether anything leads to them or not."""
    for path in ("/feed.json", "/sitemap.xml", "/sitemap-news.xml", "/robots.txt", "/favicon.ico", "/404.html"):
        assert Fault("", SITEURL + path, "status 404") in crawled({path: None}).faults


@pytest.mark.parametrize("path", ["/atom.xml", "/feed.json", "/sitemap.xml", "/"])
def test_what_cannot_be_read_is_a_fault(path: str) -> None:
    """A feed, a sitemap or JSON-LD that is cut short."""
    cut = SOUND[path].replace('"@graph": [', '"@graph": ') if path == "/" else SOUND[path][:-9]
    assert any((fault.where, fault.address) == (SITEURL + path,) * 2 for fault in crawled({path: cut}).faults)


def test_redirects_lead_on_in_one_step() -> None:
    """A chain, a circle, a wrong target, a target that is missing, a source that nothing answers."""
    chain = crawled({}, REDIRECTS, {"/cu/": "/sub/giua/", "/giua/": "/sub/bai/"}).faults
    assert chain == [Fault("_redirects", f"{SITEURL}/cu/", f"leads to {SITEURL}/giua/, not {SITEURL}/bai/")]
    listed = crawled({}, "/sub/cu/ /sub/giua/ 301", {"/cu/": "/sub/giua/", "/giua/": "/sub/bai/"}).faults
    assert listed == [Fault("_redirects", f"{SITEURL}/giua/", "status 301: leads to /sub/bai/")]
    circle = crawled({}, "/sub/cu/ /sub/cu/ 301", {"/cu/": "/sub/cu/"}).faults
    assert circle == [Fault("_redirects", f"{SITEURL}/cu/", "status 301: leads to /sub/cu/")]
    missing = crawled({}, "/sub/cu/ /sub/mat/ 301", {"/cu/": "/sub/mat/"}).faults
    assert missing == [Fault("_redirects", f"{SITEURL}/mat/", "status 404")]
    nothing = crawled({}, REDIRECTS, {}).faults
    assert nothing == [Fault("_redirects", f"{SITEURL}/cu/", f"leads to 404, not {SITEURL}/bai/")]


def test_a_page_that_leads_on_leads_to_a_page() -> None:
    """Where the server knows no redirects, the page at a former address takes the reader there, in one step too."""
    twice = {"/cu.html": MOVED.replace("/bai/", "/cu-hon.html"), "/cu-hon.html": MOVED}
    faults = crawled(twice).faults
    assert Fault(f"{SITEURL}/cu.html", f"{SITEURL}/cu-hon.html", f"leads to {SITEURL}/bai/") in faults
