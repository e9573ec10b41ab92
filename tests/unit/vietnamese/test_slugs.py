"""Slugs of titles and names."""

import unicodedata

import pytest

from vietnamese.slugs import is_slug, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Hội Khoa học kỹ thuật Cầu đường", "hoi-khoa-hoc-ky-thuat-cau-duong"),
        ("Đại hội Đảng", "dai-hoi-dang"),
        ("  Nông nghiệp & PTNT — “2022”! ", "nong-nghiep-ptnt-2022"),
        ("42-CT/TW", "42-ct-tw"),
        ("Straße nach Øresund, 5 m²", "strasse-nach-oresund-5-m2"),
        ("2022", "2022"),
        ("漢字", ""),
        ("…", ""),
        ("", ""),
    ],
)
def test_slug_of_a_text(text: str, slug: str) -> None:
    """Marks go, everything that is no letter or digit becomes one hyphen; NFC and NFD give the same."""
    assert slugify(text) == slug
    assert slugify(unicodedata.normalize("NFD", text)) == slug


def test_long_slug_is_cut_at_a_hyphen() -> None:
    """At most 80 characters, whole words where there are any."""
    assert slugify("một hai ba " * 20) == "mot-hai-ba-" * 7 + "mot"
    assert slugify("a" * 80 + " b") == "a" * 80
    assert slugify("a" * 100) == "a" * 80


@pytest.mark.parametrize("text", ["a", "hoi-luat-gia", "2022-2023", "42-ct-tw", "a--b", "-a", "a-", "a" * 80])
def test_slugs(text: str) -> None:
    """Lower-case ASCII letters, digits and hyphens."""
    assert is_slug(text)


@pytest.mark.parametrize(
    "text",
    ["", "2022", "-", "--", "A", "hội", "a_b", "a b", "a.b", "a/b", "a\n", "a" * 81, "a٣", "../a", "ﬁ"],
)
def test_what_is_no_slug(text: str) -> None:
    """Not empty, not only digits or hyphens, nothing else than ASCII, at most 80 characters."""
    assert not is_slug(text)
