"""What Debian's nginx answers with the configuration of docs/nginx/: statuses, redirects, types."""

from urllib.parse import quote

import pytest

from associations.media_types import DOCUMENTS, PICTURES
from tests.publish import contents
from tests.publish.conftest import Published

pytestmark = pytest.mark.nginx

PAGES = ("/", "/tin/", "/hoi/", "/linh-vuc/", "/bang-tong-hop/")
MISSING = (
    "/khong-co",
    "/khong-co/",
    "/tin/2022/khong-co/",
    "/assets/site.0123456789.css",
    "/images/x.png",
    "/atom.XML",
)
TYPES = {
    "atom.xml": "application/atom+xml; charset=utf-8",
    "feed.json": "application/feed+json",
    "sitemap.xml": "application/xml; charset=utf-8",
    "sitemap-news.xml": "application/xml; charset=utf-8",
    "robots.txt": "text/plain; charset=utf-8",
    "favicon.ico": "image/x-icon",
    "favicon.svg": "image/svg+xml; charset=utf-8",
    "site.webmanifest": "application/manifest+json",
}


def test_a_page_is_answered(site: Published) -> None:
    """Every kind of list at its own address, as HTML in UTF-8."""
    for page in PAGES:
        status, headers, body = site.server.ask(site.path + page)
        assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8"), page
        assert body.startswith(b"<!doctype html>")


def test_what_is_served_is_what_was_built(made_up: Published) -> None:
    """Every file of the build is answered with its own bytes, but for the build's mark and the list of redirects."""
    hidden = {".built-site", "_redirects"}
    files = {file.relative_to(made_up.built).as_posix(): file for file in made_up.built.rglob("*") if file.is_file()}
    moved = {source.lstrip("/") for source in contents.FORMER}
    assert hidden <= files.keys()
    for name in files.keys() - hidden:
        address = name.removesuffix("index.html")
        status, _, body = made_up.server.ask(f"{made_up.path}/{_encoded(address)}")
        if status == 301:
            assert _encoded(address) in moved or "http-equiv" in files[name].read_text(encoding="utf-8"), name
        else:
            assert (status, body) == (200, files[name].read_bytes()), name


def _encoded(address: str) -> str:
    return quote(address, safe="/;")


@pytest.mark.parametrize("name", TYPES)
def test_types_of_files_for_machines(site: Published, name: str) -> None:
    """Each is sent as what it is."""
    status, headers, _ = site.server.ask(f"{site.path}/{name}")
    assert (status, headers["content-type"]) == (200, TYPES[name])


@pytest.mark.parametrize("name", contents.FILES)
def test_types_of_attachments(made_up: Published, name: str) -> None:
    """Attachments are sent as what they are."""
    status, headers, _ = made_up.server.ask(f"{made_up.path}/files/{name}")
    assert (status, headers["content-type"]) == (200, contents.FILES[name])


def test_every_allowed_attachment_has_a_type(published: dict[str, Published]) -> None:
    """No type that an editor may attach is sent as unknown bytes."""
    folder = published["rich"].target / "current" / "web" / "files"
    for ending in (*PICTURES, *DOCUMENTS):
        (folder / f"thu.{ending}").write_bytes(b"x")
        status, headers, _ = published["rich"].server.ask(f"/files/thu.{ending}")
        (folder / f"thu.{ending}").unlink()
        assert status == 200
        assert headers["content-type"] != "application/octet-stream", ending


def test_the_last_slash_is_added(site: Published) -> None:
    """An address without it leads on in one step, by a path alone, and keeps its query."""
    for page in PAGES[1:]:
        status, headers, _ = site.server.ask(site.path + page.rstrip("/"))
        assert (status, headers["location"]) == (301, site.path + page)
    assert site.server.ask(f"{site.path}/tin?a=b")[1]["location"] == f"{site.path}/tin/?a=b"
    assert site.server.ask(f"/{site.path}//tin")[1]["location"] == f"{site.path}/tin/"


@pytest.mark.parametrize(("source", "target"), contents.FORMER.items())
def test_former_addresses(made_up: Published, source: str, target: str) -> None:
    """Each leads on for good, in one step, to a page that is there; a query goes with it."""
    status, headers, _ = made_up.server.ask(made_up.path + source)
    assert (status, headers["location"]) == (301, made_up.path + target)
    assert headers["cache-control"] == "no-cache"
    assert made_up.server.ask(made_up.path + target)[0] == 200
    assert made_up.server.ask(f"{made_up.path}{source}?a=b")[1]["location"] == f"{made_up.path}{target}?a=b"


def test_other_addresses_are_not_moved(made_up: Published) -> None:
    """What only begins like a former address, or lies above one, leads nowhere."""
    for address in ("/tin/2019/", "/tin/2019/bai-cu-2/", "/tin.php/", "/tin/2019/bai-cu/x"):
        assert made_up.server.ask(made_up.path + address)[0] == 404, address


def test_an_old_feed_address_serves_the_feed(made_up: Published) -> None:
    """A feed reader that follows an association under its old name gets the present feed, without a redirect."""
    for name in ("atom.xml", "feed.json"):
        status, headers, body = made_up.server.ask(f"{made_up.path}/hoi/hoi-ten-cu/{name}")
        assert (status, headers["content-type"]) == (200, TYPES[name])
        assert f"{made_up.siteurl}/hoi/hoi-ten-moi/{name}".encode() in body


@pytest.mark.parametrize("address", MISSING)
def test_what_is_missing_is_404(site: Published, address: str) -> None:
    """With the site's own page, and never kept for long."""
    status, headers, body = site.server.ask(site.path + address)
    assert (status, headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert body == (site.built / "404.html").read_bytes()
    assert headers["cache-control"] == "no-cache"


def test_folders_without_a_page_are_missing(site: Published) -> None:
    """No list of files is shown, and nothing says that there is a folder."""
    status, _, body = site.server.ask(f"{site.path}/assets/")
    assert (status, body) == (404, (site.built / "404.html").read_bytes())


def test_outside_the_path_too_the_page_is_missing(published: dict[str, Published]) -> None:
    """Where the site lies below a path, the rest of the host has the same 404 page and the site's robots.txt."""
    below = published["below"]
    assert below.server.ask("/tin/")[2] == (below.built / "404.html").read_bytes()
    assert below.server.ask("/robots.txt")[2] == (below.built / "robots.txt").read_bytes()


def test_answers_to_head_have_no_body(site: Published) -> None:
    """HEAD says what GET would say."""
    for address in ("/", "/khong-co", "/tin"):
        status, headers, _ = site.server.ask(site.path + address)
        answer = site.server.ask(site.path + address, "HEAD")
        assert (answer[0], _without_date(answer[1]), answer[2]) == (status, _without_date(headers), b"")


def _without_date(headers: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name != "date"}


def test_logs_are_quiet(site: Published) -> None:
    """nginx has nothing to complain about in its configuration."""
    folder = site.server.folder
    lines = [
        line
        for name in ("start.log", "error.log")
        for line in (folder / name).read_text("utf-8", "replace").split("\n")
    ]
    assert [line for line in lines if "[warn]" in line or "[emerg]" in line] == []
