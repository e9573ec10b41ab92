"""The sitemap of news (Google, sitemap-news 0.9).

Rules: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap — articles of the last two
days, at most 1,000 in one file; a file without articles is sound.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import msgspec

from outputs.moments import rfc3339
from outputs.sitemap import NAMESPACE
from outputs.xml_text import DECLARATION, element

NEWS_NAMESPACE = "http://www.google.com/schemas/sitemap-news/0.9"

MOST = 1_000


class NewsLocation(msgspec.Struct, frozen=True):
    """An article: its title as it stands on the page, and when it was first published, with a time zone."""

    url: str
    title: str
    published: datetime


def write(publication: str, language: str, articles: Iterable[NewsLocation]) -> bytes:
    """The newest 1,000 of the articles given, newest first, those of one moment in the order given.

    The caller picks the two days. `publication` is the name that stands on the site's pages. Of a `language` tag like
    `vi-VN` only `vi` is written: the format takes a code of ISO 639.
    """
    opening = f'{DECLARATION}<urlset xmlns="{NAMESPACE}" xmlns:news="{NEWS_NAMESPACE}">\n'
    code = element("news:language", language.partition("-")[0].lower())
    by = f"<news:publication>{element('news:name', publication)}{code}</news:publication>"
    newest = sorted(articles, key=lambda article: article.published, reverse=True)[:MOST]
    return f"{opening}{''.join(_line(by, article) for article in newest)}</urlset>\n".encode()


def _line(by: str, article: NewsLocation) -> str:
    date = element("news:publication_date", rfc3339(article.published))
    news = f"<news:news>{by}{date}{element('news:title', article.title)}</news:news>"
    return f"<url>{element('loc', article.url)}{news}</url>\n"
