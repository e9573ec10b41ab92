"""Who sees what: drafts, posts of the future and withdrawn ones, in an editor's build and in a published one."""

from datetime import datetime

import pytest

from associations.model import Article
from associations.visibility import Visibility

NOW = datetime(2022, 9, 1, 8)
PAST, FUTURE = datetime(2022, 9, 1, 8), datetime(2022, 9, 1, 8, 0, 1)


@pytest.mark.parametrize(
    ("status", "date", "state"),
    [
        ("published", PAST, ""),
        ("published", FUTURE, "future"),
        ("draft", PAST, "draft"),
        ("draft", FUTURE, "draft"),
        ("withdrawn", PAST, ""),
        ("withdrawn", FUTURE, "future"),
    ],
)
def test_the_state_of_an_article(status: str, date: datetime, state: str) -> None:
    """At its very moment a post is due; the kind of build does not matter."""
    article = Article(status=status, date=date)
    assert Visibility(NOW).state(article) == Visibility(NOW, publish=True).state(article) == state


@pytest.mark.parametrize(
    ("status", "date", "edited", "published"),
    [
        ("published", PAST, "page list", "page list"),
        ("published", FUTURE, "page list", ""),
        ("draft", PAST, "page list", ""),
        ("withdrawn", PAST, "page", "page"),
        ("withdrawn", FUTURE, "page", ""),
    ],
)
def test_where_an_article_stands(status: str, date: datetime, edited: str, published: str) -> None:
    """A published build has no trace of what is not for readers; a withdrawn article keeps its page, and only that."""
    article = Article(status=status, date=date)
    for visibility, places in ((Visibility(NOW), edited), (Visibility(NOW, publish=True), published)):
        assert visibility.has_page(article) == ("page" in places)
        assert visibility.listed([article]) == ([article] if "list" in places else [])


def test_lists_keep_their_order() -> None:
    """Only what is not shown is missing."""
    all_ = [Article(slug=slug, date=PAST, status=status) for slug, status in (("a", "published"), ("b", "withdrawn"))]
    all_ += [Article(slug="c", date=PAST)]
    assert [a.slug for a in Visibility(NOW).listed(all_)] == ["a", "c"]
