"""The XML of a sheet of our own: texts only, never a formula."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scoring.ingest.opening.workbook import cell_name
from scoring.sheets.texts import in_xml

_OPENING = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
)


_LINE, _TALLEST = 13, 400  # points


@dataclass(frozen=True)
class Line:
    """One row: its texts (numbers where they are whole), the style of each, its height."""

    cells: Sequence[str | int | None]
    styles: Sequence[int]
    height: float | None = None  # points


def height_of(texts: Sequence[object], widths: Sequence[float]) -> float:
    """How high a row must be to show its wrapped texts: Excel finds out itself, others do not."""
    lines = (
        sum(1 + int(len(line) / (width * 1.05)) for line in str(text or "").split("\n"))
        for text, width in zip(texts, widths, strict=False)
    )
    return min(_TALLEST, _LINE * max(lines, default=1) + 4)


def rows_xml(lines: Iterable[Line]) -> str:
    """The rows from the first on; a blank line is left out."""
    return "".join(_row(at, line) for at, line in enumerate(lines) if line.cells)


def plain_sheet(lines: Iterable[Line]) -> bytes:
    """A sheet that nobody looks at."""
    return f"{_OPENING}<sheetData>{rows_xml(lines)}</sheetData></worksheet>".encode()


def shown_sheet(
    lines: Sequence[Line],
    *,
    widths: Sequence[float],
    header: int,
    links: Sequence[tuple[str, str]],
    merged: Sequence[str] = (),
) -> bytes:
    """A sheet for people: frozen and filtered below its header, A4 landscape on one page's width.

    Shape: `header` is the header's row as people count; `links` are a cell and where it leads.
    """
    last = cell_name(max(len(lines), header) - 1, len(widths) - 1)
    columns = (
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>'
        for at, width in enumerate(widths, 1)
    )
    merges = (f'<mergeCell ref="{cells}"/>' for cells in merged)
    parts = (
        f'{_OPENING}<sheetPr><tabColor rgb="FFD55E00"/><pageSetUpPr fitToPage="1"/></sheetPr>',
        '<sheetViews><sheetView showGridLines="0" workbookViewId="0">'
        f'<pane ySplit="{header}" topLeftCell="A{header + 1}" activePane="bottomLeft"'
        ' state="frozen"/></sheetView></sheetViews>',
        f"<cols>{''.join(columns)}</cols><sheetData>{rows_xml(lines)}</sheetData>",
        f'<autoFilter ref="A{header}:{last}"/>',
        f'<mergeCells count="{len(merged)}">{"".join(merges)}</mergeCells>' if merged else "",
        f"<hyperlinks>{''.join(map(_link, links))}</hyperlinks>" if links else "",
        '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
        "<headerFooter><oddFooter>&amp;CTrang &amp;P/&amp;N</oddFooter></headerFooter></worksheet>",
    )
    return "".join(parts).encode("utf-8", "replace")


def _link(link: tuple[str, str]) -> str:
    cell, target = link
    leads_to = in_xml(target).replace('"', "&quot;")
    return f'<hyperlink ref="{cell}" location="{leads_to}"/>'


def _row(at: int, line: Line) -> str:
    cells = "".join(
        _cell(cell_name(at, column), value, style)
        for column, (value, style) in enumerate(zip(line.cells, line.styles, strict=True))
    )
    height = f' ht="{line.height}"' if line.height else ""
    return f'<row r="{at + 1}"{height}>{cells}</row>'


def _cell(address: str, value: str | int | None, style: int) -> str:
    opening = f'<c r="{address}" s="{style}"'
    if value is None or value == "":
        return f"{opening}/>"
    if isinstance(value, int):
        return f"{opening}><v>{value}</v></c>"
    return f'{opening} t="inlineStr"><is><t xml:space="preserve">{in_xml(value)}</t></is></c>'
