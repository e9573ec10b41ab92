"""Script in every disguise that the OWASP filter evasion collection knows: nothing of it reaches a page."""

from __future__ import annotations

import pytest

from tests.unit.bodies.rendering import dangers, rendered

SCRIPT = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=https://xss.example/x.js></SCRIPT>",
    "<ScRiPt>alert(1)</sCrIpT>",
    "<script/xss src='https://x.example/x.js'></script>",
    "<script\n>alert(1)</script\n>",
    "<<script>alert(1);//\\<</script>",
    "<script>alert(1)",
    "</title><script>alert(1)</script>",
    "text <script>alert(1)</script> text",
    "> <script>alert(1)</script>",
    "- <script>alert(1)</script>",
    "a|b\n-|-\n<script>alert(1)</script>|c",
    "<div>\n<p><script>alert(1)</script></p>\n</div>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=\"alert('1')\" alt=a>",
    '<img """><script>alert(1)</script>">',
    "<img src=images/a.jpg alt=a onload=alert(1)>",
    "<img src=images/a.jpg alt=a OnLoAd = alert(1)>",
    "<b onmouseover=alert(1)>a</b>",
    "<b\nonclick\n=\nalert(1)>a</b>",
    "<b/onclick=alert(1)>a</b>",
    "<a onmouseover='alert(1)'>a</a>",
    "<body onload=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>a</text></a></svg>",
    "<math><mi xlink:href='javascript:alert(1)'>a</mi></math>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<iframe src=https://evil.example></iframe>",
    "<object data='javascript:alert(1)'></object>",
    "<embed src='javascript:alert(1)'>",
    "<form action='javascript:alert(1)'><input type=submit></form>",
    "<button formaction='javascript:alert(1)'>a</button>",
    "<isindex type=image src=1 onerror=alert(1)>",
    "<input type=image src='javascript:alert(1)'>",
    "<base href='javascript:alert(1)//'>",
    "<meta http-equiv='refresh' content='0;url=javascript:alert(1)'>",
    "<link rel=stylesheet href='javascript:alert(1)'>",
    "<style>@import 'https://x.example/x.css';</style>",
    "<style>p{background:url('javascript:alert(1)')}</style>",
    "<b style='width: expression(alert(1))'>a</b>",
    "<b style='background: url(javascript:alert(1))'>a</b>",
    "<b style='-moz-binding: url(x.xml#xss)'>a</b>",
    "<table background='javascript:alert(1)'><tr><td>a</td></tr></table>",
    "<td background='javascript:alert(1)'>a",
    "<details open ontoggle=alert(1)>a</details>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)></audio>",
    "<marquee onstart=alert(1)>a</marquee>",
    "<x onclick=alert(1)>a</x>",
    "<xss style='behavior: url(xss.htc);'>a</xss>",
    "<frameset><frame src='javascript:alert(1)'></frameset>",
    "<template><script>alert(1)</script></template>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    "<p>a</p><script>alert(1)</script>",
    "<div title='a' onclick='b'>c</div>",
]
LINK = [
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1))",
    "[a](&#x6A&#x61&#x76;javascript:alert(1))",
    "[a](javascript&colon;alert(1))",
    "[a](javascript&#x3A;alert(1))",
    "[a](java&NewLine;script:alert(1))",
    "[a](\x01javascript:alert(1))",
    "[a](data:text/html,<script>alert(1)</script>)",
    "[a](vbscript:msgbox(1))",
    "[a](//evil.example)",
    "[a][1]\n\n[1]: javascript:alert(1)",
    "![a](javascript:alert(1))",
    "![a](data:image/svg+xml;base64,PHN2Zy8+)",
    "<javascript://a.vn/%0aalert(1)>",
    '<a href="javascript:alert(1)">a</a>',
    "<a href=javascript:alert(1)>a</a>",
    "<a href='jav&#x09;ascript:alert(1)'>a</a>",
    "<a href='&#x20;javascript:alert(1)'>a</a>",
    "<a href=' &#14;  javascript:alert(1)'>a</a>",
    "<img src='javascript:alert(1)' alt=a>",
    '<img src="vbscript:x" alt=a>',
    "<div><a href='javascript:alert(1)'>a</a></div>",
]
INERT = [
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<a href=`javascript:alert(1)`>a</a>",
    '[a](x "onclick=alert(1)")',
    "[a](x'onmouseover='alert(1))",
    '![x" onerror="alert(1)](images/a.jpg)',
    '![a](images/a.jpg "x\\" onerror=\\"alert(1)")',
    '<a"onmouseover=alert(1)@b.vn>',
    "[<b>](javascript&#58alert(1))",
    "`<script>alert(1)</script>`",
    "\\<script>alert(1)\\</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<!--<img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    '*[a]: x" onclick="alert(1)\n\na b',
    '[^1]\n\n[^1]: a" onclick="alert(1)',
    '## a" onclick="alert(1)',
    '<a title="[x](javascript:alert(1))">a</a>',
    "[x](\n   <div title='\" onclick=alert(1) a=\"'>y</div>)",
    '<b title="**a**" lang=\'"><i onclick=x>\'>c</b>',
    "\x02wzxhzdk:0\x03<b>a</b>",
    "&#2;wzxhzdk:0&#3;<b>a</b>",
    "\x02klzzwxh:0000\x03 *a*",
    "&#x2;pin:0&#x3; <i>b</i>\n\n[!x] a",
]


@pytest.mark.parametrize("payload", SCRIPT)
def test_script_is_an_error_and_gone(payload: str) -> None:
    """Markup that carries script stops the build, and even so nothing of it is in the HTML."""
    body, problems = rendered(payload)
    assert any(problem.rule in ("script-in-html", "link-scheme") for problem in problems)
    assert dangers(body.html) == []


@pytest.mark.parametrize("payload", LINK)
def test_script_in_an_address_is_an_error_and_gone(payload: str) -> None:
    """However its scheme is hidden."""
    body, problems = rendered(payload)
    assert any(problem.is_error for problem in problems)
    assert dangers(body.html) == []
    assert "javascript" not in "".join(reference.target for reference in body.references)


@pytest.mark.parametrize("payload", INERT)
def test_what_breaks_out_of_nothing_is_harmless(payload: str) -> None:
    """Quotes and Markdown's own placeholders do not escape from where they stand."""
    assert dangers(rendered(payload)[0].html) == []
