"""Keys that steer Pelican elsewhere steer nothing here, and YAML is read for its shape alone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.support.sites import activity, article, association, document, page, prepared, reported, small_site, union

STEERING = {
    "save_as": "../../../etc/cron.d/x",
    "url": "../../index.html",
    "override_save_as": "index.html",
    "slug": "../../x",
    "template": "../../../etc/passwd",
    "lang": "en",
    "translation": "true",
    "category": "../../x",
    "tags": "<script>",
    "authors": "x",
    "path": "/etc/passwd",
    "source_path": "/etc/passwd",
    "content": "<script>alert(1)</script>",
    "stylesheet": "https://evil.example/x.css",
    "layout": "x",
    "permalink": "//evil.example/",
    "redirect_from": "/",
    "aliases": "/",
    "__class__": "x",
    "summary.__class__": "x",
    "lines": "x",
    "body": "<script>alert(1)</script>",
    "\u200bstatus": "draft",
    "Status": "draft",
    "tіtle": "x",  # a Cyrillic letter
}


@pytest.mark.parametrize("key", STEERING)
def test_a_key_that_would_steer_the_build_is_unknown(tmp_path: Path, key: str) -> None:
    """In a post and in a page: an error on its line."""
    post = article("A", "2022-07-01", **{key: STEERING[key]})
    own = page("B", **{key: STEERING[key]})
    found = prepared(tmp_path, small_site({"news/2022/a.md": post, "pages/b.md": own})).problems
    assert {(p.source, p.line, p.rule) for p in found} == {
        ("news/2022/a.md", 7, "unknown-key"),
        ("pages/b.md", 3, "unknown-key"),
    }


@pytest.mark.parametrize("kind", ["associations/hoi-mot.md", "activities/tap-huan.md", "documents/mot.md"])
def test_no_other_file_may_choose_its_address(tmp_path: Path, kind: str) -> None:
    """The name of the file is the address; union.md alone has a slug, and it is a plain one."""
    make = {"associations": association, "activities": activity}.get(kind.partition("/")[0])
    text = make("Tên", slug="khac") if make else document(kind="Chỉ thị", number="1", slug="khac")
    found = reported(prepared(tmp_path, small_site({kind: text})))
    assert [line for line in found if "slug" in line] == [
        f"{kind}:{text[: text.index('slug')].count(chr(10)) + 1}: slug [unknown-key]"
    ]


@pytest.mark.parametrize(
    "slug", ["../x", "a/b", "..", ".", "/", "A", "a b", "%2e%2e", "atom", "trang", "hội", "a" * 81, "1"]
)
def test_the_slug_of_the_union_is_a_plain_name(tmp_path: Path, slug: str) -> None:
    """An error, on the line of the key."""
    found = prepared(tmp_path, small_site({"union.md": union(slug=slug)})).problems
    assert [(p.source, p.line, p.field) for p in found if p.rule in ("bad-slug", "reserved-slug")] == [
        ("union.md", 2, "slug")
    ]


@pytest.mark.parametrize("status", ["hidden", "Published", "DRAFT", "public", "../x", "published draft", "<b>"])
def test_a_status_is_one_of_three_words(tmp_path: Path, status: str) -> None:
    """`status: hidden` of Pelican would be a page that no list shows."""
    found = reported(prepared(tmp_path, small_site({"news/2022/a.md": article("A", "2022-07-01", status=status)})))
    assert found == ["news/2022/a.md:7: status [bad-value]"]


TAGS = [
    "!!python/object/apply:os.system ['touch {mark}']",
    "!!python/name:os.system",
    "!!python/module:os",
    "!!python/object/new:subprocess.Popen [['touch', '{mark}']]",
    "!!binary aGVsbG8=",
    "!!set {a, b}",
    "!include /etc/passwd",
    "!!js/function 'function(){}'",
    "! x",
    "!<tag:yaml.org,2002:python/object/apply:os.system> ['touch {mark}']",
]


@pytest.mark.parametrize("tag", TAGS)
def test_a_tag_of_yaml_makes_nothing(tmp_path: Path, tag: str) -> None:
    """No object, no call, no file: one error on its line."""
    mark = tmp_path / "ran"
    post = article("A", "2022-07-01").replace('summary: "Tóm tắt A."', "summary: " + tag.replace("{mark}", str(mark)))
    found = prepared(tmp_path, small_site({"news/2022/a.md": post})).problems
    assert {(p.line, p.field, p.rule) for p in found} & {(4, "summary", "yaml-tag"), (4, "summary", "wrong-type")}
    assert not mark.exists()


def bomb(width: int, levels: int) -> str:
    lines = ["a0: &a0 [x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * width)}]" for n in range(1, levels)]
    return "\n".join(lines)


BOMBS = {
    "billion laughs": bomb(9, 40),
    "wide": bomb(400, 8),
    "a circle": "a: &a [*a, *a]",
    "merge keys": "a: &a {x: 1}\n" + "\n".join(f"b{n}: {{<<: *a}}" for n in range(500)),
    "anchors": "partners: [" + ", ".join(f"&a{n} x" for n in range(5000)) + "]",
    "keys": "? [a, b]\n: c",
}


@pytest.mark.parametrize("name", BOMBS)
def test_an_alias_is_refused_and_never_followed(tmp_path: Path, name: str) -> None:
    """In a post, where front matter is small, and in units.yml: in a moment, each alias or anchor an error."""
    started = time.process_time()
    head, rest = article("A", "2022-07-01").split("\n---\n", 1)
    post = f"{head}\n{BOMBS[name]}\n---\n{rest}"
    found = prepared(tmp_path, small_site({"news/2022/a.md": post, "units.yml": BOMBS[name]})).problems
    assert {p.source for p in found if p.is_error} >= {"news/2022/a.md", "units.yml"}
    assert {p.rule for p in found} & {"yaml-alias", "key-not-text"}
    assert time.process_time() - started < 5


NOT_YAML = [
    "title: [",
    "title: {a: [}",
    'title: "\\x"',
    'title: "\\uD800"',
    "title: *a",
    "title: %x",
    "title: @x",
    "\ttitle: x",
    "title: |2\n x",
    "%YAML 9.9",
    "--- !!map",
    "...\ntitle: x",
    "title: 'x",
    "title: \x00",
    "title: \x85x: y",
    "{a: b}: c",
    "- a",
    "a",
    "? a",
    "title: &x",
    "<<: x",
    ": x",
    "'': x",
    "' ': x",
]


@pytest.mark.parametrize("head", NOT_YAML)
def test_what_is_no_front_matter_is_a_problem_with_its_line(tmp_path: Path, head: str) -> None:
    """Never a trace, and never a title that nobody typed."""
    edition = prepared(tmp_path, small_site({"news/2022/a.md": f"---\n{head}\n---\nThân.\n"}))
    assert not edition.is_sound
    lines = head.count("\n") + 5
    assert all(1 <= p.line <= lines for p in edition.problems if p.source == "news/2022/a.md")
