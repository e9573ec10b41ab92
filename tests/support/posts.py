"""Many short posts for tests of lists, counts and pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from tests.support.sites import article

FIRST_DAY = date(2020, 1, 1)


def post(
    slug: str, day: str, associations: str = "hoi-mot", activities: str = "tap-huan", **keys: object
) -> dict[str, str | bytes]:
    """One post as a file of content; names separated by spaces."""
    text = article(slug, day, associations=associations.split(), activities=activities.split(), **keys)
    return {f"news/{day[:4]}/{slug}.md": text}


def posts(*given: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    """Several posts as one content."""
    return {path: text for one in given for path, text in one.items()}


def daily(
    count: int, associations: str = "hoi-mot", activities: str = "tap-huan", prefix: str = "bai"
) -> dict[str, str | bytes]:
    """`count` posts, one a day from FIRST_DAY: bai-000, bai-001, …"""
    return posts(*(post(f"{prefix}-{n:03}", str(day), associations, activities) for n, day in enumerate(_days(count))))


def _days(count: int) -> Iterable[date]:
    return (FIRST_DAY + timedelta(days=n) for n in range(count))
