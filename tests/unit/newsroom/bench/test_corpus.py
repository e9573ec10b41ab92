"""The made-up news is the same in every run, on every machine and for every tool, and sound to our own checks."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.bench import layouts
from newsroom.bench.corpus import Article, article
from tests.support.sites import build, tree

COUNT = 60
AS_AGREED = {
    "ours": "6f9d91022343bcbfc27f63640aee1f9d7db9255ab8199e22779f05831575d4d4",
    "hugo": "2000ae175b86cef33935c44b428f486977ce48fa72fcbbb83b201c8644563b3c",
    "pelican": "b65d70d9566b7e4fbec317a4c2fed1e402727612f81881e8adca3125173dc61f",
}
"""Digests of the files of the corpus that the goals were set with."""


def laid(folder: Path, head: Callable[[Article], str]) -> dict[str, bytes]:
    layouts.lay(folder, COUNT, head)
    return tree(folder)


@pytest.mark.parametrize("tool", AS_AGREED)
def test_every_file_is_as_agreed(tmp_path: Path, tool: str) -> None:
    """To the byte: a goal is worth nothing on other texts."""
    digest = hashlib.sha256()
    for path, data in sorted(laid(tmp_path, getattr(layouts, tool)).items()):
        digest.update(path.encode() + b"\0" + data)
    assert digest.hexdigest() == AS_AGREED[tool]


def test_the_tools_get_the_same_bodies(tmp_path: Path) -> None:
    """In the same files; only the head differs."""
    heads = {"ours": layouts.ours, "hugo": layouts.hugo, "pelican": layouts.pelican}
    sites = {name: laid(tmp_path / name, head) for name, head in heads.items()}
    for number in range(COUNT):
        given = article(number, COUNT)
        for name, head in heads.items():
            assert sites[name][layouts.article_file(given)].decode() == head(given) + given.body
    assert {len(site) for site in sites.values()} == {COUNT}


def test_an_article_follows_from_its_number_alone() -> None:
    """Its date from how many there are too: they always spread over the same years."""
    few, many = article(7, 20), article(7, 2_000)
    assert few.body == many.body and few.title == many.title and few.date > many.date
    for count in (20, 2_000):
        assert article(0, count).date.year == 2012 and f"{article(count - 1, count).date:%Y}" >= "2021"


def test_one_more_is_newer_than_all() -> None:
    """The article that is added, and not dated in the future of any reader."""
    dates = [article(number, COUNT).date for number in range(COUNT + 1)]
    assert dates == sorted(set(dates)) and f"{dates[-1]:%Y-%m}" == "2022-04"


def test_texts_are_as_long_as_real_ones_and_hold_what_costs_time() -> None:
    """Some 840 words, headings, a list, links, bold words; every third has a result, every fifth a document."""
    articles = [article(number, COUNT) for number in range(COUNT)]
    assert 820 <= sum(len(one.body.split()) for one in articles) / COUNT <= 860
    assert all(one.body.count("\n## ") == 2 and one.body.count("\n- ") == 4 for one in articles)
    assert sum("](https://example.org/" in one.body for one in articles) > COUNT / 2
    assert [number for number, one in enumerate(articles) if one.result] == list(range(0, COUNT, 3))
    assert [number for number, one in enumerate(articles) if "Chỉ thị số" in one.body] == list(range(0, COUNT, 5))
    assert all(one.result.quote in one.body for one in articles if one.result)


def test_our_site_of_it_has_nothing_to_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not a warning, in the published build that is measured; every article has its page."""
    layouts.lay_profiles(tmp_path / "content")
    layouts.lay(tmp_path / "content", COUNT, layouts.ours)
    now = "2022-05-01T08:00"
    assert build(tmp_path / "content", tmp_path / "output", now, strict=True, publish=True) == 0
    assert "[" not in capsys.readouterr().err
    assert len(list((tmp_path / "output" / "tin").glob("*/bai-*/index.html"))) == COUNT
