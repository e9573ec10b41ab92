"""JSON Feed: the same as the Atom feed says."""

import json
from typing import Any

import pytest

from outputs import json_feed
from tests.support.feeds import FILE, SITE, TAG, entry, feed
from tests.support.schemas import assert_valid_json_feed


def read(data: bytes) -> Any:
    return json.loads(data)


def test_a_feed_with_everything_is_valid_and_says_everything() -> None:
    """Each field of the records has its place."""
    data = json_feed.write(feed(entry()))
    assert_valid_json_feed(data)
    assert read(data) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Liên hiệp hội",
        "home_page_url": f"{SITE}/",
        "feed_url": f"{SITE}/feed.json",
        "description": "Tin tức của các hội",
        "icon": f"{SITE}/favicon.svg",
        "language": "vi",
        "authors": [{"name": "Liên hiệp các hội khoa học và kỹ thuật"}],
        "items": [
            {
                "id": entry().id,
                "url": entry().url,
                "title": entry().title,
                "content_html": entry().content_html,
                "summary": entry().summary,
                "image": f"{SITE}/images/vuon.png",
                "date_published": "2022-07-02T08:00:00+07:00",
                "date_modified": "2022-07-03T08:00:00+07:00",
                "authors": [{"name": "Trần Thị Bình"}],
                "tags": [TAG.label],
                "attachments": [
                    {"url": FILE.url, "mime_type": FILE.kind, "title": FILE.title, "size_in_bytes": FILE.size}
                ],
            }
        ],
    }


def test_an_empty_feed_is_valid() -> None:
    """It has items, none."""
    data = json_feed.write(feed())
    assert_valid_json_feed(data)
    assert read(data)["items"] == []


def test_what_is_not_known_is_left_out() -> None:
    """No empty members."""
    untitled = FILE.__class__(url=FILE.url, kind=FILE.kind, size=0, title="")
    bare = entry(authors=(), tags=(), enclosures=(untitled,), summary="", image="")
    data = json_feed.write(feed(bare, subtitle="", icon=""))
    assert_valid_json_feed(data)
    (item,) = read(data)["items"]
    assert not {"description", "icon"} & set(read(data))
    assert not {"authors", "tags", "summary", "image"} & set(item)
    assert item["attachments"] == [{"url": FILE.url, "mime_type": FILE.kind, "size_in_bytes": 0}]


@pytest.mark.parametrize(
    "typed", ["</script><script>", ']]> "nháy" \\', "R&amp;D", "🎉 Hội", "a\tb\nc\r\nd", "\x00\x07\x7f\ufffe"]
)
def test_text_arrives_as_typed(typed: str) -> None:
    """JSON carries every character that is one."""
    data = json_feed.write(feed(entry(title=typed), title=typed))
    assert_valid_json_feed(data)
    assert read(data)["title"] == read(data)["items"][0]["title"] == typed


def test_half_a_character_is_removed() -> None:
    """A lone surrogate has no UTF-8."""
    assert read(json_feed.write(feed(title="a\ud800b")))["title"] == "ab"
