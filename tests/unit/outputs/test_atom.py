"""Atom: what a reader of the feed gets is what the records say, whatever stands in them."""

from datetime import datetime
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest

from outputs import atom
from tests.support.feeds import FILE, SITE, TAG, entry, feed, moment
from tests.support.schemas import assert_valid_atom

# Typed by an editor, and what arrives in the feed.
HOSTILE = {
    "<script>alert(1)</script>": "<script>alert(1)</script>",
    "a ]]> b <![CDATA[ c": "a ]]> b <![CDATA[ c",
    "R&amp;D & R&D &#0; &nbsp;": "R&amp;D & R&D &#0; &nbsp;",
    '"nháy" \'đơn\' <a href="x">': '"nháy" \'đơn\' <a href="x">',
    "mừng 🎉 năm 𝟚𝟘𝟚𝟚": "mừng 🎉 năm 𝟚𝟘𝟚𝟚",
    "Hội nghị": "Hội nghị",  # NFD stays NFD
    "a\x00\x01\x08\x0b\x1fb\ufffe\uffff\ud800c": "abc",
    "một\thai\nba\r\nbốn": "một\thai\nba\r\nbốn",
    "<?xml version='1.0'?><!-- -->": "<?xml version='1.0'?><!-- -->",
}


def read(data: bytes) -> Any:
    """The feed as feedparser reads it."""
    return feedparser.parse(BytesIO(data))


def test_a_feed_with_everything_is_valid_and_says_everything() -> None:
    """Each field of the records has its place."""
    data = atom.write(feed(entry()))
    assert_valid_atom(data)
    got = read(data)
    assert (got.feed.id, got.feed.title, got.feed.subtitle, got.feed.language) == (
        "tag:hoi.example,2022:/",
        "Liên hiệp hội",
        "Tin tức của các hội",
        "vi",
    )
    assert got.feed.author == "Liên hiệp các hội khoa học và kỹ thuật"
    assert got.feed.icon == f"{SITE}/favicon.svg"
    assert [(link.rel, link.type, link.href) for link in got.feed.links] == [
        ("self", "application/atom+xml", f"{SITE}/atom.xml"),
        ("alternate", "text/html", f"{SITE}/"),
        ("alternate", "application/feed+json", f"{SITE}/feed.json"),
    ]
    (one,) = got.entries
    assert (one.id, one.link, one.title) == (entry().id, entry().url, entry().title)
    assert (one.published, one.updated) == ("2022-07-02T08:00:00+07:00", "2022-07-03T08:00:00+07:00")
    assert (one.summary, one.summary_detail.type) == (entry().summary, "text/plain")
    assert [(part.value, part.type) for part in one.content] == [(entry().content_html, "text/html")]
    assert [author.name for author in one.authors] == ["Trần Thị Bình"]
    assert [(tag.term, tag.label, tag.scheme) for tag in one.tags] == [(TAG.term, TAG.label, TAG.scheme)]
    assert [(f.href, f.type, f.length, f.title) for f in one.enclosures] == [
        (FILE.url, FILE.kind, str(FILE.size), FILE.title)
    ]


def test_an_empty_feed_is_valid_and_was_updated_at_no_time_of_the_build() -> None:
    """A new association's feed can be subscribed to before its first article."""
    data = atom.write(feed())
    assert_valid_atom(data)
    assert b"<updated>1970-01-01T00:00:00Z</updated>" in data


def test_what_is_not_known_is_left_out() -> None:
    """No empty elements."""
    bare = entry(authors=(), tags=(), enclosures=(), summary="", image="")
    data = atom.write(feed(bare, subtitle="", icon=""))
    assert_valid_atom(data)
    for name in (b"subtitle", b"icon", b"summary", b"category", b"enclosure"):
        assert name not in data
    assert data.count(b"<author>") == 1


def test_a_feed_was_updated_when_its_newest_entry_was() -> None:
    """Its newest change, not its newest article: a correction of an old one counts."""
    data = atom.write(feed(entry("moi", updated=moment(5)), entry("cu", updated=moment(9)), entry("giua")))
    assert_valid_atom(data)
    assert read(data).feed.updated == "2022-07-09T08:00:00+07:00"


@pytest.mark.parametrize(("typed", "arrives"), HOSTILE.items())
def test_text_arrives_as_typed(typed: str, arrives: str) -> None:
    """In titles, names, summaries, labels; only what XML cannot carry is missing."""
    one = entry(title=typed, summary=typed, authors=(typed,), tags=(TAG.__class__("x", typed, TAG.scheme),))
    data = atom.write(feed(one, title=typed, subtitle=typed, author=typed))
    assert_valid_atom(data)
    got = read(data)
    for text in (got.feed.title, got.feed.subtitle, got.feed.author):
        assert text == arrives
    (read_entry,) = got.entries
    for text in (read_entry.title, read_entry.summary, read_entry.author, read_entry.tags[0].label):
        assert text == arrives


def test_html_arrives_as_it_was() -> None:
    """Escaped once: markup of the content is no markup of the feed."""
    html = "<p>1 &lt; 2 &amp;amp; 3 ]]&gt; ]]> &#160;</p>\n<pre>a\tb\r\nc</pre>"
    data = atom.write(feed(entry(content_html=html + "\x07")))
    assert_valid_atom(data)
    assert b"<p>" not in data and b"CDATA" not in data
    assert ElementTree.fromstring(data).findtext(f"{{{atom.NAMESPACE}}}entry/{{{atom.NAMESPACE}}}content") == html


def test_the_same_feed_is_the_same_bytes() -> None:
    """An entry is written alike in every feed that it stands in."""
    assert atom.write(feed(entry())) == atom.write(feed(entry()))
    other = feed(entry("khac"), entry(), id="tag:hoi.example,2022:/hoi/hoi-lam-vuon/")
    written = atom.write(feed(entry()))
    alone = written[written.index(b"<entry>") : written.index(b"</feed>")]
    assert alone in atom.write(other)


def test_a_moment_without_zone_is_refused() -> None:
    """It would be read in whatever zone the reader's machine has."""
    with pytest.raises(ValueError, match="time zone"):
        atom.write(feed(entry(published=datetime(2022, 7, 2))))
