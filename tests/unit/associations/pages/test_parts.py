"""Parts that many pages show."""

from pathlib import Path

import pytest

from associations.model import Activity
from associations.pages.parts import mark, pigment, shortened
from associations.schema import PIGMENTS
from tests.support.sites import Files, page, prepared, small_site, view_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("một hai ba", "một hai ba"),
        ("một  hai\nba", "một hai ba"),
        ("một hai ba bốn", "một hai…"),
        ("một hai, ba bốn", "một hai…"),
        ("mộthaibabốnnăm", "mộthaibabố…"),
        ("", ""),
    ],
)
def test_a_text_is_shortened_at_a_word(text: str, shown: str) -> None:
    """Never in the middle of one, unless it is longer than the place."""
    assert shortened(text, 10) == shown


def test_a_colour_follows_from_the_slug(tmp_path: Path) -> None:
    """The same on every computer and in every year; the profile's own wins."""
    assert {slug: pigment(Activity(slug=slug)) for slug in ("tap-huan", "hoi-thao", "khuyen-hoc")} == {
        "tap-huan": "cham",
        "hoi-thao": "cham",
        "khuyen-hoc": "son",
    }
    assert {pigment(Activity(slug=f"viec-{n}")) for n in range(50)} == set(PIGMENTS)
    assert pigment(Activity(slug="tap-huan", pigment="son")) == "son"


def test_without_a_mark_that_the_theme_draws_there_is_the_neutral_one(tmp_path: Path) -> None:
    """Never an empty place."""
    site = prepared(tmp_path, small_site({})).site
    shown = [mark(site, Activity(mark=given)) for given in ("", "khong-co", "tap-huan")]
    assert shown == ["trung-tinh", "trung-tinh", "tap-huan"]


def opened(folder: Path, body: str) -> str:
    files: Files = {"pages/a.md": page("A", body)}
    return prepared(folder, small_site(files)).site.registry.pages["a"].body.opening


def test_a_page_opens_with_its_first_paragraph(tmp_path: Path) -> None:
    """As text, whatever heading stands above it; an empty one with nothing."""
    assert opened(tmp_path / "1", "## Mở đầu\n\nĐoạn **một**.\n\nĐoạn hai.") == "Đoạn một."
    assert opened(tmp_path / "2", "") == ""


def test_a_description_is_what_the_editor_wrote_or_the_opening(tmp_path: Path) -> None:
    """On one line, and not longer than search engines show."""
    files = small_site(
        {
            "pages/a.md": page("A", "Đoạn một.", summary="Tóm tắt."),
            "pages/b.md": page("B", "Đoạn " + "dài " * 100),
            "pages/c.md": page("C", ""),
        }
    )
    edition = prepared(tmp_path, files)
    a, b, c = (view_of(edition, f"/{slug}/").head for slug in "abc")  # type: ignore[attr-defined] # every view has one
    assert (a.description, c.description) == ("Tóm tắt.", "C")
    assert len(b.description) <= 201
    assert b.description.endswith("dài…")
    assert a.title == "A – Liên hiệp Thử"
