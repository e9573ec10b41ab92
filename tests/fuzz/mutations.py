"""Damage to posts: bytes, characters, lines, YAML, Markdown, HTML, at places and with pieces that two numbers choose.

The numbers may be any; the same ones do the same damage. Hypothesis and Atheris both choose them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import Literal, get_args

from tests.fuzz.posts import POSTS

Form = Literal["NFC", "NFD", "NFKC", "NFKD"]
FORMS: tuple[Form, ...] = get_args(Form)
Mutation = Callable[[bytes, int, int], bytes]

PIECES = (
    *("---\n", "\n---\n", "\n", "\n\n", "\r\n", "\r", "\t", "  ", "    ", ": ", ":", "- ", "[", "]", "{", "}", ", "),
    *(
        "#",
        " # ",
        "&a ",
        "*a",
        "!x ",
        "!!python/name:os ",
        "|\n",
        ">-\n",
        "'",
        '"',
        '"\\x',
        '"\\uD800"',
        "? ",
        "%",
        "@",
    ),
    *(
        "<<: *a\n",
        "title: ",
        "title: Khác\n",
        "date: ",
        "slug: x\n",
        "save_as: x\n",
        "results:\n  - ",
        "status: draft\n",
    ),
    *("status: withdrawn\n", "2022-07-02", "2022-13-45", "0000-00-00", "9" * 20, "-1", "1e9", "12.000", "12,5", "null"),
    *("**", "*", "_", "`", "```\n", "~~~\n", "> ", "> > ", "1. ", "2022. ", "## ", "# ", "===\n", "|", "| a | b |\n"),
    *("|---|---|\n", "![", "](", "](images/a.png)", "](/hoi/", "[^1]", "[^1]: x\n", "*[KH]: x\n", "[x]: /y\n", "[x]"),
    *("[!hoi-mot] ", "[!-hoi-hai] ", "[!x] ", "{filename}", "{static}", "{attach}../../x", "{{ 7*7 }}", "{% raw %}"),
    *("<b>", "</b>", "<script>", "</script>", "<img src=x onerror=y>", "<a href='javascript:x'>", "<!--", "-->", "<?"),
    *("<![CDATA[", "]]>", "<table><td>", "</div>", "<svg>", "<style>", "&#0;", "&#x1;", "&#xD800;", "&lt;", "&", "\\"),
    *("\x00", "\x01", "\x0b", "\x1b[31m", "\x7f", "\x85", "\ufeff", "\u200b", "\u202e", "\u2028", "\ufffe", "\ufffd"),
    *("e\u0301", "đ", "Đ", "ư\u031b", "\u0301" * 120, "😀", "ﬁ", "İ", "ß", "\u1100\u1161\u11a8", "Héi LuËt gia tØnh"),
    *(
        "\x02wzxhzdk:0\x03",
        "\x02klzzwxh:0\x03",
        "ref:0",
        '="ref:0"',
        "muc-",
        "fn-",
        "http://",
        "//",
        "mailto:",
        "a@b.vn",
    ),
)
BYTES = (
    b"\xff",
    b"\xfe",
    b"\xc3",
    b"\xe1\xbb",
    b"\xed\xa0\x80",
    b"\xc0\x80",
    b"\xf4\x90\x80\x80",
    b"\x80",
    b"\xef\xbb\xbf",
)


def _cut(data: bytes, at: int, how: int) -> bytes:
    start = at % (len(data) + 1)
    return data[:start] + data[start + 1 + how % 80 :]


def _flip(data: bytes, at: int, how: int) -> bytes:
    if not data:
        return data
    place = at % len(data)
    return data[:place] + bytes([data[place] ^ (1 << how % 8)]) + data[place + 1 :]


def _insert_piece(data: bytes, at: int, how: int) -> bytes:
    return _insert(data, at, PIECES[how % len(PIECES)].encode("utf-8", "surrogatepass"))


def _insert_bytes(data: bytes, at: int, how: int) -> bytes:
    return _insert(data, at, BYTES[how % len(BYTES)])


def _insert(data: bytes, at: int, piece: bytes) -> bytes:
    place = at % (len(data) + 1)
    return data[:place] + piece + data[place:]


def _insert_at_a_line(data: bytes, at: int, how: int) -> bytes:
    lines = data.split(b"\n")
    place = at % len(lines)
    lines[place] = PIECES[how % len(PIECES)].encode("utf-8", "surrogatepass") + lines[place]
    return b"\n".join(lines)


def _replace_a_value(data: bytes, at: int, how: int) -> bytes:
    lines = data.split(b"\n")
    place = at % len(lines)
    key, colon, _ = lines[place].partition(b": ")
    lines[place] = key + colon + PIECES[how % len(PIECES)].encode("utf-8", "surrogatepass")
    return b"\n".join(lines)


def _drop_lines(data: bytes, at: int, how: int) -> bytes:
    lines = data.split(b"\n")
    start = at % len(lines)
    return b"\n".join(lines[:start] + lines[start + 1 + how % 5 :])


def _repeat_lines(data: bytes, at: int, how: int) -> bytes:
    lines = data.split(b"\n")
    start = at % len(lines)
    return b"\n".join(lines[: start + 1] + lines[start : start + 1 + how % 5] + lines[start + 1 :])


def _swap_lines(data: bytes, at: int, how: int) -> bytes:
    lines = data.split(b"\n")
    one, other = at % len(lines), how % len(lines)
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _indent(data: bytes, at: int, how: int) -> bytes:
    lines = data.split(b"\n")
    place = at % len(lines)
    lines[place] = b" " * (how % 9) + lines[place].lstrip(b" ")
    return b"\n".join(lines)


def _splice(data: bytes, at: int, how: int) -> bytes:
    """The beginning of this post and the end of another."""
    other = POSTS[how % len(POSTS)]
    return data[: at % (len(data) + 1)] + other[(how // 7) % (len(other) + 1) :]


def _other_form(data: bytes, at: int, how: int) -> bytes:
    form = FORMS[how % len(FORMS)]
    text = data.decode("utf-8", "surrogateescape")
    place = at % (len(text) + 1)
    return (text[:place] + unicodedata.normalize(form, text[place:])).encode("utf-8", "surrogateescape")


def _other_encoding(data: bytes, at: int, how: int) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(("utf-16", "cp1258", "latin-1", "utf-8-sig", "utf-7")[how % 5], "replace")


def _other_line_ends(data: bytes, at: int, how: int) -> bytes:
    return data.replace(b"\n", (b"\r\n", b"\r", b"\n\n", b"\x0b\n", b" \n", b"\xe2\x80\xa8")[how % 6])


def _repeat_a_piece(data: bytes, at: int, how: int) -> bytes:
    piece = PIECES[how % len(PIECES)].encode("utf-8", "surrogatepass")
    return _insert(data, at, piece * (2 + at % 150))


MUTATIONS: tuple[Mutation, ...] = (
    *(_cut, _flip, _insert_piece, _insert_piece, _insert_piece, _insert_bytes, _insert_at_a_line, _insert_at_a_line),
    *(_replace_a_value, _replace_a_value, _drop_lines, _repeat_lines, _swap_lines, _indent, _splice, _other_form),
    *(_other_encoding, _other_line_ends, _repeat_a_piece),
)


def mutated(post: bytes, steps: Iterable[tuple[Mutation, int, int]]) -> bytes:
    """The post after all steps: each a mutation, where, and what."""
    for mutation, at, how in steps:
        post = mutation(post, at, how)
    return post
