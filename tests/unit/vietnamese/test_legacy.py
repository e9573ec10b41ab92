"""Leftovers of old fonts and control characters."""

import pytest

from vietnamese.legacy import control_characters, legacy_font


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("Héi LuËt gia tØnh B¾c Ninh", "TCVN3"),
        ("§¹i héi ®¹i biÓu", "TCVN3"),
        ("Tr\u00adêng §¹i häc C«ng nghÖ", "TCVN3"),
        ("Hoäi Luaät gia tænh Baéc Ninh", "VNI"),
        ("ÑAÏI HOÄI ÑAÏI BIEÅU", "VNI"),
        ("Hội Luật gia tỉnh, tức là Héi LuËt gia, họp phiên thường kỳ tại hội trường lớn", "TCVN3"),
        ("Dòng đầu đúng.\n\nHoäi nghò toång keát naêm\nDòng cuối đúng.", "VNI"),
    ],
)
def test_text_of_old_fonts_is_found(text: str, font: str) -> None:
    """Also in capitals, and as a few words or one line among proper Vietnamese."""
    assert legacy_font(text) == font


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Héi",  # one word is not enough
        "Hoi Luat gia tinh Bac Ninh",
        "Hội Luật gia tỉnh tổ chức tư vấn pháp luật miễn phí cho 46 lượt người, diện tích 50 m² ở 25 °C",
        "Toà án, hoà giải, khoẻ mạnh, thuý, uỷ ban; giải đoán, loài hoa, noãn, quý, oái oăm",
        "« Déjà vu » : l’été dernier, où êtes-vous allé ? À Besançon, Noël en forêt, un poète naïf, le maïs, l’Haïti",
        "Über die Straße führt ein größerer Weg; Mädchen müssen »schöne« Gänge für Köln prüfen, Maß, daß, Fuß, Öl, süß",
        "På gården »så« må vi nå »s«; også når året går",
        "The café’s naïve façade, résumé © 2022 Acme®, 5 µm × 3 µm, § 4, ½ pound, £ 5, 10 °C, a·b, coöperate, Zoë",
        "El niño añadió: ¡Qué mañana! ¿Dónde están los señores Núñez y Ibáñez?",
        "co\u00adop\u00ader\u00ada\u00adtion thông\u00adtin",
        "Дом и сад. 漢字",
    ],
)
def test_proper_text_is_left_alone(text: str) -> None:
    """Vietnamese in both tone styles, and other languages with their letters, quotes and signs."""
    assert legacy_font(text) is None


def test_control_characters_are_located() -> None:
    """Offsets from 0, in order; what turns the direction of writing counts as well."""
    text = "a\x00b\x07\x7f\x85\ufffd\u202e\u2066\ufeff"
    codes = ["U+0000", "U+0007", "U+007F", "U+0085", "U+FFFD", "U+202E", "U+2066", "U+FEFF"]
    assert control_characters(text) == list(zip([1, 3, 4, 5, 6, 7, 8, 9], codes, strict=True))


def test_ordinary_characters_are_no_controls() -> None:
    """Line ends, tabs, no-break spaces, joiners of other scripts, and a byte order mark at the very start."""
    assert control_characters("\ufeffHội\tĐông\u00a0y\r\n\u200d") == []
