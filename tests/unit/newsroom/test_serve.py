"""The preview server: the site as a real one would send it, and nothing but the site."""

import http.client
import signal
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom.serve import ADDRESS, SiteServer, open_server, until_stopped

FILES = {
    "index.html": "home",
    "404.html": "không có",
    "tin/index.html": "tin",
    "empty/picture.svg": "<svg/>",
    ".built-site": "",
    ".git/config": "secret",
    ".well-known/security.txt": "contact",
    "assets/font.woff2": "x",
    "a.webp": "x",
    "a.avif": "x",
    "lich.ics": "x",
    "site.webmanifest": "{}",
    "assets/site.css": "x",
    "assets/site.0a1b2c3d4e.css": "x",
}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SiteServer]:
    site = tmp_path / "site"
    for name, text in FILES.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (site / "way-out").symlink_to(tmp_path, target_is_directory=True)
    with open_server(site, 0) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def get(server: SiteServer, address: str, method: str = "GET") -> tuple[int, dict[str, str], str]:
    """Status, headers and body; the address goes over the wire exactly as it stands."""
    connection = http.client.HTTPConnection(ADDRESS, server.server_port, timeout=10)
    connection.putrequest(method, address, skip_host=True)
    connection.putheader("Host", "x")
    connection.endheaders()
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    return response.status, {name.lower(): value for name, value in response.getheaders()}, body


def test_pages_are_served_and_never_from_the_browsers_cache(server: SiteServer) -> None:
    """A folder's address is its index.html; without the slash the browser is sent there."""
    status, headers, body = get(server, "/tin/")
    assert (status, body, headers["cache-control"]) == (200, "tin", "no-store")
    assert get(server, "/")[2] == "home"
    status, headers, _ = get(server, "/tin")
    assert (status, headers["location"]) == (301, "/tin/")


def test_what_has_its_hash_in_its_name_is_kept_by_the_browser(server: SiteServer) -> None:
    """As on the real site; without it the heading font, which is optional, would never show. Not a missing one."""
    assert get(server, "/assets/site.0a1b2c3d4e.css?x")[1]["cache-control"] == "max-age=31536000, immutable"
    assert get(server, "/assets/site.css")[1]["cache-control"] == "no-store"
    status, headers, _ = get(server, "/assets/gone.0a1b2c3d4e.css")
    assert (status, headers["cache-control"]) == (404, "no-store")


@pytest.mark.parametrize(
    "address",
    [
        "/missing/",
        "/empty/",
        "/.built-site",
        "/.git/config",
        "/tin/../.git/config",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/way-out/secret.txt",
        "/a%00b",
        "/" + "x" * 5000,
        "//secret.txt",
        "/tin/index.html/",
    ],
)
def test_all_else_is_the_sites_404_page(server: SiteServer, address: str) -> None:
    """No listing, no hidden file, no way out of the folder; the page comes with status 404."""
    status, headers, body = get(server, address)
    assert (status, body) == (404, "không có")
    assert headers["content-type"] == "text/html; charset=utf-8"


def test_a_missing_page_is_named_on_stderr(server: SiteServer, capsys: pytest.CaptureFixture[str]) -> None:
    """One line in Vietnamese; pages that are there make no noise."""
    get(server, "/tin/")
    get(server, "/mat/")
    assert capsys.readouterr().err == "Không có trang /mat/\n"


def test_without_a_404_page_there_is_a_sentence(server: SiteServer, tmp_path: Path) -> None:
    """A site that has none yet."""
    (tmp_path / "site" / "404.html").unlink()
    assert get(server, "/missing/")[::2] == (404, "Không tìm thấy trang này.")


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/assets/site.css", "text/css; charset=utf-8"),
        ("/assets/font.woff2", "font/woff2"),
        ("/empty/picture.svg", "image/svg+xml"),
        ("/a.webp", "image/webp"),
        ("/a.avif", "image/avif"),
        ("/lich.ics", "text/calendar; charset=utf-8"),
        ("/site.webmanifest", "application/manifest+json; charset=utf-8"),
        ("/.well-known/security.txt", "text/plain; charset=utf-8"),
    ],
)
def test_types_don_t_depend_on_the_machine(server: SiteServer, address: str, kind: str) -> None:
    """Text says that it is UTF-8."""
    status, headers, _ = get(server, address)
    assert (status, headers["content-type"]) == (200, kind)


def test_head_has_no_body_and_other_methods_are_refused(server: SiteServer) -> None:
    """A preview is for reading."""
    assert get(server, "/tin/", "HEAD")[::2] == (200, "")
    assert get(server, "/missing/", "HEAD")[::2] == (404, "")
    assert get(server, "/", "POST")[0] == 501


def test_several_readers_at_once(server: SiteServer) -> None:
    """A reader that says nothing doesn't hold up the next."""
    with socket.create_connection((ADDRESS, server.server_port)):
        assert get(server, "/")[0] == 200


def test_only_this_machine_can_reach_it(server: SiteServer) -> None:
    """Drafts are on these pages."""
    assert server.server_address[0] == "127.0.0.1"


def test_a_taken_port_gives_way_to_a_free_one(
    server: SiteServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message names both."""
    with open_server(tmp_path, server.server_port) as second:
        assert second.server_port != server.server_port
        said = capsys.readouterr().err
    assert str(server.server_port) in said and str(second.server_port) in said


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_second_ctrl_c_does_not_disturb_the_clearing_up(number: signal.Signals) -> None:
    """The first ends what runs, well; afterwards signals mean what they meant before."""
    before, cleared = [signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)], []
    with until_stopped():
        try:
            signal.raise_signal(number)
            cleared.append("never reached")
        finally:
            signal.raise_signal(number)
            cleared.append("whole")
    assert cleared == ["whole"]
    assert [signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)] == before
