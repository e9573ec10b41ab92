"""Addresses: those of this site become references, those of others stay, all else is refused."""

from __future__ import annotations

import pytest

from bodies.references import spell_apart
from tests.unit.bodies.rendering import FIRST_LINE, dangers, found, html_of, rendered, rules, soup


@pytest.mark.parametrize(
    "address",
    [
        "/hoi/hoi-luat-gia/",
        "{filename}/news/2022/bai.md",
        "{static}/files/a.pdf",
        "files/kế hoạch số 12.pdf",
        "#muc-ket-qua",
        "/tin/2022/bai/?a=1&b=2#muc-x",
        "bai.md",
        "a(b)c",
        "",
        "javascript%3Aalert(1)",
        "hội: tổng kết",
    ],
)
def test_addresses_of_this_site_are_references(address: str) -> None:
    """As typed, in Markdown and in HTML; the HTML holds their number."""
    for text in (f"[chữ](<{address}>)", f"x\n\n[chữ][1]\n\n[1]: <{address}>", f'<a href="{address}">chữ</a>'):
        if "[1]" in text and (" " in address or not address):
            continue  # a definition's address has neither
        body, problems = rendered(text)
        assert problems == []
        assert [reference.target for reference in body.references] == [address]
        assert '<a href="ref:0">chữ</a>' in body.html


@pytest.mark.parametrize(
    "address",
    [
        "https://a.vn/?a=1&b=2",
        "http://a.vn",
        "HTTPS://A.VN/",
        "mailto:hoi@x.vn",
        "tel:+84222355123",
        "https://a.vn/hội nghị",
    ],
)
def test_addresses_of_other_sites_stay(address: str) -> None:
    """They are no references."""
    for text in (f"[chữ](<{address}>)", f'<a href="{address}">chữ</a>'):
        body, problems = rendered(text)
        assert problems == [] and body.references == ()
        assert soup(body.html).find("a")["href"] == address  # type: ignore[index]  # there is one


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "java&#10;script:alert(1)",
        "java&Tab;script:alert(1)",
        " javascript:alert(1)",
        "\u00a0javascript:alert(1)",
        "&#x1;javascript:alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6A;avascript&colon;alert(1)",
        "java\u200bscript:alert(1)",
        "java\u00adscript:alert(1)",
        "vbscript:x",
        "data:text/html;base64,PHN2Zz4=",
        "file:///etc/passwd",
        "ftp://a.vn/",
        "ref:0",
        "blob:x",
        "//evil.vn/x",
        "/\\evil.vn",
        "/\t/evil.vn",
        "https:evil.vn",
        "https:///evil.vn",
        "http:/evil.vn",
        "view-source:https://a.vn",
    ],
)
def test_other_schemes_are_refused(address: str) -> None:
    """In every disguise, in Markdown and HTML, as link and picture: one error, and the text without a link."""
    for text in (f"[chữ](<{address}>)", f'<a href="{address}">chữ</a>', f"![chữ](<{address}>)"):
        body, _ = rendered(text)
        assert rules(text) == ["link-scheme"], text
        assert body.references == () and dangers(body.html) == []
        assert "chữ" in body.html


def test_backslashes_are_slashes() -> None:
    """As browsers read them; Markdown reads two as one."""
    for text in (r'<a href="\\evil.vn">a</a>', r"[a](<\\\\evil.vn>)", r'<a href="\/evil.vn">a</a>'):
        assert rules(text) == ["link-scheme"]


def test_automatic_links() -> None:
    """Addresses and mail in angle brackets become plain links, the same on every run."""
    assert (
        html_of("<https://a.vn/?a=1&b=2>") == '<p><a href="https://a.vn/?a=1&amp;b=2">https://a.vn/?a=1&amp;b=2</a></p>'
    )
    assert html_of("<hoi@x.vn>") == '<p><a href="mailto:hoi@x.vn">hoi@x.vn</a></p>'
    assert rules("<ftp://a.vn>") == ["link-scheme"]


def test_lines_are_exact() -> None:
    """Each address on its own line, in whatever way it was typed, in the order of the document."""
    text = (
        "[a](/mot/)\nvà [b](/hai/)\n\n- [c](/ba/ 'tựa')\n- ![d](images/d.jpg)\n\n"
        '> <a href="/bon/">e</a>\n\n[f][x]\n\n[b](/hai/)\n\n[x]: /nam/'
    )
    body, _ = rendered(text)
    assert {(reference.target, reference.line - FIRST_LINE + 1) for reference in body.references} == {
        ("/mot/", 1), ("/hai/", 2), ("/ba/", 4), ("images/d.jpg", 5), ("/bon/", 7), ("/nam/", 13), ("/hai/", 11),
    }  # fmt: skip


def test_references_stand_in_the_order_of_the_document() -> None:
    """Their numbers grow in the HTML, raw HTML or not."""
    body, _ = rendered("[a](/a/) <a href='/b/'>b</a>\n\n<div><a href='/c/'>c</a></div>\n\n- [d](/d/)\n\n[e](/e/)")
    assert [reference.target for reference in body.references] == ["/a/", "/b/", "/c/", "/d/", "/e/"]
    assert [str(link["href"]) for link in soup(body.html).find_all("a")] == [f"ref:{n}" for n in range(5)]


def test_text_that_looks_like_a_reference_is_no_attribute() -> None:
    """The page replaces `="ref:<n>"` blindly, so no text may hold it."""
    body, _ = rendered('[a](/a/) và chữ href="ref:0" src="ref:1"')
    assert body.html.count('="ref:') == 1
    assert 'href="ref:0" src="ref:1"' in soup(body.html).get_text()
    assert spell_apart('<p>a "b"</p>', 0) == '<p>a "b"</p>'


def test_a_refused_link_is_reported_on_its_line() -> None:
    assert found("Chữ\n\n[a](javascript:x)\n\n[b](//c)") == [("link-scheme", 3), ("link-scheme", 5)]


def test_an_address_that_no_browser_can_read_is_told() -> None:
    """What the last guard takes away is reported, never silent."""
    body, problems = rendered("[a](http://[x)")
    assert [problem.rule for problem in problems] == ["markup-removed"]
    assert "http://[x" in problems[0].message and body.html == "<p><a>a</a></p>"


def test_links_keep_their_title_and_text() -> None:
    assert html_of('[**a** `b`](/x/ "Tựa &amp; đề")') == (
        '<p><a href="ref:0" title="Tựa &amp; đề"><strong>a</strong> <code>b</code></a></p>'
    )
