"""Who sees an article: the one place where drafts, future dates and withdrawal are decided."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import msgspec

from associations.model import Article
from associations.views import State


class Visibility(msgspec.Struct, frozen=True):
    """The moment of the build, in Vietnam's time, and whether it is for readers (`publish`) or for editors."""

    now: datetime
    publish: bool = False

    def state(self, article: Article) -> State:
        """Why an article is not for readers yet; empty where it is."""
        if article.status == "draft":
            return "draft"
        return "future" if article.date > self.now else ""

    def has_page(self, article: Article) -> bool:
        """A published build has no trace of what is not for readers; a withdrawn article keeps a page."""
        return not (self.publish and self.state(article))

    def listed(self, articles: Iterable[Article]) -> list[Article]:
        """Those that stand in lists, counts and beside other articles, in the order given."""
        return [article for article in articles if article.status != "withdrawn" and self.has_page(article)]
