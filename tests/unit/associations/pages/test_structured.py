"""What machines read in the head of each page of a published build: JSON-LD and the preview of a shared link."""

from __future__ import annotations

from collections.abc import Iterator
from gzip import compress
from pathlib import Path
from typing import Any

import pytest

from associations.addresses import file_of
from associations.edition import Edition
from tests.support.posts import daily, post
from tests.support.sites import (
    UNION,
    Files,
    activity,
    article,
    association,
    document,
    page,
    pages,
    prepared,
    small_site,
    union,
)
from tests.support.structured import faults, graph_of, json_ld_of, preview, preview_faults

HOST = "https://x.example"
SITEURL = f"{HOST}/sub"
UNION_URL = f"{SITEURL}/hoi/{UNION}/"
UNION_NAMED = {"@type": "Organization", "name": "Liên hiệp các Hội tỉnh Thử", "url": UNION_URL}
ONE = {"@type": "Organization", "name": "Hội Một", "url": f"{SITEURL}/hoi/hoi-mot/"}
TRAINING = {"@type": "Thing", "name": "Tập huấn", "url": f"{SITEURL}/linh-vuc/tap-huan/"}
SITE = {"@type": "WebSite", "name": UNION_NAMED["name"], "url": f"{SITEURL}/"}
PICTURES: dict[str, str | bytes] = {
    "images/a.png": b"\x89PNG\r\n\x1a\n",
    "images/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
}

# What an editor wrote, and what machines read; each is an article of 2021 in the rich site.
AUTHORS: dict[str, tuple[str | None, dict[str, str]]] = {
    "khong-ky": (None, UNION_NAMED),
    "mot-nguoi": ("Lê Mẫu", {"@type": "Person", "name": "Lê Mẫu"}),
    "mot-hoi": ("Hội Một", ONE),
    "lien-hiep": ("Liên hiệp Thử", UNION_NAMED),
    "mot-ban": ("Ban biên tập Hội Một", {"@type": "Person", "name": "Ban biên tập Hội Một"}),
}
MENDED = {"date": "2021-07-09", "note": "Sửa số."}
CHANGES: dict[str, tuple[dict[str, object], str | None]] = {
    "nhu-cu": ({}, None),
    "sua": ({"modified": "2021-07-05T09:30"}, "2021-07-05T09:30:00+07:00"),
    "dinh-chinh": ({"corrections": [MENDED]}, "2021-07-09T00:00:00+07:00"),
    "ca-hai": ({"modified": "2021-07-05", "corrections": [MENDED]}, "2021-07-09T00:00:00+07:00"),
}
SCHEMA_ORG = "https://schema.org/Event"
EVENTS: dict[str, tuple[dict[str, str], tuple[str, str | None, str | None] | None]] = {
    "hoan": (
        {"start": "2022-10-20T08:00", "end": "2022-10-21", "place": "Bến", "status": "postponed"},
        ("2022-10-20T08:00:00+07:00", "2022-10-21", f"{SCHEMA_ORG}Postponed"),
    ),
    "hop": ({"start": "2022-10-20", "place": "Bến"}, ("2022-10-20", None, None)),
    "chac": (
        {"start": "2022-10-20", "place": "Bến", "status": "confirmed"},
        ("2022-10-20", None, f"{SCHEMA_ORG}Scheduled"),
    ),
    "huy": (
        {"start": "2022-10-20", "place": "Bến", "status": "cancelled"},
        ("2022-10-20", None, f"{SCHEMA_ORG}Cancelled"),
    ),
    "chua-ro-cuoi": ({"start": "2022-10-20", "end": "2022-11", "place": "Bến"}, ("2022-10-20", None, None)),
    "du-kien": ({"start": "2022-10-20", "place": "Bến", "status": "provisional"}, None),
    "thang": ({"start": "2022-10", "place": "Bến"}, None),
    "nam": ({"start": "2022", "place": "Bến"}, None),
    "chua-ro-noi": ({"start": "2022-10-20"}, None),
}


def cases() -> dict[str, str | bytes]:
    keys: dict[str, dict[str, object]] = {
        **{slug: {"author": author} for slug, (author, _) in AUTHORS.items()},
        **{slug: given for slug, (given, _) in CHANGES.items()},
        **{slug: {"event": event} for slug, (event, _) in EVENTS.items()},
    }
    return {f"news/2021/{slug}.md": article(slug, "2021-07-01T08:00", **given) for slug, given in keys.items()}


RICH = small_site(
    {
        **daily(40),
        **cases(),
        **PICTURES,
        "union.md": union(
            acronym="LHT",
            founded="1995-09-12",
            parent={"name": "Liên hiệp Toàn cõi", "website": "https://toan-coi.example/"},
            contact={
                "address": "Số 1",
                "phone": "0999 000 111",
                "email": "a@x.example",
                "website": "https://lht.example/",
            },
            logo={"src": "images/logo.svg", "alt": "Biểu trưng"},
        ),
        "associations/hoi-ba.md": association("Hội tỉnh Ba", short_name="Hội Ba", acronym="HB", founded="2001-05"),
        "associations/hoi-cu.md": association(
            "Hội Cũ",
            ended={"how": "merged", "date": "2020", "into": ["hoi-mot"]},
            logo={"src": "images/a.png", "alt": "Cờ"},
        ),
        "associations/hoi-roi.md": association("Hội Rời", ended={"how": "left", "date": "2021-03"}),
        "associations/hoi-sap.md": association("Hội Sắp", ended={"how": "dissolved", "date": "2023"}),
        "pages/gioi-thieu.md": page("Giới thiệu"),
        "documents/27-nq.md": document(kind="Nghị quyết", number="27/NQ", source="bịa để thử"),
        "news/2022/mot.md": article(
            "Một",
            "2022-07-02T08:00",
            modified="2022-07-05",
            author="M. Thử",
            associations=["hoi-mot", UNION],
            activities=["tap-huan", "hoi-thao"],
            image={"src": "images/a.png", "alt": "Cá & tôm"},
        ),
        "news/2022/rut.md": article(
            "Rút", "2022-01-01", status="withdrawn", withdrawn={"date": "2022-02", "reason": "Số sai."}
        ),
        "news/2022/nhap.md": article("Nháp", "2022-01-02", status="draft"),
    }
)


def published(folder: Path, files: Files, siteurl: str = SITEURL) -> dict[str, bytes]:
    return pages(prepared(folder, files, publish=True, siteurl=siteurl))


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return published(tmp_path_factory.mktemp("rich"), RICH)


def types(page: bytes) -> list[str]:
    return [thing["@type"] for thing in graph_of(page)]


def thing(page: bytes, kind: str) -> dict[str, Any]:
    """The one thing of that type."""
    (found,) = graph_of(page, kind)
    return found


def addresses(value: Any) -> Iterator[str]:
    """Every address of this site in some JSON-LD."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from addresses(one)
    elif isinstance(value, str) and value.startswith(HOST):
        yield value


EXPECTED = {
    "index.html": ["WebSite"],
    "tin/index.html": ["CollectionPage", "BreadcrumbList"],
    "tin/2020/index.html": ["CollectionPage", "BreadcrumbList"],
    "tin/2020/01/index.html": ["CollectionPage", "BreadcrumbList"],
    "tin/trang/1/index.html": ["CollectionPage", "BreadcrumbList"],
    "tin/2022/mot/index.html": ["NewsArticle", "BreadcrumbList"],
    "tin/2022/rut/index.html": ["BreadcrumbList"],
    "hoi/index.html": ["CollectionPage", "BreadcrumbList"],
    "hoi/hoi-mot/index.html": ["Organization", "CollectionPage", "BreadcrumbList"],
    f"hoi/{UNION}/index.html": ["Organization", "CollectionPage", "BreadcrumbList"],
    "hoi/hoi-mot/trang/1/index.html": ["CollectionPage", "BreadcrumbList"],
    "hoi/hoi-mot/2022/index.html": ["CollectionPage", "BreadcrumbList"],
    "hoi/hoi-mot/tap-huan/index.html": ["CollectionPage", "BreadcrumbList"],
    "hoi/hoi-mot/tap-huan/2022/index.html": ["CollectionPage", "BreadcrumbList"],
    "linh-vuc/index.html": ["CollectionPage", "BreadcrumbList"],
    "linh-vuc/tap-huan/index.html": ["CollectionPage", "BreadcrumbList"],
    "linh-vuc/tap-huan/2022/index.html": ["CollectionPage", "BreadcrumbList"],
    "bang-tong-hop/index.html": ["CollectionPage", "BreadcrumbList"],
    "bang-tong-hop/2022/index.html": ["CollectionPage", "BreadcrumbList"],
    "gioi-thieu/index.html": ["BreadcrumbList"],
    "van-ban/index.html": ["CollectionPage", "BreadcrumbList"],
    "van-ban/27-nq/index.html": ["BreadcrumbList"],
    "404.html": [],
}


@pytest.mark.parametrize("path", EXPECTED)
def test_each_kind_of_page_says_what_it_is(path: str, rich: dict[str, bytes]) -> None:
    """What stands in the graph of each; the page for addresses that do not exist says nothing."""
    assert types(rich[path]) == EXPECTED[path]


def test_every_page_keeps_the_rules(rich: dict[str, bytes]) -> None:
    """Every page of a published site but 404.html validates, and has a preview with its own address."""
    html = {path: data for path, data in rich.items() if path.endswith(".html") and path != "404.html"}
    assert len(html) > 50
    for path, data in html.items():
        assert faults(json_ld_of(data)) == [], path
        assert preview_faults(preview(data)) == [], path
        assert file_of(preview(data)["og:url"].removeprefix(SITEURL)) == path


def test_every_address_leads_to_something_of_this_build(rich: dict[str, bytes]) -> None:
    """Pages and pictures, with SITEURL's host and path."""
    found = {one for path, data in rich.items() if path.endswith(".html") for one in addresses(json_ld_of(data))}
    assert len(found) > 50
    assert [one for one in found if file_of(one.removeprefix(SITEURL)) not in rich] == []


def test_a_build_for_editors_has_neither(edition_of_everything: Edition) -> None:
    """Nothing for machines before the site is published, with SITEURL or without."""
    for path, data in pages(edition_of_everything).items():
        if path.endswith(".html"):
            assert json_ld_of(data) is None and preview(data) == {}, path


def test_siteurl_alone_publishes_nothing(tmp_path: Path) -> None:
    """PUBLISH decides."""
    data = pages(prepared(tmp_path, small_site(post("mot", "2022-07-01")), siteurl=SITEURL))["tin/2022/mot/index.html"]
    assert json_ld_of(data) is None and preview(data) == {}


def test_an_article(rich: dict[str, bytes]) -> None:
    """All that is known of it; moments carry Vietnam's offset; its bodies have their present names."""
    assert thing(rich["tin/2022/mot/index.html"], "NewsArticle") == {
        "@type": "NewsArticle",
        "headline": "Một",
        "url": f"{SITEURL}/tin/2022/mot/",
        "image": f"{SITEURL}/images/a.png",
        "datePublished": "2022-07-02T08:00:00+07:00",
        "dateModified": "2022-07-05T00:00:00+07:00",
        "author": {"@type": "Person", "name": "M. Thử"},
        "publisher": UNION_NAMED,
        "about": [ONE, UNION_NAMED],
        "articleSection": ["Tập huấn", "Hội thảo"],
    }


def test_breadcrumbs_are_the_visible_way_and_the_page(rich: dict[str, bytes]) -> None:
    """From the front page down."""
    trail = thing(rich["tin/2022/mot/index.html"], "BreadcrumbList")["itemListElement"]
    assert [(item["position"], item["name"], item.get("item")) for item in trail] == [
        (1, "Trang chủ", f"{SITEURL}/"),
        (2, "Tin bài", f"{SITEURL}/tin/"),
        (3, "2022", f"{SITEURL}/tin/2022/"),
        (4, "Một", None),
    ]


@pytest.mark.parametrize("slug", AUTHORS)
def test_the_author_is_who_signed(slug: str, rich: dict[str, bytes]) -> None:
    """The union signs what nobody did; a byline that is the name of a body means that body."""
    assert thing(rich[f"tin/2021/{slug}/index.html"], "NewsArticle")["author"] == AUTHORS[slug][1]


@pytest.mark.parametrize("slug", CHANGES)
def test_a_change_or_a_correction_modifies(slug: str, rich: dict[str, bytes]) -> None:
    """An article that was never changed has one date."""
    data, modified = rich[f"tin/2021/{slug}/index.html"], CHANGES[slug][1]
    assert thing(data, "NewsArticle").get("dateModified") == modified
    assert preview(data).get("article:modified_time") == modified


@pytest.mark.parametrize("slug", EVENTS)
def test_an_event_that_is_set(slug: str, rich: dict[str, bytes]) -> None:
    """Only with a day and a place that stand: a calendar cannot hold a plan."""
    data, expected = rich[f"tin/2021/{slug}/index.html"], EVENTS[slug][1]
    events = graph_of(data, "Event")
    assert [(e["startDate"], e.get("endDate"), e.get("eventStatus")) for e in events] == (
        [expected] if expected else []
    )
    for event in events:
        assert event["location"] == {"@type": "Place", "name": "Bến", "address": "Bến"}
        assert (event["name"], event["url"]) == (slug, f"{SITEURL}/tin/2021/{slug}/")


def test_a_withdrawn_article_is_no_news(rich: dict[str, bytes]) -> None:
    """Only where it stands; the preview has title and reason."""
    data = rich["tin/2022/rut/index.html"]
    assert types(data) == ["BreadcrumbList"]
    assert preview(data)["og:type"] == "website"
    assert preview(data)["og:description"] == "Số sai."


def test_the_union_has_its_parent_and_its_present_members(rich: dict[str, bytes]) -> None:
    """Who ended or left is no member; who will end is still one."""
    data = thing(rich[f"hoi/{UNION}/index.html"], "Organization")
    members = data.pop("member")
    assert data == {
        **UNION_NAMED,
        "alternateName": ["Liên hiệp Thử", "LHT"],
        "description": "Giới thiệu.",
        "logo": f"{SITEURL}/images/logo.svg",
        "foundingDate": "1995-09-12",
        "address": {"@type": "PostalAddress", "streetAddress": "Số 1"},
        "telephone": "0999 000 111",
        "email": "a@x.example",
        "sameAs": "https://lht.example/",
        "parentOrganization": {
            "@type": "Organization",
            "name": "Liên hiệp Toàn cõi",
            "url": "https://toan-coi.example/",
        },
    }
    assert [member["name"] for member in members] == ["Hội tỉnh Ba", "Hội Hai", "Hội Một", "Hội Sắp"]
    assert ONE in members


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("hoi-ba", {"alternateName": ["Hội Ba", "HB"], "foundingDate": "2001-05", "parentOrganization": UNION_NAMED}),
        ("hoi-cu", {"dissolutionDate": "2020", "logo": f"{SITEURL}/images/a.png"}),
        ("hoi-roi", {}),
        ("hoi-sap", {"parentOrganization": UNION_NAMED}),
    ],
)
def test_an_association(slug: str, expected: dict[str, object], rich: dict[str, bytes]) -> None:
    """A member has the union above it; who merged is dissolved, who left may well exist; what lies ahead has not
    happened."""
    data = thing(rich[f"hoi/{slug}/index.html"], "Organization")
    assert data.pop("url") == f"{SITEURL}/hoi/{slug}/"
    assert data.pop("name") and data.pop("description") == "Về hội."
    assert data == {"@type": "Organization", **expected}


@pytest.mark.parametrize(
    ("path", "name", "about"),
    [
        ("tin/2020/", "Tin bài năm 2020", None),
        ("hoi/hoi-mot/", "Hội Một", [ONE]),
        ("hoi/hoi-mot/2022/", "Hội Một, năm 2022", [ONE]),
        ("hoi/hoi-mot/tap-huan/", "Hội Một: Tập huấn", [ONE, TRAINING]),
        ("hoi/hoi-mot/tap-huan/2022/", "Hội Một: Tập huấn, năm 2022", [ONE, TRAINING]),
        ("linh-vuc/tap-huan/", "Tập huấn", [TRAINING]),
        ("linh-vuc/tap-huan/2022/", "Tập huấn, năm 2022", [TRAINING]),
        ("linh-vuc/tap-huan/trang/1/", "Tập huấn, từ 01/01/2020 đến 20/01/2020", [TRAINING]),
        ("hoi/", "Các hội", None),
        ("linh-vuc/", "Lĩnh vực", None),
        ("bang-tong-hop/", "Bảng tổng hợp", None),
    ],
)
def test_a_list_says_what_it_is_about(
    path: str, name: str, about: list[dict[str, str]] | None, rich: dict[str, bytes]
) -> None:
    """Its body, its activity or both, on numbered pages too; each is a part of the site."""
    expected = {"@type": "CollectionPage", "name": name, "url": f"{SITEURL}/{path}", "isPartOf": SITE}
    found = thing(rich[f"{path}index.html"], "CollectionPage")
    assert found == (expected | {"about": about} if about else expected)


def test_the_front_page_is_the_site(rich: dict[str, bytes]) -> None:
    """With its names, its language, and the union as its publisher."""
    site = thing(rich["index.html"], "WebSite")
    assert site.pop("publisher").items() >= {**UNION_NAMED, "telephone": "0999 000 111"}.items()
    assert site == {**SITE, "alternateName": "Liên hiệp Thử", "inLanguage": "vi"}


def test_the_preview_of_an_article(rich: dict[str, bytes]) -> None:
    """Title without the site's name, the summary, and the picture with its description."""
    assert preview(rich["tin/2022/mot/index.html"]) == {
        "og:type": "article",
        "og:title": "Một",
        "og:description": "Tóm tắt Một.",
        "og:url": f"{SITEURL}/tin/2022/mot/",
        "og:site_name": UNION_NAMED["name"],
        "og:locale": "vi_VN",
        "og:image": f"{SITEURL}/images/a.png",
        "og:image:alt": "Cá & tôm",
        "twitter:card": "summary_large_image",
        "article:published_time": "2022-07-02T08:00:00+07:00",
        "article:modified_time": "2022-07-05T00:00:00+07:00",
    }


def test_a_logo_is_the_picture_of_its_page(rich: dict[str, bytes]) -> None:
    """But no preview shows an SVG."""
    assert preview(rich["hoi/hoi-cu/index.html"])["og:image"] == f"{SITEURL}/images/a.png"
    assert "og:image" not in preview(rich[f"hoi/{UNION}/index.html"])
    assert "og:image" not in preview(rich["index.html"])


@pytest.mark.parametrize("siteurl", ["https://x.example", "https://x.example/", "http://x.example:8000/a/b/"])
def test_addresses_carry_siteurl_once(siteurl: str, tmp_path: Path) -> None:
    """With a path or without."""
    files = small_site({**PICTURES, **post("mot", "2022-07-01", image={"src": "images/a.png", "alt": "A"})})
    data = published(tmp_path, files, siteurl)["tin/2022/mot/index.html"]
    root = siteurl.rstrip("/")
    assert faults(json_ld_of(data)) == []
    assert thing(data, "NewsArticle")["image"] == preview(data)["og:image"] == f"{root}/images/a.png"
    trail = thing(data, "BreadcrumbList")["itemListElement"]
    assert [item.get("item") for item in trail] == [f"{root}/", f"{root}/tin/", f"{root}/tin/2022/", None]


@pytest.mark.parametrize(
    "text",
    ["</script><script>alert(1)</script>", "<!-- <script>", "\"'\\ &amp; &lt;b&gt; {{ 7*7 }}"],
)
def test_hostile_text_stays_text(text: str, tmp_path: Path) -> None:
    """In titles, names, bylines, places and descriptions of pictures: one script, all of it read back."""
    files = small_site(
        {
            **PICTURES,
            "union.md": union(name=text, parent={"name": text}),
            "associations/hoi-mot.md": association(text, acronym=text, contact={"address": text}),
            "activities/tap-huan.md": activity(text),
            "news/2022/mot.md": article(
                text,
                "2022-07-01",
                author=f"Bà {text}",
                image={"src": "images/a.png", "alt": text},
                event={"start": "2022-10-20", "place": text},
            ),
        }
    )
    built = published(tmp_path, files)
    data = built["tin/2022/mot/index.html"]
    news, event = thing(data, "NewsArticle"), thing(data, "Event")
    read = [news["headline"], news["publisher"]["name"], news["about"][0]["name"], *news["articleSection"]]
    assert [*read, event["location"]["name"], preview(data)["og:title"], preview(data)["og:image:alt"]] == [text] * 7
    assert news["author"]["name"] == f"Bà {text}"
    for path in ("index.html", "hoi/hoi-mot/index.html", f"hoi/{UNION}/index.html", "linh-vuc/tap-huan/index.html"):
        assert faults(json_ld_of(built[path])) == [], path


def test_the_same_content_gives_the_same_bytes(tmp_path: Path, rich: dict[str, bytes]) -> None:
    """In another folder, at another time."""
    again = published(tmp_path, RICH)
    assert {path: data for path, data in again.items() if data != rich[path]} == {}


def test_it_weighs_little(rich: dict[str, bytes]) -> None:
    """A page is counted in compressed bytes: all of this adds at most 450 of them to an article."""
    data = rich["tin/2022/mot/index.html"]
    ours = [b'property="og:', b'property="article:', b'name="twitter:', b'type="application/ld+json"']
    without = b"".join(line for line in data.splitlines(True) if not any(mark in line for mark in ours))
    assert 200 < len(compress(data)) - len(compress(without)) <= 450
