"""SVG files are programs to a browser: only drawings pass."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from messages import reasons
from messages.problem import FILE, Problem, problem

# Elements that run, embed or fetch (SVG 2; OWASP: XSS Filter Evasion, SVG).
UNSAFE_ELEMENTS = {"script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "listener"}
HTML = "{http://www.w3.org/1999/xhtml}"  # whose elements work in an SVG document as they do in a page
ADDRESS_ATTRIBUTES = {"href", "src", "from", "to", "values", "by"}
ANIMATIONS = {"animate", "set", "animatetransform", "animatemotion"}
EXTERNAL_STYLE = re.compile(r"@import|expression\s*\(|javascript:|url\s*\(\s*+['\"]?+(?!#)", re.IGNORECASE)
PICTURE_DATA = re.compile(r"data:image/(png|jpeg|gif|webp|avif);", re.IGNORECASE)


def check(path: str, data: bytes) -> list[Problem]:
    """What makes an SVG file unsafe: script, handlers, foreign content, entities, references to other files."""
    return [problem("unsafe-svg", path, 1, FILE, value=what) for what in sorted(set(_unsafe(data)))]


def _unsafe(data: bytes) -> list[str]:
    if re.search(rb"<!(?:DOCTYPE|ENTITY)[^>]*(?:\[|ENTITY)", data, re.IGNORECASE) or b"<!ENTITY" in data.upper():
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
        if name == "style" and EXTERNAL_STYLE.search("".join(element.itertext())):
            found.append(reasons.SVG_STYLE)
        found += [what for key, value in element.attrib.items() if (what := _attribute(name, _local(key), value))]
    return found


def _attribute(element: str, name: str, value: str) -> str:
    squeezed = re.sub(r"[\s\x00-\x20]+", "", value)
    if name.startswith("on"):
        return name
    if (
        element in ANIMATIONS
        and name == "attributename"
        and _local(value).split(":")[-1].startswith(("href", "on", "style"))
    ):
        return reasons.SVG_ANIMATION.format(element=element, attribute=value)
    if name == "href" and squeezed and not squeezed.startswith("#") and not PICTURE_DATA.match(squeezed):
        return reasons.SVG_LINK
    if name in ADDRESS_ATTRIBUTES and re.match(r"(javascript|vbscript|data:text)", squeezed, re.IGNORECASE):
        return reasons.SVG_RUNS.format(attribute=name)
    return reasons.SVG_FETCHES.format(attribute=name) if EXTERNAL_STYLE.search(value) else ""


def _local(name: str) -> str:
    return name.rpartition("}")[2].lower()
