"""The smallest Word document with a table: its titles as paragraphs, its cells merged."""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Range = tuple[int, int, int, int]


def document(rows: Sequence[Sequence[str]], merged: Sequence[Range]) -> bytes:
    """Rows of one cell as paragraphs above and below, those between as the table."""
    wide = [at for at, row in enumerate(rows) if sum(map(bool, row)) > 2]
    first, last = wide[0], wide[-1] + 1
    width = max(map(len, rows))
    table = [
        "".join(_cell(rows, at, column, merged) for column in range(width))
        for at in range(first, last)
    ]
    body = "".join(
        [
            *(_paragraph(text) for row in rows[:first] for text in row if text),
            f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in table)}</w:tbl>",
            *(_paragraph(text) for row in rows[last:] for text in row if text),
        ]
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        text = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", text)
    return stream.getvalue()


def _cell(rows: Sequence[Sequence[str]], row: int, column: int, merged: Sequence[Range]) -> str:
    text = rows[row][column] if column < len(rows[row]) else ""
    inside = [one for one in merged if one[0] <= row <= one[2] and one[1] <= column <= one[3]]
    top, left, bottom, right = inside[0] if inside else (row, column, row, column)
    if column > left:
        return ""
    span = f'<w:gridSpan w:val="{right - left + 1}"/>' if right > left else ""
    goes_on = "" if row > top else ' w:val="restart"'
    down = f"<w:vMerge{goes_on}/>" if bottom > top else ""
    return f"<w:tc><w:tcPr>{span}{down}</w:tcPr>{_paragraph(text)}</w:tc>"


def _paragraph(text: str) -> str:
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(one)}</w:t>' for one in text.split("\n")
    )
    return f"<w:p><w:r>{lines}</w:r></w:p>"
