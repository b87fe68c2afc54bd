"""What every official document has: its paper, its type, the letterhead and tables that go on.

The form is that of Nghị định 30/2020/NĐ-CP: A4, Times New Roman 13–14, margins of 20 mm and 30 mm
on the left, the issuing body at the left and the national motto at the right.
"""

from collections.abc import Collection, Sequence
from datetime import date
from io import BytesIO

from docx import Document
from docx.document import Document as Doc
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell

FONT = "Times New Roman"
SIZE = Pt(13)
_NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_LONG, _SHORT = Mm(297), Mm(210)
_TOP, _LEFT, _RIGHT = Mm(20), Mm(30), Mm(15)
_BLANK = "……"
_CENTRE, _FLUSH_RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT


def document(*, landscape: bool = False) -> Doc:
    """An empty document of the official form."""
    made = Document()
    section = made.sections[0]
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
    section.top_margin = section.bottom_margin = _TOP
    section.left_margin, section.right_margin = _LEFT, _RIGHT
    normal = made.styles["Normal"]
    _type(normal)
    normal.paragraph_format.space_after = Pt(6)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    normal.element.rPr.append(language)
    heading = made.styles["Heading 2"]
    _type(heading)
    heading.font.color.rgb = RGBColor(0, 0, 0)
    return made


def letterhead(made: Doc, body: str, above: str | None, place: str | None, day: date) -> None:
    """The two columns at the top: who issues it, over its number, and the nation over the day.

    Shape: `above` is the body that `body` is under, None where not known; the number and an
        unknown place are left to be filled in.
    """
    table = made.add_table(rows=2, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, (70, 100), strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    left, right = table.rows[0].cells
    lines = [(above.upper(), False)] if above else []
    _centred(left, [*lines, (body.upper(), True)])
    _centred(right, [(_NATION, True), (_MOTTO, True)])
    number, written = table.rows[1].cells
    _centred(number, [(f"Số: {_BLANK}", False)])
    said = f"{place or _BLANK}, ngày {day:%d} tháng {day:%m} năm {day.year}"
    _centred(written, [(said, False)], italic=True)


def title(made: Doc, lines: Sequence[str]) -> None:
    """The title: the kind of document, then what it is about."""
    for line in lines:
        paragraph = made.add_paragraph()
        paragraph.alignment = _CENTRE
        paragraph.add_run(line).bold = True


def grid(
    made: Doc,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *,
    numbers: Collection[int] = (),
) -> Table:
    """A table with lines whose header stands on every page and whose rows are not cut.

    Shape: `widths` in millimetres; `numbers` are the columns set flush right, from 0; the first
        column, the running number, is centred.
    """
    table = made.add_table(rows=1, cols=len(header), style="Table Grid")
    table.autofit = False
    _mark(table.rows[0], "w:tblHeader")
    for cell, text in zip(table.rows[0].cells, header, strict=True):
        _centred(cell, [(text, True)])
    for values in rows:
        row = table.add_row()
        _mark(row, "w:cantSplit")
        for at, (cell, text) in enumerate(zip(row.cells, values, strict=True)):
            _fill(cell, text, _CENTRE if at == 0 else _FLUSH_RIGHT if at in numbers else None)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)  # what LibreOffice goes by; Word goes by the cells
        for cell in column.cells:
            cell.width = Mm(width)
    return table


def content(made: Doc, *, subject: str) -> bytes:
    """The file, with its title for whoever searches for it."""
    properties = made.core_properties
    properties.title, properties.author, properties.language = subject, "", "vi-VN"
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _type(style: ParagraphStyle) -> None:
    style.font.name, style.font.size = FONT, SIZE
    fonts = style.element.rPr.rFonts
    for script in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{script}"), None)
    # Without these Word takes another font for letters with Vietnamese marks.
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)


def _centred(cell: _Cell, lines: Sequence[tuple[str, bool]], *, italic: bool = False) -> None:
    for at, (text, bold) in enumerate(lines):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph.alignment = _CENTRE
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(_printable(text))
        run.bold, run.italic = bold, italic


def _fill(cell: _Cell, text: str, alignment: WD_ALIGN_PARAGRAPH | None) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.alignment = alignment
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.add_run(_printable(text)).font.size = Pt(12)


def _mark(row: object, name: str) -> None:
    element = OxmlElement(name)
    element.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(element)  # type: ignore[attr-defined]


def _printable(text: str) -> str:
    """The text without the control characters that XML cannot hold."""
    return "".join(sign for sign in text if sign >= " " or sign in "\n\t")
