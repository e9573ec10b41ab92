"""Pictures: alone in a paragraph they are figures."""

from __future__ import annotations

import pytest

from bodies.model import Reference
from tests.unit.bodies.rendering import FIRST_LINE, found, html_of, rendered

PICTURE = '<img alt="Đại biểu" loading="lazy" src="ref:0">'


def figure(caption: str, inside: str = PICTURE) -> str:
    return f'<figure class="figure">{inside}{caption}</figure>'


@pytest.mark.parametrize(
    ("title", "caption"),
    [
        ("", ""),
        (' "Hội nghị."', "<figcaption>Hội nghị.</figcaption>"),
        (
            ' "Đại biểu dự hội nghị. Ảnh: Tên"',
            '<figcaption>Đại biểu dự hội nghị. <span class="credit">Ảnh: Tên</span></figcaption>',
        ),
        (' "Ảnh: Tên"', '<figcaption><span class="credit">Ảnh: Tên</span></figcaption>'),
        (
            ' "Phòng Ảnh: triển lãm. Ảnh: A & B"',
            '<figcaption>Phòng Ảnh: triển lãm. <span class="credit">Ảnh: A &amp; B</span></figcaption>',
        ),
        (' "Hội nghị (Ảnh: Tên)"', "<figcaption>Hội nghị (Ảnh: Tên)</figcaption>"),
        (' "a <b> &lt; c"', "<figcaption>a &lt;b&gt; &lt; c</figcaption>"),
    ],
)
def test_a_picture_alone_is_a_figure(title: str, caption: str) -> None:
    """Its title is the caption, `Ảnh: …` at the end of it the credit."""
    assert html_of(f"![Đại biểu](images/2022/x.jpg{title})") == figure(caption)


def test_a_linked_picture_alone_is_a_figure() -> None:
    """The link stands around the picture, not around the caption."""
    linked = '<a href="ref:0"><img alt="Đại biểu" loading="lazy" src="ref:1"></a>'
    assert html_of('[![Đại biểu](images/x.jpg "Chú")](/lon/)') == figure("<figcaption>Chú</figcaption>", linked)


def test_a_picture_in_a_text_stays_in_it() -> None:
    """With its title; and so do two pictures in one paragraph."""
    title = PICTURE.replace(">", ' title="Chú">')
    assert html_of('Xem ![Đại biểu](images/x.jpg "Chú")') == f"<p>Xem {title}</p>"
    assert "<figure" not in html_of("![a](images/x.jpg) ![b](images/y.jpg)")


def test_a_picture_needs_words_for_who_cannot_see_it() -> None:
    """Without alt, in Markdown and HTML, is an error on its line."""
    text = 'Chữ\n\n![](images/x.jpg)\n\n![ ](images/y.jpg)\n\n<img src="images/z.jpg">'
    assert found(text) == [("image-without-alt", 3), ("image-without-alt", 5), ("image-without-alt", 7)]


def test_pictures_are_of_this_site() -> None:
    """A picture of another site is an error and not shown."""
    for text in ("![a](https://x.vn/a.jpg)", '<img src="https://x.vn/a.jpg" alt="a">', "![a](mailto:a@b.vn)"):
        assert found(text) == [("media-address", 1)]
        assert "<img" not in rendered(text)[0].html or "src" not in rendered(text)[0].html
    assert found("![a](data:image/png;base64,AAAA)") == [("link-scheme", 1)]


def test_pictures_are_references() -> None:
    """Their address is kept as typed, with its line."""
    body, _ = rendered("Chữ\n\n![a](images/hội nghị.jpg)\n\n![b]({static}/images/b.png)")
    assert body.references == (
        Reference("image", "images/hội nghị.jpg", FIRST_LINE + 2),
        Reference("image", "{static}/images/b.png", FIRST_LINE + 4),
    )
