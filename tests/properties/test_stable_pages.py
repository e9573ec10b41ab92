"""Stable pages: no article lost or doubled, and a new one changes next to nothing."""

from hypothesis import given
from hypothesis import strategies as st

from associations.stable_pages import SIZE, slices

COUNTS = st.integers(0, 200)
SIZES = st.integers(1, 25)


def newest_first(count: int) -> list[int]:
    return list(range(count, 0, -1))


@given(COUNTS, SIZES)
def test_no_article_is_lost_or_doubled(count: int, size: int) -> None:
    """Read one after the other, from the bare page to page 1, they are the whole list in its order."""
    pages = slices(newest_first(count), size)
    assert [item for page in pages for item in page.items] == newest_first(count)


@given(COUNTS, SIZES)
def test_pages_are_numbered_from_the_oldest_and_full(count: int, size: int) -> None:
    """The bare page, number 0, comes first and has `size` to 2·size-1 items, or all where there are fewer."""
    bare, *numbered = slices(newest_first(count), size)
    assert bare.number == 0
    assert min(count, size) <= len(bare.items) < 2 * size
    assert [page.number for page in numbered] == list(range(len(numbered), 0, -1))
    assert all(len(page.items) == size for page in numbered)


@given(COUNTS, SIZES)
def test_a_numbered_page_never_changes_when_articles_are_added(count: int, size: int) -> None:
    """However many."""
    before = {page.number: page for page in slices(newest_first(count), size) if page.number}
    for more in (1, size, 3 * size + 1):
        after = {page.number: page for page in slices(newest_first(count + more), size)}
        assert all(after[number] == page for number, page in before.items())


@given(COUNTS, SIZES)
def test_one_more_article_changes_the_bare_page_alone(count: int, size: int) -> None:
    """And every size-th time adds one page."""
    before = {page.number: page for page in slices(newest_first(count), size)}
    after = {page.number: page for page in slices(newest_first(count + 1), size)}
    assert {number for number, page in after.items() if before.get(number) != page} <= {0, len(before)}
    assert len(after) - len(before) == int(count + 1 >= 2 * size and (count + 1) % size == 0)


def test_a_page_has_twenty_articles() -> None:
    """39 stand on the bare page alone; the 40th makes page 1."""
    assert SIZE == 20
    assert [len(page.items) for page in slices(newest_first(39))] == [39]
    assert [len(page.items) for page in slices(newest_first(40))] == [20, 20]
    assert [len(page.items) for page in slices(newest_first(0))] == [0]
