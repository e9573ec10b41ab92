"""Which pages are photographed, in any union's site."""

import struct
from pathlib import Path

import pytest

from newsroom.screenshots import choose_pages, take

SITE = [
    ("index.html", 10),
    ("404.html", 10),
    ("tin/index.html", 10),
    ("tin/trang/1/index.html", 900),
    ("tin/2022/index.html", 900),
    ("tin/2022/08/index.html", 900),
    ("tin/2022/trang/1/index.html", 900),
    ("tin/2022/ngan/index.html", 20),
    ("tin/2022/dai-hon/index.html", 300),
    ("hoi/index.html", 10),
    ("hoi/trang/1/index.html", 900),
    ("hoi/mot/index.html", 30),
    ("hoi/hai/index.html", 30),
    ("hoi/hai/2022/index.html", 900),
    ("hoi/hai/trang/1/index.html", 900),
    ("hoi/hai/tap-huan/index.html", 30),
    ("hoi/hai/tap-huan/2022/index.html", 900),
    ("linh-vuc/index.html", 10),
    ("linh-vuc/tap-huan/index.html", 10),
    ("linh-vuc/tap-huan/2022/index.html", 900),
    ("bang-tong-hop/index.html", 10),
    ("bang-tong-hop/2022/index.html", 900),
    ("van-ban/index.html", 10),
    ("van-ban/42-ct/index.html", 10),
    ("van-ban/15-ct/index.html", 30),
    ("gioi-thieu/index.html", 10),
    ("mau/index.html", 900),
]


def lay(folder: Path, files: list[tuple[str, int]]) -> Path:
    for name, size in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("<!doctype html><title>x</title>" + "x" * size, encoding="utf-8")
    return folder


def test_one_page_of_each_type_is_chosen_by_its_address(tmp_path: Path) -> None:
    """The fullest one; years, further pages and the component sheet are of no type here. Among equals the last."""
    assert choose_pages(lay(tmp_path, SITE)) == {
        "home": "/",
        "archive": "/tin/",
        "article": "/tin/2022/dai-hon/",
        "associations": "/hoi/",
        "association": "/hoi/mot/",
        "activities": "/linh-vuc/",
        "activity": "/linh-vuc/tap-huan/",
        "intersection": "/hoi/hai/tap-huan/",
        "matrix": "/bang-tong-hop/",
        "documents": "/van-ban/",
        "document": "/van-ban/15-ct/",
        "page": "/gioi-thieu/",
        "404": "/404.html",
    }


def test_types_that_the_site_lacks_are_left_out(tmp_path: Path) -> None:
    """A union that has only its front page."""
    assert choose_pages(lay(tmp_path, SITE[:1])) == {"home": "/"}


@pytest.mark.browser
def test_pictures_come_in_three_widths_and_two_schemes(tmp_path: Path) -> None:
    """The picture is as wide as its name says."""
    files = take(lay(tmp_path / "site", SITE[:1]), tmp_path / "pictures")
    assert [file.name for file in files] == [
        f"home-{width}-{scheme}.png" for width in (360, 768, 1280) for scheme in ("light", "dark")
    ]
    widths = [struct.unpack(">I", file.read_bytes()[16:20])[0] for file in files]
    assert widths == [360, 360, 768, 768, 1280, 1280]
