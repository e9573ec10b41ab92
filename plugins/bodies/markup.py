"""The allow-lists: which HTML an editor may write, and which the finished body may hold."""

from __future__ import annotations

# Every element of HTML, and those of SVG and MathML that carry script or other documents. What is not here and looks
# like a tag, such as <Tên đơn vị>, is text.
_KNOWN = """
    a abbr acronym address animate animatemotion animatetransform annotation-xml applet area article aside audio b
    base basefont bdi bdo bgsound big blink blockquote body br button canvas caption center circle cite code col
    colgroup command content data datalist dd del details dfn dialog dir div dl dt element em embed fieldset figcaption
    figure font footer foreignobject form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image
    img input ins isindex kbd keygen label layer legend li line link listing main map mark marquee math menu menuitem
    meta meter mglyph mi mn mo ms mtext multicol nav nextid nobr noembed noframes noscript object ol optgroup option
    output p param path picture plaintext polygon portal pre progress q rb rect rp rt rtc ruby s samp script search
    section select set shadow slot small source spacer span strike strong style sub summary sup svg table tbody td
    template text textarea tfoot th thead time title tr track tt u ul use var video wbr xml xmp xss"""
KNOWN = frozenset(_KNOWN.split())
# A page that runs something else, takes its place or sends something away.
_SCRIPT = """
    animate animatemotion animatetransform applet base embed foreignobject form frame frameset iframe layer link meta
    object portal script set template use"""
SCRIPT = frozenset(_SCRIPT.split())
# Their content is no text.
NO_TEXT = ("script", "style")

_PLAIN = """abbr b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6
    hr i ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead time tr u ul
    var wbr"""
TAGS = frozenset(_PLAIN.split()) | {"a", "img"}

# What an editor may write; `href` and `src` become references before.
EDITOR_ATTRIBUTES: dict[str, frozenset[str]] = {
    "a": frozenset({"href", "title"}),
    "abbr": frozenset({"title"}),
    "img": frozenset({"src", "alt", "title", "width", "height"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
}
ANYWHERE = frozenset({"lang", "dir"})

# What the finished body may hold besides.
_OURS: dict[str, set[str]] = {
    "div": {"tabindex", "role", "aria-label"},
    "img": {"loading"},
    "li": {"id"},
    "sup": {"id"},
    "td": {"align"},
    "th": {"align"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
ATTRIBUTES: dict[str, set[str]] = {
    tag: {*EDITOR_ATTRIBUTES.get(tag, ()), *_OURS.get(tag, ()), *ANYWHERE} for tag in TAGS
}
_ALIGN = {"align-left", "align-center", "align-right"}
CLASSES: dict[str, set[str]] = {
    "a": {"footnote-ref", "footnote-backref"},
    "div": {"footnote", "table-scroll"},
    "figure": {"figure"},
    "ol": {"leading-zero"},
    "span": {"credit"},
    "td": _ALIGN,
    "th": _ALIGN,
}
SCHEMES = {"http", "https", "mailto", "tel", "ref"}
