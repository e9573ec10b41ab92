"""JSON-LD as text: schema.org's names, safe inside a script, the same bytes each time, and schemas that can fail."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup

from outputs.json_ld import (
    BreadcrumbList,
    CollectionPage,
    Event,
    NewsArticle,
    Node,
    Organization,
    Person,
    Place,
    PostalAddress,
    Thing,
    WebSite,
    breadcrumbs,
    json_ld,
)
from tests.support.structured import faults, preview_faults

SITE = "https://x.example/sub/"
UNION = Organization(name="Liên hiệp Thử", url=f"{SITE}hoi/lien-hiep-thu/")
BODY = Organization(name="Hội Một", url=f"{SITE}hoi/hoi-mot/")
NEWS = NewsArticle(
    headline="Tin một",
    url=f"{SITE}tin/2022/mot/",
    date_published="2022-07-02T08:00:00+07:00",
    author=Person(name="M. Thử"),
    publisher=UNION,
    date_modified="2022-07-05T00:00:00+07:00",
    image=f"{SITE}images/a.png",
    about=(BODY, UNION),
    article_section=("Tập huấn",),
)
PROFILE = Organization(
    name="Hội Một",
    alternate_name=("HM",),
    url=f"{SITE}hoi/hoi-mot/",
    description="Về hội.",
    logo=f"{SITE}images/logo.svg",
    founding_date="1995",
    dissolution_date="2020-05",
    address=PostalAddress(street_address="Số 1"),
    telephone="0999 000 111",
    email="a@x.example",
    same_as="https://hoi-mot.example/",
    parent_organization=UNION,
    member=(BODY,),
)
WEBSITE = WebSite(name="Liên hiệp Thử", url=SITE, alternate_name="LHT", publisher=UNION, in_language="vi")
PAGE = CollectionPage(
    name="Tin bài",
    url=f"{SITE}tin/",
    is_part_of=WebSite(name="Liên hiệp Thử", url=SITE),
    about=(BODY, Thing(name="Tập huấn", url=f"{SITE}linh-vuc/tap-huan/")),
)
EVENT = Event(
    name="Tin một",
    url=f"{SITE}tin/2022/mot/",
    start_date="2022-10-20T08:00:00+07:00",
    location=Place(name="Nhà văn hóa", address="Nhà văn hóa"),
    end_date="2022-10-21",
    event_status="https://schema.org/EventPostponed",
)
TRAIL = breadcrumbs([("Trang chủ", SITE), ("Tin bài", f"{SITE}tin/")], "Tin một")
EVERYTHING = (NEWS, PROFILE, WEBSITE, PAGE, EVENT, TRAIL)
HOSTILE = [
    "</script><script>alert(1)</script>",
    "</SCRIPT\n>",
    "<!--<script>",
    "-->]]>&amp;",
    "\"'`\\",
    "{{ 7*7 }} {% raw %}",
    "dòng\u2028mới\u2029nữa",
    "\x00\x01\b\f\n\r\t\x1f\x7f\x85",
    "𝕏 👩‍🔬 \ufeff\ufffe",
]


def test_types_and_properties_have_the_names_of_schema_org() -> None:
    """An article with everything, as the graph has it; what is empty is left out."""
    assert json.loads(json_ld([NEWS])) == {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "NewsArticle",
                "headline": "Tin một",
                "url": "https://x.example/sub/tin/2022/mot/",
                "datePublished": "2022-07-02T08:00:00+07:00",
                "author": {"@type": "Person", "name": "M. Thử"},
                "publisher": {
                    "@type": "Organization",
                    "name": "Liên hiệp Thử",
                    "url": "https://x.example/sub/hoi/lien-hiep-thu/",
                },
                "dateModified": "2022-07-05T00:00:00+07:00",
                "image": "https://x.example/sub/images/a.png",
                "about": [
                    {"@type": "Organization", "name": "Hội Một", "url": "https://x.example/sub/hoi/hoi-mot/"},
                    {
                        "@type": "Organization",
                        "name": "Liên hiệp Thử",
                        "url": "https://x.example/sub/hoi/lien-hiep-thu/",
                    },
                ],
                "articleSection": ["Tập huấn"],
            }
        ],
    }


def test_breadcrumbs_count_from_the_home_page_to_the_page_itself() -> None:
    """The page itself needs no address."""
    assert json.loads(json_ld([TRAIL]))["@graph"][0]["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Trang chủ", "item": "https://x.example/sub/"},
        {"@type": "ListItem", "position": 2, "name": "Tin bài", "item": "https://x.example/sub/tin/"},
        {"@type": "ListItem", "position": 3, "name": "Tin một"},
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_stays_text_inside_a_script(text: str) -> None:
    """No character of an editor ends the script or the JSON, and each is read back as it was."""
    written = json_ld([breadcrumbs([(text, SITE)], text), Organization(name=text, alternate_name=(text,))])
    assert not set(written) & set("<>&\u2028\u2029\x00\n\r")
    soup = BeautifulSoup(f'<p>a</p><script type="application/ld+json">{written}</script><p>b</p>', "html.parser")
    assert [tag.name for tag in soup.find_all(True)] == ["p", "script", "p"]
    trail, organization = json.loads(soup.script.get_text() if soup.script else "")["@graph"]
    assert [item["name"] for item in trail["itemListElement"]] == [text, text]
    assert organization == {"@type": "Organization", "name": text, "alternateName": [text]}


def test_the_same_things_give_the_same_text() -> None:
    """Keys stand in the order of the types, on one line and without needless space."""
    assert json_ld(EVERYTHING) == json_ld(list(EVERYTHING))
    assert json_ld([Person(name="A")]) == ('{"@context":"https://schema.org","@graph":[{"@type":"Person","name":"A"}]}')


def test_what_is_sound_validates() -> None:
    """Every type with every property, and with the fewest."""
    assert faults(json.loads(json_ld(EVERYTHING))) == []
    fewest: list[Node] = [
        NewsArticle(
            headline="a",
            url=SITE,
            date_published="2022-07-02T08:00:00+07:00",
            author=UNION,
            publisher=UNION,
            about=(BODY,),
            article_section=("b",),
        ),
        Organization(name="a", url=SITE),
        CollectionPage(name="a", url=SITE, is_part_of=WebSite(name="b", url=SITE)),
        Event(name="a", url=SITE, start_date="2022-10-20", location=Place(name="b", address="b")),
        breadcrumbs([("a", SITE)], "b"),
    ]
    assert faults(json.loads(json_ld(fewest))) == []


def broken(index: int, change: Callable[[dict[str, Any]], object]) -> Any:
    data = json.loads(json_ld(EVERYTHING))
    change(data["@graph"][index])
    return data


@pytest.mark.parametrize(
    ("index", "change"),
    [
        *((0, lambda t, key=key: t.pop(key)) for key in ("headline", "datePublished", "author", "publisher", "about")),
        (0, lambda t: t.update(headline=" ")),
        (0, lambda t: t.update(url="/tin/2022/mot/")),
        (0, lambda t: t.update(image="images/a.png")),
        (0, lambda t: t.update(image="https://x.example/a b.png")),
        (0, lambda t: t.update(datePublished="2022-07-02T08:00")),
        (0, lambda t: t.update(datePublished="2022-07-02T08:00:00")),
        (0, lambda t: t.update(datePublished="2022-02-30T08:00:00+07:00")),
        (0, lambda t: t.update(dateModified="2022-07-01T08:00:00+07:00")),
        (0, lambda t: t.update(author="M. Thử")),
        (0, lambda t: t.update(author={"@type": "Organization", "name": "Hội không có trang"})),
        (0, lambda t: t.update(publisher={"@type": "Person", "name": "M. Thử"})),
        (0, lambda t: t.update(articleSection=[])),
        (0, lambda t: t.update(date_published="2022")),
        (0, lambda t: t.update({"@type": "Newsarticle"})),
        (1, lambda t: t.pop("name")),
        (1, lambda t: t.update(foundingDate="12/09/1995")),
        (1, lambda t: t.update(foundingDate="2021")),
        (1, lambda t: t.update(email="van phong")),
        (1, lambda t: t.update(address="Số 1")),
        (1, lambda t: t.update(member=[{"@type": "Organization", "name": "Hội Một"}])),
        (2, lambda t: t.pop("url")),
        (2, lambda t: t.update(url="https://x.example/index.html")),
        (3, lambda t: t.pop("isPartOf")),
        (3, lambda t: t["about"].append({"@type": "Thing", "name": "Tập huấn"})),
        (4, lambda t: t.pop("location")),
        (4, lambda t: t.update(startDate="2022-10")),
        (4, lambda t: t.update(eventStatus="postponed")),
        (4, lambda t: t.update(endDate="2022-10-19")),
        (5, lambda t: t["itemListElement"].pop(0)),
        (5, lambda t: t["itemListElement"][0].pop("item")),
        (5, lambda t: t["itemListElement"][1].pop("name")),
        (5, lambda t: t["itemListElement"][1].update(position="2")),
        (5, lambda t: t.update(itemListElement=t["itemListElement"][-1:])),
    ],
)
def test_what_is_broken_does_not_validate(index: int, change: Callable[[dict[str, Any]], object]) -> None:
    """Each rule of the schemas is broken once."""
    assert faults(broken(index, change)) != []


@pytest.mark.parametrize("data", [None, [], {}, {"@context": "http://schema.org", "@graph": [{"@type": "Person"}]}])
def test_what_is_no_graph_does_not_validate(data: Any) -> None:
    """One graph in schema.org's words."""
    assert faults(data) != []


@pytest.mark.parametrize(
    "change",
    [
        {"og:title": ""},
        {"og:url": "/tin/2022/mot/"},
        {"og:type": "news"},
        {"og:locale": "vi"},
        {"og:image": "/images/a.png"},
        {"og:image": "https://x.example/logo.svg"},
        {"og:image:alt": ""},
        {"twitter:card": "summary"},
        {"article:published_time": "2022-07-02"},
        {"og:type": "website"},
        {"og:titel": "a"},
    ],
)
def test_a_broken_preview_does_not_validate(change: dict[str, str]) -> None:
    """The schema of previews can fail too."""
    sound = {
        "og:type": "article",
        "og:title": "Tin một",
        "og:url": f"{SITE}tin/2022/mot/",
        "og:site_name": "Liên hiệp Thử",
        "og:locale": "vi_VN",
        "og:image": f"{SITE}images/a.png",
        "og:image:alt": "Ảnh",
        "twitter:card": "summary_large_image",
        "article:published_time": "2022-07-02T08:00:00+07:00",
    }
    assert preview_faults(sound) == []
    assert preview_faults({**sound, **change}) != []


def test_breadcrumb_list_is_what_breadcrumbs_gives() -> None:
    """A page without a trail has itself alone."""
    assert isinstance(TRAIL, BreadcrumbList)
    assert [item.position for item in breadcrumbs([], "a").item_list_element] == [1]
