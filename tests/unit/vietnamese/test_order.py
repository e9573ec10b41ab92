"""Vietnamese alphabetical order."""

import itertools
import unicodedata

import pytest

from vietnamese.order import name_key, sort_key

ALPHABET = list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")


@pytest.mark.parametrize(
    "in_order",
    [
        ALPHABET,
        ["Cựu giáo chức", "Dược học", "Điều dưỡng", "Đông y"],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["la", "lan", "làn", "lăn", "lân", "lê"],  # letters first: the tone of làn decides only against lan
        ["ban", "Ban", "bàn", "Bàn"],  # case is last
        ["ba za", "bà za", "bac"],  # a space sorts before letters, so syllable by syllable
        ["", " ", "-", "1", "10", "2", "a"],
        ["Thủ Đức", "Thừa Thiên"],
        ["u", "ü", "ư"],  # a mark of another language is no letter
        ["da", "đa", "ðb", "đc", "e"],  # eth, as old converters write it, stands for đ
        ["z", "д", "漢"],
    ],
    ids=lambda words: f"{words[0]}–{words[-1]}",
)
def test_order_of_texts(in_order: list[str]) -> None:
    """Letters decide, then tones (ngang huyền hỏi ngã sắc nặng), then case; symbols, digits, letters in this order."""
    for texts in (in_order, [unicodedata.normalize("NFD", text) for text in in_order]):
        for earlier, later in itertools.pairwise(texts):
            assert sort_key(earlier) < sort_key(later), (earlier, later)


def test_names_sort_by_what_follows_the_kind_of_body() -> None:
    """A leading Hội, Hiệp hội, Liên hiệp các Hội, Liên hiệp Hội does not count, in any case and form."""
    names = [
        "Liên hiệp các Hội An toàn",
        "HIỆP HỘI Bông",
        unicodedata.normalize("NFD", "hội  Cầu đường"),
        "Câu lạc bộ Hội Áo dài",
        "Hội Đông y",
        "Liên hiệp Hội Ghép tạng",
    ]
    assert sorted(sorted(names), key=name_key) == names


def test_kind_of_body_decides_a_tie() -> None:
    """Two kinds of body of the same field have a fixed order."""
    assert name_key("Hiệp hội Du lịch") < name_key("Hội Du lịch")


@pytest.mark.parametrize("whole", ["Hội", "Hiệp hội", "Hộitụ"])
def test_nothing_is_skipped_where_nothing_follows(whole: str) -> None:
    """A name that is only the kind of body, or a word that begins like it, counts whole."""
    assert name_key(whole)[0] == sort_key(whole)
