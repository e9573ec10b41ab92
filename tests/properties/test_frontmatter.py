"""Whatever the bytes: a document or a problem, every line within the file, and the editor's text as typed."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from frontmatter.nodes import Document, Entry, Mapping, Scalar
from frontmatter.quoting import quoted
from frontmatter.reader import read, read_yaml

SOURCE = "news/2022/bai.md"
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
# Text as editors type it: no control characters, no line ends, no byte order mark; not in quotes or brackets.
TYPED = (
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufeff"), min_size=1)
    .map(lambda text: unicodedata.normalize("NFC", text).strip())
    .filter(lambda text: text and not re.search("[\ufffe\uffff]", text))
)
SNIPPETS = [
    *(
        "---",
        "---\n",
        "\n",
        "\r\n",
        "\r",
        " ",
        "  ",
        "\t",
        ": ",
        ":",
        "- ",
        "-",
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        " #",
        "&",
        "*",
    ),
    *("!", "|", ">", "'", '"', "%", "@", "`", "?", "\\", "a", "title", "title: ", "Title: ", "x: y\n", "...", "\ufeff"),
    *("\x00", "\x85", "\u2028", "e\u0301", "đ", "<<", "~", "\ud7ff", "😀"),
]
PIECES = st.lists(st.sampled_from(SNIPPETS), max_size=40).map("".join)


def head_of(text: str) -> tuple[Document | None, list[str]]:
    document, problems = read(f"---\n{text}\n---\n".encode(), SOURCE)
    return document, [p.rule for p in problems]


def lines_of(data: bytes) -> int:
    return 1 + len(re.findall(rb"\r\n|\r|\n", data))


@given(
    st.one_of(st.binary(max_size=300), PIECES.map(str.encode), PIECES.map(lambda text: f"---\n{text}\n---\n".encode()))
)
@example(b"---\na: \xe1\xbb\n---\n")
@example(b"---\ra: b: c\r---")
def test_any_bytes_make_a_document_or_a_problem_within_the_file(data: bytes) -> None:
    """Nothing raises, and no problem points below the end of the file."""
    document, problems = read(data, SOURCE)
    assert document is not None or problems
    assert all(1 <= p.line <= lines_of(data) for p in problems)
    if document is None:
        assert any(p.is_error for p in problems)
    else:
        assert 1 <= document.body_line <= lines_of(data)
    mapping, problems = read_yaml(data, SOURCE)
    assert mapping is not None or problems
    assert all(1 <= p.line <= lines_of(data) for p in problems)


@given(ANY_TEXT)
@example("\\")
@example('"')
@example("\ufeff\x00\x85\u2028\n\t\U000e0001")
def test_any_text_survives_in_quotes(text: str) -> None:
    """`quoted` is a value that gives back every character, in NFC."""
    document, rules = head_of(f"key: {quoted(text)}")
    assert document is not None
    assert rules == []
    assert document.head.entries == (Entry("key", Scalar(unicodedata.normalize("NFC", text), 2, quoted=True), 2),)


@given(TYPED)
@example("Hội nghị: tổng kết")
@example("a\u200b: b\U000e0001: c")
@example("> 50")
def test_typed_value_comes_back_or_a_problem_says_so(text: str) -> None:
    """A plain value is as typed unless a comment cut it; a rewritten line gives back what was typed."""
    if text[0] in "\"'[{":
        return
    document, problems = read(f"---\nkey: {text}\n---\n".encode(), SOURCE)
    assert document is not None
    [entry] = document.head.entries
    if not problems:
        # A lone `|` or `>` is YAML's way to begin a block, `# …` a comment.
        assert entry.value == Scalar(text, 2) or re.fullmatch(r"[|>][-+\d]*(?:\s+#.*)?|#(?:\s.*)?", text)
        return
    [rewritten] = [m[1] for p in problems if (m := re.search(r"(key: .*)$", p.remedy))] or [f"key: {quoted(text)}"]
    assert head_of(rewritten) == (Document(Mapping((Entry("key", Scalar(text, 2, quoted=True), 2),), 2), "", 4), [])


@given(
    st.lists(
        st.tuples(
            st.from_regex(r"[a-z_]{1,8}", fullmatch=True), st.from_regex(r"[\wđê][\w đê.,/()-]{0,20}", fullmatch=True)
        )
    )
)
def test_sane_plain_values_come_back_as_typed(pairs: list[tuple[str, str]]) -> None:
    """Words, numbers, dates, signs: no value changes, none is interpreted, each has its line."""
    entries = {unicodedata.normalize("NFC", key): unicodedata.normalize("NFC", value).strip() for key, value in pairs}
    document, rules = head_of("\n".join(f"{key}: {value}" for key, value in entries.items()))
    assert document is not None
    assert rules == []
    expected = [Entry(key, Scalar(value, n), n) for n, (key, value) in enumerate(entries.items(), start=2)]
    assert document.head.entries == tuple(expected)


@given(PIECES, PIECES)
def test_line_ends_byte_order_mark_and_nfd_make_no_difference(head: str, body: str) -> None:
    """The same text saved by another program is the same document with the same problems."""
    text = f"---\n{head}\n---\n{body}".replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
    one = read(text.encode(), SOURCE)
    assert read(text.replace("\n", "\r\n").encode(), SOURCE) == one
    assert read(text.replace("\n", "\r").encode(), SOURCE) == one
    assert read(b"\xef\xbb\xbf" + text.encode(), SOURCE) == one
    assert read(unicodedata.normalize("NFD", text).encode(), SOURCE) == one
