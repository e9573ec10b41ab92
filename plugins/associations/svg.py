"""SVG files are programs to a browser: only drawings pass."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from messages import reasons
from messages.problem import FILE, Problem, problem
from vietnamese.numbers import file_size

# Elements that run, embed or fetch (SVG 2; OWASP: XSS Filter Evasion, SVG).
UNSAFE_ELEMENTS = {"script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "listener"}
HTML = "{http://www.w3.org/1999/xhtml}"  # whose elements work in an SVG document as they do in a page
ADDRESS_ATTRIBUTES = {"href", "src", "from", "to", "values", "by"}
ANIMATIONS = {"animate", "set", "animatetransform", "animatemotion"}
EXTERNAL_STYLE = re.compile(
    r"@import|expression\s*\(|javascript:|url\s*\(\s*+['\"]?+(?!#)|image-set\(|(?<![\w-])src\(", re.IGNORECASE
)
CSS_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.IGNORECASE | re.DOTALL)  # CSS Syntax 3, 4.3.7
# An internal subset: entities grow without bound, and default attributes stand on no element.
DECLARATION = re.compile(rb"<!(?:ENTITY|ATTLIST|ELEMENT|NOTATION)|<!DOCTYPE[^<>\[]*\[", re.IGNORECASE)
LARGEST = 5 << 20  # bytes that are parsed
MOST_NAMED = 20  # dangers of one file
PICTURE_DATA = re.compile(r"data:image/(png|jpeg|gif|webp|avif);", re.IGNORECASE)


def check(path: str, data: bytes) -> list[Problem]:
    """What makes an SVG file unsafe: script, handlers, foreign content, entities, references to other files."""
    return [problem("unsafe-svg", path, 1, FILE, value=what) for what in sorted(set(_unsafe(data)))[:MOST_NAMED]]


def _unsafe(data: bytes) -> list[str]:
    if len(data) > LARGEST:
        return [reasons.SVG_SIZE.format(limit=file_size(LARGEST))]
    if DECLARATION.search(data):
        return [reasons.SVG_ENTITY]  # never parsed: entities can grow without bound
    if b"\x00" in data:
        return [reasons.SVG_ENCODING]
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, LookupError, ValueError):
        return [reasons.SVG_BROKEN]
    found = [reasons.SVG_STYLESHEET] if b"<?xml-stylesheet" in data.lower() else []
    for element in root.iter():
        name = _local(element.tag) if isinstance(element.tag, str) else ""
        if name in UNSAFE_ELEMENTS or str(element.tag).startswith(HTML):
            found.append(f"<{name}>")
        if name == "style" and _fetches("".join(element.itertext())):
            found.append(reasons.SVG_STYLE)
        found += [what for key, value in element.attrib.items() if (what := _attribute(name, _local(key), value))]
    return found


def _attribute(element: str, name: str, value: str) -> str:
    squeezed = re.sub(r"[\s\x00-\x20]+", "", value)
    if name.startswith("on") or name in ("base", "ping"):  # xml:base moves what `#a` refers to; ping calls out
        return name
    if (
        element in ANIMATIONS
        and name == "attributename"
        and _local(value).split(":")[-1].strip().startswith(("href", "on", "style"))
    ):
        return reasons.SVG_ANIMATION.format(element=element, attribute=value)
    if name == "href" and squeezed and not squeezed.startswith("#") and not PICTURE_DATA.match(squeezed):
        return reasons.SVG_LINK
    if name in ADDRESS_ATTRIBUTES and re.match(r"(javascript|vbscript|data:text)", squeezed, re.IGNORECASE):
        return reasons.SVG_RUNS.format(attribute=name)
    return reasons.SVG_FETCHES.format(attribute=name) if _fetches(value) else ""


def _fetches(style: str) -> bool:
    """Whether CSS, with its escapes read as a browser reads them, runs something or names another file."""
    return EXTERNAL_STYLE.search(CSS_ESCAPE.sub(_unescaped, style) if "\\" in style else style) is not None


def _unescaped(match: re.Match[str]) -> str:
    """The escaped letter; an escaped sign has no meaning to CSS, so it must not get one here."""
    code = int(match[1], 16) if match[1] else ord(match[2])
    letter = chr(code) if code < 0x110000 else ""
    return letter if letter.isalnum() or letter in ("-", ":") else "\ufffd"


def _local(name: str) -> str:
    return name.rpartition("}")[2].lower()
