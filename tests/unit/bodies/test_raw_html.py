"""Raw HTML: what is allowed stays, what is taken away is told, what only looks like HTML is text."""

from __future__ import annotations

import pytest

from tests.unit.bodies.rendering import found, html_of, messages, rendered, rules, soup, texts


@pytest.mark.parametrize(
    "html",
    [
        "<b>đậm</b>",
        "H<sub>2</sub>O và m<sup>2</sup>",
        "<u>gạch</u> <s>bỏ</s> <mark>chú ý</mark> <small>nhỏ</small>",
        "a<br>b",
        '<abbr title="khoa học">KH</abbr>',
        '<a href="https://a.vn/" title="tựa">a</a>',
        '<time datetime="2022-07-02">2/7</time>',
        "<q>trích</q> <cite>sách</cite> <kbd>Ctrl</kbd>",
        '<span lang="en">text</span>',
    ],
)
def test_harmless_markup_stays(html: str) -> None:
    """Inline, as it was typed."""
    assert html_of(html) == f"<p>{html}</p>"


def test_blocks_of_html_stay() -> None:
    """Tables with spans, lists, quotes, details."""
    html = '<table><tbody><tr><td colspan="2">a</td></tr><tr><th scope="row">b</th><td>c</td></tr></tbody></table>'
    assert html in html_of(html)
    for block in ("<details><summary>a</summary><p>b</p></details>", "<blockquote><p>a</p></blockquote>"):
        assert html_of(block) == block


def test_markdown_around_html_goes_on() -> None:
    """Links and emphasis between raw tags work."""
    assert html_of("<b>[a](/x/) *b*</b>") == '<p><b><a href="ref:0">a</a> <em>b</em></b></p>'


@pytest.mark.parametrize(
    "text",
    [
        "a < b và c > d",
        "<3",
        "5 <6> 7",
        "Kính gửi: <Tên đơn vị>",
        "<hoi-nghi> là <Họ và tên>",
        "a <- b -> c <= d",
        "</Tên>",
        "<>",
        "< b >chữ",
        "x <b và y",
        "R&D, A&B, &khong; &#xZZ;",
        "<!-- không đóng",
        "a <!doctype và b",
        "<? và <!",
    ],
)
def test_what_only_looks_like_html_is_text(text: str) -> None:
    """It is shown as it was typed, without a word."""
    body, problems = rendered(text)
    assert problems == []
    assert soup(body.html).get_text() == text


def test_characters_by_name() -> None:
    """`&nbsp;`, `&copy;`, `&lt;` are what they are in HTML, with and without tags around; in code they are text."""
    for text in ("&copy; &lt;b&gt; &amp;lt; a&nbsp;b &#8217;", "<b></b>&copy; &lt;b&gt; &amp;lt; a&nbsp;b &#8217;"):
        assert soup(html_of(text)).get_text() == "© <b> &lt; a\u00a0b ’"
    assert soup(html_of("`&copy;`")).get_text() == "&copy;"
    assert texts(rendered("&copy; &amp;lt;")[0]) == ["© &lt;"]


@pytest.mark.parametrize(
    ("text", "gone", "rest"),
    [
        ('<font color="red">đỏ</font>', "<font>", "đỏ"),
        ("<center>giữa</center>", "<center>", "giữa"),
        ('<b style="color:red">đỏ</b>', 'style="color:red"', "đỏ"),
        ('<b class="x">a</b>', 'class="x"', "a"),
        ('<b id="muc-x">a</b>', 'id="muc-x"', "a"),
        ('<p align="center">a</p>', 'align="center"', "a"),
        ('<a href="https://a.vn" target="_blank">a</a>', 'target="_blank"', "a"),
        ("a <!-- ghi chú --> b", "<!-- ghi chú -->", "a  b"),
        ("<!-- ghi\nchú -->\n\nb", "<!-- ghi chú -->", "b"),
        ("a</b> b", "</b>", "a b"),
        ("<style>p {color: red}</style>\n\nb", "<style>", "b"),
        ("<input value='a'> b", "<input>", "b"),
        ("<td>a</td>", "<td>", "a"),
        ("<?php echo 1 ?>\n\nb", "<?php echo 1 ?>", "b"),
        ("<svg><text>a</text></svg>", "<svg>", "a"),
        ("<div><!-- a --> b</div>", "<!-- a -->", "b"),
    ],
)
def test_what_is_taken_away_is_told(text: str, gone: str, rest: str) -> None:
    """A warning with what is missing; the text in it stays."""
    body, problems = rendered(text)
    assert "markup-removed" in rules(text) and "script-in-html" not in rules(text)
    assert any(gone in problem.message for problem in problems), messages(text)
    assert soup(body.html).get_text().strip() == rest
    assert gone not in body.html and "id=" not in body.html and "class=" not in body.html


def test_losses_are_told_on_their_line() -> None:
    text = 'Chữ\n\n<b id="a">x</b>\n\n<div>\n<font>y</font>\n</div>\n\n<!-- z -->\n\n<script>w</script>'
    assert set(found(text)) == {
        ("markup-removed", 3), ("markup-removed", 6), ("markup-removed", 9), ("script-in-html", 11),
    }  # fmt: skip


def test_an_unclosed_comment_takes_nothing_away() -> None:
    """Inside a block of HTML and outside."""
    for text in ("a <!-- b\n\nc", "<div>\n<!-- b\n\nc\n</div>", "<!-- b\n\nc"):
        shown = soup(rendered(text)[0].html).get_text()
        assert "<!-- b" in shown and "c" in shown


def test_an_unclosed_tag_is_closed() -> None:
    """The rest of the page is not bold."""
    body, _ = rendered("<div><b>a\n\nb")
    assert body.html.count("</b>") == body.html.count("<b>")
    assert body.html.rstrip().endswith("</div>")


def test_pictures_and_links_in_html_are_references() -> None:
    """In the order of their attributes as nobody needs it."""
    body, problems = rendered('<img alt="A" src="images/a.jpg" width="10"> <a title="t" href="/x/">b</a>')
    assert problems == []
    assert [(reference.kind, reference.target) for reference in body.references] == [
        ("image", "images/a.jpg"),
        ("link", "/x/"),
    ]


def test_code_is_never_html() -> None:
    """Tags in code are shown and not reported."""
    body, problems = rendered("`<script>` và\n\n    <b onclick=x>a</b>")
    assert problems == []
    assert "<script>" in soup(body.html).get_text() and "<b onclick=x>a</b>" in soup(body.html).get_text()
