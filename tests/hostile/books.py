"""Workbooks of any size, written as XML: what no spreadsheet program would write is possible."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from tests.hostile.zips import zipped

Xml = bytes | Iterable[bytes]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEADER = ("STT", "Tiêu chí", "Điểm chuẩn", "Điểm thẩm định", "Điểm bị mất")


def book(*sheets: Xml, strings: Xml = b"", before: str = "", **parts: Xml) -> bytes:
    """A workbook of the rows of each sheet; `before` stands before the workbook's own XML."""
    names = [f"sheet{number}" for number in range(1, len(sheets) + 1)]
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="{name}"/>'
        for number, name in enumerate(names, 1)
    )
    links = "".join(_link(name, "worksheet", f"worksheets/{name}.xml") for name in names)
    content: dict[str, Xml] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>'.encode(),
        "_rels/.rels": _links(_link("r", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'{before}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets>'
            "</workbook>"
        ).encode(),
        "xl/_rels/workbook.xml.rels": _links(
            links + _link("strings", "sharedStrings", "sharedStrings.xml")
        ),
    }
    if strings:
        content["xl/sharedStrings.xml"] = strings
    content |= {f"xl/worksheets/{name}.xml": xml for name, xml in zip(names, sheets, strict=True)}
    return zipped(content | {name.replace("__", "/"): xml for name, xml in parts.items()})


def _link(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def _links(links: str) -> bytes:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'.encode()


def sheet(rows: Iterable[bytes], *, after: bytes = b"", before: bytes = b"") -> Iterator[bytes]:
    """A sheet of rows in XML."""
    yield before + f'<worksheet xmlns="{_MAIN}"><sheetData>'.encode()
    yield from rows
    yield b"</sheetData>" + after + b"</worksheet>"


def row(number: int, cells: Sequence[str | float]) -> bytes:
    """A row of texts and numbers."""
    written = "".join(cell(number, at, value) for at, value in enumerate(cells) if value != "")
    return f'<row r="{number}">{written}</row>'.encode()


def cell(number: int, column: int, value: str | float) -> str:
    """A cell of one of the first 702 columns."""
    first, second = divmod(column, 26)
    place = f"{chr(64 + first) if first else ''}{chr(65 + second)}{number}"
    if isinstance(value, str):
        text = escape(value, quote=False)
        return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def formula(place: str, text: str, **given: object) -> bytes:
    """A cell with a formula and no value."""
    said = "".join(f' {name}="{value}"' for name, value in given.items())
    return f'<c r="{place}"><f{said}>{escape(text, quote=False)}</f></c>'.encode()


def shared_strings(texts: Iterable[str]) -> Iterator[bytes]:
    """The part that keeps texts for all sheets."""
    yield f'<sst xmlns="{_MAIN}">'.encode()
    for text in texts:
        yield f"<si><t>{escape(text, quote=False)}</t></si>".encode()
    yield b"</sst>"


def scores(lines: Iterable[Sequence[str | float]], header: Sequence[str] = HEADER) -> bytes:
    """A workbook of one score table."""
    every = enumerate([header, *lines], 1)
    return book(sheet(row(number, cells) for number, cells in every))
