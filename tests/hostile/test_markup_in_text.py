"""Markup in titles, names, captions, quotes, units, credits, notes: on every page, in every feed and in JSON-LD it is
the text that was typed, and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from lxml import etree

from tests.hostile.oracle import dangers, published, shown, texts
from tests.support.sites import activity, article, association, page, small_site, union

ATTACK = (
    "\"'><img src=x onerror=alert(1)></title></script><script>alert(1)</script>--><!--]]>"
    '{{ 7*7 }}{% include "base.html" %}{# x #}&lt;b&gt;&amp;<svg/onload=alert(1)>'
    " {0} {} {name.__class__} {x!r:>99} %s %(x)d ${x}"
)
ATOM = "{http://www.w3.org/2005/Atom}"


def hit(field: str) -> str:
    """The attack under a name of its own."""
    return f"{field} {ATTACK}"


QUOTE = f"có 46 người {ATTACK.replace('--><!--', '').replace('&lt;b&gt;&amp;', '')}"
IN_BODY = "".join(f"&#{ord(c)};" if not c.isalnum() and c != " " else c for c in QUOTE)
PICTURE = {"src": "images/a.png", "alt": hit("alt"), "caption": hit("caption"), "credit": hit("credit")}
POST: dict[str, Any] = {
    "summary": hit("summary"),
    "author": hit("author"),
    "partners": [hit("partner")],
    "image": PICTURE,
    "gallery": [PICTURE | {"alt": hit("gallery-alt"), "caption": hit("gallery-caption")}],
    "attachments": [{"src": "files/a.pdf", "title": hit("attachment")}],
    "video": {"url": "https://phim.example/", "title": hit("video"), "image": PICTURE | {"alt": hit("video-alt")}},
    "results": [{"value": "46", "unit": hit("unit"), "quote": QUOTE}],
    "event": {"start": "2022-08-20", "place": hit("place"), "changes": [{"date": "2022-07-02", "note": hit("change")}]},
    "corrections": [{"date": "2022-07-03", "note": hit("correction")}],
    "acknowledged": {"implausible-date": hit("acknowledged")},
}
BODY = f"{IN_BODY}\n\n## Mục\n"
PERSON = {"name": hit("officer"), "role": hit("role"), "source": hit("officer-source")}
CONTACT = {
    "address": hit("address"),
    "phone": hit("phone"),
    "email": hit("email"),
    "website": "https://hoi.example/?a={{b}}&c=)",
}
ORGANISATION: dict[str, Any] = {
    "acronym": hit("acronym"),
    "aliases": [hit("alias")],
    "not_to_confuse": [hit("other")],
    "former_names": [{"name": hit("former-name"), "until": "2001", "decision": hit("decision")}],
    "officers": [PERSON],
    "contact": CONTACT,
    "logo": {"src": "images/a.png", "alt": hit("logo-alt")},
    "source": hit("source"),
}
UNION: dict[str, Any] = {
    "name": hit("union"),
    "short_name": hit("union-short"),
    "province": hit("province"),
    "parent": {"name": hit("parent"), "website": "https://me.example/"},
    "stated_members": [{"count": 9, "date": "2021", "source": hit("stated")}],
    "legal": {"licence": hit("licence"), "issued": hit("issued"), "responsible": hit("responsible")},
    "predecessors": [{"name": hit("predecessor"), "province": hit("old-province"), "until": "2000"}],
}
ENDED = {"how": "merged", "date": "2020", "into": ["hoi-mot"], "decision": hit("end-decision")}
FILES: dict[str, str | bytes] = {
    "union.md": union("Giới thiệu.", **(UNION | ORGANISATION | {"source": hit("union-source")})),
    "associations/hoi-mot.md": association(hit("hội"), short_name=hit("hội-ngắn"), **ORGANISATION),
    "associations/hoi-hai.md": association("Hội Hai", ended=ENDED),
    "activities/tap-huan.md": activity(hit("lĩnh-vực"), aliases=[hit("alias")]),
    "pages/lien-he.md": page(hit("trang"), summary=hit("trang-tóm-tắt"), menu="header", source=hit("trang-nguồn")),
    "documents/1-ct.md": page(hit("trích-yếu"), kind=hit("loại"), number=hit("số"), issuer=hit("cơ-quan")),
    "units.yml": f"{json.dumps(hit('unit'), ensure_ascii=False)}: {{kind: {json.dumps(hit('kind'))}}}\n",
    "abbreviations.yml": f"{json.dumps(hit('KH'))}: [{json.dumps(hit('khoa'))}]\n",
    "news/2022/a.md": article(hit("title"), "2022-08-31", BODY, **POST),
    "news/2022/b.md": article(
        hit("rút"), "2022-07-02", status="withdrawn", withdrawn={"date": "2022-07-09", "reason": hit("lý-do")}
    ),
    "images/a.png": b"x",
    "files/a.pdf": b"x",
}
# What readers see somewhere; the others serve checks and search, or stand on pages that are still to come.
SEEN = (
    *("title", "summary", "author", "partner", "alt", "caption", "credit", "gallery-alt", "gallery-caption"),
    *("attachment", "video", "video-alt", "unit", "place", "change", "correction", "rút", "lý-do", "union"),
    *("union-short", "parent", "licence", "issued", "responsible", "predecessor", "acronym", "former-name"),
    *("decision", "officer", "role", "officer-source", "address", "phone", "email", "logo-alt", "source"),
    *("union-source", "hội", "hội-ngắn", "end-decision", "lĩnh-vực", "trang", "trang-tóm-tắt", "trang-nguồn", "stated"),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return published(tmp_path_factory.mktemp("site"), small_site(FILES))


def test_nothing_of_it_is_markup_anywhere(made: dict[str, bytes]) -> None:
    """On no page of any kind, in no feed, list of addresses or manifest."""
    assert dangers(made) == []


@pytest.mark.parametrize("field", SEEN)
def test_it_is_shown_as_it_was_typed(made: dict[str, bytes], field: str) -> None:
    """Letter by letter, on some page: nothing was taken away to make it safe, or filled in as a template."""
    wanted = " ".join(hit(field).split())
    assert any(wanted in shown(data) for path, data in made.items() if path.endswith(".html"))


def test_a_quote_is_shown_as_it_was_typed(made: dict[str, bytes]) -> None:
    """Among the article's results and in its text."""
    assert shown(made["tin/2022/a/index.html"]).count(" ".join(QUOTE.split())) >= 2


def test_no_template_was_filled_in(made: dict[str, bytes]) -> None:
    """Jinja's marks stand in the output as often as they were typed: 49 nowhere."""
    assert all("49" not in re.findall(r"[0-9]+", shown(made[path])) for path in made if path.endswith(".html"))


def entries(made: dict[str, bytes], path: str) -> Iterator[etree._Element]:
    yield from etree.fromstring(made[path]).iter(f"{ATOM}entry")


def test_atom_says_what_was_typed(made: dict[str, bytes]) -> None:
    """Titles, names and summaries are text; HTML is inside `content` alone."""
    for path in (path for path in made if path.endswith("/hoi-mot/atom.xml") or path == "atom.xml"):
        [entry] = entries(made, path)
        assert entry.findtext(f"{ATOM}title") == hit("title")
        assert entry.findtext(f"{ATOM}summary") == hit("summary")
        assert entry.findtext(f"{ATOM}author/{ATOM}name") == hit("author")
        labels = [category.get("label") for category in entry.iter(f"{ATOM}category")]
        assert labels == [hit("hội-ngắn"), hit("lĩnh-vực")]
        content = BeautifulSoup(entry.findtext(f"{ATOM}content") or "", "html.parser").get_text()
        assert " ".join(QUOTE.split()) in " ".join(content.split())


def test_json_feed_says_what_was_typed(made: dict[str, bytes]) -> None:
    """The same in JSON."""
    feed = json.loads(made["feed.json"])
    [item] = feed["items"]
    assert (feed["title"], item["title"], item["summary"]) == (hit("union"), hit("title"), hit("summary"))
    assert item["authors"] == [{"name": hit("author")}]


def test_json_ld_says_what_was_typed(made: dict[str, bytes]) -> None:
    """And cannot end its element: no `<` stands in it."""
    soup = BeautifulSoup(made["tin/2022/a/index.html"], "html.parser")
    [script] = soup.find_all("script")
    [graph] = [node for node in json.loads(script.string or "")["@graph"] if node["@type"] == "NewsArticle"]
    assert graph["headline"].startswith(hit("title")[:40])
    assert graph["publisher"]["name"] == hit("union")


def test_the_news_sitemap_and_the_manifest_say_what_was_typed(made: dict[str, bytes]) -> None:
    """A name that would break XML or JSON breaks nothing."""
    root = etree.fromstring(made["sitemap-news.xml"])
    titles = [element.text for element in root.iter() if etree.QName(element).localname == "title"]
    assert titles == [hit("title")]
    assert json.loads(made["site.webmanifest"])["name"] == hit("union")


def test_the_social_cards_say_what_was_typed(made: dict[str, bytes]) -> None:
    """OpenGraph's values are attributes."""
    soup = BeautifulSoup(made["tin/2022/a/index.html"], "html.parser")
    [card] = soup.find_all("meta", property="og:title")
    assert card["content"] == hit("title")


CONTROLS = "a\\u0000b\\x0bc\\x1bd\\u0085e\\uFFFEf\\uFFFFg\\u202Eh\\u2028i]]>j\\rk\\uFEFFl"


def test_control_characters_do_not_break_a_feed(tmp_path: Path) -> None:
    """YAML's escapes bring in what XML has no way to write: the title is a warning, every file can still be read."""
    post = article("T", "2022-08-31", "a\x0bb\x1bc \x85 d\ufffee \u202ef ]]> g\ufeff", author="A").replace(
        'title: "T"', f'title: "{CONTROLS}"'
    )
    files = small_site({"news/2022/a.md": post.replace('"A"', f'"{CONTROLS}"')})
    made = published(tmp_path, files)
    assert dangers(made) == []
    [entry] = entries(made, "atom.xml")
    assert (entry.findtext(f"{ATOM}title") or "").startswith("abcd\x85efg\u202eh\u2028i]]>j")
    assert json.loads(made["feed.json"])["items"][0]["title"].startswith("a")
    for path, text in texts(made).items():
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", text) or path.endswith((".html", ".json"))
