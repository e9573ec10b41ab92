"""One file to one record, with all that its own bytes show to be wrong."""

import pytest

from associations.model import Article, Page, Unit
from associations.parse import parse, parse_abbreviations, parse_units
from associations.sources import Source
from tests.support.sites import article, document, page, union


def page_of(path: str, text: str | None = None) -> list[tuple[int, str, str]]:
    data = (page("Trang") if text is None else text).encode()
    return [(p.line, p.field, p.rule) for p in parse(Source(path, "page", data)).problems]


def test_a_record_has_its_place_its_slug_and_its_lines() -> None:
    """And the body, made."""
    parsed = parse(Source("pages/trang-moi.md", "page", b"---\ntitle: Trang\n\norder: 2\n---\n\nCh\xe1\xbb\xaf.\n"))
    assert parsed.problems == ()
    record = parsed.record
    assert isinstance(record, Page)
    assert (record.path, record.slug, record.title, record.order) == ("pages/trang-moi.md", "trang-moi", "Trang", 2)
    assert (record.line("title"), record.line("order"), record.line("summary")) == (2, 4, 1)
    assert record.body.opening == parsed.body.blocks[0].text == "Chữ."
    assert parsed.body.blocks[0].line == 7


def test_the_line_of_a_field_is_that_of_the_nearest_around_it() -> None:
    """Where the field itself was not written."""
    text = "---\ntitle: x\nresults:\n  - value: 1\n  - unit: x\n---\n"
    record = parse(Source("news/2022/a.md", "article", text.encode())).record
    assert isinstance(record, Article)
    lines = [record.line(f) for f in ("results[1].unit", "results[1].quote", "results[7].quote", "results", "none")]
    assert lines == [5, 5, 3, 3, 1]


@pytest.mark.parametrize(
    ("slug", "rule"),
    [
        ("a", ""),
        ("a" * 80, ""),
        ("2022-tong-ket", ""),
        ("a" * 81, "bad-slug"),
        ("Bai", "bad-slug"),
        ("bài", "bad-slug"),
        ("bai_moi", "bad-slug"),
        ("bai moi", "bad-slug"),
        ("--", "bad-slug"),
        ("2022", "bad-slug"),
        ("trang", "reserved-slug"),
        ("atom", "reserved-slug"),
        ("feed", "reserved-slug"),
        ("trang-chu", ""),
    ],
)
def test_a_file_name_is_an_address(slug: str, rule: str) -> None:
    """So only some names will do, and a few have their place already."""
    assert page_of(f"pages/{slug}.md") == ([(1, "file", rule)] if rule else [])


@pytest.mark.parametrize(("slug", "example"), [("Bài Mới", "bai-moi"), ("2022", "ten-moi"), ("!!!", "ten-moi")])
def test_a_bad_name_is_met_with_a_good_one(slug: str, example: str) -> None:
    """Where none can be made of it, with an example."""
    problems = parse(Source(f"pages/{slug}.md", "page", page("x").encode())).problems
    assert problems[0].remedy.endswith(f"ví dụ {example}")


def test_the_unions_slug_stands_in_its_file() -> None:
    """The name of that file is fixed; a bad slug is shown in its line."""
    assert parse(Source("union.md", "union", union().encode())).problems == ()
    problems = parse(Source("union.md", "union", union(slug="Liên hiệp").encode())).problems
    assert [(p.line, p.field, p.rule) for p in problems] == [(2, "slug", "bad-slug")]
    assert "lien-hiep" in problems[0].remedy


def test_everything_wrong_with_a_file_is_said_at_once() -> None:
    """Its name, its keys, its values, its text."""
    body = "<script>alert(1)</script>\n\n![](images/a.png)\n\n# Tiêu đề\n\nMột\x07 chữ."
    text = article("x", "2022-13-01", body, associations=[], titel="y", views_base="nhiều")
    problems = parse(Source("news/2022/Bài.md", "article", text.encode())).problems
    assert {p.rule for p in problems} == {
        "bad-slug",
        "bad-date",
        "empty-field",
        "unknown-key",
        "bad-number",
        "script-in-html",
        "image-without-alt",
        "heading-level",
        "control-characters",
    }


def test_a_file_that_cannot_be_read_stands_all_the_same() -> None:
    """What names it is not wrong, and its own name is judged too."""
    parsed = parse(Source("pages/A.md", "page", b"\xff\xfe"))
    assert parsed.record == Page(path="pages/A.md", slug="A")
    assert {p.rule for p in parsed.problems} == {"not-utf8", "bad-slug"}


def test_old_fonts_in_the_text_are_found_in_their_line() -> None:
    """A paste from an old document; a warning."""
    text = document("Chữ.\n\nC¸c héi thµnh viªn cña Liªn hiÖp", title="x")
    assert page_of("pages/a.md", text) == [(6, "body", "legacy-font")]


def units(text: str) -> tuple[list[Unit], list[tuple[int, str, str]]]:
    found, problems = parse_units(Source("units.yml", "units", text.encode()))
    return list(found), [(p.line, p.field, p.rule) for p in problems]


def test_units_have_a_kind_a_factor_and_other_names() -> None:
    """The factor is 1 where none is given; without the file there are none."""
    assert units("triệu đồng: {kind: money, factor: 1000000}\nngười:\n  kind: persons\n  aliases: [nhân]\n") == (
        [
            Unit(name="triệu đồng", kind="money", factor=1000000),
            Unit(name="người", kind="persons", factor=1, aliases=("nhân",)),
        ],
        [],
    )
    assert parse_units(None) == ((), [])
    assert units("") == ([], [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("người: {kind: persons, aliases: [nhân]}\nnhân: {kind: persons}\n", (2, "nhân", "ambiguous-unit")),
        ("a: {kind: x, aliases: [c]}\nb: {kind: x, aliases: [c]}\n", (2, "b", "ambiguous-unit")),
        ("người: persons\n", (1, "người", "wrong-type")),
        ("người: {factor: 2}\n", (1, "người.kind", "missing-field")),
        ("người: {kind: persons, factor: 1.5}\n", (1, "người.factor", "bad-number")),
        ("người: {kind: persons, facter: 2}\n", (1, "người.facter", "unknown-key")),
        ("người: {kind: persons}\nngười: {kind: persons}\n", (2, "người", "duplicate-key")),
    ],
)
def test_a_unit_that_is_not_clear_is_an_error(text: str, problem: tuple[int, str, str]) -> None:
    """Its numbers would be added to others."""
    assert units(text)[1] == [problem]


def test_a_unit_without_anything_is_an_error() -> None:
    """It is not simply forgotten."""
    assert units("người:\n")[1] != []


def test_abbreviations_stand_for_one_or_more_names() -> None:
    """A single name may stand without a list? No: one way to write it."""
    found, problems = parse_abbreviations(Source("abbreviations.yml", "abbreviations", b"A: [b, c d]\nE: []\nF: g\n"))
    assert found["A"] == ("b", "c d")
    assert [(p.line, p.field, p.rule) for p in problems] == [(2, "E", "empty-field"), (3, "F", "wrong-type")]
    assert parse_abbreviations(None) == ({}, [])
