"""Word documents for tests, written element by element as Word writes them."""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def p(text: str = "", *, listed: str = "", level: int = 0) -> str:
    """A paragraph; `listed` is the number of its list."""
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{listed}"/></w:numPr>'
    properties = f"<w:pPr>{numbered}</w:pPr>" if listed else ""
    return f"<w:p>{properties}{run(text)}</w:p>"


def run(text: str) -> str:
    """A run of text within a paragraph."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def tc(*blocks: str, span: int = 1, down: str | None = None) -> str:
    """A cell; `down` is 'restart' where a vertical merge begins, 'continue' where it goes on."""
    properties = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    if down:
        properties += '<w:vMerge w:val="restart"/>' if down == "restart" else "<w:vMerge/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of cells, or of plain texts."""
    whole = (cell if cell.startswith("<w:tc>") else tc(p(cell)) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(whole)}</w:tr>"


def tbl(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def plain_table(rows: Sequence[Sequence[str]]) -> str:
    """A table of texts."""
    return tbl(*(tr(*row) for row in rows))


def docx(*blocks: str, numbering: str = "", styles: str = "") -> bytes:
    """The document; `numbering` and `styles` are what those parts hold."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", _LINKS)
        body = f"<w:document {_W}><w:body>{''.join(blocks)}<w:sectPr/></w:body></w:document>"
        archive.writestr("word/document.xml", body)
        if numbering:
            archive.writestr("word/numbering.xml", f"<w:numbering {_W}>{numbering}</w:numbering>")
        if styles:
            archive.writestr("word/styles.xml", f"<w:styles {_W}>{styles}</w:styles>")
    return stream.getvalue()


def counted(*levels: tuple[str, str], name: str = "1") -> str:
    """A list of its own: form and text of each level ('decimal', '%1.')."""
    told = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{name}">{told}</w:abstractNum>' + used(name, name)


def used(name: str, kind: str, *, start: int | None = None) -> str:
    """A list that counts as another does, going on, or from a start of its own."""
    over = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    again = over if start is not None else ""
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{kind}"/>{again}</w:num>'
