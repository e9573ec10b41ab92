"""Fuzzing that learns which damage reaches new code, with Atheris (`pip install atheris`; it has wheels for some
Pythons only, so nothing depends on it):

    PYTHONPATH=plugins:. python -m tests.fuzz.harness FOLDER -max_total_time=600

FOLDER keeps what was learnt (libFuzzer's corpus). The bytes that Atheris chooses name a post and the damage to it, as
in tests/properties/test_fuzz.py; what is wrong stops the run, with the post in `damaged-post.md` in the current folder.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris  # type: ignore[import-untyped]  # it ships no types, and is present only where somebody fuzzes

with atheris.instrument_imports(include=["bodies", "frontmatter", "associations", "vietnamese", "outputs", "markdown"]):
    from tests.fuzz.mutations import MUTATIONS, Mutation, mutated
    from tests.fuzz.oracle import judge
    from tests.fuzz.posts import POSTS

REPORT = Path("damaged-post.md")


class Wrong(Exception):
    """Neither a page nor a problem as it has to be."""


def one_input(chosen: bytes) -> None:
    """Judges one post; a choice is six bytes a step, the first byte says which post."""
    choices = atheris.FuzzedDataProvider(chosen)
    post = POSTS[choices.ConsumeIntInRange(0, len(POSTS) - 1)]
    steps: list[tuple[Mutation, int, int]] = []
    while choices.remaining_bytes() > 5 and len(steps) < 12:
        mutation = MUTATIONS[choices.ConsumeIntInRange(0, len(MUTATIONS) - 1)]
        steps.append((mutation, choices.ConsumeUInt(2), choices.ConsumeUInt(2)))
    data = mutated(post, steps)
    REPORT.write_bytes(data)
    if wrong := judge(data):
        raise Wrong(wrong)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
