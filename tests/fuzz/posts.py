"""Sound posts with everything in them that an editor may write, and the site they fit into."""

from __future__ import annotations

from tests.support.sites import UNION, article, small_site

PATH = "news/2022/bai-thu.md"  # where a damaged post lies
OTHER = "news/2022/bai-ben.md"  # another post, read before it
LAST = "news/2022/bai-xong.md"  # and one read after it
MARK = "DAU-RIENG-CUA-BAI-BEN"  # in the text, notes and definitions of OTHER, nowhere else

_FULL = f"""---
title: Hội Một mở ba lớp nuôi cá giống ở bến Ven Sông
date: 2022-07-02T08:00
modified: 2022-07-05
summary: Hơn 1.200 người dự ba lớp nuôi cá giống do hai hội cùng mở.
author: M. Thử
associations: [hoi-mot, {UNION}]
activities: [tap-huan, hoi-thao]
partners: [Trạm Thủy văn, "Trường Nghề: số 3"]
period: 2022-H1
image: {{src: images/ca.png, alt: Con cá trên tay, caption: Cá trước khi thả, credit: Hà Mẫu, focus: [0.5, 0.3]}}
gallery:
  - {{src: images/ao.png, alt: Ao cá nhìn từ bờ, caption: Ao số 4, credit: Hà Mẫu}}
  - src: "{{static}}/images/ca.png"
    alt: Tấm lưới phơi
attachments:
  - {{src: files/ke-hoach.pdf, title: Kế hoạch số 12}}
video: {{url: https://phim.example/ca, title: Phim thả cá, image: {{src: images/ao.png, alt: Người thả cá}}}}
lead: true
pin_until: 2022-12-31
results:
  - {{id: tong, association: hoi-mot, activity: tap-huan, value: "1.200", unit: người, quote: hơn 1.200 người dự}}
  - id: nu
    association: hoi-mot
    activity: tap-huan
    value: "400"
    unit: người
    quote: có 400 phụ nữ
    part_of: tong
event:
  {{start: 2022-10-20T08:00, end: 2022-10-21, place: Bến Ven Sông, changes: [{{date: 2022-07-04, note: Lùi lại}}]}}
views_base: 1203
corrections: [{{date: 2022-07-06, note: Bản đầu ghi nhầm số lớp}}]
acknowledged: {{implausible-date: bài hẹn từ trước}}
status: published
former_addresses: [/tin/2022/ca-giong/, /bai-cu/17.html]
---
[!hoi-mot] [!-hoi-hai] Ba lớp có hơn 1.200 người dự, trong đó có 400 phụ nữ. Theo **KHKT** và *báo* `x`.

## Ở bến cá

![Ao cá lúc sáng sớm](images/ao.png "Ao số 4. Ảnh: Hà Mẫu")

Hội Một vẽ 01 bản đồ[^1], theo [bài bên]({{filename}}bai-ben.md#muc-cach-do) và [hội](/hoi/hoi-mot/), [kế hoạch][kh].

| Lớp | Người |
|-----|------:|
| Một | 400   |
| Hai | 800   |

3. Bước ba
4. Bước bốn

> Lời trích
> - một
> - hai

Ao
:   chỗ nuôi cá

<b>Đậm</b> H<sub>2</sub>O &amp; <abbr title="khoa học">KH</abbr>

[^1]: Tỉ lệ 1/5.000.

[kh]: files/ke-hoach.pdf "Kế hoạch"

*[KHKT]: khoa học và kỹ thuật
"""
_SHORT = """---
title: Tin ngắn
date: 2022-08-01
summary: Một dòng.
associations: [hoi-hai]
activities: [hoi-thao]
---
Một đoạn.

Hai đoạn với https://a.example/ và <a@b.example>.
"""
_WITHDRAWN = """---
title: Bài đã rút
date: 2022-08-02
summary: Sẽ không ai đọc.
associations: [hoi-mot]
activities: [tap-huan]
status: withdrawn
withdrawn: {date: 2022-08-03, reason: Đăng nhầm}
---
Thân bài.
"""
_BREAK = "  "  # at the end of a line
_DRAFT = f"""---
title: "Bài nháp: chưa xong"
date: 2022-08-02
summary: >-
  Tóm tắt
  hai dòng.
associations:
  - hoi-mot
  - hoi-hai
activities:
  - tap-huan
status: draft
---
# Tiêu đề lớn

- một
    - hai
        1. ba

---

    mã

***rất đậm*** chữ
xuống dòng{_BREAK}
ở đây.
"""
POSTS = tuple(text.encode() for text in (_FULL, _SHORT, _WITHDRAWN, _DRAFT))

_BODY = f"""{MARK} trong thân bài, KHKT[^1].

## Cách đo

[x], [kh], [bài][x] và **{MARK}**.

[^1]: {MARK} trong chú thích.

[x]: https://{MARK.lower()}.example/

[kh]: https://{MARK.lower()}.example/ "{MARK}"

*[KHKT]: {MARK}
"""
SITE = small_site(
    {
        "units.yml": "người: {kind: persons}\n",
        "images/ca.png": b"x",
        "images/ao.png": b"x",
        "files/ke-hoach.pdf": b"x",
        OTHER: article("Bài bên", "2022-06-01", _BODY),
        LAST: article("Bài sau", "2022-06-02", "[x] KHKT [^1] [kh] *chữ*\n\n1. một\n2. hai\n\n## Ở bến cá\n\n## Mục\n"),
    }
)
