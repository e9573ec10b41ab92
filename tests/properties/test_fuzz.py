"""Posts as they are written, damaged in every way: each is a page or a problem with file and line, never a trace, and
never another post's text.

2,000 posts with `-m slow`, 300 otherwise; `tests/fuzz/harness.py` goes on with Atheris, where that is installed.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.mutations import MUTATIONS, mutated
from tests.fuzz.oracle import judge
from tests.fuzz.posts import POSTS

FEW, MANY = 300, 2_000
STEPS = st.lists(
    st.tuples(st.sampled_from(MUTATIONS), st.integers(0, 1 << 30), st.integers(0, 1 << 30)), min_size=1, max_size=12
)
DAMAGED = st.builds(mutated, st.sampled_from(POSTS), STEPS)


@given(DAMAGED)
@settings(max_examples=FEW, suppress_health_check=[HealthCheck.too_slow])
def test_a_damaged_post_is_a_page_or_a_problem(data: bytes) -> None:
    """What `judge` says of it: nothing is wrong with what the build made of it."""
    assert judge(data) == []


@pytest.mark.slow
@given(DAMAGED)
@settings(max_examples=MANY, suppress_health_check=[HealthCheck.too_slow])
def test_2000_damaged_posts_are_pages_or_problems(data: bytes) -> None:
    """The same, longer."""
    assert judge(data) == []


@pytest.mark.parametrize("post", POSTS, ids=range(len(POSTS)))
def test_an_undamaged_post_is_a_page(post: bytes) -> None:
    """What is damaged above was sound."""
    assert judge(post, sound=True) == []
