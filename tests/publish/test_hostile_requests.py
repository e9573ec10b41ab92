"""Requests that try to see what is not published, to leave the site or to change it."""

import pytest

from tests.publish import contents
from tests.publish.conftest import Published

pytestmark = pytest.mark.nginx


def test_nobody_sees_what_is_hidden(made_up: Published) -> None:
    """The build's mark, hidden files of any kind and the list of redirects: 404, like what was never there."""
    web = made_up.target / "current" / "web"
    (web / ".env").write_text("mật khẩu", encoding="utf-8")
    (web / ".git").mkdir()
    (web / ".git" / "config").write_text("mật khẩu", encoding="utf-8")
    for address in ("/.env", "/.git/config", "/.git/", "/.git", "/%2eenv", "/tin/../.env"):
        assert made_up.server.ask(address)[0] == 404, address
    for address in ("/.built-site", "/_redirects", "/%5fredirects"):
        assert made_up.server.ask(made_up.path + address)[0] == 404, address
    found = [file.name for file in web.rglob("*") if file.name in (".built-site", "_redirects")]
    assert found == []


def test_links_in_the_file_system_are_not_followed(made_up: Published) -> None:
    """But for `current` itself: what a link inside the site names is missing."""
    secret = made_up.target / "secret.txt"
    secret.write_text("mật khẩu", encoding="utf-8")
    link = made_up.target / "current" / "web" / "loi.txt"
    link.symlink_to(secret)
    assert made_up.server.ask("/loi.txt")[0] == 404
    link.unlink()


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2f%2e%2e%2fsecret.txt",
        "/tin/..%2f..%2f..%2fsecret.txt",
        "/tin/%2e%2e/%2e%2e/%2e%2e/secret.txt",
        "/..%5csecret.txt",
        "/..%252fsecret.txt",
        "/assets../redirects.map",
        "/%00",
        "/index.html%00.css",
        "/tin/\0",
        b"/\xff\xfe/../secret.txt",
        "/\\evil.example",
        "/redirects.map",
        "/web/index.html",
        "/releases/1/web/index.html",
        "/" + "a" * 5000,
        "/" + "a/" * 20000,
    ],
    ids=lambda target: repr(target)[:40],
)
def test_no_way_out(made_up: Published, target: str | bytes) -> None:
    """Nothing outside the present release is ever sent, and nobody is led to another host."""
    (made_up.target / "secret.txt").write_text("mật khẩu", encoding="utf-8")
    status, headers, body = made_up.server.ask(target)
    assert status in (400, 404, 414), (status, headers)
    assert "mật khẩu".encode() not in body
    assert b'";' not in body


@pytest.mark.parametrize("target", ["//evil.example", "//evil.example/..", "/%2f%2fevil.example/", "//tin/2022%2f.."])
def test_nobody_is_led_to_another_host(made_up: Published, target: str) -> None:
    """Two slashes at the start of a Location would name a host."""
    _, headers, _ = made_up.server.ask(target)
    assert not headers.get("location", "/").startswith("//")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_nothing_can_be_sent(site: Published, method: str) -> None:
    """A static site takes nothing."""
    status, _, _ = site.server.ask(f"{site.path}/", method, Content_Length="0")
    assert status == 405


def test_unpublished_articles_are_nowhere(made_up: Published) -> None:
    """No file of the release holds the title of a draft or of a post of the future; a withdrawn one keeps its page."""
    web = made_up.target / "current" / "web"
    texts = [file.read_bytes() for file in web.rglob("*") if file.is_file()]
    for title in contents.HIDDEN:
        assert not any(title.encode() in text for text in texts), title
    status, _, body = made_up.server.ask(made_up.path + contents.WITHDRAWN)
    assert status == 200
    assert b"noindex" in body
