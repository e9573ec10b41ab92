"""Files made to cost: each is read, or refused with a message, within seconds, whatever the machine.

Nothing is timed by the code: it counts before it parses (`plugins/bodies/limits.py`, `costs.py`, `frontmatter/`), so
two machines never disagree. The clock stands in these tests alone: 20 seconds of processor time for the whole way from
the folder to the problems. The single limits are tested in tests/unit/bodies/test_limits.py and unit/frontmatter.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from associations.edition import Edition, prepare
from tests.support.sites import article, association, lay, options, pages, prepared, small_site

SECONDS = 20
MEBIBYTE = 1 << 20
HEAD = 60_000  # bytes that fit into front matter
POST = "news/2022/a.md"


def timed(folder: Path, files: Mapping[str, str | bytes]) -> Edition:
    """The edition of `files`; if it is sound its pages are made too."""
    started = time.process_time()
    edition = prepared(folder, small_site(files))
    if edition.is_sound:
        assert pages(edition)
    assert time.process_time() - started < SECONDS
    return edition


def filled(piece: str, size: int = MEBIBYTE - 500) -> str:
    """The piece again and again, up to so many bytes."""
    return piece * (size // len(piece.encode()))


def post(body: str = "Thân bài.", **keys: object) -> dict[str, str | bytes]:
    return {POST: article("Bài", "2022-07-01", body, **keys)}


def headed(lines: str) -> dict[str, str | bytes]:
    """A post with more lines in its front matter."""
    return {POST: article("Bài", "2022-07-01").replace("\n---\n", f"\n{lines}\n---\n", 1)}


REFUSED: dict[str, tuple[dict[str, str | bytes], str]] = {
    "100,000 nested quotes": (post(">" * 100_000 + " a"), "nesting-too-deep"),
    "100,000 nested quotes with spaces": (post("> " * 100_000 + "a"), "nesting-too-deep"),
    "100,000 nested brackets": (post("[" * 100_000 + "a" + "]" * 100_000), "nesting-too-deep"),
    "100,000 open brackets": (post("[" * 100_000), "too-many-brackets"),
    "100,000 open pictures": (post("![" * 100_000), "too-many-brackets"),
    "100,000 open links": (post("[a](" * 100_000), "too-many-brackets"),
    "100,000 open notes": (post("[^" * 100_000), "too-many-brackets"),
    "100,000 brackets over many paragraphs": (post("[ [ [\n\n" * 33_000), "too-many-brackets"),
    "100,000 nested items": (post("- " * 100_000 + "a"), "nesting-too-deep"),
    "100,000 nested numbers": (post("1. " * 100_000 + "a"), "nesting-too-deep"),
    "items ever deeper": (post("\n".join("    " * n + "- a" for n in range(500))), "nesting-too-deep"),
    "100,000 open elements": (post("<div>" * 100_000), "nesting-too-deep"),
    "100,000 open tags": (post("<a " * 100_000), "too-many-tags"),
    "100,000 comments": (post("<!--" * 100_000), "too-many-tags"),
    "stars in stars": (post("*a **b " * 20_000), "too-many-marks"),
    "backticks of all lengths": (post(" ".join("`" * n for n in range(1, 1_400))), "too-many-marks"),
    "backslashes": (post(filled("\\*")), "too-many-marks"),
    "underlines": (post(filled("a\n-\n")), "too-many-marks"),
    "blank lines": (post(filled("\n")), "too-many-blocks"),
    "a wide table": (post("a|" * 9_000 + "\n" + "-|" * 9_000 + "\n" + "b\n" * 9_000), "table-too-large"),
    "a note for each word": (post("".join(f"[^{n}]: x\n\n" for n in range(9_000))), "too-many-definitions"),
    "a definition that grows": (post("*[A]: " + "x" * 30_000 + "\n\n" + "A " * 30_000), "definition-too-long"),
    "marks on a letter": (post(f"a{filled(chr(0x301))}"), "stacked-marks"),
    "brackets in front matter": (headed(f"partners: {'[' * HEAD}"), "nesting-too-deep"),
    "groups in front matter": (headed(f"partners: {'{a: ' * (HEAD // 4)}"), "nesting-too-deep"),
    "keys of keys in front matter": (headed("? " * (HEAD // 2)), "nesting-too-deep"),
    "indented keys": (headed("\n".join(" " * n + "a:" for n in range(330))), "nesting-too-deep"),
    "an open quote": (headed('author: "' + "a\n" * (HEAD // 2)), "front-matter-not-yaml"),
    "quotes on each line": (headed('a: "\n' * (HEAD // 5)), "front-matter-not-yaml"),
    "aliases": (headed("z: &a [x]\n" + "z: *a\n" * (HEAD // 6)), "yaml-alias"),
    "front matter without end": ({POST: "---\n" + "title: a\n" * 110_000}, "front-matter-unclosed"),
    "front matter of 1 MiB": (headed("author: a\n" * 90_000), "front-matter-too-large"),
    "a file of dashes": ({POST: "---\n" * 250_000}, "missing-field"),
    "a file of white space": ({POST: " \t" * 400_000 + "\n--"}, "front-matter-missing"),
    "a Pelican header without end": ({POST: "Title: a\n" * 110_000}, "pelican-header"),
    "zeros": ({POST: b"\0" * 900_000}, "front-matter-missing"),
    "random bytes": ({POST: bytes(range(256)) * 3_500}, "not-utf8"),
    "a date of 60,000 digits": (post(modified="2" * HEAD), "bad-date"),
    "a number of 60,000 digits": (post(views_base="9" * HEAD), "bad-number"),
    "an address of 60,000 characters": (post(former_addresses=["/" + "a" * HEAD]), "bad-former-address"),
    "an address of 60,000 signs": (post(former_addresses=["/" + "%" * HEAD]), "bad-former-address"),
    "a web address that almost ends": (
        post(video={"url": "https://" + "a." * 25_000 + "<", "title": "x"}),
        "bad-web-address",
    ),
    "5,000 unknown associations": (post(associations=[f"hoi-m{n}" for n in range(5_000)]), "unknown-association"),
    "4,000 unknown keys": (headed("\n".join(f"assoziation{n}: a" for n in range(3_500))), "unknown-key"),
    "20,000 wrong links": (post("\n\n".join(f"[a](/tin/2022/bay-{n}/)" for n in range(20_000))), "broken-link"),
    "10,000 wrong pictures": (
        {
            **{f"images/anh-{n}.png": b"x" for n in range(200)},
            **post("\n\n".join(f"![a](images/ang-{n}.png)" for n in range(10_000))),
        },
        "broken-image",
    ),
    "10,000 parts and as many wrong ones": (
        post("".join(f"## Mục {n}\n\n[a](#muc-{n}x)\n\n" for n in range(10_000))),
        "broken-anchor",
    ),
    "a circle of 400 associations": (
        {
            f"associations/h{n}.md": association(
                f"Hội {n}", ended={"how": "split", "date": "2020", "into": [f"h{(n + k) % 400}" for k in (1, 7, 31)]}
            )
            for n in range(400)
        },
        "end-in-circle",
    ),
    "units.yml: brackets": ({"units.yml": "a: " + "[" * 900_000}, "nesting-too-deep"),
    "units.yml: no YAML": ({"units.yml": "a: b: c\n" * 120_000}, "front-matter-unreadable"),
    "units.yml: quotes": ({"units.yml": '"' * 900_000}, "front-matter-unreadable"),
    "units.yml: wrong keys": ({"units.yml": "".join(f"đv{n}: {{kin: a}}\n" for n in range(40_000))}, "unknown-key"),
    "abbreviations.yml: empty items": ({"abbreviations.yml": "A: [" + "'', " * 100_000 + "'']\n"}, "empty-item"),
}


@pytest.mark.parametrize("attack", REFUSED)
def test_it_is_refused_with_its_reason(tmp_path: Path, attack: str) -> None:
    """In the file that has it, on a line of it."""
    files, rule = REFUSED[attack]
    edition = timed(tmp_path, files)
    assert not edition.is_sound
    [first, *_] = [p for p in edition.problems if p.rule == rule]
    given = files[first.source]
    data = given if isinstance(given, bytes) else given.encode()
    assert 1 <= first.line <= data.count(b"\n") + data.count(b"\r") + 1
    assert len(first.message) < 1_000


def test_the_right_address_is_looked_for_a_few_times_only(tmp_path: Path) -> None:
    """Each wrong link is reported; what was meant is said of the first ones, as it costs a look at the whole site."""
    links = "\n\n".join(f"[a](/tin/2022/{'b' * (n % 3 + 1)}ai-mot/)" for n in range(200))
    edition = timed(tmp_path, {"news/2022/bai-mot.md": article("Một", "2022-07-01"), **post(links)})
    found = [p.remedy for p in edition.problems if p.rule == "broken-link"]
    assert len(found) == 200 - 67  # a third of them is right
    assert ["ý bạn là" in remedy for remedy in found] == [True] * 50 + [False] * 83


READ: dict[str, dict[str, str | bytes]] = {
    "one word": post("a" * (MEBIBYTE - 500)),
    "one number": post("9" * (MEBIBYTE - 500)),
    "one number with dots": post(filled("1.000.")),
    "white space": post(filled(" ")),
    "tabs": post(filled("\t")),
    "quotation marks": post(filled("'\"")),
    "ampersands": post(filled("&")),
    "character references": post(filled("&#1")),
    "less-thans": post(filled("<")),
    "greater-thans inside a line": post("a" + filled(">")),
    "open tags": post(filled("<a-b ", 50_000)),
    "pipes": post(filled("|")),
    "colons": post(filled(":")),
    "braces": post(filled("{{ 7*7 }}")),
    "zero-width spaces": post(filled("\u200b")),
    "right-to-left marks": post(filled("\u202e")),
    "emoji": post(filled("😀")),
    "99 marks on each letter": post(filled("a" + "\u0301\u0323" * 49)),
    "placeholders of Markdown": post(filled("wzxhzdk:0 klzzwxh:0 ")),
    "placeholders of ours": post(filled("ref:0 ")),
    "a name all over": post(filled("Hội Một và Hội Hai ")),
    "almost a name all over": post(filled("Hội Mộ")),
    "old fonts all over": post(filled("Héi LuËt gia tØnh ")),
    "dates all over": post(filled("ngày 02/07/2022 ")),
    "amounts all over": post(filled("12.000 triệu đồng ")),
    "one link": post(f"[a](https://a.vn/{'a' * 900_000})"),
    "one paragraph after the other": post(filled("Hội Một mở lớp.\n\n", 400_000)),
    "a name like a regular expression": {
        "associations/hoi-mot.md": association("Hội (a+)+$ .*.*.*[^] {1,999999} \\"),
        **post("Hội (a+)+$ .* " + "a" * 50_000),
    },
    "a name of 20,000 words": {
        "associations/hoi-mot.md": association("Hội " + "a " * 20_000),
        **post("Hội " + "a " * 300_000),
    },
    "3,000 other names": {
        "associations/hoi-mot.md": association("Hội Một", aliases=[f"Hội Một {n}" for n in range(3_000)]),
        **post(("Hội Một 12 và Hội " * 30 + "\n\n") * 1_000),
    },
    "5,000 partners": post(partners=[f"Sở {n}" for n in range(5_000)]),
    "3,000 former addresses": post(former_addresses=[f"/a{n}/" for n in range(3_000)]),
    "a title of 50,000 characters": {POST: article("Một " * 12_000, "2022-07-01")},
    "a whole in 600 parts": {
        "units.yml": "người: {kind: persons}\n",
        **post(
            "Có 5 người dự.",
            results=[
                {
                    "id": f"a{n}",
                    "value": "5",
                    "unit": "người",
                    "quote": "Có 5 người",
                    "part_of": f"a{n - 1}" if n else None,
                }
                for n in range(600)
            ],
        ),
    },
    "byte order marks": {POST: "\ufeff" * 50 + article("Bài", "2022-07-01")},
}


@pytest.mark.parametrize("attack", READ)
def test_it_is_read_in_time(tmp_path: Path, attack: str) -> None:
    """Or refused with a message: nothing hangs, and nothing raises."""
    edition = timed(tmp_path, READ[attack])
    assert edition.is_sound or all(p.message and p.line >= 1 for p in edition.problems)


@pytest.mark.parametrize("size", [50 << 20, 3 << 30])
@pytest.mark.parametrize("name", [POST, "union.md", "units.yml", "pages/a.md"])
def test_a_post_of_50_megabytes_is_not_read(tmp_path: Path, name: str, size: int) -> None:
    """Nor one of 3 GiB (a hole on the disk): one error that names the limit, in no time and no memory."""
    content = lay(tmp_path / "content", small_site({name: "---\n"}))
    with (content / name).open("r+b") as stream:
        stream.truncate(size)
    started = time.process_time()
    found = [p for p in prepare(options(content)).problems if p.source == name]
    assert [(p.line, p.field, p.rule) for p in found if p.rule != "missing-union"] == [(1, "file", "file-too-large")]
    assert "1 MiB" in found[0].message
    assert time.process_time() - started < 2


def test_a_drawing_of_3_gibibytes_is_not_read(tmp_path: Path) -> None:
    """A drawing is the one kind of picture that is parsed."""
    content = lay(tmp_path / "content", small_site({"images/a.svg": "<svg>"}))
    with (content / "images" / "a.svg").open("r+b") as stream:
        stream.truncate(3 << 30)
    started = time.process_time()
    assert {p.rule for p in prepare(options(content)).problems} == {"large-file", "unsafe-svg"}
    assert time.process_time() - started < 2
