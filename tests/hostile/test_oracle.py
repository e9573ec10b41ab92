"""The oracle sees what it is there for: a page in which one thing is wrong, and nothing in a sound one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.oracle import dangers, published
from tests.support.sites import article, small_site

BAD = [
    "<script>alert(1)</script>",
    "<script type='module' src='/a.js'></script>",
    '<script type="application/ld+json">{"url":"javascript:alert(1)"}</script>',
    "<img src=/a.png onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<p style='color:red'>",
    "<iframe src='/'></iframe>",
    "<base href='/'>",
    "<form></form>",
    "<meta http-equiv=refresh content='0;url=/'>",
    "<a href='java\tscript:alert(1)'>a</a>",
    "<a href='&#106;avascript&#58;alert(1)'>a</a>",
    "<a href=' data:text/html,x'>a</a>",
    "<a href='vbscript:x'>a</a>",
    "<a href='//evil.example'>a</a>",
    "<a href='\\\\evil.example'>a</a>",
    "<a href='/' ping='/x'>a</a>",
    "<img srcset='javascript:a 1x'>",
    "<x-y>",
    "<p contenteditable>",
]


@pytest.mark.parametrize("markup", BAD)
def test_a_bad_page_is_seen(tmp_path: Path, markup: str) -> None:
    """One piece of markup that nobody may write, in an otherwise sound page."""
    page = published(tmp_path, small_site({"news/2022/a.md": article("A", "2022-07-01")}))["tin/2022/a/index.html"]
    assert dangers({"a.html": page.replace(b"<h1>", f"{markup}<h1>".encode(), 1)}) != []


def test_a_sound_site_is_not_accused(tmp_path: Path) -> None:
    """Every file of a published site, its former address included."""
    files = small_site({"news/2022/a.md": article("A", "2022-07-01", "**b** <sub>c</sub>", former_addresses=["/cu/"])})
    made = published(tmp_path, files)
    assert dangers(made, moved=["cu/index.html"]) == []
    assert dangers(made) == ["cu/index.html: <meta http-equiv=refresh>"] * 2
