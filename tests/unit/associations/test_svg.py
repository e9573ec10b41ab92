"""An SVG file is opened by browsers like a page: drawings pass, whatever runs, embeds or fetches does not."""

import time

import pytest

from associations.svg import LARGEST, MOST_NAMED, check

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:h="http://www.w3.org/1999/xhtml">'


def found(inside: str, before: str = "") -> list[str]:
    return [p.message for p in check("images/a.svg", f"{before}{HEAD}{inside}</svg>".encode())]


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0h10v10z" fill="#fff"/>',
        '<defs><linearGradient id="g"/></defs><rect fill="url(#g)" style="stroke:url(\'#g\'); fill: url( \'#g\' )"/>',
        '<rect style="fill:url(&quot;#g&quot;)"/>',
        '<use href="#a"/><use xlink:href="#a"/>',
        '<image href="data:image/png;base64,iVBORw0KGgo="/>',
        "<style>.a{fill:red} .b{clip-path:url(#c)}</style>",
        '<animate attributeName="opacity" from="0" to="1" values="0;1"/>',
        "<title>Biểu trưng của Hội</title><desc>one, on, once</desc>",
        '<text font-family="Times, serif">Chữ</text>',
        '<metadata><x xmlns="urn:x" path="C:\\\\a" label="image (2)"/></metadata>',
    ],
)
def test_a_drawing_passes(inside: str) -> None:
    """As drawing programs write them."""
    assert found(inside) == []


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<SCRIPT>alert(1)</SCRIPT>",
        "<h:script>alert(1)</h:script>",
        '<rect onclick="alert(1)"/>',
        '<rect ONLOAD="alert(1)"/>',
        "<foreignObject><p/></foreignObject>",
        "<h:iframe/>",
        '<h:meta http-equiv="refresh" content="0;url=https://example.org"/>',
        '<a href="javascript:alert(1)"><text>x</text></a>',
        '<a xlink:href="java&#10;script:alert(1)"/>',
        '<a href=" &#1;javascript:alert(1)"/>'.replace("&#1;", "&#9;"),
        '<a href="https://example.org/"/>',
        '<use href="other.svg#a"/>',
        '<image href="//example.org/a.png"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
        '<image href="data:text/html,x"/>',
        '<set attributeName="href" to="#a"/>',
        '<set attributeName="xlink:href" to="#a"/>',
        '<animate attributeName="onclick" values="alert(1)"/>',
        '<animate attributeName="style" to="x"/>',
        '<animate attributeName="fill" to="javascript:alert(1)"/>',
        "<style>@import 'https://example.org/a.css';</style>",
        "<style>.a{background:url(https://example.org/a)}</style>",
        "<style>.a{background:url( 'a.png' )}</style>",
        '<rect style="fill:url(https://example.org/#a)"/>',
        '<rect fill="url(other.svg#a)"/>',
        '<filter><feImage href="a.png"/></filter>',
        '<style>@\\69mport "https://example.org/a.css"</style>',
        '<rect style="fill:u\\72 l(https://example.org/)"/>',
        '<rect fill="u\\000072l(//example.org)"/>',
        '<style>.a{background:image-set("https://example.org/a" 1x)}</style>',
        '<g xml:base="https://example.org/"><use href="#a"/></g>',
        '<a href="#a" ping="https://example.org/"/>',
        '<animate attributeName=" href" to="#b"/>',
        "<unclosed>",
        "&unknown;",
    ],
)
def test_what_is_more_than_a_drawing_does_not(inside: str) -> None:
    """It is named, once."""
    assert len(found(inside)) == 1


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE svg [<!ENTITY a "x">]>',
        '<!DOCTYPE svg SYSTEM "file:///etc/passwd" []>',
        '<!doctype svg [<!entity % a SYSTEM "x">]>',
        '<!DOCTYPE svg SYSTEM ">" [<!ATTLIST svg onload CDATA "alert(1)">]>',
        '<?xml-stylesheet href="https://example.org/a.css"?>',
        '<?xml version="1.0" encoding="no-such-encoding"?>',
    ],
)
def test_nothing_before_the_drawing_fetches_or_grows(before: str) -> None:
    """Entities are refused before they are read."""
    assert len(found("", before)) == 1


def test_a_plain_doctype_passes() -> None:
    """Older programs write it; browsers never fetch it."""
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert found("", f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}') == []


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00",
        b"not a drawing",
        f"{HEAD}<script/></svg>".encode("utf-16"),
        b"\xff\xfe<\x00",
        "<svg>à</svg>".encode("cp1258"),
    ],
)
def test_what_cannot_be_read_does_not_pass(data: bytes) -> None:
    """A browser may read it in another way than we do."""
    assert len(check("images/a.svg", data)) == 1


def test_several_dangers_are_all_named() -> None:
    """Each once, in a fixed order."""
    assert found('<script/><script/><rect onclick="x"/><h:iframe/>') == [
        "tệp SVG có <iframe>",
        "tệp SVG có <script>",
        "tệp SVG có onclick",
    ]


def test_a_hostile_file_costs_little() -> None:
    """Entities that multiply, depth, and a long address."""
    bomb = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    start = time.process_time()
    assert found("&a9;", f'<!DOCTYPE svg [<!ENTITY a0 "x">{bomb}]>') == ["tệp SVG có khai báo ENTITY"]
    assert found("<g>" * 100_000 + "</g>" * 100_000) == []
    assert found(f'<rect fill="{"url(" * 100_000}"/>') != []
    assert found(f'<rect fill="url({" " * 100_000}#a)"/>') == []
    assert found("", "<!DOCTYPE" * 100_000) != []
    assert len(found("<g" + "".join(f' on{n}="x"' for n in range(100_000)) + "/>")) == MOST_NAMED
    assert found(" " * LARGEST) == ["tệp SVG có hơn 5 MB"]
    assert time.process_time() - start < 5
