"""A raised footnote mark or a struck out digit is no part of the number beside it."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from scoring.ingest.limits import Limits
from scoring.ingest.opening.workbook import open_sheets
from tests.ingest.word_files import docx, run, tbl, tc, tr

RAISED, STRUCK = InlineFont(vertAlign="superscript"), InlineFont(strike=True)
LIMITS = Limits()
_NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def first_cell(name: str, content: bytes) -> object:
    (sheet,), problems = open_sheets(name, content, LIMITS)
    assert not problems
    return sheet.rows[0][0]


@pytest.mark.parametrize(
    ("run", "shows"),
    [
        (TextBlock(RAISED, "1"), "4,5¹"),
        (TextBlock(RAISED, "(2)"), "4,5⁽²⁾"),
        (TextBlock(STRUCK, "1"), "4,51\u0336"),
        (TextBlock(InlineFont(b=True), "1"), "4,51"),
        (TextBlock(InlineFont(vertAlign="subscript"), "1"), "4,51"),
    ],
)
def test_a_run_keeps_how_it_shows(run: TextBlock, shows: str) -> None:
    book = Workbook()
    book.active["A1"] = CellRichText("4,5", run)
    file = BytesIO()
    book.save(file)
    assert first_cell("bang.xlsx", file.getvalue()) == shows
    assert first_cell("bang.xlsx", shared(file.getvalue())) == shows


def shared(content: bytes) -> bytes:
    """The same workbook with its text among the shared strings, where Excel puts it."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            if name == "xl/worksheets/sheet1.xml":
                before, _, rest = text.partition("<is>")
                inline, _, after = rest.partition("</is>")
                text = f"{before}<v>0</v>{after}".replace('t="inlineStr"', 't="s"')
            elif name == "xl/_rels/workbook.xml.rels":
                link = (
                    '<Relationship Id="rId99" Target="sharedStrings.xml" Type="http://schemas.'
                    'openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/>'
                )
                text = text.replace("</Relationships>", f"{link}</Relationships>")
            if name != "xl/sharedStrings.xml":
                new.writestr(name, text)
        new.writestr("xl/sharedStrings.xml", f"<sst {_NAMESPACE}><si>{inline}</si></sst>")
    return made.getvalue()


SPAN = '<text:p>4,5<text:span text:style-name="{}">1</text:span></text:p>'


@pytest.mark.parametrize(
    ("style", "kind", "cell", "shows"),
    [
        ('style:text-position="33% 58%"', "string", SPAN, "4,5¹"),
        ('style:text-position="super 58%"', "string", SPAN, "4,5¹"),
        ('style:text-line-through-type="single"', "string", SPAN, "4,51\u0336"),
        ('style:text-line-through-style="solid"', "string", SPAN, "4,51\u0336"),
        ('style:text-position="-8% 58%"', "string", SPAN, "4,51"),
        ('style:text-position="0% 100%"', "string", SPAN, "4,51"),
        ('style:text-line-through-type="none"', "string", SPAN, "4,51"),
        ('style:text-position="33% 58%"', 'float" office:value="4.51', SPAN, 4.51),
        ('style:text-position="33% 58%"', "string", f"{SPAN}<text:p>x</text:p>", "4,5¹\nx"),
        (
            'style:text-position="33% 58%"',
            "string",
            f"<office:annotation>{SPAN}</office:annotation><text:p>4,51</text:p>",
            "4,51",
        ),
        (
            'style:text-position="33% 58%"',
            "string",
            SPAN.replace("4,5<", '4,5<text:s text:c="2"/><text:tab/><text:line-break/><'),
            "4,5   \n¹",
        ),
    ],
)
def test_a_spreadsheet_of_opendocument_keeps_it_too(
    style: str, kind: str, cell: str, shows: object
) -> None:
    content = ods(style, f'office:value-type="{kind}"', cell.replace("{}", "T1"))
    assert first_cell("bang.ods", content) == shows


def test_repeated_cells_of_opendocument_all_keep_it() -> None:
    kind = 'office:value-type="string" table:number-columns-repeated="2"'
    content = ods('style:text-position="33% 58%"', kind, SPAN.replace("{}", "T1"))
    (sheet,), _ = open_sheets("bang.ods", content, LIMITS)
    assert sheet.rows == [["4,5¹", "4,5¹"]]


def ods(style: str, kind: str, cell: str) -> bytes:
    """An .ods with one cell, in which T1 is a style of characters."""
    names = ("office", "style", "text", "table")
    spaces = " ".join(
        f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in names
    )
    xml = (
        f"<office:document-content {spaces}><office:automatic-styles>"
        f'<style:style style:name="T1" style:family="text"><style:text-properties {style}/>'
        f"</style:style></office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="S"><table:table-row><table:table-cell {kind}>{cell}'
        f"</table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>"
        f"</office:document-content>"
    )
    kind_of_file = "application/vnd.oasis.opendocument.spreadsheet"
    made = BytesIO()
    with ZipFile(made, "w") as file:
        file.writestr("mimetype", kind_of_file)
        file.writestr("content.xml", xml)
        entry = f'<m:file-entry m:full-path="/" m:media-type="{kind_of_file}"/>'
        space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
        file.writestr(
            "META-INF/manifest.xml", f'<m:manifest xmlns:m="{space}">{entry}</m:manifest>'
        )
    return made.getvalue()


def test_a_document_keeps_it_too() -> None:
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'
    struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>2</w:t></w:r>"
    off = '<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>3</w:t></w:r>'
    paragraph = f"<w:p>{run('4,5')}{raised}{struck}{off}</w:p>"
    content = docx(tbl(tr(tc(paragraph), "b")))
    assert first_cell("bang.docx", content) == "4,5¹2\u03363"
