"""The body as a whole."""

from __future__ import annotations

import msgspec

from bodies.model import Body
from tests.unit.bodies.rendering import html_of, rendered, soup

ARTICLE = """\
## Kết quả

[!hoi-luat-gia] Hội **Luật gia** tư vấn cho 46 lượt người[^1]; xem [kế hoạch]({static}/files/a.pdf).

1. Một
2. Hai

Năm | Số
--- | --:
2022 | 46

Từ
:   Nghĩa

![Ảnh](images/2022/x.jpg "Hội nghị. Ảnh: Tên")

Liên hiệp KHKT – <u>hết</u> &copy;.

*[KHKT]: Khoa học và Kỹ thuật

[^1]: Theo báo cáo.
"""


def test_nothing_that_these_extensions_write_is_taken_away() -> None:
    """The allow-list knows all of it."""
    html = html_of(ARTICLE)
    tags = "h2 strong sup a ol table thead th td dl dt dd figure figcaption abbr u img div hr"
    for tag in tags.split():
        assert soup(html).find(tag) is not None, tag


def test_typed_lines_do_not_matter_to_windows_or_unix() -> None:
    """CRLF gives the same body."""
    assert rendered(ARTICLE.replace("\n", "\r\n"))[0].html == rendered(ARTICLE)[0].html


def test_attribute_lists_are_text() -> None:
    """attr_list is not used: braces are shown."""
    assert html_of("a {: #b .c }") == "<p>a {: #b .c }</p>"


def test_a_body_can_be_stored() -> None:
    """It survives serialisation, for the cache."""
    body, _ = rendered(ARTICLE)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(body), type=Body) == body


def test_the_same_text_gives_the_same_body() -> None:
    """Whatever was read in between."""
    first = rendered(ARTICLE)
    rendered("[a]: /b\n\n*[KHKT]: khác\n\n[^1]: khác\n\n1. x\n\n<b>[a]")
    assert rendered(ARTICLE) == first


def test_control_characters_are_dropped_where_html_forbids_them() -> None:
    """Reading the file reports them; here they only must not confuse Markdown's placeholders."""
    assert html_of("a\x00b\x02c\x03d\x7fe") == "<p>abcde</p>"
