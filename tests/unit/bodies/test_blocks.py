"""Blocks are the text as a reader sees it, with the lines of the file."""

from __future__ import annotations

from tests.unit.bodies.rendering import FIRST_LINE, rendered, texts


def lines(text: str) -> list[tuple[str, int]]:
    """Each block and its line, counted from the first line of the text, 1."""
    return [(block.text, block.line - FIRST_LINE + 1) for block in rendered(text)[0].blocks]


def test_every_block_is_one_text() -> None:
    """Paragraphs, headings, items, cells, captions, terms, code: one block each, never two joined."""
    text = (
        "## Đầu\n\nMột **hai**\nba  \nbốn\n\n- năm\n- sáu\n\n    bảy\n\n> tám\n\na|b\n-|-\nc|d\n\n"
        'Từ\n:   nghĩa\n\n![x](images/x.jpg "Chú. Ảnh: T")\n\n    mã <b>\n\n<div>chín<p>mười</p></div>\n'
    )
    assert texts(rendered(text)[0]) == [
        *("Đầu", "Một hai ba bốn", "năm", "sáu", "bảy", "tám", "a", "b", "c", "d", "Từ", "nghĩa", "Chú. Ảnh: T"),
        *("mã <b>", "chín", "mười"),
    ]  # fmt: skip


def test_text_is_as_shown() -> None:
    """White space is one space, names of characters are characters, marks of Markdown are gone."""
    text = "Hội  \tA&nbsp;và\u00a0B &amp; C \\*D\\* `E` [F](/f/) <b>G</b> ![H](images/h.jpg) <https://i.vn>"
    assert texts(rendered(text)[0]) == ["Hội A và B & C *D* E F G https://i.vn"]


def test_lines_of_blocks() -> None:
    """Each block stands on the line on which it begins."""
    text = (
        "Hội Luật gia họp.\n\nHội Luật gia\nhọp tiếp.\n\n## Hội\n\n- Hội A\n- **Hội** B\n\n3. Hội C\n\n"
        "> Hội D\n\n[Hội](/hoi/) E\n\n<p>Hội F</p>\n\n[!x] Hội G\n\n2022. Hội H\n"
    )
    assert [line for _, line in lines(text)] == [1, 3, 6, 8, 9, 11, 13, 15, 17, 19, 21]


def test_lines_of_short_texts() -> None:
    """Captions stand on the line of their picture, notes on that of their definition, cells on that of their row."""
    text = 'a[^1]\n\n[^1]: b\n\n![c](images/c.jpg "d")\n\ne\n\nf|g\n-|-\nh|i\n\nj\n'
    assert lines(text) == [
        *(("a", 1), ("d", 5), ("e", 7), ("f", 9), ("g", 9), ("h", 11), ("i", 11), ("j", 13), ("b", 3)),
    ]


def test_a_link_to_a_definition_does_not_move_the_lines() -> None:
    text = '[![alt][1]](/lon/)\n\nSau đó\n\n[1]: images/x.png "Chú"\n'
    assert lines(text)[1] == ("Sau đó", 3)


def test_an_empty_body_has_nothing() -> None:
    body, problems = rendered("\n \n")
    assert (body.html, body.blocks, problems) == ("", (), [])
