"""The known word that somebody meant, for "ý bạn là …?"."""

from collections.abc import Iterable
from functools import lru_cache

from vietnamese.fold import fold, nfc
from vietnamese.order import sort_key

MOST_SLIPS = 8
"""Nobody makes more in one word, however long it is."""


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate with the fewest typing slips from the word, marks and case aside; None where all are too far.

    Too far is more slips than a third of the longer of the two, or than MOST_SLIPS. Among equals the one with the most
    similar marks wins, then the first in Vietnamese order, whatever the order of the candidates.
    """
    meant = fold(word)
    letters = _letters(meant)
    best: list[str] = []
    fewest = MOST_SLIPS
    for candidate in candidates:
        known, its_letters = _known(candidate)
        limit = min(fewest, max(len(meant), len(known)) // 3)
        if (letters & ~its_letters).bit_count() > limit:  # each of them costs a slip
            continue
        slips = _distance(meant, known, limit)
        if slips <= limit:
            best = [*best, candidate] if slips == fewest else [candidate]
            fewest = slips
    marked = nfc(word)
    return min(best, key=lambda known: (_distance(marked, nfc(known), len(marked)), sort_key(known)), default=None)


@lru_cache(maxsize=1 << 16)
def _known(candidate: str) -> tuple[str, int]:
    """A candidate folded, with its letters: thousands of wrong links are compared with the same addresses."""
    folded = fold(candidate)
    return folded, _letters(folded)


def _letters(text: str) -> int:
    """Which letters occur, as bits; letters of different scripts may share one."""
    bits = 0
    for char in set(text):
        bits |= 1 << (ord(char) & 63)
    return bits


def _differing(a: str, b: str) -> tuple[str, str]:
    """Both without what they begin and end with alike, which no slip touches."""
    shorter = min(len(a), len(b))
    start = next((n for n in range(shorter) if a[n] != b[n]), shorter)
    a, b, shorter = a[start:], b[start:], shorter - start
    end = next((n for n in range(shorter) if a[-1 - n] != b[-1 - n]), shorter)
    return a[: len(a) - end], b[: len(b) - end]


def _distance(a: str, b: str, limit: int) -> int:
    """Insertions, deletions, changes and swaps of neighbours that make b of a; over the limit: limit + 1.

    The algorithm is the optimal string alignment, a Damerau distance that changes no place twice.
    """
    over = limit + 1
    if abs(len(a) - len(b)) > limit:
        return over
    a, b = _differing(a, b)
    if not a or not b:
        return len(a) + len(b)
    if limit < 2:  # one change, or one swap
        return 1 if limit and (len(a) == len(b) == 1 or (len(a) == 2 and a == b[::-1])) else over
    before: list[int] = []
    last = [min(j, over) for j in range(len(b) + 1)]
    for i, char in enumerate(a, 1):
        row = [min(i, over)] + [over] * len(b)
        for j in range(max(1, i - limit), min(len(b), i + limit) + 1):  # farther from the diagonal all are over
            other = b[j - 1]
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (char != other), over)
            if i > 1 and j > 1 and char == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row[j] = cost
        if min(row) > limit and min(last) > limit:  # a swap reaches over one row
            return over
        before, last = last, row
    return last[-1]
