"""A former address is a plain path below the site's root: it writes no file elsewhere and sends nobody elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.oracle import dangers, published
from tests.support.sites import article, association, page, prepared, reported, small_site

REFUSED = [
    "..",
    "/..",
    "/../index.html",
    "/../../etc/cron.d/x",
    "/a/../../b",
    "/%2e%2e/b",
    "/a/%2E%2E/b",
    "/a%2f..%2f..%2fb",
    "/..%5c..%5cb",
    "/%5c%5cevil.example",
    "\\\\evil.example",
    "/\\evil.example",
    "//evil.example",
    "///evil.example",
    "/%2fevil.example",
    "/a//b",
    "/a/./b",
    "/.htaccess",
    "/.git/hooks/post-checkout",
    "/.built-site",
    "/.built-site-work/0",
    "https://evil.example/",
    "javascript:alert(1)",
    "/javascript:alert(1)",
    "data:text/html,x",
    "/a\u0000b",
    "/a%00b",
    "/a\nb",
    "/a%0a/b 302",
    "/a%0d%0aSet-Cookie:x",
    "/a b",
    "/a /b 200",
    "/*",
    "/:splat",
    "/a?b=c",
    "/a%3Fb",
    "/a#b",
    "/a%23b",
    "/C%3A/Windows/x",
    '/a"><script>alert(1)</script>',
    "/%22onmouseover%3dalert(1)",
    "/%3Cscript%3E",
    "/bài-cũ/",
    "/a%",
    "/a%zz",
    "/a%FF",
    "/" + "a" * 5_000,
    "/" + "a" * 300,
    "/" + "a" * 256,
    "/" + "a/" * 2_500,
    "/" + "%61" * 5_000,
    "/" + "%" * 5_000,
    "{static}/a",
    "tin/a/",
]


@pytest.mark.parametrize("address", REFUSED)
def test_what_is_no_plain_path_is_refused(tmp_path: Path, address: str) -> None:
    """In a post, a page and an association: an error with the line, and nothing is written."""
    files = {
        "news/2022/a.md": article("A", "2022-07-01", former_addresses=[address]),
        "pages/b.md": page("B", former_addresses=[address]),
        "associations/hoi-mot.md": association("Hội Một", former_addresses=[address]),
    }
    found = reported(prepared(tmp_path, small_site(files)))
    assert [line for line in found if "control-characters" not in line] == [
        "associations/hoi-mot.md:5: former_addresses [bad-former-address]",
        "news/2022/a.md:7: former_addresses [bad-former-address]",
        "pages/b.md:3: former_addresses [bad-former-address]",
    ]


ORDERS = [
    "/_redirects",
    "/_redirects/",
    "/_headers",
    "/%5Fheaders/x",
    "/_worker.js",
    "/web.config",
    "/WEB.CONFIG",
    "/CNAME",
]


@pytest.mark.parametrize("address", ORDERS)
def test_what_hosts_read_as_an_order_is_refused(tmp_path: Path, address: str) -> None:
    """A page there would break the site for all, or give it other rules."""
    files = small_site({"news/2022/a.md": article("A", "2022-07-01", former_addresses=[address])})
    assert reported(prepared(tmp_path, files)) == ["news/2022/a.md:7: former_addresses [reserved-slug]"]


TAKEN = [
    "/",
    "/index.html",
    "/INDEX.html",
    "/404.html",
    "/tin/",
    "/tin",
    "/hoi/hoi-mot/",
    "/Hoi/Hoi-Mot/",
    "/images/a.png",
    "/images/A.PNG",
    "/images",
    "/assets/",
    "/images/a.png/b/",
    "/tin/2022/b/",
    "/tin/2022/b/index.html",
    "/%74in/",
    "/atom.xml",
    "/feed.json",
    "/sitemap.xml",
    "/robots.txt",
    "/favicon.ico",
    "/site.webmanifest",
    "/hoi/hoi-mot/atom.xml",
]


@pytest.mark.parametrize("address", TAKEN)
def test_what_is_in_use_is_not_taken_over(tmp_path: Path, address: str) -> None:
    """By a page, a picture, a feed, a file of the theme, in another case or spelling: an error that names the other."""
    files = {
        "news/2022/a.md": article("A", "2022-07-01", former_addresses=[address]),
        "news/2022/b.md": article("B", "2022-07-01"),
        "images/a.png": "x",
    }
    edition = prepared(tmp_path, small_site(files), publish=True, siteurl="https://hoi.example/sub")
    assert [(p.line, p.field, p.rule) for p in edition.problems] == [(7, "former_addresses", "duplicate-address")]


KEPT = [
    "/a",
    "/_layouts/15/tin.aspx",
    "/cu/1.html",
    "/index.php",
    "/cu/%C4%91i/",
    "/cu/a%20b/",
    "/~x/",
    "/cu/%252e%252e/x/",
    "/cu/" + "a" * 255 + "/",
    "/cu/" + "/".join(["abcdefghi"] * 29) + "/",
]


@pytest.mark.parametrize("address", KEPT)
def test_what_is_odd_but_plain_leads_to_the_page_and_nowhere_else(tmp_path: Path, address: str) -> None:
    """One page below the output, which leads on inside the site, and one line of `_redirects` with two addresses."""
    files = small_site({"news/2022/a.md": article("A", "2022-07-01", former_addresses=[address])})
    made = published(tmp_path, files)
    [moved] = [path for path, data in made.items() if b'http-equiv="refresh"' in data]
    assert dangers(made, moved=[moved]) == []
    assert b"https://hoi.example/sub/tin/2022/a/" in made[moved]
    for line in made["_redirects"].decode("ascii").splitlines():
        source, target, code = line.split(" ")
        assert (target, code) == ("/sub/tin/2022/a/", "301")
        assert source.startswith("/sub/")
