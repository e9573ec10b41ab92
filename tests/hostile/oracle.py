"""What a built site may hold, judged from its bytes alone: nothing of the code is asked whether it did well.

    assert dangers(made) == []

Every file is read with a parser that did not write it: HTML with two that mend broken markup in two ways, SVG, XML and
JSON strictly. A page may hold the elements and attributes that the theme writes into a harmless site (learnt from
`tests/sites/valid/everything`) and those of the allow-list for bodies; whatever else stands in it came from somebody's
text. What no page may hold at all is listed by name besides.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from lxml import etree, html

from associations.edition import prepare
from bodies.markup import ATTRIBUTES, TAGS
from tests.support.sites import ROOT, options, pages, prepared

SITEURL = "https://hoi.example/sub"
Made = Mapping[str, bytes]
Element = tuple[str, dict[str, str], str]  # tag, attributes, text of a script

_NEVER = """
    applet audio base button embed fieldset foreignobject form frame frameset iframe input isindex keygen layer marquee
    math noscript object param plaintext portal select set style template textarea video xmp"""
NEVER = frozenset(_NEVER.split())
_ADDRESSES = """
    action background cite classid codebase data dynsrc formaction href icon longdesc lowsrc manifest ping poster
    profile src usemap xlink:href"""
ADDRESSES = frozenset(_ADDRESSES.split())
JSON_ADDRESSES = ("@id", "feed_url", "home_page_url", "image", "item", "logo", "sameAs", "src", "start_url", "url")
SCHEMES = ("http://", "https://", "mailto:", "tel:")
HTTP_EQUIV = ("content-security-policy", "refresh")
SILENT = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff]+")
TEXT = (".html", ".svg", ".xml", ".json", ".webmanifest", ".txt", ".css", "_redirects")


def published(folder: Path, files: Mapping[str, str | bytes], **changes: Any) -> dict[str, bytes]:
    """The whole published site of `files`, laid below `folder`; they must be sound. `changes` are of Options."""
    return pages(prepared(folder, files, publish=True, siteurl=SITEURL, **changes))


def dangers(made: Made, moved: Collection[str] = ()) -> list[str]:
    """What may not stand in an output, as `file: what`; `moved` are the files that lead on to other pages."""
    found: list[str] = []
    for path, data in made.items():
        if path.endswith(".html"):
            found += [f"{path}: {what}" for what in _of_page(data.decode("utf-8"), path in moved)]
        elif path.endswith((".xml", ".svg")):
            found += [f"{path}: {what}" for what in _of_xml(data)]
        elif path.endswith((".json", ".webmanifest")):
            found += [f"{path}: {what}" for what in _of_json(json.loads(data))]
        elif path == "_redirects":
            found += [f"{path}: {line}" for line in data.decode("ascii").splitlines() if not _leads_inside(line)]
    return found


def _of_page(page: str, may_lead_on: bool) -> Iterator[str]:
    for elements in (_by_bs4(page), _by_lxml(page)):
        for tag, attributes, text in elements:
            yield from _of_element(tag, attributes, text, may_lead_on)
            unknown = [name for name in ("", *attributes) if (tag, name) not in vocabulary()]
            if unknown and not (may_lead_on and attributes.get("http-equiv") == "refresh"):
                yield f"<{tag} {unknown}> is written by nobody"


def _of_element(tag: str, attributes: dict[str, str], text: str, may_lead_on: bool) -> Iterator[str]:
    if tag in NEVER:
        yield f"<{tag}>"
    if tag == "script":
        yield from _of_script(attributes, text)
    equivalent = attributes.get("http-equiv", "").lower()
    if equivalent and (equivalent not in HTTP_EQUIV or (equivalent == "refresh" and not may_lead_on)):
        yield f"<meta http-equiv={equivalent}>"
    for name, value in attributes.items():
        if name.startswith("on") or name in ("style", "srcdoc"):
            yield f"<{tag} {name}>"
        for address in _addresses(name, value):
            if not is_harmless(address):
                yield f"<{tag} {name}={address!r}>"


def _of_script(attributes: dict[str, str], text: str) -> Iterator[str]:
    if attributes != {"type": "application/ld+json"}:
        yield f"<script {attributes}>"
    elif "<" in text:
        yield "JSON-LD that could end its element"
    else:
        yield from _of_json(json.loads(text))


def _addresses(name: str, value: str) -> list[str]:
    if name == "srcset":
        return [candidate.split()[0] for candidate in value.split(",") if candidate.split()]
    return [value] if name in ADDRESSES else []


def is_harmless(address: str) -> bool:
    """Whether a browser, which sees through silent characters and character references, stays in the web."""
    for bare in (SILENT.sub("", address), SILENT.sub("", unescape(unescape(address)))):
        if re.match(r"[/\\]{2}", bare) or not (bare == "" or bare[0] in "/#" or bare.lower().startswith(SCHEMES)):
            return False
    return True


def _by_bs4(page: str) -> Iterator[Element]:
    for tag in BeautifulSoup(page, "html.parser", multi_valued_attributes=None).find_all(True):
        yield tag.name.lower(), {name.lower(): str(value) for name, value in tag.attrs.items()}, tag.string or ""


def _by_lxml(page: str) -> Iterator[Element]:
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    for tag in html.document_fromstring(page.encode("utf-8"), parser=parser).iter(etree.Element):
        yield str(tag.tag).lower(), {str(n).lower(): str(v) for n, v in tag.attrib.items()}, tag.text or ""


@cache
def vocabulary() -> frozenset[tuple[str, str]]:
    """Pairs of element and attribute ("" for the element itself) that the theme and the allow-list give."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        shutil.copytree(ROOT / "tests" / "sites" / "valid" / "everything" / "content", content)
        made = pages(prepare(options(content, publish=True, siteurl=SITEURL, now="2023-01-01T08:00")))
    found = {(tag, "") for tag in TAGS} | {(tag, name) for tag, names in ATTRIBUTES.items() for name in names}
    found |= {(tag, "class") for tag in TAGS}
    for path, data in made.items():
        if path.endswith(".html"):
            for elements in (_by_bs4(data.decode()), _by_lxml(data.decode())):
                found |= {(tag, name) for tag, attributes, _ in elements for name in ("", *attributes)}
    return frozenset(found)


def _of_xml(data: bytes) -> Iterator[str]:
    """Well-formed, no declarations of its own; nothing that runs; HTML inside it is judged as a fragment."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None or b"<?xml-stylesheet" in data:
        yield "a document type or stylesheet"
    for element in root.iter():
        if not isinstance(element.tag, str):
            if not isinstance(element, etree._Comment):
                yield f"{type(element).__name__} in XML"
            continue
        name = etree.QName(element).localname.lower()
        if name in NEVER | {"script"}:
            yield f"<{name}>"
        for key, value in element.attrib.items():
            short = etree.QName(key).localname.lower()
            if short.startswith("on") or (short in ("href", "src", "url") and not is_harmless(value)):
                yield f"<{name} {short}={value!r}>"
        if element.get("type") == "html":
            yield from _of_fragment(element.text or "")


def _of_fragment(fragment: str) -> Iterator[str]:
    for elements in (_by_bs4(fragment), _by_lxml(f"<div>{fragment}</div>")):
        for tag, attributes, text in elements:
            yield from _of_element(tag, attributes, text, may_lead_on=False)
            if tag in ("script", "link", "meta"):
                yield f"<{tag}> in a feed"


def _of_json(value: Any, key: str = "") -> Iterator[str]:
    """Addresses stay in the web; HTML in a feed is judged as a fragment."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _of_json(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _of_json(inner, key)
    elif key == "content_html":
        yield from _of_fragment(value)
    elif key in JSON_ADDRESSES and not is_harmless(str(value)):
        yield f"{key}: {value!r}"


def _leads_inside(line: str) -> bool:
    """`/from /to 301`, both addresses of this site."""
    return re.fullmatch(r"(/sub)?/(?!/)\S* (/sub)?/(?!/)\S* 301!?", line) is not None


def texts(made: Made) -> dict[str, str]:
    """Everything in the output that is text, as it is written."""
    return {path: data.decode("utf-8") for path, data in made.items() if path.endswith(TEXT)}


def shown(page: bytes) -> str:
    """The text that a reader sees on a page, and the values of its attributes; one space for white space."""
    soup = BeautifulSoup(page, "html.parser", multi_valued_attributes=None)
    for script in soup.find_all("script"):
        script.decompose()
    values = [str(value) for tag in soup.find_all(True) for value in tag.attrs.values()]
    return " ".join(" ".join([soup.get_text(), *values]).split())
