"""Sample feeds for tests of the formats."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from outputs.feed import Enclosure, Entry, Feed, Tag

VIETNAM = timezone(timedelta(hours=7))
SITE = "https://hoi.example"

FILE = Enclosure(url=f"{SITE}/files/ke-hoach.pdf", kind="application/pdf", size=20480, title="Kế hoạch")
TAG = Tag(term="hoi-lam-vuon", label="Hội Làm vườn", scheme=f"{SITE}/hoi/")


def moment(day: int, hour: int = 8) -> datetime:
    """A moment of July 2022 in Vietnam."""
    return datetime(2022, 7, day, hour, tzinfo=VIETNAM)


def entry(slug: str = "bai", **given: Any) -> Entry:
    """An entry with all that an entry may have."""
    values: dict[str, Any] = {
        "id": f"tag:hoi.example,2022:/tin/2022/{slug}/",
        "url": f"{SITE}/tin/2022/{slug}/",
        "title": "Tập huấn ghép cây",
        "published": moment(2),
        "updated": moment(3),
        "summary": "Bảy trăm người học.",
        "content_html": f'<p>Xem <a href="{SITE}/hoi/hoi-lam-vuon/">Hội Làm vườn</a>.</p>',
        "authors": ("Trần Thị Bình",),
        "tags": (TAG,),
        "image": f"{SITE}/images/vuon.png",
        "enclosures": (FILE,),
    }
    return Entry(**(values | given))


def feed(*entries: Entry, **given: Any) -> Feed:
    """A feed with all that a feed may have."""
    values: dict[str, Any] = {
        "id": "tag:hoi.example,2022:/",
        "title": "Liên hiệp hội",
        "subtitle": "Tin tức của các hội",
        "language": "vi",
        "url": f"{SITE}/",
        "atom_url": f"{SITE}/atom.xml",
        "json_url": f"{SITE}/feed.json",
        "author": "Liên hiệp các hội khoa học và kỹ thuật",
        "icon": f"{SITE}/favicon.svg",
        "entries": entries,
    }
    return Feed(**(values | given))
