"""A picture alone in its paragraph: a figure, its title the caption with the credit at the end."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

FIGURE_CLASS = "figure"
CREDIT_CLASS = "credit"
_CREDIT = re.compile(r"(?:^|(?<=\s))Ảnh:\s*\S")


def settle(root: Element) -> None:
    """Makes figures of the paragraphs that hold one picture and nothing else, and lets all pictures load late."""
    for element in root.iter():
        if element.tag == "img":
            element.set("loading", "lazy")
        elif element.tag == "p" and (picture := _alone(element)) is not None:
            element.tag = "figure"
            element.set("class", FIGURE_CLASS)
            element.text = None
            title = picture.attrib.pop("title", "").strip()
            if title:
                _caption(element, title)


def _alone(paragraph: Element) -> Element | None:
    """The picture, which may be the whole of a link."""
    inside = paragraph
    while len(inside) == 1 and not (inside.text or "").strip() and not (inside[0].tail or "").strip():
        child = inside[0]
        if child.tag == "img":
            return child
        if child.tag != "a":
            break
        inside = child
    return None


def _caption(figure: Element, title: str) -> None:
    """`title` is text of the tree: `Đại biểu dự hội nghị. Ảnh: Tên`."""
    caption = SubElement(figure, "figcaption")
    credits_found = list(_CREDIT.finditer(title))
    if not credits_found:
        caption.text = title
        return
    start = credits_found[-1].start()
    caption.text = title[:start] or None
    SubElement(caption, "span", {"class": CREDIT_CLASS}).text = title[start:]
