"""Which words are spelt as Vietnamese syllables."""

import unicodedata

import pytest

from vietnamese.syllables import is_syllable

TEXT = """
Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh ngày càng khẳng định vai trò tập hợp trí thức giỏi thuộc nhiều ngành nghề
quý quốc quyền quỳnh quýt quả giếng gì giữa già giặt nghiêng nghèo khuya khuỷu khuếch huỷ hủy hoà hòa khoẻ khỏe thoái
xoáy ngoằn ngoèo thuở yêu yếm ưu cứu rượu lưỡi bưởi mía múa mưa cừu xoong đường ở ấy ý ốm oách
"""


@pytest.mark.parametrize("word", sorted(set(TEXT.split())))
def test_syllables(word: str) -> None:
    """Every word of real Vietnamese is one, in NFC and NFD, in any case."""
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word).upper())


@pytest.mark.parametrize(
    "word", ["", "hôc", "mià", "tóan", "hộị", "Luaät", "été", "für", "năê", "học1", "Tổchức", "ñi"]
)
def test_what_is_no_syllable(word: str) -> None:
    """A stop without sắc or nặng, a tone in the wrong place, two tones, foreign letters, two words in one."""
    assert not is_syllable(word)
