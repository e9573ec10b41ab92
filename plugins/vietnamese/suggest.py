"""The known word that somebody meant, for "ý bạn là …?"."""

from collections.abc import Iterable

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
    best: list[str] = []
    fewest = MOST_SLIPS
    for candidate in candidates:
        known = fold(candidate)
        limit = min(fewest, max(len(meant), len(known)) // 3)
        slips = _distance(meant, known, limit)
        if slips <= limit:
            best = [*best, candidate] if slips == fewest else [candidate]
            fewest = slips
    marked = nfc(word)
    return min(best, key=lambda known: (_distance(marked, nfc(known), len(marked)), sort_key(known)), default=None)


def _distance(a: str, b: str, limit: int) -> int:
    """Insertions, deletions, changes and swaps of neighbours that make b of a; over the limit: limit + 1.

    The algorithm is the optimal string alignment, a Damerau distance that changes no place twice.
    """
    over = limit + 1
    if abs(len(a) - len(b)) > limit:
        return over
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
