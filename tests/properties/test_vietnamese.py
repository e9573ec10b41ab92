"""What holds for every text, not only for the examples of tests/unit/vietnamese."""

import re
import unicodedata
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from vietnamese.dates import (
    is_partial_date,
    is_period,
    long_date,
    parse_date_time,
    partial_end,
    partial_start,
    period_label,
    short_date,
)
from vietnamese.fold import fold, has_marks, nfc
from vietnamese.legacy import control_characters, legacy_font
from vietnamese.letters import ALPHABET, TONES
from vietnamese.names import normal_name, same_name
from vietnamese.numbers import file_size, group_digits, parse_number
from vietnamese.order import name_key, sort_key
from vietnamese.slugs import LONGEST, is_slug, slugify
from vietnamese.suggest import MOST_SLIPS, closest
from vietnamese.syllables import is_syllable

VOWELS = [nfc(vowel + tone) for vowel in "aăâeêioôơuưy" for tone in ("", *TONES)]
LETTERS = sorted({*VOWELS, *ALPHABET, *map(str.upper, VOWELS), *ALPHABET.upper(), *" -&.0123456789"})
vietnamese = st.text(st.sampled_from(LETTERS), max_size=30)
spellings = st.tuples(
    st.sampled_from(["", "b", "đ", "gi", "h", "ngh", "qu", "th", "tr"]),
    st.sampled_from(["", "o", "u", "i", "y"]),
    st.sampled_from([vowel for vowel in VOWELS if not vowel.isascii()]),
    st.sampled_from(["", "c", "i", "m", "ng", "nh", "o", "t", "u", "y"]),
)
syllables = spellings.map("".join).filter(is_syllable)
texts = st.one_of(vietnamese, st.text(max_size=30))
moments = st.datetimes(min_value=datetime(1000, 1, 1)).map(lambda moment: moment.replace(microsecond=0))


def nfd(text: str) -> str:
    """The decomposed form, as macOS writes file names."""
    return unicodedata.normalize("NFD", text)


@given(texts)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    """A folded text has no marks and stays as it is."""
    assert fold(fold(text)) == fold(text)
    assert not has_marks(fold(text))


@given(vietnamese)
def test_folded_vietnamese_is_ascii(text: str) -> None:
    """No Vietnamese letter is left with a mark."""
    assert fold(text).isascii()


@given(texts)
def test_composed_and_decomposed_text_are_the_same(text: str) -> None:
    """Whatever a keyboard or a file system makes of a text, the answers agree."""
    for function in (fold, has_marks, sort_key, name_key, slugify, normal_name, legacy_font, is_syllable):
        assert function(nfd(text)) == function(nfc(text)), function


@given(texts)
def test_slugify_makes_slugs(text: str) -> None:
    """What comes out is a slug, or nothing, or only digits; a slug is its own slug."""
    slug = slugify(text)
    assert is_slug(slug) or slug == "" or slug.isdigit()
    assert slugify(slug) == slug


@given(st.text(st.sampled_from("ab -"), min_size=LONGEST, max_size=3 * LONGEST))
def test_long_slugs_are_cut_between_words(text: str) -> None:
    """The cut slug is the beginning of the whole one and ends with a word where a hyphen came in time."""
    whole = "-".join(re.findall("[ab]+", text))
    slug = slugify(text)
    assert whole.startswith(slug) and len(slug) <= LONGEST
    if slug != whole and "-" in whole[: LONGEST + 1]:
        assert whole[len(slug)] == "-"


@given(st.lists(texts, max_size=8), st.randoms(use_true_random=False))
def test_sorting_does_not_depend_on_the_order_before(words: list[str], random: Random) -> None:
    """Any shuffle sorts to the same list."""
    shuffled = list(words)
    random.shuffle(shuffled)
    assert list(map(nfc, sorted(shuffled, key=sort_key))) == sorted(map(nfc, words), key=sort_key)


@given(vietnamese, vietnamese)
def test_marks_and_case_decide_only_between_the_same_letters(a: str, b: str) -> None:
    """Texts whose letters differ sort as without tones and case."""
    bare_a, bare_b = (re.sub(f"[{TONES}]", "", nfd(text)).lower() for text in (a, b))
    if nfc(bare_a) != nfc(bare_b):
        assert (sort_key(a) < sort_key(b)) == (sort_key(bare_a) < sort_key(bare_b))


@given(moments, st.sampled_from("T "))
def test_date_times_come_back(moment: datetime, between: str) -> None:
    """What is written in an accepted form is read as that moment, and shown with its own digits."""
    assert parse_date_time(moment.isoformat(between)) == moment
    assert parse_date_time(moment.isoformat(between, "minutes")) == moment.replace(second=0)
    assert parse_date_time(moment.date().isoformat()) == datetime.combine(moment.date(), datetime.min.time())
    day, month, year = short_date(moment).split("/")
    assert f"{year}-{month}-{day}" == moment.date().isoformat()
    assert long_date(moment).endswith(f", {short_date(moment)}, {moment.isoformat(' ', 'minutes')[-5:]}")


@given(moments)
def test_partial_dates_contain_one_another(moment: datetime) -> None:
    """A day lies in its month, the month in its year."""
    day = moment.date().isoformat()
    spans = [(partial_start(text), partial_end(text)) for text in (day[:4], day[:7], day)]
    assert spans[0][0] <= spans[1][0] <= spans[2][0] == moment.date() == spans[2][1] <= spans[1][1] <= spans[0][1]


@given(st.one_of(texts, st.from_regex(r"[0-9]{4}(-[0-9HQ]{2}){0,2}\n?", fullmatch=True)))
def test_only_periods_have_labels(text: str) -> None:
    """Any other text is refused, never shown half; a period that is no half or quarter is a partial date."""
    if is_period(text):
        assert text[:4] in period_label(text)
        assert is_partial_date(text) != bool(re.search("[HQ]", text))
    elif is_partial_date(text):
        assert parse_date_time(text) is not None


@given(st.integers(0, 10**18))
def test_whole_numbers_come_back(number: int) -> None:
    """With and without dots."""
    assert parse_number(group_digits(number)) == parse_number(str(number)) == number


@given(st.decimals(0, 10**9, places=3))
def test_decimals_come_back(number: Decimal) -> None:
    """With all their decimals."""
    parsed = parse_number(group_digits(number))
    assert parsed == number and str(parsed) == f"{number:f}"


@given(st.integers(0, 2**50))
def test_sizes_stay_below_a_thousand_and_a_bit(size: int) -> None:
    """The unit is the one that people expect; the number is within a twentieth of the size or half a unit."""
    number, unit = file_size(size).split(" ")
    shown = parse_number(number)
    assert shown is not None and (shown < 1024 or unit == "TB")
    scale = 1024 ** ("B", "KB", "MB", "GB", "TB").index(unit)
    assert abs(Decimal(size) - Decimal(shown) * scale) <= Decimal(scale) / (2 if unit in ("B", "KB") else 20)


@given(vietnamese)
def test_ways_of_writing_a_name(text: str) -> None:
    """A name equals itself with other spaces, case and "và"; its normal form is its own."""
    assert same_name(text, text.upper())
    assert same_name(text, f" {text.replace(' ', chr(0xA0) * 2)} ")
    assert same_name(text, text.replace("&", " và "))
    assert normal_name(normal_name(text)) == normal_name(text)


@given(st.lists(syllables, min_size=2, max_size=12), st.sampled_from([str.lower, str.upper, str.title]))
def test_vietnamese_text_is_of_no_old_font(words: list[str], case: Callable[[str], str]) -> None:
    """No row of syllables, whether they exist or not, is taken for one."""
    assert legacy_font(case(" ".join(words))) is None


@given(st.text(st.sampled_from("ab\t\n\r\x00\x9f\ufeff\ufffd\u202a"), max_size=20))
def test_control_characters_stand_where_they_are_said_to(text: str) -> None:
    """Each offset holds its character; without them nothing is left to find."""
    found = control_characters(text)
    assert all(f"U+{ord(text[offset]):04X}" == code for offset, code in found)
    offsets = {offset for offset, _ in found}
    assert set("".join(char for i, char in enumerate(text) if i not in offsets).lstrip("\ufeff")) <= set("ab\t\n\r")


@given(st.lists(vietnamese, min_size=1, max_size=6), st.data())
def test_one_slip_is_forgiven(known: list[str], data: st.DataObject) -> None:
    """A letter too many in a word of three or more leads back to a word at most one slip away."""
    word = data.draw(st.sampled_from(known))
    if len(word) >= 3:
        place = data.draw(st.integers(0, len(word)))
        slip = word[:place] + "x" + word[place:]
        suggested = closest(slip, known)
        assert suggested in known and suggested == closest(slip, reversed(known))
        assert suggested is not None and abs(len(suggested) - len(slip)) <= 1


def slips(a: str, b: str) -> int:
    """Insertions, deletions, changes, swaps of neighbours: the textbook's table, whole."""
    rows = [[max(i, j) if 0 in (i, j) else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            best = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]))
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                best = min(best, rows[i - 2][j - 2] + 1)
            rows[i][j] = best
    return rows[-1][-1]


@given(st.text("abcd-", max_size=12), st.lists(st.text("abcd-", max_size=12), max_size=6))
def test_the_suggestion_has_the_fewest_slips(word: str, known: list[str]) -> None:
    """However the distance is computed: nothing closer is passed over, nothing too far is suggested."""
    near = {name: slips(word, name) for name in known}
    near = {name: count for name, count in near.items() if count <= min(max(len(word), len(name)) // 3, MOST_SLIPS)}
    found = closest(word, known)
    assert (found is None) == (not near)
    assert found is None or near[found] == min(near.values())
