"""The sitemap of news: the newest articles as Google reads them."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest

from outputs import news_sitemap
from outputs.news_sitemap import NEWS_NAMESPACE, NewsLocation
from tests.support.feeds import SITE, moment
from tests.support.schemas import assert_valid_news_sitemap


def texts(data: bytes, name: str) -> list[str]:
    return [str(node.text) for node in ElementTree.fromstring(data).iter(f"{{{NEWS_NAMESPACE}}}{name}")]


def test_articles_stand_newest_first_under_the_name_of_the_publication() -> None:
    """The name and the title as on the page, the date of first publication."""
    articles = [
        NewsLocation(f"{SITE}/cu/", "Bài <cũ> & ]]>", moment(1)),
        NewsLocation(f"{SITE}/moi/", "Mới", moment(2)),
    ]
    data = news_sitemap.write("Liên hiệp hội", "vi", articles)
    assert_valid_news_sitemap(data)
    assert texts(data, "title") == ["Mới", "Bài <cũ> & ]]>"]
    assert texts(data, "publication_date") == ["2022-07-02T08:00:00+07:00", "2022-07-01T08:00:00+07:00"]
    assert texts(data, "name") == ["Liên hiệp hội"] * 2
    assert texts(data, "language") == ["vi"] * 2


@pytest.mark.parametrize("tag", ["vi-VN", "VI"])
def test_the_language_is_a_code_without_region(tag: str) -> None:
    """ISO 639."""
    data = news_sitemap.write("Hội", tag, [NewsLocation(f"{SITE}/a/", "A", moment(1))])
    assert_valid_news_sitemap(data)
    assert texts(data, "language") == ["vi"]


def test_two_days_without_news_give_a_valid_file() -> None:
    """An empty list, which Google accepts."""
    assert_valid_news_sitemap(news_sitemap.write("Hội", "vi", []))


def test_no_more_than_a_thousand_and_those_the_newest() -> None:
    """Of one moment in the order given."""
    articles = [NewsLocation(f"{SITE}/{n}/", str(n), moment(1) + timedelta(minutes=n // 2)) for n in range(1_003)]
    data = news_sitemap.write("Hội", "vi", articles)
    assert_valid_news_sitemap(data)
    assert texts(data, "title")[:5] == ["1002", "1000", "1001", "998", "999"]
    assert len(texts(data, "title")) == 1_000
    assert texts(data, "title")[-1] == "2"
