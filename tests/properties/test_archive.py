"""The archive: every article in every list that it belongs to, in one order; related articles only look back."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from associations.archive import MOST_RELATED, NEIGHBOURHOOD, Archive, by_month, by_year
from associations.model import Article

SOME = st.lists(st.sampled_from("abcd"), min_size=1, max_size=3, unique=True).map(tuple)
START = datetime(2020, 1, 1)


@st.composite
def articles(draw: st.DrawFn) -> list[Article]:
    """Newest first, ties by slug; every slug once."""
    made = [
        Article(
            slug=f"bai-{n:03}", date=START + timedelta(days=draw(st.integers(0, 900))), associations=a, activities=b
        )
        for n, (a, b) in enumerate(draw(st.lists(st.tuples(SOME, SOME), max_size=40)))
    ]
    return sorted(sorted(made, key=lambda article: article.slug), key=lambda article: article.date, reverse=True)


@given(articles())
def test_every_list_holds_exactly_its_articles_in_the_order_of_all(given_: list[Article]) -> None:
    """By association, by activity, by both, by year and by month."""
    archive = Archive(given_)
    for slug in "abcd":
        assert archive.by_association.get(slug, []) == [a for a in given_ if slug in a.associations]
        assert archive.by_activity.get(slug, []) == [a for a in given_ if slug in a.activities]
        for other in "abcd":
            both = [a for a in given_ if slug in a.associations and other in a.activities]
            assert archive.by_pair.get((slug, other), []) == both
    assert [a for group in by_year(given_).values() for a in group] == given_
    assert [a for group in by_month(given_).values() for a in group] == given_
    assert all(a.date.year == year for year, group in by_year(given_).items() for a in group)
    assert all((a.date.year, a.date.month) == month for month, group in by_month(given_).items() for a in group)


@given(articles())
def test_neighbours_are_the_chain_of_all(given_: list[Article]) -> None:
    """From the newest by "older" to the oldest, and back by "newer"."""
    archive = Archive(given_)
    pairs = [archive.neighbours(article) for article in given_]
    assert [newer for newer, _ in pairs] == [None, *given_][: len(given_)]
    assert [older for _, older in pairs] == [*given_, None][1 : len(given_) + 1]


@given(articles())
def test_related_articles_are_earlier_and_share_something(given_: list[Article]) -> None:
    """At most MOST_RELATED, each once, the one that shares more first."""
    archive = Archive(given_)
    for place, article in enumerate(given_):
        relations = archive.related(article)
        assert len(relations) <= MOST_RELATED
        assert len({r.article.slug for r in relations}) == len(relations)
        for relation in relations:
            assert relation.article in given_[place + 1 :]
            assert relation.associations == tuple(s for s in article.associations if s in relation.article.associations)
            assert relation.activities == tuple(s for s in article.activities if s in relation.article.activities)
            assert relation.associations or relation.activities
        ranks = [(-len(r.associations), -len(r.activities)) for r in relations]
        assert ranks == sorted(ranks)


@given(articles(), SOME, SOME)
def test_a_new_article_changes_no_old_page_but_its_neighbours(
    given_: list[Article], associations: tuple[str, ...], activities: tuple[str, ...]
) -> None:
    """The newest gets the link to it; nobody's related articles change."""
    new = Article(slug="moi", date=datetime(2030, 1, 1), associations=associations, activities=activities)
    before, after = Archive(given_), Archive([new, *given_])
    for article in given_:
        assert after.related(article) == before.related(article)
    for article in given_[1:]:
        assert after.neighbours(article) == before.neighbours(article)


@given(articles())
def test_what_lies_far_back_does_not_matter(given_: list[Article]) -> None:
    """An article looks at so many before it in each of its lists: the cost does not grow with the archive."""
    near = [
        Article(slug=f"gan-{n:03}", date=datetime(2029, 1, 30 - n), associations=("a",)) for n in range(NEIGHBOURHOOD)
    ]
    new = Article(slug="moi", date=datetime(2030, 1, 1), associations=("a",), activities=())
    assert Archive([new, *near, *given_]).related(new) == Archive([new, *near]).related(new)
