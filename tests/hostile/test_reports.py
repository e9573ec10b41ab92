"""What a hostile file says comes back in problems: on one line each, as letters, never as an order to a terminal, to
GitHub's runner or to a program that reads the lines."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest

from newsroom.check import check
from tests.support.sites import NOW, article, association, build, lay, small_site

ORDERS = [
    "\x1b[2J\x1b[31mđỏ",
    "\x1b]0;title\x07\x1b]8;;https://evil.example\x1b\\",
    "\x9b31m",
    "a\n::error file=x::pwned",
    "a\r::error::pwned",
    "a\r\n::set-output name=x::y",
    "a\u2028::error::pwned",
    "a\x85::error::pwned",
    "::stop-commands::x",
    "::add-mask::a",
    "##[error]pwned",
    "%0A::error::pwned",
    "a::error::b,line=1,title=x",
    "; sửa lại [ok]",
    "content/union.md:1: file: giả; giả [bad-slug]",
    "\u202eoge\u202c",
    "\u2066a\u2069",
    "\u200b\u200d\ufeff",
    "{value} {0} {} %s %(x)s",
    "a" * 100_000,
    "\ud7ff\ue000\U0010ffff",
    "[bold red]x[/bold red]",
    "</td><script>alert(1)</script>",
]


def hostile(order: str) -> dict[str, str | bytes]:
    """Every place of which a message shows the value: keys, values, addresses, tags, titles of other posts."""
    quoted = json.dumps(order[:30_000])
    links = f"[x](<{order}>) [y](/{order}) ![](images/{order}.png)"
    post = article(
        "Bài",
        "2022-07-01",
        f"{links}\n\n<font color='{order}'>z</font>\n\n# {order}\n\n[!{order}] a",
        associations=[order[:30_000], "hoi-mot"],
        period=order[:20_000],
        status=order[:100],
        image={"src": order[:1_000], "alt": "x"},
        former_addresses=[order[:1_000]],
    )
    post = post.replace("\n---\n", f'\n{quoted[:200].rstrip(chr(92))[:-1]}": x\n---\n', 1)
    return small_site(
        {
            "news/2022/a.md": post,
            "news/2022/b.md": f"---\ntitle: {order[:1_000]}: x\n---\n",
            "associations/hoi-mot.md": association(
                "Hội", former_names=[{"name": order[:1_000], "until": order[:1_000]}]
            ),
            "units.yml": f'{quoted}: {{{quoted[:500].rstrip(chr(34))}": x}}\n',
        }
    )


@pytest.mark.parametrize("order", ORDERS)
def test_a_value_is_shown_on_one_line_as_letters(
    order: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """As text, as annotations, as JSON, from `check` and from a build: one line a problem, and nothing invisible."""
    content = lay(tmp_path / "content", hostile(order))
    monkeypatch.chdir(tmp_path)
    assert check(content, NOW, strict=False, form="json") == 1
    problems = json.loads(capfd.readouterr().out)
    assert len(problems) > 5
    check(content, NOW, strict=False, form="text")
    lines = capfd.readouterr().out.split("\n")[:-1]
    assert len(lines) == len(problems)
    for line, problem in zip(lines, problems, strict=True):
        assert line.startswith(f"{problem['file']}:{problem['line']}: ") and line.endswith(f"[{problem['rule']}]")
    check(content, NOW, strict=False, form="github")
    annotations = capfd.readouterr().out.split("\n")[:-1]
    assert len(annotations) == len(problems)
    for line, problem in zip(annotations, problems, strict=True):
        command, message = line.split("::", 2)[1:]
        assert re.fullmatch(
            rf"{problem['severity']} file=content/[^:,]*,line={problem['line']},title={problem['rule']}", command
        )
        assert not re.search("%(?!25|0A|0D)", message)
    assert build(content, tmp_path / "out") == 1
    told = capfd.readouterr()
    assert told.err.startswith("\n".join(lines) + "\n")
    for line in [*lines, *annotations, *(told.out + told.err).split("\n")]:
        assert [c for c in line if unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")] == []
        assert len(line) < 10_000


NAMES = [
    "::error::a.md",
    "##[error]a.md",
    "a%0A::error::b.md",
    "a,line=9,title=x::b.md",
    "[bold]a.md",
    "-rf",
    "a\x1b[31m.md",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_name_is_no_order(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """One line, which begins with the path of the file; for GitHub one annotation with the name escaped."""
    content = lay(tmp_path / "content", small_site({f"news/2022/{name}": "x", f"images/{name}.png/{name}": "x"}))
    monkeypatch.chdir(tmp_path)
    check(content, NOW, strict=False, form="text")
    lines = capfd.readouterr().out.split("\n")[:-1]
    assert lines and all(re.match("content/(news|images)/", line) for line in lines)
    check(content, NOW, strict=False, form="github")
    for line in capfd.readouterr().out.split("\n")[:-1]:
        assert re.match(r"::(error|warning) file=content/(news/2022|images)/[^:,]*,line=1,title=[a-z-]+::", line)


@pytest.mark.parametrize("name", ["::error::a.md", "##[error]a.md", "::stop-commands::x"])
def test_a_file_name_is_no_order_where_it_begins_the_line(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """For somebody who stands in the content folder paths begin with the file's own name."""
    content = lay(tmp_path / "content", small_site({name: "x"}))
    monkeypatch.chdir(content)
    assert check(Path(), NOW, strict=True, form="text") == 1
    assert capfd.readouterr().out.startswith(f"./{name}:1: file: ")
