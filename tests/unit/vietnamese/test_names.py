"""When two ways of writing are one name."""

import unicodedata

import pytest

from vietnamese.names import normal_name, same_name


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Nông nghiệp & PTNT", "Nông nghiệp và PTNT"),
        ("Khoa học và Kỹ thuật", "khoa học kỹ thuật"),
        ("Khoa học&Kỹ thuật", "Khoa học & Kỹ thuật"),
        ("HỘI LUẬT GIA", "Hội Luật gia"),
        ("  Hội\u00a0Luật \t\n gia ", "Hội Luật gia"),
        ("Hội Đông y", unicodedata.normalize("NFD", "Hội Đông y")),
        ("Uỷ ban tỉnh Hoà Bình", "Ủy ban tỉnh Hòa Bình"),
        ("KHOẺ, THUÝ", "khỏe, thúy"),
    ],
)
def test_same_names(a: str, b: str) -> None:
    """Case, form, white space, "&" or "và" or nothing, and the place of the tone do not matter."""
    assert same_name(a, b)
    assert normal_name(a) == normal_name(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Hội Đông y", "Hội đồng ý"),
        ("Hội Luật gia", "Hoi Luat gia"),
        ("Hội Luật gia", "Hội Luậtgia"),
        ("Hội Vàng", "Hội ng"),
        ("toán", "tóan"),  # before a final consonant only one place is right
        ("mía", "mià"),
        ("Sinh vật cảnh", "Sinh vật cánh"),
    ],
)
def test_different_names(a: str, b: str) -> None:
    """Marks, letters and word boundaries do matter."""
    assert not same_name(a, b)
