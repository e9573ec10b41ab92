"""A made-up union whose content fills every place that a page has: pictures, long names, all states, numbered lists."""

import struct
import zlib
from pathlib import Path

LONG = "Hội Nghiên cứu, Chuyển giao và Ứng dụng Khoa học Kỹ thuật Thuỷ lợi, Chăn nuôi và Thú y Ngã Ba"
LONG_ACTIVITY = "Tư vấn, phản biện, giám định xã hội và nghiệm thu các công trình khoa học, kỹ thuật trọng điểm"
LONG_TITLE = "Nguyễn Thị Ngọc Ẩn và bảy mươi lăm kỹ sư trẻ nghiêng nghiêng vượt Đèo Ễnh Ương đem Ổ Khoá Ẵm về ở"
DRAFT, FUTURE, WITHDRAWN = "Bài còn viết dở", "Bài của tháng sau", "Bài đã phải rút"
UNBROKEN = "https://thuyloi.example/" + "van-ban-khong-co-cho-xuong-dong" * 4

PAGES = {
    "numbered": "/hoi/hoi-mot/trang/1/",
    "association-year": "/hoi/hoi-mot/2021/",
    "union": "/hoi/lien-hiep/",
    "former": "/hoi/hoi-thu-y/",
    "without-articles": "/hoi/hoi-12/",
    "draft": "/tin/2022/do/",
    "future": "/tin/2022/mai/",
    "withdrawn": "/tin/2022/rut/",
    "matrix-year": "/bang-tong-hop/2022/",
}
"""What it has besides one page of each type."""

UNION = f"""
slug: lien-hiep
name: Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Hải Vân và các vùng phụ cận phía đông dãy núi
short_name: Liên hiệp Hội
province: Hải Vân
founded: 1998-05
parent: {{name: Liên hiệp toàn quốc, website: "https://toanquoc.example"}}
stated_members: [{{count: 14, date: 2022-08, source: Báo cáo sáu tháng đầu năm của Ban Thường vụ}}]
contact:
  address: 12 đường Đèo Cao, Hải Vân
  phone: 0222 355 123
  email: lienhe@haivan.example
  website: {UNBROKEN}
legal: {{licence: 12/GP-HV, issued: Sở Thông tin cấp ngày 01/02/2020, responsible: Trần Văn Thử}}
officers: [{{name: Trần Văn Thử, role: Chủ tịch, from: 2016, until: 2022, source: Đại hội lần thứ ba}}]
logo: {{src: images/dau.png, alt: Dấu của Liên hiệp Hội}}
source: bịa để thử
"""

RICH_ASSOCIATION = f"""
name: {LONG}
short_name: {LONG}
acronym: HTL
founded: 1999
former_names: [{{name: Hội Thuỷ lợi, until: 2015-03-01, decision: 12/QĐ-UBND}}]
member: {{from: 2000}}
officers: [{{name: Lê Thị Ễnh, role: Chủ tịch, from: 2016}}]
contact: {{phone: "0222 355 456", email: thuyloi@haivan.example, website: "{UNBROKEN}"}}
logo: {{src: images/dau.png, alt: Dấu của hội}}
source: bịa để thử
"""

MERGED = """
name: Hội Thú y
short_name: Hội Thú y
member: {from: 2001}
ended: {how: merged, date: 2021-05-01, into: [hoi-mot], decision: 9/QĐ-UBND}
source: bịa để thử
"""

RICH_ARTICLE = f"""
title: {LONG_TITLE}
date: 2022-08-20T09:48
modified: 2022-08-22
summary: Bảy mươi lăm kỹ sư của hai hội cùng ba cơ quan khảo sát đèo, đặt trạm đo mưa và hướng dẫn bà con bảo vệ ruộng.
author: Ngọc Ẩn
associations: [hoi-mot, lien-hiep, hoi-3]
activities: [viec-1, viec-2, viec-3]
partners: [Sở Nông nghiệp và Phát triển nông thôn tỉnh Hải Vân]
period: 2022-H1
image: {{src: images/deo.png, alt: Đèo trong mưa, caption: Đoàn khảo sát dừng ở đỉnh đèo., credit: Ngọc Ẩn}}
gallery:
  - {{src: images/deo.png, alt: Đoàn khảo sát, caption: Đoàn khảo sát nghỉ chân bên suối trước khi lên trạm thứ hai}}
  - {{src: images/cao.png, alt: Cột đo mưa}}
  - {{src: images/deo.png, alt: Bản đồ}}
attachments: [{{src: files/ke-hoach.pdf, title: Kế hoạch khảo sát đèo và các trạm đo mưa của hai hội}}]
video: {{url: "https://video.example/deo", title: Một ngày ở đèo, image: {{src: images/deo.png, alt: Cảnh phim}}}}
lead: true
results:
  - id: ca
    association: hoi-mot
    activity: viec-1
    value: 75
    unit: lượt người
    qualifier: trên
    quote: trên 75 lượt người
  - {{part_of: ca, association: hoi-mot, activity: viec-1, value: 46, unit: lượt người, quote: 46 lượt người}}
  - {{association: hoi-3, activity: viec-2, value: 10.950.000, unit: đồng, quote: quyên góp 10.950.000 đồng}}
event:
  start: 2022-09-20T08:00
  end: 2022-09-21
  place: Nhà văn hoá Đèo Cao
  status: postponed
  changes: [{{date: 2022-08-21, note: Lùi một tháng vì mưa.}}]
views_base: 1203
corrections: [{{date: 2022-08-22, note: Bản trước viết nhầm số trạm.}}]
"""

DOCUMENT = f"""
kind: Chỉ thị
number: 15-CT/TU-UBND-MTTQ-LHH-HND-HPN-DTN-CCB
date: 2021-04
issuer: Ban Thường vụ Tỉnh ủy Hải Vân và Ban cán sự Đảng Ủy ban nhân dân tỉnh
title: {LONG_TITLE}
signed_by: Nguyễn Thị Ngọc Ẩn
in_force: {{from: 2021-05-01, until: 2030}}
url: {UNBROKEN}
source: Công báo tỉnh Hải Vân
"""

RICH_BODY = f"""
[!hoi-mot] Đoàn của hội tập huấn cho trên 75 lượt người, trong đó 46 lượt người là nông dân ở ba xã ven đèo, và sau mỗi
buổi đều ra ruộng cùng bà con để xem tận nơi nước về thế nào, bờ nào yếu, chỗ nào cần đắp thêm trước mùa mưa lớn.

Hội thứ ba quyên góp 10.950.000 đồng. Xem [trang của hội](/hoi/hoi-3/), [chỗ dưới](#muc-tram-do) và <{UNBROKEN}>.

![Cột đo mưa](images/cao.png "Cột đo mưa ở đỉnh đèo. Ảnh: Ngọc Ẩn")

## Trạm đo

| Trạm | Độ cao (m) | Lượng mưa tháng Bảy (mm) | Người trông | Ghi chú của đoàn khảo sát | Năm đặt |
|---|---:|---:|---|---|---|
| Đèo Cao | 1.203 | 412 | Lê Thị Ễnh | Cột nghiêng, cần dựng lại | 2019 |

- Một
- Hai, có `lệnh-viết-liền` trong dòng

### Cách đo

1. Rửa bình[^1]
2. Đọc số

> Mưa ở đèo không giống mưa ở chợ.

Bình
:   Đồ đựng nước mưa

    du_lieu = "một dòng mã rất dài không xuống hàng được {"x" * 90}"

*[HTL]: Hội Thuỷ lợi

HTL giữ số liệu.

[^1]: Bình thuỷ tinh, dung tích một lít.
"""


def write(folder: Path) -> Path:
    """Lay the content into `folder`; returns it. As of 2022-09-01 it has a draft, a future and a withdrawn post."""
    for name, text in _texts().items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for name, size in {"deo": (1200, 800), "cao": (500, 900), "dau": (300, 200)}.items():
        file = folder / "images" / f"{name}.png"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(png(*size))
    (folder / "files").mkdir()
    (folder / "files" / "ke-hoach.pdf").write_bytes(b"%PDF-1.4\n" + b"0" * 40_000)
    return folder


def png(width: int, height: int) -> bytes:
    """A picture of that many pixels in one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x80\xa0\x60" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def _texts() -> dict[str, str]:
    files = {
        "union.md": _file(UNION, "Nơi các hội gặp nhau."),
        "units.yml": "lượt người: {kind: persons}\nđồng: {kind: money, factor: 1}\n",
        "associations/hoi-mot.md": _file(RICH_ASSOCIATION, "Hội của những người giữ nước cho đồng ruộng.\n\n- Đắp bờ"),
        "associations/hoi-thu-y.md": _file(MERGED, "Chữa bệnh cho vật nuôi."),
        "activities/viec-1.md": _file(f"name: {LONG_ACTIVITY}\nmark: tap-huan\npigment: gi", "Việc dài nhất."),
        "documents/15-ct.md": _file(DOCUMENT, RICH_BODY.replace("[!hoi-mot] ", "")),
        "documents/phoi-hop.md": _file(f"kind: Chương trình\ntitle: Văn bản {LONG_TITLE}", ""),
        "pages/gioi-thieu.md": _file(
            "title: Giới thiệu\nmenu: header\nsource: bịa để thử", RICH_BODY.replace("[!hoi-mot] ", "")
        ),
        "pages/dieu-khoan.md": _file("title: Điều khoản\nmenu: footer\nsummary: Ngắn gọn.", "Không có gì."),
        "news/2022/day-du.md": _file(RICH_ARTICLE, RICH_BODY),
        "news/2022/do.md": _article(DRAFT, "2022-08-25", more="status: draft"),
        "news/2022/mai.md": _article(FUTURE, "2022-10-01"),
        "news/2022/rut.md": _article(
            WITHDRAWN, "2022-08-24", more="status: withdrawn\nwithdrawn: {date: 2022-08-26, reason: Trùng bài khác.}"
        ),
        "news/2022/rieng.md": _article("Việc riêng của Liên hiệp", "2022-08-02", "lien-hiep", "viec-4"),
        "news/2021/thu-y.md": _article("Hội Thú y tiêm phòng", "2021-02-03", "hoi-thu-y", "viec-2"),
    }
    for number in range(2, 13):
        profile = f"name: Hội Số {number} tỉnh Hải Vân\nshort_name: Hội Số {number}\nsource: bịa để thử"
        files[f"associations/hoi-{number}.md"] = _file(profile, f"Hội số {number}.")
    marks = ("hoi-thao", "phap-ly", "trien-lam", "gop-y")
    for number in range(2, 19):
        mark = f"\nmark: {marks[number % 4]}" if number < 17 else ""
        files[f"activities/viec-{number}.md"] = _file(f"name: Lĩnh vực thứ {number}{mark}", f"Việc thứ {number}.")
    for number in range(45):
        year, month, day = 2021 + number // 25, 1 + number % 8, 1 + number % 28
        text = _article(f"Bài thứ {number} về nước", f"{year}-{month:02}-{day:02}", _bodies(number), _work(number))
        files[f"news/{year}/bai-{number}.md"] = text
    return files


def _bodies(number: int) -> str:
    return "hoi-mot" if number % 3 else f"hoi-mot, hoi-{2 + number % 9}, lien-hiep"


def _work(number: int) -> str:
    return "viec-1" if number % 3 == 1 else f"viec-1, viec-{2 + number % 17}"


def _article(title: str, date: str, bodies: str = "hoi-mot", work: str = "viec-1", more: str = "") -> str:
    head = (
        f"title: {title}\ndate: {date}\nsummary: Nước về ruộng.\nassociations: [{bodies}]\nactivities: [{work}]\n{more}"
    )
    return _file(head, "Nước về ruộng, bà con vui.")


def _file(head: str, body: str) -> str:
    return f"---\n{head.strip()}\n---\n\n{body}\n"
