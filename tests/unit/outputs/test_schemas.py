"""The validators of tests/support/schemas.py refuse what the standards refuse, or a valid file would prove nothing."""

import re
from collections.abc import Callable

import pytest

from outputs import atom, json_feed, news_sitemap, sitemap
from outputs.news_sitemap import NewsLocation
from outputs.sitemap import Location
from tests.support import schemas
from tests.support.feeds import SITE, entry, feed, moment
from tests.support.syntax import is_iri, is_tag_uri, is_web_address

ATOM = atom.write(feed(entry("moi"), entry("cu")))
JSON_FEED = json_feed.write(feed(entry("moi"), entry("cu")))
SITEMAP = sitemap.write([Location(f"{SITE}/a/", "2022-07-02"), Location(f"{SITE}/b/")])
INDEX = sitemap.write_index([Location(f"{SITE}/a.xml", "2022-07-02"), Location(f"{SITE}/b.xml")])
NEWS = news_sitemap.write("Hội", "vi", [NewsLocation(f"{SITE}/a/", "A", moment(1))])
REDIRECTS = b"/a/ /b/ 301\n/c/ /b/ 301\n"

ENTRY_ID = "<id>tag:hoi.example,2022:/tin/2022/moi/</id>\n"
OF_FEED = "<updated>2022-07-03T08:00:00+07:00</updated>\n<author>"
CONTENT = re.search(r"<content.*?</content>\n", ATOM.decode())[0]  # type: ignore[index]  # it is there
ADDRESS = "https://hoi.example/tin/2022/moi/"


def with_fault(data: bytes, old: str, new: str) -> bytes:
    """`data` with the first occurrence replaced, which must be there; a lone surrogate stands for a broken byte."""
    assert old.encode() in data
    return data.replace(old.encode(), new.encode(errors="surrogateescape"), 1)


def test_sound_files_are_accepted() -> None:
    """The ones that are broken below."""
    schemas.assert_valid_atom(ATOM)
    schemas.assert_valid_json_feed(JSON_FEED)
    schemas.assert_valid_sitemap(SITEMAP)
    schemas.assert_valid_sitemap_index(INDEX)
    schemas.assert_valid_news_sitemap(NEWS)
    assert schemas.read_redirects(REDIRECTS) == {"/a/": "/b/", "/c/": "/b/"}


BROKEN_ATOM = {
    "no declaration": ('<?xml version="1.0" encoding="UTF-8"?>\n', ""),
    "another encoding": ("UTF-8", "ISO-8859-1"),
    "a document type": ("<feed", "<!DOCTYPE feed [<!ENTITY x 'y'>]><feed"),
    "another namespace": ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"),
    "no language": (' xml:lang="vi"', ""),
    "a language that is no tag": ('"vi"', '"tiếng Việt"'),
    "no id of the feed": ("<id>tag:hoi.example,2022:/</id>\n", ""),
    "no id of an entry": (ENTRY_ID, ""),
    "two ids of an entry": (ENTRY_ID, ENTRY_ID * 2),
    "an id that stands twice": ("/2022/moi/</id>", "/2022/cu/</id>"),
    "an id that is relative": ("tag:hoi.example,2022:/tin/2022/moi/", "/tin/2022/moi/"),
    "an id with white space around it": ("<id>tag", "<id> tag"),
    "a tag without a date": ("tag:hoi.example,2022:/tin/2022/moi/", "tag:hoi.example:/tin/2022/moi/"),
    "no title": ('<title type="text">Liên hiệp hội</title>', ""),
    "markup in a title": ('<title type="text">', '<title type="text"><b>x</b>'),
    "no updated": (OF_FEED, "<author>"),
    "updated before the newest entry": (OF_FEED, OF_FEED.replace("-03T", "-02T")),
    "a day without time": ("2022-07-02T08:00:00+07:00", "2022-07-02"),
    "a time without zone": ("2022-07-02T08:00:00+07:00", "2022-07-02T08:00:00"),
    "a small t": ("2022-07-02T08", "2022-07-02t08"),
    "a day that does not exist": ("2022-07-02T08", "2022-02-30T08"),
    "a name of spaces": ("<name>Trần Thị Bình</name>", "<name>\n </name>"),
    "no link to itself": ('rel="self"', 'rel="alternate"'),
    "a link of a kind unknown": ('rel="alternate"', 'rel="alternative"'),
    "two alternates of one type": ('type="application/feed+json"', 'type="text/html"'),
    "no link to the page": ('rel="alternate" type="text/html"', 'rel="alternate" type="text/plain"'),
    "a type that is none": ('type="text/html"', 'type="html"'),
    "a relative link": ('href="' + ADDRESS, 'href="/tin/2022/moi/'),
    "a link to no host": ('href="' + ADDRESS, 'href="https:///tin/2022/moi/'),
    "a link that runs": ('href="' + ADDRESS, 'href="javascript:alert(1)'),
    "an enclosure without length": (' length="20480"', ""),
    "a length in words": ('length="20480"', 'length="20 KB"'),
    "a category without term": (' term="hoi-lam-vuon"', ""),
    "a scheme that is relative": ('scheme="https://hoi.example/hoi/"', 'scheme="/hoi/"'),
    "no content": (CONTENT, ""),
    "content of no type": ('<content type="html">', '<content type="htm">'),
    "an element of ours": (ENTRY_ID, ENTRY_ID + "<moi/>"),
    "text between elements": (ENTRY_ID, ENTRY_ID + "x"),
    "a relative link in the content": ('&lt;a href="https://hoi.example', '&lt;a href="'),
    "a script in the content": ("&lt;p&gt;", "&lt;p&gt;&lt;script&gt;"),
    "a handler in the content": ("&lt;p&gt;", "&lt;p onclick='x()'&gt;"),
    "a control character": (ENTRY_ID, ENTRY_ID + "\x01"),
    "bytes that are no UTF-8": ("<name>", "<name>\udcff"),
}


@pytest.mark.parametrize(("old", "new"), BROKEN_ATOM.values(), ids=BROKEN_ATOM)
def test_a_broken_atom_feed_is_refused(old: str, new: str) -> None:
    """One fault each."""
    with pytest.raises(AssertionError, match=r"\S"):
        schemas.assert_valid_atom(with_fault(ATOM, old, new))


def test_an_entry_without_author_needs_one_of_the_feed() -> None:
    """RFC 4287, 4.1.1 and 4.1.2: the feed's, or its own in every entry."""
    of_feed = "<author><name>Liên hiệp các hội khoa học và kỹ thuật</name></author>\n"
    of_entry = "<author><name>Trần Thị Bình</name></author>\n"
    schemas.assert_valid_atom(with_fault(ATOM, of_feed, ""))
    schemas.assert_valid_atom(with_fault(ATOM, of_entry, ""))
    with pytest.raises(AssertionError, match="without author"):
        schemas.assert_valid_atom(with_fault(with_fault(ATOM, of_feed, ""), of_entry, ""))


def test_an_empty_feed_has_one_moment() -> None:
    """Not that of the build."""
    empty = atom.write(feed())
    with pytest.raises(AssertionError, match="an empty feed"):
        schemas.assert_valid_atom(with_fault(empty, "1970-01-01", "2022-07-02"))


BROKEN_JSON_FEED = {
    "no JSON": ("{", ""),
    "another version": ("version/1.1", "version/1"),
    "no title": ('"title":"Liên hiệp hội",', ""),
    "no items": ('"items":', '"posts":'),
    "a member unknown": ('"language"', '"lang"'),
    "an address that is relative": ('"home_page_url":"https://hoi.example', '"home_page_url":"'),
    "an item's address that is relative": ('"url":"' + ADDRESS, '"url":"/tin/2022/moi/'),
    "a picture that is relative": ('"image":"https://hoi.example', '"image":"'),
    "an id that stands twice": ("2022:/tin/2022/moi/", "2022:/tin/2022/cu/"),
    "an id that is a number": ('"id":"tag:hoi.example,2022:/tin/2022/moi/"', '"id":1'),
    "an id that is no tag": ("tag:hoi.example,2022:/tin/2022/moi/", "tag:hoi.example,22:/tin/2022/moi/"),
    "no content": ('"content_html"', '"content"'),
    "a day without time": ("2022-07-02T08:00:00+07:00", "2022-07-02"),
    "a day that does not exist": ("2022-07-02T08", "2022-02-30T08"),
    "an author that is a text": ('{"name":"Trần Thị Bình"}', '"x"'),
    "no tags": ('"tags":["Hội Làm vườn"]', '"tags":[]'),
    "a size in words": ('"size_in_bytes":20480', '"size_in_bytes":"20 KB"'),
    "an attachment without type": ('"mime_type"', '"type"'),
    "a relative link in the content": ('<a href=\\"https://hoi.example', '<a href=\\"'),
    "bytes that are no UTF-8": ('"description":"', '"description":"\udcff'),
}


@pytest.mark.parametrize(("old", "new"), BROKEN_JSON_FEED.values(), ids=BROKEN_JSON_FEED)
def test_a_broken_json_feed_is_refused(old: str, new: str) -> None:
    """One fault each."""
    with pytest.raises(AssertionError, match=r"\S"):
        schemas.assert_valid_json_feed(with_fault(JSON_FEED, old, new))


BROKEN_SITEMAPS = {
    "a page that stands twice": ("/b", "/a"),
    "an address that is relative": ("https://hoi.example/a", "/a"),
    "an address that is not encoded": ("/a", "/à"),
    "an address too long": ("/a", "/" + "a" * 2048),
    "a host with a user": ("https://", "https://x@"),
    "no address": ("<loc>https://hoi.example/a", "<loc>"),
    "two addresses": ("<lastmod>", "<loc>https://hoi.example/c</loc><lastmod>"),
    "a day that does not exist": ("2022-07-02", "2022-02-30"),
    "a day as it is read": ("2022-07-02", "02/07/2022"),
    "a time without zone": ("2022-07-02", "2022-07-02T08:00:00"),
    "another namespace": ("sitemap/0.9", "sitemap/0.84"),
    "an element unknown": ("<lastmod>", "<news/><lastmod>"),
}


@pytest.mark.parametrize(("old", "new"), BROKEN_SITEMAPS.values(), ids=BROKEN_SITEMAPS)
def test_a_broken_sitemap_or_index_is_refused(old: str, new: str) -> None:
    """One fault each."""
    for data, validate in ((SITEMAP, schemas.assert_valid_sitemap), (INDEX, schemas.assert_valid_sitemap_index)):
        with pytest.raises(AssertionError, match=r"\S"):
            validate(with_fault(data, old, new))


Validator = Callable[[bytes], None]


@pytest.mark.parametrize(
    ("validate", "data"),
    [
        (schemas.assert_valid_sitemap, INDEX),
        (schemas.assert_valid_sitemap, NEWS),
        (schemas.assert_valid_sitemap_index, SITEMAP),
        (schemas.assert_valid_news_sitemap, SITEMAP),
        (schemas.assert_valid_sitemap, sitemap.write([])),
        (schemas.assert_valid_sitemap, sitemap.write(Location(f"{SITE}/{n}/") for n in range(50_001))),
    ],
    ids=["an index", "news", "pages", "pages for news", "nothing", "too many"],
)
def test_one_kind_of_sitemap_is_no_other(validate: Validator, data: bytes) -> None:
    """And a file keeps the limits."""
    with pytest.raises(AssertionError, match=r"\S"):
        validate(data)


BROKEN_NEWS = {
    "no title": ("<news:title>A</news:title>", ""),
    "a title of spaces": ("<news:title>A</news:title>", "<news:title> </news:title>"),
    "no publication": ("<news:name>Hội</news:name>", ""),
    "a language with its region": ("<news:language>vi", "<news:language>vi-VN"),
    "a day that does not exist": ("2022-07-01", "2022-06-31"),
    "keywords": ("<news:title>", "<news:keywords>x</news:keywords><news:title>"),
    "an address that is relative": ("<loc>https://hoi.example", "<loc>"),
}


@pytest.mark.parametrize(("old", "new"), BROKEN_NEWS.values(), ids=BROKEN_NEWS)
def test_a_broken_sitemap_of_news_is_refused(old: str, new: str) -> None:
    """One fault each."""
    with pytest.raises(AssertionError, match=r"\S"):
        schemas.assert_valid_news_sitemap(with_fault(NEWS, old, new))


@pytest.mark.parametrize(
    "line",
    [
        b"/a/ /d/ 301",
        b"/d/ /d/ 301",
        b"/d/ /e/",
        b"/d/ /e/ 302",
        b"/d/  /e/ 301",
        b"/* /e/ 301",
        b"/d/ /:e/ 301",
        b"//d/ /e/ 301",
        b"/d/ https://e.example/ 301",
        b"# /d/ /e/ 301",
        b"/" + b"d" * 1000 + b" /e/ 301",
    ],
)
def test_a_redirect_that_hosts_read_in_another_way_is_refused(line: bytes) -> None:
    """Together with sound ones."""
    with pytest.raises(AssertionError):
        schemas.read_redirects(REDIRECTS + line + b"\n")


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("tag:hoi.example,2022:/", True),
        ("tag:hoi.example,2022-07:/tin/a%20b/?c#d", True),
        ("tag:hoi.example,2022-07-02:", True),
        ("tag:a.b@hoi.example,2022:x", True),
        ("tag:127.0.0.1,2020:/", True),
        ("tag:hoi.example,22:/", False),
        ("tag:hoi.example,2022-13:/", False),
        ("tag:hoi.example,2022-02-30:/", False),
        ("tag:hoi.example:/", False),
        ("tag:-hoi.example,2022:/", False),
        ("tag:hoi..example,2022:/", False),
        ("tag:hoi.example:8000,2022:/", False),
        ("tag:hội.example,2022:/", False),
        ("tag:hoi.example,2022:/hội/", False),
        ("tag:hoi.example,2022:/a b/", False),
        ("tag:hoi.example,2022:/%zz/", False),
        ("https://hoi.example/", False),
    ],
)
def test_tag_ids_have_the_syntax_of_rfc_4151(text: str, sound: bool) -> None:
    """Authority, day, and what only ASCII can say."""
    assert is_tag_uri(text) is sound


@pytest.mark.parametrize(
    ("text", "iri", "web"),
    [
        ("https://hoi.example/tin/?a=b#c", True, True),
        ("http://127.0.0.1:8000/", True, True),
        ("https://hoi.example/hội/", True, True),
        ("mailto:a@hoi.example", True, False),
        ("urn:isbn:1", True, False),
        ("/tin/", False, False),
        ("//hoi.example/", False, False),
        ("https:///tin/", False, False),
        ("https://a b/", False, False),
        ("https://hoi.example/<b>", False, False),
        ("https://hoi.example/%zz", False, False),
        ("https://x:y@hoi.example/", False, False),
        ("", False, False),
    ],
)
def test_absolute_addresses_are_told_from_others(text: str, iri: bool, web: bool) -> None:
    """With a scheme, and on the web with a host."""
    assert (is_iri(text), is_web_address(text)) == (iri, web)
