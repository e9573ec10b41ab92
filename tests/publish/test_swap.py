"""Publishing while readers read: none of them ever meets half a site."""

import re
import threading
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import httpx
import pytest

from tests.publish.made import SITEURL, site
from tests.publish.server import Server, nginx, publish, wait_for

pytestmark = pytest.mark.nginx

RELEASES, READERS = 20, 3
PAGES = ("/", *(f"/tin/{number}/" for number in range(8)))


class Reader(threading.Thread):
    """Goes through the pages and asks for the stylesheet that each names, until told to stop; at most a minute."""

    def __init__(self, address: str, kept: bool) -> None:
        super().__init__(daemon=True)
        self.failed: list[str] = []
        self.seen: set[int] = set()
        self.read = 0
        self.stop = threading.Event()
        self._address = address
        self._limits = httpx.Limits(max_keepalive_connections=None if kept else 0)

    def run(self) -> None:
        end = time.monotonic() + 60
        with httpx.Client(base_url=self._address, limits=self._limits) as client:
            for page in cycle(PAGES):
                if self.stop.is_set() or time.monotonic() > end:
                    return
                try:
                    self._visit(client, page)
                except httpx.HTTPError as error:
                    self.failed.append(f"{page}: {error!r}")

    def _visit(self, client: httpx.Client, page: str) -> None:
        answer = client.get(page)
        style = re.search(r'href="(/assets/site\.([0-9a-f]+)\.css)"', answer.text)
        if answer.status_code != 200 or not style:
            self.failed.append(f"{page}: {answer.status_code}")
            return
        time.sleep(0.003)  # a slow line between the page and its stylesheet
        css = client.get(style[1])
        if (css.status_code, css.text) != (200, f"/* {int(style[2], 16)} */"):
            self.failed.append(f"{style[1]}: {css.status_code}")
        self.seen.add(int(style[2], 16))
        self.read += 1


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """nginx with the first release."""
    assert publish(site(tmp_path / "built", 1), tmp_path / "target", SITEURL).returncode == 0
    with nginx(tmp_path / "nginx", tmp_path / "target") as running:
        yield running


@pytest.mark.parametrize("reloads", [False, True])
def test_publishing_under_load_fails_nobody(tmp_path: Path, server: Server, reloads: bool) -> None:
    """Twenty releases one after another, each with other styles: every page and every stylesheet is answered.

    A reload, which only new former addresses need, closes idle connections: a browser then asks once more by itself,
    these readers don't, and so they keep none.
    """
    readers = [Reader(server.address, kept=not reloads) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    for number in range(2, RELEASES + 2):
        done = publish(site(tmp_path / "built", number), tmp_path / "target", SITEURL)
        assert done.returncode == 0, done.stderr
        if reloads:
            server.reload()
    for reader in readers:
        reader.stop.set()
        reader.join()
    assert [fault for reader in readers for fault in reader.failed] == []
    assert len(set().union(*(reader.seen for reader in readers))) > RELEASES / 2  # they did read meanwhile
    assert min(reader.read for reader in readers) > RELEASES


def test_a_reader_of_before_finds_the_styles(tmp_path: Path, server: Server) -> None:
    """By hand what the test above leaves to chance: the page first, then a release, then its stylesheet."""
    with httpx.Client(base_url=server.address) as client:
        assert f"{1:010x}" in client.get("/").text
        publish(site(tmp_path / "built", 2), tmp_path / "target", SITEURL)
        assert f"{2:010x}" in client.get("/").text
        assert client.get(f"/assets/site.{1:010x}.css").status_code == 200
        assert client.get(f"/assets/anh.{1:010x}.webp").status_code == 404


def test_former_addresses_follow_when_nginx_reads_again(tmp_path: Path, server: Server) -> None:
    """A reload is enough, and a map that grows to thousands of long addresses still fits."""
    lines = [f"/tin/{'rat-dai-' * 30}{number}/ /tin/1/ 301" for number in range(5000)]
    publish(site(tmp_path / "built", 2, "\n".join(["/cu/ /tin/2/ 301", *lines])), tmp_path / "target", SITEURL)
    assert server.ask("/cu/")[0] == 404
    server.reload()
    wait_for(lambda: server.ask("/cu/")[0] == 301)
    wait_for(lambda: server.ask(lines[-1].split()[0])[1].get("location") == "/tin/1/")
    said = (server.folder / "error.log").read_text(errors="replace")
    assert "[emerg]" not in said
    assert "[warn]" not in said
