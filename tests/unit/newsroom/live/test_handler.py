"""The preview's server: the plain one, with a script in its pages and the addresses that the script asks."""

import http.client
import json
import re
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import pytest

from newsroom.live.handler import FILES, LiveHandler
from newsroom.live.outcome import Fault, Outcome
from newsroom.live.state import State, message
from newsroom.serve import ADDRESS, SiteServer, open_server
from tests.support.previews import wait_for

PAGE = '<html><head><link rel="stylesheet" href="/assets/site.{}.css"></head><body>{}</body></html>'


class Live(NamedTuple):
    server: SiteServer
    state: State
    site: Path


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    site, state = tmp_path / "site", State()
    for name in ("index.html", "tin/index.html", "404.html"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(PAGE.format("1a2b", name), encoding="utf-8")
    (site / "assets").mkdir()
    (site / "assets" / "site.1a2b3c4d.css").write_text("x", encoding="utf-8")
    (site / ".built-site").touch()
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    (site / "way-out").symlink_to(tmp_path, target_is_directory=True)
    with open_server(site, 0, partial(LiveHandler, state=state)) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield Live(running, state, site)
        running.shutdown()
        thread.join()


def ask(live: Live, address: str, method: str = "GET") -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(ADDRESS, live.server.server_port, timeout=10)
    connection.request(method, address)
    return connection.getresponse()


def text(live: Live, address: str) -> str:
    return ask(live, address).read().decode()


def mark_of(page: str) -> str:
    found = re.search('data-mark="([^"]+)"', page)
    assert found
    return found[1]


def change(live: Live, address: str, mark: str) -> dict[str, object]:
    answer: dict[str, object] = json.loads(text(live, "/.preview/change?" + urlencode({"page": address, "mark": mark})))
    return answer


@pytest.mark.parametrize("address", ["/", "/tin/", "/tin/index.html", "/tin/?x=1"])
def test_every_page_has_the_script_and_the_output_has_not(live: Live, address: str) -> None:
    """It is put in on the way: the file stays as it was built."""
    page = text(live, address)
    assert page.count("/.preview/page.js") == 1
    assert not any("preview" in file.read_text(encoding="utf-8") for file in live.site.rglob("*.html"))


def test_the_length_is_that_of_what_is_sent(live: Live) -> None:
    """HEAD tells it too, without a body."""
    whole, head = ask(live, "/tin/"), ask(live, "/tin/", "HEAD")
    assert int(whole.headers["Content-Length"]) == len(whole.read()) == int(head.headers["Content-Length"])
    assert head.read() == b"" and head.headers["Cache-Control"] == "no-store"


def test_all_else_is_as_the_plain_server_has_it(live: Live) -> None:
    """Files, redirects to a folder's address, hidden names, ways out."""
    style = ask(live, "/assets/site.1a2b3c4d.css")
    assert (style.read(), style.headers["Cache-Control"]) == (b"x", "max-age=31536000, immutable")
    assert ask(live, "/tin").status == 301
    for address in (
        "/.built-site",
        "/way-out/secret.html",
        "/../secret.html",
        "/tin/index.html/",
        "/.preview",
        "/a%00",
    ):
        assert ask(live, address).status == 404, address


def test_a_missing_page_waits_for_the_page(live: Live) -> None:
    """The site's 404 page has the script, and changes when the page is there."""
    answer = ask(live, "/moi/")
    page = answer.read().decode()
    assert (answer.status, mark_of(page) != "") == (404, True) and "404.html" in page
    assert change(live, "/moi/", mark_of(page))["change"] == "none"
    (live.site / "moi").mkdir()
    (live.site / "moi" / "index.html").write_text("có rồi", encoding="utf-8")
    assert change(live, "/moi/", mark_of(page))["change"] == "page"


def test_without_a_site_there_is_a_page_that_waits_for_one(live: Live) -> None:
    """In Vietnamese; it changes when the first build has made one."""
    built = {file: file.read_bytes() for file in live.site.rglob("*.html") if file.is_file()}
    for file in built:
        file.unlink()
    answer = ask(live, "/")
    page = answer.read().decode()
    assert answer.status == 404 and answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "Chưa có trang" in page and '<html lang="vi">' in page
    for file, data in built.items():
        file.write_bytes(data)
    assert change(live, "/", mark_of(page))["change"] == "page"


def test_a_page_learns_what_it_has_to_do(live: Live) -> None:
    """Nothing, take another stylesheet or body, or load anew; with the mark to ask with the next time."""
    mark = mark_of(text(live, "/tin/"))
    assert change(live, "/tin/", mark) == {"mark": mark, "change": "none", "styles": ["/assets/site.1a2b.css"]}
    file = live.site / "tin" / "index.html"
    file.write_text(PAGE.format("ffff", "tin/index.html"), encoding="utf-8")
    other = change(live, "/tin/", mark)
    assert (other["change"], other["styles"]) == ("styles", ["/assets/site.ffff.css"])
    assert change(live, "/tin/", str(other["mark"]))["change"] == "none"
    file.write_text(PAGE.format("ffff", "khác"), encoding="utf-8")
    assert change(live, "/tin/", str(other["mark"]))["change"] == "body"
    file.write_text(PAGE.format("ffff", "khác").replace("<head>", "<head><title>x</title>"), encoding="utf-8")
    assert change(live, "/tin/", str(other["mark"]))["change"] == "page"
    assert change(live, "/", mark_of(text(live, "/")))["change"] == "none"


@pytest.mark.parametrize(
    "query", ["", "?page=%00&mark=", "?page=../../secret.html", "?page=/way-out/secret.html", "?mark=x"]
)
def test_a_question_that_makes_no_sense_is_answered(live: Live, query: str) -> None:
    """Nothing outside the site is looked at: it is the missing page."""
    missing = mark_of(text(live, "/missing/"))
    assert json.loads(text(live, f"/.preview/change{query}"))["mark"] == missing


@pytest.mark.parametrize("name", FILES)
def test_the_previews_own_files_are_there(live: Live, name: str) -> None:
    """Under an address that no site has, and never kept by the browser."""
    answer = ask(live, f"/.preview/{name}")
    assert answer.status == 200 and answer.read()
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Type"].startswith(("text/javascript", "text/css"))


@pytest.mark.parametrize("name", ["", "page.py", "../handler.py", "%2e%2e/handler.py", "events/"])
def test_nothing_else_is_there(live: Live, name: str) -> None:
    """The folder of the program is not served."""
    assert ask(live, f"/.preview/{name}").status == 404


def test_the_stream_tells_how_builds_ended(live: Live) -> None:
    """The last one at once, the others when they end; a tab that lost it comes back soon."""
    live.state.show(Outcome(0))
    stream = ask(live, "/.preview/events")
    assert stream.headers["Content-Type"] == "text/event-stream; charset=utf-8"
    first = message(Outcome(0))
    start = b"retry: 300\n\n" + first
    assert stream.read(len(start)) == start
    broken = Outcome(1, (Fault("sai\nhai dòng", "a.md", 2),))
    live.state.show(broken)
    assert stream.read(len(message(broken))) == message(broken)


def test_a_reader_that_leaves_is_forgotten(live: Live) -> None:
    """Its thread ends soon, without a build to tell of."""
    before = threading.active_count()
    streams = [ask(live, "/.preview/events") for _ in range(5)]
    wait_for(lambda: threading.active_count() >= before + 5)
    for stream in streams:
        stream.close()
    wait_for(lambda: threading.active_count() <= before)


def test_the_plain_server_has_no_script(live: Live) -> None:
    """`serve` sends pages as they were built, and has none of the preview's addresses."""
    with open_server(live.site, 0) as plain:
        thread = threading.Thread(target=plain.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        other = live._replace(server=plain)
        assert text(other, "/") == (live.site / "index.html").read_text(encoding="utf-8")
        assert ask(other, "/.preview/page.js").status == ask(other, "/.preview/events").status == 404
        plain.shutdown()
        thread.join()
