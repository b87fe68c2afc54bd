"""The XML of one sheet: other styles for some cells, all other cells byte for byte."""

import re
from dataclasses import dataclass

from scoring.sheets.package import LINKS
from scoring.sheets.shapes import Sizes
from scoring.sheets.sheet_rows import Rows
from scoring.sheets.xml_tree import MAIN, Element, NotMarkable, Xml, link_of, local_name, xml_tree

_DATA = re.compile(rb"<((?:\w+:)?)sheetData\b[^>]*?(/?)>")
_AFTER_LEGACY_DRAWING = (
    *("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems"),
    *("tableParts", "extLst"),
)


@dataclass(frozen=True)
class SheetXml:
    """A sheet: what stands around its rows as a tree, and its rows as they are written."""

    shell: Xml
    rows: Rows

    @property
    def sizes(self) -> Sizes:
        """How large the cells are drawn."""
        columns = [
            (
                int(one.get("min", "1")) - 1,
                int(one.get("max", "1")) - 1,
                0.0 if one.get("hidden") in ("1", "true") else _pixels(one.get("width")),
            )
            for one in self.shell.root.iter(self.shell.name("col"))
        ]
        heights = {row: height * 4 / 3 for row, height in self.rows.heights().items()}
        usual = self.shell.find("sheetFormatPr")
        if usual is None:
            return Sizes(columns, heights)
        column, row = usual.get("defaultColWidth"), usual.get("defaultRowHeight")
        return Sizes(columns, heights, _pixels(column), float(row or 15) * 4 / 3)


def sheet_xml(content: bytes) -> SheetXml:
    """The sheet taken apart.

    Raises: NotMarkable when it is no sheet of an Excel workbook.
    """
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or _unusual(content):
        content = xml_tree(content).written()
    start = _DATA.search(content)
    if start is None:
        raise NotMarkable("sheetData")
    prefix, empty = start[1], bool(start[2])
    closing = b"</" + prefix + b"sheetData>"
    end = start.end() if empty else content.find(closing, start.end())
    if end < 0:
        raise NotMarkable("sheetData")
    after = end if empty else end + len(closing)
    hole = b"<" + prefix + b"sheetData/>"
    shell = xml_tree(content[: start.start()] + hole + content[after:])
    if local_name(shell.root) != "worksheet" or shell.space != MAIN:
        raise NotMarkable(shell.root.tag)
    rows = Rows(b"" if empty else content[start.end() : end], prefix, _column_styles(shell))
    return SheetXml(shell, rows)


def written(sheet: SheetXml, rows: bytes) -> bytes:
    """The sheet with these rows."""
    hole = b"<" + sheet.rows.prefix + b"sheetData />"
    head, found, tail = sheet.shell.written().partition(hole)
    if not found:
        raise NotMarkable("sheetData")
    name = sheet.rows.prefix + b"sheetData>"
    return head + b"<" + name + rows + b"</" + name + tail


def with_legacy_drawing(sheet: SheetXml, relation: str) -> None:
    """Say where the shapes of the sheet's comments are."""
    link = {"xmlns:r": LINKS, "r:id": relation}
    element = sheet.shell.new("legacyDrawing", **link)
    for leading_nowhere in sheet.shell.root.findall(element.tag):
        sheet.shell.root.remove(leading_nowhere)
    elements = list(sheet.shell.root)
    followers = (at for at, one in enumerate(elements) if _follows(one))
    sheet.shell.root.insert(next(followers, len(elements)), element)


def legacy_drawing(sheet: SheetXml) -> str | None:
    """The relation of the sheet's shapes, None where there are none."""
    element = sheet.shell.find("legacyDrawing")
    return None if element is None else link_of(element)


def _pixels(characters: str | None) -> float:
    """A column's width, which is said in characters."""
    return float(characters) * 7 + 5 if characters else 64.0


def _unusual(content: bytes) -> bool:
    """Whether the rows cannot be told by their tags alone, or the text is not UTF-8."""
    head = content[:200].lower()
    other = b"encoding=" in head and b"utf-8" not in head
    return other or b"<![CDATA[" in content or b"<!--" in content


def _follows(element: Element) -> bool:
    """Whether an element, or what stands inside a choice of versions, comes after the shapes."""
    inside = element.iter() if local_name(element) == "AlternateContent" else [element]
    return any(local_name(one) in _AFTER_LEGACY_DRAWING for one in inside)


def _column_styles(shell: Xml) -> list[tuple[int, int, int]]:
    """First and last column (from 0), and the style of the blank cells there."""
    return [
        (int(one.get("min", "1")) - 1, int(one.get("max", "1")) - 1, int(one.get("style", "0")))
        for one in shell.root.iter(shell.name("col"))
    ]
