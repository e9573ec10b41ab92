"""Tables: no cell is lost, no inline style, and a wide one scrolls on its own."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown.core import Markdown
from markdown.extensions.tables import TableExtension, TableProcessor

from messages.texts import TABLE_REGION

ALIGNMENTS = ("left", "center", "right")
SCROLL_CLASS = "table-scroll"


class Tables(TableExtension):
    """Markdown's tables; `too_long` lists the rows with more cells than the table has columns, as typed."""

    def __init__(self) -> None:
        super().__init__(use_align_attribute=True)
        self.too_long: list[tuple[str, int, int]] = []

    def extendMarkdown(self, md: Markdown) -> None:
        super().extendMarkdown(md)
        md.registerExtension(self)
        md.parser.blockprocessors.register(_Processor(md.parser, self.getConfigs()).telling(self), "table", 75)

    def reset(self) -> None:
        self.too_long.clear()


class _Processor(TableProcessor):
    _tables: Tables

    def telling(self, tables: Tables) -> _Processor:
        self._tables = tables
        return self

    def _build_row(self, row: str, parent: Element, align: Sequence[str | None]) -> None:
        cells = len(self._split_row(row))  # type: ignore[attr-defined]  # missing in the stubs
        if cells > len(align):
            self._tables.too_long.append((row, cells, len(align)))
        super()._build_row(row, parent, align)  # type: ignore[misc]  # missing in the stubs


def align_by_class(root: Element) -> None:
    """The alignment of cells as a class."""
    for cell in root.iter():
        if cell.tag in ("td", "th") and (side := cell.attrib.pop("align", "")) in ALIGNMENTS:
            cell.set("class", f"align-{side}")


def let_scroll(root: Element) -> None:
    """Puts each table that stands in no other into a region that scrolls sideways."""
    tables = list(root.iter("table"))
    nested = {id(inner) for table in tables for inner in table.iter("table") if inner is not table}
    for table in tables:
        if id(table) not in nested:
            _wrap(table)


def _wrap(table: Element) -> None:
    inside = list(table)
    text, attributes = table.text, dict(table.attrib)
    table[:] = []
    table.tag, table.text = "div", None
    table.attrib.clear()
    table.attrib.update({"class": SCROLL_CLASS, "tabindex": "0", "role": "region", "aria-label": TABLE_REGION})
    inner = SubElement(table, "table", attributes)
    inner.text = text
    inner.extend(inside)
