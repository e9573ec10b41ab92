"""Between two turning points nothing of the site follows from the time."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from associations.turning_points import span
from tests.support.posts import post
from tests.support.sites import association, pages, prepared, small_site

NOW = datetime(2022, 8, 1, 8)
CASES: list[dict[str, Any]] = [
    {},
    {"modified": "2022-08-01"},
    {"corrections": [{"date": "2022-08-01", "note": "x"}, {"date": "2022-08", "note": "y"}]},
    {"pin_until": "2022-08-01T08:00:03"},
    {"modified": "2022-08-01T08:00:02", "corrections": [{"date": "2022-08-01", "note": "x"}]},
]


@pytest.mark.parametrize("keys", CASES)
def test_a_published_site_only_changes_at_a_turning_point(tmp_path: Path, keys: dict[str, Any]) -> None:
    """Second by second around the moment of an article with changes on its day."""
    files = small_site(post("a", "2022-08-01T08:00", **keys))
    before, until = None, datetime.min
    for second in range(-2, 8):
        now = NOW + timedelta(seconds=second)
        edition = prepared(tmp_path, files, publish=True, siteurl="https://thu.example", now=now)
        made = pages(edition)
        assert before is None or now >= until or made == before, second
        before, (since, until) = made, span(edition.content.records, now)
        assert since <= now < until


def test_news_grow_old_and_members_leave(tmp_path: Path) -> None:
    """Two days after its date an article leaves the news sitemap; an end counts from its first day."""
    files = small_site(
        {
            **post("a", "2022-08-01T08:00"),
            "associations/hoi-hai.md": association("Hội Hai", ended={"how": "dissolved", "date": "2022-09"}),
        }
    )
    edition = prepared(tmp_path, files)
    assert span(edition.content.records, datetime(2022, 8, 2)) == (NOW, datetime(2022, 8, 3, 8))
    assert span(edition.content.records, datetime(2022, 8, 5)) == (datetime(2022, 8, 3, 8), datetime(2022, 9, 1))
