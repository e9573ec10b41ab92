"""The real site at the root of its host and a made-up one below a path and at a root, each published behind nginx."""

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest

from newsroom.build import ROOT
from newsroom.programs import NGINX, is_ci
from tests.browser.conftest import NOW, browser
from tests.publish import contents
from tests.publish.server import Server, nginx, publish
from tests.support.sites import build

__all__ = ["browser"]

PLACES = {
    "real": "https://lienhiephoi.example",
    "rich": "https://tin.example",
    "below": "https://tin.example/ban/tin",
}
"""Names of the published sites and their SITEURL; `rich` and `below` have the same content."""


class Published(NamedTuple):
    """A site that is published: `built` is the build's output, `path` SITEURL's, `target` the folder of the server."""

    server: Server
    siteurl: str
    path: str
    built: Path
    target: Path


@pytest.fixture(scope="package")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Published]]:
    """With CI=true a missing nginx fails; elsewhere its tests are left out, and `tasks.py test` names them."""
    if not NGINX.find() and not is_ci(os.environ):
        pytest.skip("needs nginx")
    top = tmp_path_factory.mktemp("published")
    made_up = contents.write(top / "content")
    with ExitStack() as stack:
        made = {}
        for name, siteurl in PLACES.items():
            built, target = top / name / "built", top / name / "target"
            content = ROOT / "content" if name == "real" else made_up
            assert build(content, built, NOW, publish=True, siteurl=siteurl) == 0
            done = publish(built, target, siteurl)
            assert done.returncode == 0, done.stderr
            server = stack.enter_context(nginx(top / name / "nginx", target))
            made[name] = Published(server, siteurl, urlsplit(siteurl).path, built, target)
        yield made


@pytest.fixture(params=PLACES, scope="package")
def site(request: pytest.FixtureRequest, published: Mapping[str, Published]) -> Published:
    """Each published site in turn."""
    return published[request.param]


@pytest.fixture(params=[name for name in PLACES if name != "real"], scope="package")
def made_up(request: pytest.FixtureRequest, published: Mapping[str, Published]) -> Published:
    """The made-up site at a root, then below a path."""
    return published[request.param]
