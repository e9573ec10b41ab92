"""Security headers, on every kind of answer."""

import re
from pathlib import Path

import pytest

from tests.publish import contents
from tests.publish.conftest import Published
from tests.publish.server import CONFIGURATION, check, configuration, free_port, nginx

pytestmark = pytest.mark.nginx

PAGE = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "server": "nginx",
}

ANSWERS = {
    "page": ("/", {}, 200),
    "list": ("/hoi/", {}, 200),
    "slash": ("/tin", {}, 301),
    "moved": ("/tin/2019/bai-cu", {}, 301),
    "missing": ("/khong-co/", {}, 404),
    "folder": ("/assets/", {}, 404),
    "hidden": ("/.env", {}, 404),
    "withdrawn": (contents.WITHDRAWN, {}, 200),
    "feed": ("/atom.xml", {}, 200),
    "json": ("/feed.json", {}, 200),
    "sitemap": ("/sitemap.xml", {}, 200),
    "picture": ("/images/deo.png", {}, 200),
    "svg": ("/images/so-do.svg", {}, 200),
    "pdf": ("/files/ke-hoach.pdf", {}, 200),
    "docx": ("/files/bieu-mau.docx", {}, 200),
    "part": ("/files/ke-hoach.pdf", {"Range": "bytes=0-1"}, 206),
    "no-part": ("/files/ke-hoach.pdf", {"Range": "bytes=999999-"}, 416),
    "bad": ("/%00", {}, 400),
}
"""An address, headers of the request, and the status of the answer."""


@pytest.mark.parametrize("answer", ANSWERS)
def test_every_answer_has_every_header(made_up: Published, answer: str) -> None:
    """Whatever its status: each header stands once, and nothing tells the version of the server."""
    address, request, expected = ANSWERS[answer]
    status, headers, _ = made_up.server.ask(made_up.path + address, **request)
    assert status == expected
    assert {name: headers[name] for name in ALWAYS} == ALWAYS
    assert headers["content-security-policy"].startswith("default-src 'none'; ")
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "camera=()" in headers["permissions-policy"]
    assert headers["cross-origin-resource-policy"] in ("same-origin", "cross-origin")
    assert headers["cache-control"] in ("no-cache", "public, max-age=31536000, immutable")


def test_the_policy_of_pages(site: Published) -> None:
    """Pages, the 404 page too, may load their own site's styles, pictures, typeface and manifest, and nothing else."""
    for address in ("/", "/hoi/", "/404.html", "/khong-co"):
        _, headers, body = site.server.ask(site.path + address)
        assert headers["content-security-policy"] == PAGE, address
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert body.startswith(b"<!doctype html>")


def test_the_policy_stands_in_the_pages_too(site: Published) -> None:
    """Word for word, for hosts that send no headers; only frame-ancestors has no meaning in a <meta>. The page of a
    former address loads nothing at all."""
    usual = PAGE.removesuffix("; frame-ancestors 'none'")
    for file in sorted(site.built.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        leads_on = '<meta http-equiv="refresh"' in text
        expected = "default-src 'none'; base-uri 'none'; form-action 'none'" if leads_on else usual
        assert re.findall('<meta http-equiv="Content-Security-Policy" content="(.*?)">', text) == [expected], file


def test_what_is_opened_by_itself_runs_nothing(made_up: Published) -> None:
    """Pictures, attachments and feeds: no script, no origin of the site's; other sites may show them."""
    for address in ("/images/so-do.svg", "/files/so-do.svg", "/files/so-lieu.csv", "/files/bieu-mau.docx", "/atom.xml"):
        _, headers, _ = made_up.server.ask(made_up.path + address)
        assert headers["content-security-policy"].endswith("; sandbox"), address
        assert headers["cross-origin-resource-policy"] == "cross-origin"


def test_https_for_good_is_a_choice(made_up: Published, tmp_path: Path) -> None:
    """By itself the configuration binds nobody to https; the lines for it are there and work."""
    assert "strict-transport-security" not in made_up.server.ask(f"{made_up.path}/")[1]
    with nginx(tmp_path / "nginx", made_up.target, changes=(("#add_header", "add_header"),)) as server:
        for address in ("/", "/khong-co", "/tin"):
            _, headers, _ = server.ask(made_up.path + address)
            assert headers["strict-transport-security"] == "max-age=31536000"
            assert headers["cross-origin-opener-policy"] == "same-origin"
            assert "content-security-policy" in headers


def test_no_location_has_headers_of_its_own() -> None:
    """One add_header in a location would take away all of the server's: the policy with them."""
    depth, found = 0, []
    for line in CONFIGURATION.read_text(encoding="utf-8").splitlines():
        code = line.split("#")[0]
        found += [line] if depth > 1 and "add_header" in code else []
        depth += code.count("{") - code.count("}")
    assert depth == 0
    assert found == []


def test_it_fits_into_debians_own_configuration(made_up: Published, tmp_path: Path) -> None:
    """Beside /etc/nginx/nginx.conf as the package brings it, nothing stands twice and nothing is unknown."""
    whole = Path("/etc/nginx/nginx.conf").read_text(encoding="utf-8")
    site = tmp_path / "site"
    site.write_text(configuration(made_up.target, free_port()), encoding="utf-8")  # even a check takes the port
    for old, new in {
        "user www-data;": "",  # only root may name one
        "include /etc/nginx/sites-enabled/*;": f"include {site};",
        "/run/nginx.pid": str(tmp_path / "pid"),
        "/var/log/nginx": str(tmp_path),
    }.items():
        assert old in whole
        whole = whole.replace(old, new)
    wrapper = tmp_path / "nginx.conf"
    wrapper.write_text(whole, encoding="utf-8")
    done = check(wrapper)
    assert done.returncode == 0, done.stderr
    assert "[warn]" not in done.stderr


def test_behind_another_server(published: dict[str, Published], tmp_path: Path) -> None:
    """A site below a path of a server that has other things at its root: that one passes the path on, as the guide
    says, and headers, redirects and the 404 page arrive as they were sent."""
    below = published["below"]
    port = free_port()
    front = f"""
    server {{
        listen 127.0.0.1:{port};
        server_tokens off;
        location {below.path}/ {{ proxy_pass {below.server.address}; }}
    }}"""
    with nginx(tmp_path / "nginx", below.target, more=front) as server:
        outer = server._replace(port=port)
        for address, _, status in ANSWERS.values():
            if status in (200, 301, 404):
                direct = below.server.ask(below.path + address)
                passed = outer.ask(below.path + address)
                assert (passed[0], passed[1].get("location"), passed[2]) == (
                    direct[0],
                    direct[1].get("location"),
                    direct[2],
                )
                assert passed[1]["content-security-policy"] == direct[1]["content-security-policy"]
        assert outer.ask("/")[0] == 404
