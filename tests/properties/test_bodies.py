"""Whatever an editor types, a body is safe and complete, and the order of reading doesn't matter."""

from __future__ import annotations

import unicodedata
from unittest import mock

from hypothesis import given
from hypothesis import strategies as st

from bodies.render import render
from messages.problem import Problem
from tests.unit.bodies.rendering import dangers, soup

PIECES = st.sampled_from(
    [
        *("\n", "\n\n", "    ", "\t", " ", "  \n", "# ", "## ", "- ", "* ", "1. ", "2. ", "2022. ", "31. ", "> ", ": "),
        *("|", "| ", "---", "===", "*", "**", "_", "`", "\\", "[", "]", "(", ")", "![", "](", "[^1]", "[^1]: "),
        *("[a]: /x", "[a]", "*[KH]: y", "KH", "[!hoi]", "[!-hoi] ", '"', "'", "&", "&amp;", "&#2;", "&nbsp;", "<", ">"),
        *("<b>", "</b>", "<p>", "</p>", "<div>", "</div>", "<!--", "-->", "<script>", "</script>", "<a href='", "</a>"),
        *(
            "javascript:",
            "//",
            "https://a.vn",
            "<img src=x onerror=y>",
            "<style>",
            "</style>",
            "<table>",
            "<td>",
            "<tr>",
        ),
        *("<svg onload=1>", "<li>", "<h2>", "<pre>", "<br/>", "style='", "title=", "class=", "<x y>", "<a@b.vn>"),
        *("<?", "?>", "<![CDATA[", "]]>", "{: #a}", "\x02wzxhzdk:0\x03", "\x02klzzwxh:0000\x03", "\x00", "\u200b"),
        *("Hội", "ý", "\u00a0", "Ảnh: ", ".jpg", "/hoi/", "ref:0", "0", "😀"),
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=60).map("".join),
    st.text(max_size=400),
    st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=60).map("".join),
)
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậềếểễệồốổỗộờớởỡợừứửữựÀĐƯƠ0123456789"
SYLLABLES = st.text(st.sampled_from(LETTERS), min_size=1, max_size=7)


def read(text: str, key: str = "bai") -> tuple[object, list[Problem]]:
    return render(unicodedata.normalize("NFC", text), 1, "news/2022/bai.md", key)


@given(TEXTS)
def test_any_text_gives_a_safe_body(text: str) -> None:
    """Nothing raises, nothing in the HTML can run, and no placeholder is left."""
    body, _ = render(unicodedata.normalize("NFC", text), 1, "news/2022/bai.md", "bai")
    assert dangers(body.html) == []
    assert "<script" not in body.html.lower()
    ids = [str(tag["id"]) for tag in soup(body.html).find_all(id=True)]
    assert len(set(ids)) == len(ids) and tuple(ids) == body.anchors
    assert all(identifier.startswith(("muc-", "fn-bai-", "fnref-bai-")) for identifier in ids)


@given(TEXTS)
def test_references_are_those_of_the_html(text: str) -> None:
    """Each reference stands once in the HTML, in order, and nowhere else."""
    body, _ = render(unicodedata.normalize("NFC", text), 1, "news/2022/bai.md", "bai")
    tags = soup(body.html).find_all(["a", "img"])
    typed = [str(tag.get("href", tag.get("src", ""))) for tag in tags]
    assert [address for address in typed if address.startswith("ref:")] == [
        f"ref:{n}" for n in range(len(body.references))
    ]
    assert body.html.count('="ref:') == len(body.references)


@given(TEXTS)
def test_blocks_are_the_text_of_the_html(text: str) -> None:
    """All that is shown stands in the blocks, but for the marks of footnotes."""
    body, _ = render(unicodedata.normalize("NFC", text), 1, "news/2022/bai.md", "bai")
    page = soup(body.html)
    for mark in page.find_all("a", class_=["footnote-ref", "footnote-backref"]):
        mark.decompose()
    shown = "".join(page.get_text().split())
    assert "".join("".join(block.text.split()) for block in body.blocks) == shown


@given(TEXTS)
def test_leaving_out_what_cannot_match_changes_nothing(text: str) -> None:
    """The same body and problems as when Markdown tries everything."""
    quick = read(text)
    always = mock.Mock(return_value=True)
    with mock.patch("bodies.engine.block_needed", always), mock.patch("bodies.engine.inline_needed", always):
        assert read(text) == quick


@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_the_order_of_reading_does_not_matter(texts: list[str]) -> None:
    """No definition, note, number or pin of one body reaches another."""
    forwards = [read(text, f"bai-{number}") for number, text in enumerate(texts)]
    backwards = [read(text, f"bai-{number}") for number, text in reversed(list(enumerate(texts)))]
    assert forwards == backwards[::-1]


@given(st.lists(st.lists(SYLLABLES, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=6))
def test_paragraphs_survive_word_by_word(paragraphs: list[str]) -> None:
    """Text without marks of Markdown is shown as it was typed, each paragraph on its own line of the file."""
    typed = [unicodedata.normalize("NFC", paragraph) for paragraph in paragraphs]
    body, problems = render("\n\n".join(typed), 1, "news/2022/bai.md", "bai")
    assert problems == []
    assert [block.text for block in body.blocks] == typed
    assert [block.line for block in body.blocks] == list(range(1, 2 * len(typed), 2))


MARKED = st.lists(
    st.one_of(
        SYLLABLES, st.sampled_from(["*", "**", "***", "_", "__", " ", "`q`", "\\*", "&amp;", "<b>", "</b>", ". ", "\n"])
    ),
    max_size=30,
)


@given(MARKED)
def test_emphasis_loses_no_letter(pieces: list[str]) -> None:
    """However stars and underscores stand, every letter between them is shown, in order."""
    body, _ = render("z" + "".join(pieces), 1, "news/2022/bai.md", "bai")
    typed = "z" + "".join(piece for piece in pieces if piece not in ("<b>", "</b>", "&amp;"))
    assert "".join(filter(str.isalnum, soup(body.html).get_text())) == "".join(filter(str.isalnum, typed))


@given(st.lists(st.one_of(PIECES, SYLLABLES), max_size=40).map("".join))
def test_letters_are_shown_or_their_loss_is_told(text: str) -> None:
    """Without a problem, every word that is no part of an address, definition or tag is on the page."""
    plain = "".join(c if c.isalnum() or c in " \n" else " " for c in unicodedata.normalize("NFC", text))
    body, problems = render(plain, 1, "news/2022/bai.md", "bai")
    assert problems == []
    assert "".join(soup(body.html).get_text().split()) == "".join(plain.split())
