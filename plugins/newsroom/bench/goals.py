"""The goals, as data. A ratio is always taken between two measurements of the same round."""

from __future__ import annotations

import msgspec

from newsroom.bench import records as kinds
from newsroom.bench.records import HUGO, OURS, PELICAN, PREVIEW_ARTICLES

LARGER = 5
"""How many times as many articles the larger site has."""
GOAL_ARTICLES = 10_000
"""The size for which the goals are set; other sizes show how things go and are not judged."""
LEAST_ROUNDS = 3
"""Fewer undisturbed rounds are not judged either."""
DISTURBED = 0.05
"""A round in which others used more of the machine than this while it was measured counts for nothing."""


class Size(msgspec.Struct, frozen=True):
    """How large a site is: `factor` times the articles that were asked for, or always `fixed` articles."""

    factor: int = 1
    fixed: int | None = None

    def count(self, articles: int) -> int:
        """How many articles it has where `articles` were asked for."""
        return self.fixed or self.factor * articles


AS_ASKED, LARGE, PREVIEWED = Size(), Size(LARGER), Size(fixed=PREVIEW_ARTICLES)


class Series(msgspec.Struct, frozen=True):
    """The measurements of one tool, one kind of build and one size: one a round."""

    tool: str
    scenario: str
    size: Size = AS_ASKED


class Goal(msgspec.Struct, frozen=True):
    """`of` is to be at most `limit` times `to`, or, without `to`, at most `limit` seconds.

    `quantity` is a field of records.Run, or "memory"; with `per_article`, each side is divided by its articles.
    """

    name: str
    of: Series
    to: Series | None
    limit: float
    quantity: str = "wall"
    per_article: bool = False


def _to_hugo(name: str, scenario: str, limit: float, quantity: str = "wall", size: Size = AS_ASKED) -> Goal:
    series = Series(OURS, scenario, size), Series(HUGO, kinds.CLEAN, size)
    return Goal(name, *series, limit, quantity)


_PREVIEW = Series(OURS, kinds.PREVIEW, PREVIEWED)
_RELOADED = Series(PELICAN, kinds.PREVIEW, PREVIEWED)

GOALS = (
    _to_hugo("clean", kinds.CLEAN, 1.5),
    _to_hugo("clean-cpu", kinds.CLEAN, 1.5, "cpu"),
    _to_hugo("unchanged", kinds.UNCHANGED, 0.10),
    _to_hugo("body", kinds.BODY, 0.2),
    _to_hugo("title", kinds.TITLE, 0.2),
    _to_hugo("newest", kinds.NEWEST, 0.2),
    _to_hugo("clone", kinds.CLONE, 0.25),
    _to_hugo("output-gone", kinds.OUTPUT_GONE, 0.5),
    _to_hugo("footer", kinds.FOOTER, 0.4),
    _to_hugo("renamed", kinds.RENAMED, 0.4),
    _to_hugo("memory", kinds.CLEAN, 0.3, "memory"),
    Goal("growth", Series(OURS, kinds.CLEAN, LARGE), Series(OURS, kinds.CLEAN), 1.2, per_article=True),
    _to_hugo("unchanged-larger", kinds.UNCHANGED, 0.10, size=LARGE),
    Goal("preview", _PREVIEW, None, 0.3),
    Goal("preview-pelican", _PREVIEW, _RELOADED, 0.1),
)
