"""Pelican's settings become the options of an edition, or whoever set them is told what is wrong."""

from typing import Any

import pytest

from associations.addresses import LISTS
from associations.pelican_settings import Misuse, options, take_over
from newsroom.build import settings
from tests.support.sites import NOW, ROOT


def given(**changes: Any) -> dict[str, Any]:
    """The project's settings with some of them changed."""
    read = settings(ROOT / "content", None, NOW, strict=False, publish=False)
    take_over(read)
    return {**read, **changes}


@pytest.mark.parametrize("name", LISTS)
def test_the_address_of_a_list_is_a_folder(name: str) -> None:
    """Its numbered pages and feeds stand below it; every setting that is not one is named."""
    with pytest.raises(Misuse, match=f'{name} = "danh-sach.html"'):
        options(given(**{name: "danh-sach.html"}))
    assert options(given(**{name: "danh-sach/"})).settings[name] == "danh-sach/"


def test_all_such_settings_are_named_at_once() -> None:
    """With the value that each has."""
    with pytest.raises(Misuse) as raised:
        options(given(ARCHIVES_URL="tin", ACTIVITY_URL="linh-vuc/{slug}"))
    assert 'ARCHIVES_URL = "tin"' in str(raised.value) and 'ACTIVITY_URL = "linh-vuc/{slug}"' in str(raised.value)


@pytest.mark.parametrize(
    ("name", "value"), [("HOME_URL", ""), ("ARTICLE_URL", "tin/{slug}.html"), ("ASSOCIATIONS_URL", "hoi.html")]
)
def test_other_addresses_may_be_files(name: str, value: str) -> None:
    """Of pages that are no list; and the front page is the root itself."""
    assert options(given(**{name: value})).settings[name] == value


@pytest.mark.parametrize(
    "siteurl",
    [
        "https://x.example.",
        "https://a..b",
        "https://.a",
        "https://-a.example",
        "https://a-.example",
        "https://x.example:99999",
        "https://x.example:65536",
        "https://x.example:0",
        "https://x.example:",
        "https://x.example./tin",
    ],
)
def test_a_host_that_can_be_none_is_refused(siteurl: str) -> None:
    """Feeds and sitemaps would carry it."""
    with pytest.raises(Misuse, match="không dùng được"):
        options(given(PUBLISH=True, SITEURL=siteurl))


@pytest.mark.parametrize(
    "siteurl",
    ["https://x.example:65535", "http://localhost:8000", "http://127.0.0.1", "https://xn--a--b-1.c-d.example/"],
)
def test_a_host_that_can_be_one_is_taken(siteurl: str) -> None:
    """As it was given."""
    assert options(given(PUBLISH=True, SITEURL=siteurl)).siteurl == siteurl
