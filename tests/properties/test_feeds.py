"""Whatever an editor types into a title or a name arrives in every feed reader."""

import json
import re
from io import BytesIO

import feedparser
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from outputs import atom, json_feed, news_sitemap, sitemap
from outputs.news_sitemap import NewsLocation
from outputs.sitemap import Location
from outputs.xml_text import carriable
from tests.support.feeds import SITE, TAG, entry, feed, moment
from tests.support.schemas import assert_valid_atom, assert_valid_json_feed, assert_valid_news_sitemap

# Surrogates too: st.text() leaves them out by itself.
characters = st.characters(codec=None, exclude_categories=())
anything = st.text(characters, max_size=60) | st.text(st.sampled_from("<>&\"'];![CDATA-- \t\r\n\0\ufffe"), max_size=30)
named = anything.filter(lambda text: carriable(text).strip() != "")
addresses = st.text(st.sampled_from("abc/&<>'\"%20?="), min_size=1, max_size=40).map(f"{SITE}/".__add__)


def paths(data: bytes, *names: str) -> list[str]:
    """Texts of the elements, or of the attributes (`@label`), in a document."""
    root = etree.fromstring(data)
    spaces = {"a": atom.NAMESPACE, "s": sitemap.NAMESPACE, "n": news_sitemap.NEWS_NAMESPACE}
    return [root.xpath(f"string({name})", namespaces=spaces) for name in names]


@given(named)
@example("a]]>b<![CDATA[c")
@example("một\r\nhai\rba\tbốn\u0085năm\u2028")
def test_any_text_arrives_by_atom(text: str) -> None:
    """Character by character, but for those that XML has no way to write; the document stays valid."""
    tag = TAG.__class__("x", text, TAG.scheme)
    data = atom.write(feed(entry(title=text, summary=text, authors=(text,), tags=(tag,)), title=text, author=text))
    assert_valid_atom(data)
    places = "a:title", "a:author/a:name", "a:entry/a:title", "a:entry/a:summary", "a:entry/a:category/@label"
    assert paths(data, *places) == [carriable(text)] * len(places)


@given(anything.filter(lambda text: not re.search("[\x80-\x9f]", text)))
def test_any_text_arrives_by_feedparser(text: str) -> None:
    """As a reader's program shows it. (feedparser repairs U+0080–U+009F and what could be UTF-8 read as Latin-1.)"""
    framed = f"ệ{text}ệ"
    read = feedparser.parse(BytesIO(atom.write(feed(entry(title=framed), title=framed))))
    assert not read.bozo
    assert read.feed.title == read.entries[0].title == carriable(framed)


@given(anything)
def test_any_html_arrives_by_atom_as_it_was_given(text: str) -> None:
    """The format adds and takes nothing: what is safe is decided before."""
    assert paths(atom.write(feed(entry(content_html=text))), "a:entry/a:content") == [carriable(text)]


@given(named)
def test_any_text_arrives_by_json_feed(text: str) -> None:
    """Character by character, but for halves of characters; the document stays valid."""
    data = json_feed.write(feed(entry(title=text, authors=(text,)), title=text))
    assert_valid_json_feed(data)
    got = json.loads(data)
    whole = re.sub("[\ud800-\udfff]", "", text)
    assert (got["title"], got["items"][0]["title"], got["items"][0]["authors"][0]["name"]) == (whole,) * 3


@given(named)
def test_any_title_arrives_in_the_sitemap_of_news(text: str) -> None:
    """And any name of the publication."""
    data = news_sitemap.write(text, "vi", [NewsLocation(f"{SITE}/a/", text, moment(1))])
    assert_valid_news_sitemap(data)
    assert paths(data, "//n:name", "//n:title") == [carriable(text)] * 2


@given(st.lists(addresses, max_size=30), st.integers(1, 8), st.integers(400, 900))
def test_parts_of_a_sitemap_hold_every_page_once_within_the_limits(urls: list[str], most: int, largest: int) -> None:
    """In their order; no part is empty."""
    parts = sitemap.split(map(Location, urls), most, largest)
    assert [page.url for part in parts for page in part] == urls
    assert all(0 < len(part) <= most and len(sitemap.write(part)) <= largest for part in parts)
