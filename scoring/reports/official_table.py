"""Tables of official documents: lines, a header on every page, rows that are not cut."""

import re
from collections.abc import Collection, Sequence
from copy import deepcopy

from docx.document import Document as Doc
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row
from docx.oxml.text.run import CT_R
from docx.shared import Mm, Pt
from docx.table import Table, _Cell

_SMALL = Pt(12)
_MOST_WHOLE, _DENSE = 20, 0.55  # lines of a row that is not cut; characters on a millimetre
_UNPRINTABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CENTRE, _FLUSH_RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT


def grid(
    made: Doc,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *,
    numbers: Collection[int] = (),
    size: Pt = _SMALL,
    strong: Collection[int] = (),
) -> Table:
    """A table with lines whose header stands on every page; only very long rows are cut.

    Shape: `widths` in millimetres; `numbers` are the columns set flush right, from 0; the first
        column, the running number, is centred; `strong` are the rows in bold, from 0.
    """
    table = made.add_table(rows=1, cols=len(header), style="Table Grid")
    mark(table.rows[0]._tr, "w:tblHeader")
    for cell, text in zip(table.rows[0].cells, header, strict=True):
        centred(cell, [(text, True)])
        cell.paragraphs[0].runs[0].font.size = size
    sides = [_FLUSH_RIGHT if at in numbers else None for at in range(len(header))]
    patterns = [_pattern(table, [_CENTRE, *sides[1:]], size, bold) for bold in (False, True)]
    set_widths(table, widths)
    for pattern in patterns:
        table._tbl.remove(pattern)
    for place, values in enumerate(rows):
        # Copied: made anew by python-docx, the cells of a long table would take seconds.
        row = deepcopy(patterns[place in strong])
        if all(
            len(text) <= _MOST_WHOLE * _DENSE * of for text, of in zip(values, widths, strict=True)
        ):
            mark(row, "w:cantSplit")
        for run, text in zip(row.iter(qn("w:r")), values, strict=True):
            run.text = printable(text)
            _keep_tabs(run)
        table._tbl.append(row)
    return table


def set_widths(table: Table, widths: Sequence[float]) -> None:
    """Give each column its width, in millimetres."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)  # what LibreOffice goes by; Word goes by the cells
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def centred(cell: _Cell, lines: Sequence[tuple[str, bool]], *, italic: bool = False) -> None:
    """Fill a cell with lines in the middle, each with whether it is bold."""
    for at, (text, bold) in enumerate(lines):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph.alignment = _CENTRE
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(printable(text))
        run.bold, run.italic = bold, italic


def mark(row: CT_Row, name: str) -> None:
    """Give a row a property: not to be cut, to stand on every page."""
    element = OxmlElement(name)
    element.set(qn("w:val"), "true")
    row.get_or_add_trPr().append(element)


def printable(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _UNPRINTABLE.sub("", text)


def _pattern(
    table: Table, sides: Sequence[WD_ALIGN_PARAGRAPH | None], size: Pt, bold: bool
) -> CT_Row:
    """A row whose cells have a run each, to be copied."""
    row = table.add_row()
    for cell, side in zip(row.cells, sides, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.alignment = side
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run()
        run.bold, run.font.size = bold, size
    return row._tr


def _keep_tabs(run: CT_R) -> None:
    """Tabs as signs of the text: in a cell they lead to no stop, and are read back as they are."""
    for tab in run.findall(qn("w:tab")):
        sign = OxmlElement("w:t")
        sign.text = "\t"
        sign.set(qn("xml:space"), "preserve")
        run.replace(tab, sign)
