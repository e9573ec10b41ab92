"""The schema and the records it is read into: every key of every kind of file has its place, and its meaning."""

from pathlib import Path

import msgspec
import pytest

from associations.fields import Group, Key, Listing
from associations.model import Article, Association, DocumentProfile, Event, Note, Picture, Result, Union, Video
from associations.parse import parse
from associations.schema import SCHEMAS
from associations.sources import Source
from tests.support.sites import prepared, reported, small_site

EVERY_KEY = {
    "union.md": """---
slug: lien-hiep-thu
name: Liên hiệp các Hội Khoa học tỉnh Thử
short_name: Liên hiệp Thử
acronym: LHT
aliases: [Liên hiệp các Hội]
not_to_confuse: [Liên hiệp cả nước]
province: Thử
parent: {name: Liên hiệp cả nước, website: "https://example.org"}
stated_members: [{count: 16, date: 2022-08-05, source: báo cáo}]
contact: {address: 1 phố Thử, phone: "0222", email: a@example.org, website: "https://example.org"}
legal: {licence: số 1, issued: Sở, responsible: Ông A}
officers: [{name: Ông A, role: Chủ tịch, from: 2016, until: 2022, source: báo}]
founded: 1998-05
former_names: [{name: Hội cũ, until: 2020-05-01, decision: QĐ 1}]
former_addresses: [/cu/]
logo: {src: images/a.png, alt: Biểu trưng}
predecessors: [{name: Liên hiệp trước, province: Trước, until: 2020-01-01, website: "https://example.org"}]
feed_authority: "example.org,2022"
source: bịa để thử
---
""",
    "associations/hoi-mot.md": """---
name: Hội Một tỉnh Thử
short_name: Hội Một
acronym: HM
aliases: [Hội số Một]
not_to_confuse: [Hội Một cả nước]
former_names: [{name: Hội Một cũ, until: 2020-05-01, decision: QĐ 2}]
founded: 1998-05
member: {from: 2005, until: 2023-03-01}
ended: {how: merged, date: 2023-03-01, into: [hoi-hai], decision: QĐ 3}
officers: [{name: Bà B, role: Chủ tịch, from: 2016-01, until: 2022, source: báo}]
contact: {address: 2 phố Thử, phone: "0223", email: b@example.org, website: "https://example.org"}
logo: {src: images/a.png, alt: Biểu trưng}
source: bịa để thử
former_addresses: [/hoi/cu/]
---
""",
    "activities/tap-huan.md": """---
name: Tập huấn
mark: trung-tinh
pigment: son
order: 3
aliases: [lớp học]
former_addresses: [/lop-hoc/]
---
""",
    "documents/van-ban.md": """---
kind: Chỉ thị
number: 42-CT/TW
date: 2010-04-16
issuer: Ban Bí thư
title: Về một việc
signed_by: Ông C
in_force: {from: 2010, until: 2030}
url: https://example.org/vb
source: báo
aliases: [Chỉ thị 42]
former_addresses: [/vb/42/]
---
""",
    "news/2022/bai.md": """---
title: Bài
date: 2022-07-02T08:00
modified: 2022-07-03
summary: Tóm tắt.
author: M. N
associations: [hoi-hai]
activities: [tap-huan]
partners: [Sở]
period: 2022-H1
image: {src: images/a.png, alt: Ảnh, caption: Lời chú, credit: Ông D, focus: [0.5, 0.3]}
gallery: [{src: images/a.png, alt: Ảnh, caption: Chú, credit: Ông D}]
attachments: [{src: files/a.pdf, title: Kế hoạch}]
video: {url: "https://example.org/v", title: Phim, image: {src: images/a.png, alt: Ảnh}}
lead: true
pin_until: 2022-08-15
results:
  - id: tong
    association: hoi-hai
    activity: tap-huan
    value: "46"
    unit: lượt người
    qualifier: trên
    period: 2022-H1
    quote: trên 46 lượt người
  - {value: 10, unit: người, quote: 10 người, part_of: tong}
  - {value: 45, unit: người, quote: 45 người, restates: "bai-truoc#so"}
event:
  start: 2022-08-20T08:00
  end: 2022-08-21
  place: Hội trường
  status: provisional
  changes: [{date: 2022-08-01, note: đổi nơi}]
views_base: 103
corrections: [{date: 2022-07-04, note: sửa số}]
acknowledged: {title-too-long: không dài}
status: published
former_addresses: [/tin/cu/]
---
Đã tư vấn cho trên 46 lượt người, trong đó 10 người ở xa; năm ngoái 45 người.
""",
    "news/2021/bai-truoc.md": """---
title: Bài trước
date: 2021-07-02
summary: Tóm tắt.
associations: [lien-hiep-thu]
activities: [tap-huan]
results: [{id: so, value: 45, unit: người, quote: 45 người}]
status: withdrawn
withdrawn: {date: 2021-08, reason: Sai số.}
---
Có 45 người.
""",
    "pages/gioi-thieu.md": """---
title: Giới thiệu
summary: Về chúng tôi
menu: footer
order: 1
source: báo
former_addresses: [/about/]
---
""",
    "units.yml": "lượt người: {kind: persons}\nngười: {kind: persons, factor: 1, aliases: [nhân]}\n",
    "abbreviations.yml": "KHKT: [khoa học kỹ thuật, khoa học và kỹ thuật]\n",
    "images/a.png": "x",
    "files/a.pdf": "x",
}


def test_every_key_may_be_written(tmp_path: Path) -> None:
    """All at once, and nothing is said against any."""
    edition = prepared(tmp_path, small_site(EVERY_KEY), now="2023-06-01T08:00")
    assert [line for line in reported(edition) if "link-to-unpublished" not in line] == []
    written = {path.removesuffix(".md") for path in EVERY_KEY if path.endswith(".md")}
    for record in edition.content.records:
        if record.path.removesuffix(".md") in written:
            schema = next(s for s in SCHEMAS.values() if isinstance(record, s.record))
            left = [key.name for key in schema.keys if key.name not in record.lines]
            assert left == [] or isinstance(record, Article), (record.path, left)


def test_values_arrive_where_pages_look_for_them(tmp_path: Path) -> None:
    """`from` is `since` in the records: it is a word of Python."""
    records = {r.path: r for r in prepared(tmp_path, small_site(EVERY_KEY)).content.records}
    article = records["news/2022/bai.md"]
    assert isinstance(article, Article)
    assert article.image == Picture(
        src="images/a.png", alt="Ảnh", caption="Lời chú", credit="Ông D", focus=("0.5", "0.3")
    )
    assert article.video == Video(
        url="https://example.org/v", title="Phim", image=Picture(src="images/a.png", alt="Ảnh")
    )
    assert article.event == Event(
        start="2022-08-20T08:00",
        end="2022-08-21",
        place="Hội trường",
        status="provisional",
        changes=(Note(date="2022-08-01", note="đổi nơi"),),
    )
    assert article.results[1] == Result(value="10", unit="người", quote="10 người", part_of="tong")
    assert (article.lead, article.views_base) == (True, 103)
    assert [field for field, _ in article.pictures] == ["image", "gallery[0]", "video.image"]
    association = records["associations/hoi-mot.md"]
    assert isinstance(association, Association)
    assert association.member
    assert association.ended
    assert (association.member.since, association.ended.into) == ("2005", ("hoi-hai",))
    assert association.officers[0].since == "2016-01"
    union, document = records["union.md"], records["documents/van-ban.md"]
    assert isinstance(union, Union)
    assert union.stated_members[0].count == 16
    assert isinstance(document, DocumentProfile)
    assert document.in_force
    assert document.in_force.since == "2010"


def keys_of(keys: tuple[Key, ...], struct: type) -> list[tuple[Key, type]]:
    """All keys with the struct they belong to, those of groups too."""
    found = []
    for key in keys:
        found.append((key, struct))
        group = key.kind.of if isinstance(key.kind, Listing) else key.kind
        if isinstance(group, Group):
            found += keys_of(group.keys, group.struct)  # type: ignore[arg-type] # a struct is a type
    return found


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_key_has_a_field_and_a_meaning(kind: str) -> None:
    """A key without a field would be read and lost; one without a meaning would not be in docs/content.md."""
    schema = SCHEMAS[kind]
    for key, struct in keys_of(schema.keys, schema.record):
        assert (key.attribute or key.name) in struct.__struct_fields__, key.name  # type: ignore[attr-defined] # a Struct class
        assert key.about
    assert schema.where


@pytest.mark.parametrize("kind", SCHEMAS)
def test_an_empty_head_is_told_every_required_key(kind: str) -> None:
    """All at once, in line 1 (where the head begins), and the record stands with its defaults."""
    schema = SCHEMAS[kind]
    parsed = parse(Source("news/2022/a.md" if kind == "article" else "a/a.md", kind, b"---\nsource:\n---\n"))  # type: ignore[arg-type] # a str of SCHEMAS
    missing = {p.field for p in parsed.problems if p.rule == "missing-field"}
    assert missing | {"source"} == {key.name for key in schema.keys if key.required} | {"source"}
    given = {"path", "slug", "lines", "body"}
    for field in msgspec.structs.fields(schema.record):
        if field.name not in given:
            default = {} if field.default is msgspec.NODEFAULT else field.default
            assert getattr(parsed.record, field.name) == default, field.name
