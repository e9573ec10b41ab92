"""The made-up news that is built: the same text for every tool, however many articles there are.

Every name, number and sentence is invented and stands for nobody: words of official news drawn at random. Dates run
from January 2012 to April 2022 whatever the count is. Every article names its two associations, every third has a
result with its quote, every fifth cites a document; an article is a function of its number and the count alone.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import msgspec

ASSOCIATIONS = {
    "hoi-nuoi-ong": "Hội Nuôi ong",
    "hoi-trong-nam": "Hội Trồng nấm",
    "hoi-det-lua": "Hội Dệt lụa",
    "hoi-lam-gom": "Hội Làm gốm",
    "hoi-duc-dong": "Hội Đúc đồng",
    "hoi-dong-go": "Hội Đóng gỗ",
    "hoi-may-tre": "Hội Mây tre",
    "hoi-tranh-khac": "Hội Tranh khắc",
    "hoi-nau-banh": "Hội Nấu bánh",
    "hoi-cho-thuyen": "Hội Chở thuyền",
    "hoi-thuy-loi": "Hội Thủy lợi",
    "hoi-khi-tuong": "Hội Khí tượng",
    "hoi-dia-chat": "Hội Địa chất",
    "hoi-thu-vien": "Hội Thư viện",
    "hoi-chup-anh": "Hội Chụp ảnh",
    "hiep-hoi-van-tai": "Hiệp hội Vận tải",
}
ACTIVITIES = {
    "tu-van-phan-bien": "Tư vấn, phản biện",
    "tap-huan": "Tập huấn",
    "hoi-thao": "Hội thảo",
    "tuyen-truyen": "Tuyên truyền",
    "tu-thien": "Từ thiện",
    "khen-thuong": "Khen thưởng",
    "xay-dung-to-chuc": "Xây dựng tổ chức",
    "moi-truong": "Môi trường",
}
UNITS = {"lượt người": "persons", "lớp tập huấn": "classes", "suất quà": "gifts"}
"""Units of results, each with its kind."""
PROVINCE = "tỉnh Thử nghiệm"

WORDS = (Path(__file__).resolve().parents[3] / "bench" / "words.txt").read_text(encoding="utf-8").lower().split()

FIRST_DATE = datetime(2012, 1, 1, 8)
SPAN = timedelta(minutes=90_000 * 60)
FIRST_DOCUMENT = datetime(2011, 1, 1)
PARAGRAPHS, HEADED, LISTED = 8, (2, 5), 3
"""Paragraphs of a body; before which of them a heading stands; after which a list."""


class Result(msgspec.Struct, frozen=True):
    """A number that stands in the body; `quote` is the words around it."""

    value: str
    unit: str
    quote: str


class Article(msgspec.Struct, frozen=True):
    """What every tool's file of an article is written from."""

    slug: str
    title: str
    date: datetime
    associations: tuple[str, ...]
    activity: str
    summary: str
    result: Result | None
    body: str


def article(number: int, count: int) -> Article:
    """The article of that number, counted from 0, of `count`; number == count is one more, newer than all."""
    random = Random(number)
    associations = random.sample(sorted(ASSOCIATIONS), 2)
    activity = random.choice(sorted(ACTIVITIES))
    facts = [f"{ASSOCIATIONS[slug]} {PROVINCE} tham gia." for slug in associations]
    result = _result(random) if number % 3 == 0 else None
    facts += [f"Kết quả {result.quote} trong kỳ."] if result else []
    facts += [_document(random.randint(1, 60))] if number % 5 == 0 else []
    return Article(
        slug=f"bai-{number:05d}",
        title=f"Bài {number}: {_words(random, 10)}",
        date=FIRST_DATE + timedelta(minutes=SPAN // timedelta(minutes=1) * number // count),
        associations=tuple(associations),
        activity=activity,
        summary=_sentence(random, plain=True),
        result=result,
        body=_body(random, facts),
    )


def _result(random: Random) -> Result:
    value, unit = str(random.randint(20, 400)), random.choice(sorted(UNITS))
    return Result(value, unit, f"có {value} {unit}")


def _document(number: int) -> str:
    date = FIRST_DOCUMENT + timedelta(days=6 * number)
    return f"Thực hiện Chỉ thị số {number}/CT-UBND ngày {date:%d/%m/%Y} của UBND tỉnh."


def _words(random: Random, count: int) -> str:
    return " ".join(random.choice(WORDS) for _ in range(count))


def _sentence(random: Random, plain: bool = False) -> str:
    """14 to 30 words; unless `plain`, every fifth has a bold one and every tenth a link."""
    words = [random.choice(WORDS) for _ in range(random.randint(14, 30))]
    words[0] = words[0].capitalize()
    if not plain and random.random() < 0.2:
        words[3] = f"**{words[3]}**"
    if not plain and random.random() < 0.1:
        words[5] = f"[{words[5]}](https://example.org/{random.randint(1, 999)})"
    return " ".join(words) + "."


def _body(random: Random, facts: list[str]) -> str:
    """Paragraphs, the first ones beginning with one of `facts` each, under two headings, and a list."""
    blocks = []
    for place in range(PARAGRAPHS):
        if place in HEADED:
            blocks.append(f"## {_words(random, 6).capitalize()}")
        sentences = [_sentence(random) for _ in range(random.randint(3, 5))]
        blocks.append(" ".join([*facts[place : place + 1], *sentences]))
        if place == LISTED:
            blocks.append("\n".join(f"- {_sentence(random)}" for _ in range(4)))
    return "\n\n".join(blocks) + "\n"
