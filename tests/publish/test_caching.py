"""What may be kept and for how long, what is sent small, and what is sent in part."""

import gzip

import pytest

from tests.publish import contents
from tests.publish.conftest import Published

pytestmark = pytest.mark.nginx

PAGES = ("/", "/tin/", "/hoi/", "/linh-vuc/", "/bang-tong-hop/")


def test_a_part_of_a_file(made_up: Published) -> None:
    """An attachment can be fetched on from where it broke off."""
    address, whole = f"{made_up.path}/files/ke-hoach.pdf", contents.PDF
    status, headers, body = made_up.server.ask(address, Range="bytes=9-18")
    assert (status, body) == (206, whole[9:19])
    assert headers["content-range"] == f"bytes 9-18/{len(whole)}"
    assert made_up.server.ask(address, Range=f"bytes={len(whole)}-")[0] == 416


def test_names_with_a_hash_are_kept_for_a_year(site: Published) -> None:
    """Every file of /assets/ that the site has, and no other file."""
    assets = sorted(file.name for file in (site.built / "assets").iterdir())
    assert assets
    for name in assets:
        _, headers, _ = site.server.ask(f"{site.path}/assets/{name}")
        assert headers["cache-control"] == "public, max-age=31536000, immutable", name
    for address in (*PAGES, "/atom.xml", "/robots.txt", "/404.html"):
        assert site.server.ask(site.path + address)[1]["cache-control"] == "no-cache", address


def test_pictures_and_attachments_are_asked_for_anew(made_up: Published) -> None:
    """Their names stay when their bytes change."""
    for address in ("/images/deo.png", "/images/so-do.svg", "/files/ke-hoach.pdf"):
        assert made_up.server.ask(made_up.path + address)[1]["cache-control"] == "no-cache", address


def test_what_a_browser_has_is_not_sent_again(site: Published) -> None:
    """304 for the ETag, of pages and assets alike, with the same rule for keeping."""
    asset = next((site.built / "assets").glob("*.css")).name
    for address in ("/", "/tin/", f"/assets/{asset}"):
        _, headers, _ = site.server.ask(site.path + address)
        status, again, body = site.server.ask(site.path + address, If_None_Match=headers["etag"])
        assert (status, body) == (304, b"")
        for name in ("cache-control", "content-security-policy", "x-content-type-options"):
            assert again[name] == headers[name]


def test_text_is_sent_small(site: Published) -> None:
    """Pages, styles, feeds and SVG are compressed for whom asks, and caches are told."""
    style = next((site.built / "assets").glob("site.*.css")).name
    for address in ("/", f"/assets/{style}", "/atom.xml", "/feed.json", "/sitemap.xml", "/favicon.svg"):
        _, plain, whole = site.server.ask(site.path + address)
        _, headers, body = site.server.ask(site.path + address, Accept_Encoding="gzip")
        assert "content-encoding" not in plain
        if len(whole) < 512:
            continue
        assert (headers["content-encoding"], headers["vary"]) == ("gzip", "Accept-Encoding"), address
        assert gzip.decompress(body) == whole
        assert len(body) < len(whole)


def test_an_error_is_never_kept(site: Published) -> None:
    """Not even at an address whose file may be kept for a year."""
    asset = f"{site.path}/assets/{next((site.built / 'assets').glob('*.css')).name}"
    for status, answer in (
        (405, site.server.ask(asset, "POST", Content_Length="0")),
        (416, site.server.ask(asset, Range="bytes=99999999-")),
    ):
        assert (answer[0], answer[1]["cache-control"]) == (status, "no-cache")
