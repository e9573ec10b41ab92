"""A made-up union with twelve years of news, and what its pages must say, computed from the plan alone."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from tests.support.sites import activity, article, association, page, union

NOW = datetime(2022, 9, 1, 8)
START = datetime(2011, 1, 3, 7, 30)
POSTS, ASSOCIATIONS, ACTIVITIES = 300, 40, 12
UNION = "lien-hiep-thu"
# Who ends when, how, and in whom: a chain of mergers, a split, a dissolution, one that left.
ENDS = {
    1: ("2014-06-30", "merged", [2]),
    2: ("2017-12", "merged", [3]),
    4: ("2015-03-01", "split", [5, 6]),
    7: ("2019", "dissolved", []),
    8: ("2020-01-31", "left", []),
    9: ("2018-05-05", "merged", [3]),
}
LAST_DAY = {1: "2014-06-30", 2: "2017-12-31", 4: "2015-03-01", 7: "2019-12-31", 8: "2020-01-31", 9: "2018-05-05"}
RENAMED = {10: "2016-04-01", 11: "2019-07", 12: "2013"}


class Post(NamedTuple):
    """An article of the plan; `state` is empty, draft, future or withdrawn."""

    slug: str
    date: datetime
    associations: tuple[str, ...]
    activities: tuple[str, ...]
    state: str

    @property
    def address(self) -> str:
        return f"/tin/{self.date:%Y}/{self.slug}/"

    @property
    def of_a_member(self) -> bool:
        return any(slug != UNION for slug in self.associations)


def plan() -> list[Post]:
    """The articles, oldest first: some at the same moment, 6 drafts, 6 of the future, 4 withdrawn."""
    rng = random.Random(1)
    posts = []
    for number in range(POSTS):
        days = (NOW - START).days * number / (POSTS - 7)
        date = START + timedelta(days=round(days) // 2 * 2 if number < POSTS - 6 else (NOW - START).days + number)
        alive = [n for n in range(1, ASSOCIATIONS + 1) if f"{date:%Y-%m-%d}" <= LAST_DAY.get(n, "9999")]
        bodies = [f"hoi-so-{n}" for n in rng.sample(alive, rng.choice((1, 1, 2, 3)))]
        if number % 7 == 0:
            bodies = [UNION] if number % 14 else [UNION, *bodies]
        fields = [f"linh-vuc-{n}" for n in rng.sample(range(1, ACTIVITIES + 1), rng.choice((1, 1, 2)))]
        state = "future" if date > NOW else "draft" if number % 50 == 11 else "withdrawn" if number % 75 == 31 else ""
        posts.append(Post(f"bai-{number}", date, tuple(bodies), tuple(fields), state))
    return posts


def files(posts: list[Post]) -> dict[str, str | bytes]:
    """The content folder."""
    made: dict[str, str | bytes] = {
        "union.md": union(slug=UNION),
        "pages/gioi-thieu.md": page("Giới thiệu", menu="header"),
        "images/anh.png": b"png",
        "files/tep.pdf": b"pdf",
    }
    for n in range(1, ASSOCIATIONS + 1):
        made[f"associations/hoi-so-{n}.md"] = association(f"Hội Số {n}", **_life(n))
    for n in range(1, ACTIVITIES + 1):
        made[f"activities/linh-vuc-{n}.md"] = activity(f"Lĩnh vực {n}")
    for post in posts:
        made[f"news/{post.date:%Y}/{post.slug}.md"] = _article(post, posts)
    return made


def _life(n: int) -> dict[str, object]:
    life: dict[str, object] = {}
    if n in ENDS:
        date, how, into = ENDS[n]
        life["ended"] = {"how": how, "date": date} | ({"into": [f"hoi-so-{heir}" for heir in into]} if into else {})
    if n in RENAMED:
        life["former_names"] = [{"name": f"Ban Số {n}", "until": RENAMED[n]}]
    return life


def _article(post: Post, posts: list[Post]) -> str:
    earlier = next((p for p in reversed(posts[: posts.index(post)]) if not p.state), post)
    body = f"## Mục {post.slug}\n\nXem [bài trước]({earlier.address}), [hội](/hoi/{post.associations[0]}/).\n"
    more: dict[str, object] = {"associations": post.associations, "activities": post.activities}
    if post.state in ("draft", "withdrawn"):
        more["status"] = post.state
    if post.state == "withdrawn":
        more["withdrawn"] = {"date": "2022-08", "reason": "Sai nguồn"}
    if int(post.slug[4:]) % 10 == 0:
        more |= {"image": {"src": "images/anh.png", "alt": "Ảnh"}}
        more |= {"attachments": [{"src": "files/tep.pdf", "title": "Tệp"}]}
    return article(f"Bài {post.slug}", f"{post.date:%Y-%m-%dT%H:%M}", body, **more)


def lists(posts: list[Post]) -> dict[str, set[str]]:
    """Every list of articles that the site must have: its bare address → the addresses of its articles."""
    listed = [post for post in posts if post.state != "withdrawn"]
    found = {"/tin/": {post.address for post in listed}}
    for n in range(1, ASSOCIATIONS + 1):
        found[f"/hoi/hoi-so-{n}/"] = set()
    for n in range(1, ACTIVITIES + 1):
        found[f"/linh-vuc/linh-vuc-{n}/"] = set()
    found[f"/hoi/{UNION}/"] = set()
    for post in listed:
        for address in _lists_of(post):
            found.setdefault(address, set()).add(post.address)
    return found


def _lists_of(post: Post) -> Iterator[str]:
    year = f"{post.date:%Y}"
    yield from (f"/tin/{year}/", f"/tin/{post.date:%Y/%m}/")
    for body in post.associations:
        yield from (f"/hoi/{body}/", f"/hoi/{body}/{year}/")
        for field in post.activities:
            yield from (f"/hoi/{body}/{field}/", f"/hoi/{body}/{field}/{year}/")
    for field in post.activities:
        yield from (f"/linh-vuc/{field}/", f"/linh-vuc/{field}/{year}/")


def count(posts: list[Post], belongs: Callable[[Post], bool]) -> int:
    """How many listed articles there are of a kind."""
    return sum(post.state != "withdrawn" and belongs(post) for post in posts)
