"""What every official document has: its paper, its type, the letterhead and tables that go on.

The form is that of Nghị định 30/2020/NĐ-CP: A4, Times New Roman 13–14, margins of 20 mm and 30 mm
on the left, the issuing body at the left and the national motto at the right.
"""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

from docx import Document
from docx.document import Document as Doc
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from scoring.reports.official_table import centred, mark, set_widths
from scoring.reports.official_table import grid as grid
from scoring.reports.official_table import printable as printable

FONT = "Times New Roman"
SIZE = Pt(13)
_NOTE = Pt(9)  # at the foot of the page
_MOST_SOURCES = 2
_NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_LONG, _SHORT = Mm(297), Mm(210)
_TOP, _LEFT, _RIGHT = Mm(20), Mm(30), Mm(15)
_INDENT = Mm(10)
_BLANK = "……"
# Lines under the names, in millimetres: as long as the motto; a third to a half of the others.
_MOTTO_WIDTH, _RULE, _TITLE_RULE = 60, 24, 50
_SIGNATURE_LINES = 5
_CENTRE = WD_ALIGN_PARAGRAPH.CENTER


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


def letterhead(
    made: Doc,
    body: str,
    above: str | None,
    place: str | None,
    day: date | int,
    *,
    symbol: str = "",
    number: str = "",
) -> None:
    """The two columns at the top: who issues it, over its number, and the nation over the day.

    Shape: `above` is the body that `body` is under, None where not known; `day` may be only a
        year, of a draft; `symbol` is what follows the number: 'KH-UBND'; what is not known is left
        to be filled in.
    """
    table = made.add_table(rows=2, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    set_widths(table, (70, 100))
    left, right = table.rows[0].cells
    lines = [(above.upper(), False)] if above else []
    centred(left, [*lines, *((line, True) for line in body.upper().split("\n"))])
    _ruled(left.add_paragraph(), 70, _RULE)
    centred(right, [(_NATION, True), (_MOTTO, True)])
    _ruled(right.add_paragraph(), 100, _MOTTO_WIDTH)
    numbered, dated = table.rows[1].cells
    centred(numbered, [(f"Số: {number or _BLANK}{f'/{symbol}' if symbol else ''}", False)])
    centred(dated, [(f"{place or _BLANK}, {_dated(day)}", False)], italic=True)


def title(made: Doc, lines: Sequence[str], *, ruled: bool = False) -> None:
    """The title: the kind of document, then what it is about; `ruled` with the line under it."""
    for line in lines:
        paragraph = made.add_paragraph()
        paragraph.alignment = _CENTRE
        paragraph.add_run(printable(line)).bold = True
    if ruled:
        paragraph.paragraph_format.space_after = Pt(0)
        _ruled(
            made.add_paragraph(), text_width(made), _TITLE_RULE
        ).paragraph_format.space_after = Pt(12)


def text_width(made: Doc) -> float:
    """The millimetres between the margins."""
    section = made.sections[0]
    paper = section.page_width or _SHORT
    return round((paper - (section.left_margin or 0) - (section.right_margin or 0)) / Mm(1), 1)


def clause(
    made: Doc,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    label: str = "",
    keep: bool = False,
) -> Paragraph:
    """A paragraph of the text: justified, its first line set in; bold ones stay with the next.

    Shape: `label` is what it begins with, in italics: 'Chủ trì: '; `keep` has it stay with the
        next as well.
    """
    paragraph = made.add_paragraph()
    layout = paragraph.paragraph_format
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    layout.first_line_indent, layout.space_after = _INDENT, Pt(6)
    layout.widow_control = True
    layout.keep_with_next = keep or bold
    if label:
        paragraph.add_run(label).italic = True
    run = paragraph.add_run(printable(text))
    run.bold, run.italic = bold, italic
    return paragraph


def page_numbers(made: Doc) -> None:
    """The page's number at the top centre, from the second page on."""
    section = made.sections[0]
    section.different_first_page_header_footer = True
    section.header_distance = Mm(10)
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = _CENTRE
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), ("t", "2"), ("end", "")):
        element = OxmlElement({"": "w:instrText", "t": "w:t"}.get(kind, "w:fldChar"))
        if kind in ("", "t"):
            element.text = text
        else:
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)


def closing(made: Doc, recipients: Sequence[str], signing: Sequence[str], name: str = "") -> None:
    """Who receives it at the left, who signs it at the right, on one page.

    Shape: `signing` is on whose behalf, then the office: 'TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'; an
        unknown name is left to be written under the signature.
    """
    table = made.add_table(rows=1, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    set_widths(table, (80, 85))
    mark(table.rows[0]._tr, "w:cantSplit")
    left, right = table.rows[0].cells
    for at, line in enumerate(("Nơi nhận:", *recipients)):
        paragraph = left.paragraphs[0] if at == 0 else left.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        end = "." if at == len(recipients) else ";"
        run = paragraph.add_run(line if at == 0 else printable(f"- {line}{end}"))
        run.bold, run.italic = at == 0, at == 0
        run.font.size = Pt(12) if at == 0 else Pt(11)
    lines = [(line, True) for line in signing] + [("", False)] * _SIGNATURE_LINES
    centred(right, [*lines, (name or _BLANK, bool(name))])


def source_footer(made: Doc, sources: Sequence[str]) -> None:
    """Where the numbers were read, at the foot of every page; of many only the first are named."""
    lines = [f"Nguồn: {printable(one)}" for one in sources[:_MOST_SOURCES]]
    if len(sources) > _MOST_SOURCES:
        lines.append(f"Còn {len(sources) - _MOST_SOURCES} bảng khác đã nạp.")
    section = made.sections[0]
    section.footer_distance = Mm(8)
    for footer in (section.footer, section.first_page_footer):
        paragraph = footer.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run("\n".join(lines))
        run.italic, run.font.size = True, _NOTE


def content(made: Doc, *, subject: str) -> bytes:
    """The file, with its title for whoever searches for it."""
    properties = made.core_properties
    properties.title, properties.author, properties.language = subject, "", "vi-VN"
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _dated(day: date | int) -> str:
    if isinstance(day, int):
        return f"ngày {_BLANK} tháng {_BLANK} năm {day}"
    return f"ngày {day:%d} tháng {day:%m} năm {day.year}"


def _ruled(paragraph: Paragraph, within: float, length: float) -> Paragraph:
    """A line of a length in the middle of a width, in millimetres: an empty paragraph's border."""
    layout = paragraph.paragraph_format
    layout.left_indent = layout.right_indent = Mm((within - length) / 2)
    layout.space_before, layout.space_after = Pt(3), Pt(0)
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(3)
    borders = OxmlElement("w:pBdr")
    line = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
    return paragraph


def _type(style: ParagraphStyle) -> None:
    style.font.name, style.font.size = FONT, SIZE
    fonts = style.element.rPr.rFonts
    for script in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{script}"), None)
    # Without these Word takes another font for letters with Vietnamese marks.
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
