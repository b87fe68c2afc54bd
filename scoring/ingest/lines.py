"""The texts around a table, and where each stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from scoring.ingest.layout import Layout
from scoring.ingest.workbook import Cell, Sheet, cell_name
from scoring.text.words import fold, nfc

DOCUMENT = re.compile(r"số:?\s*\S*/\S*")  # a number of a document
INDEX_WORDS = re.compile(r"chỉ số|index|sipas|papi|\bpci\b|hài lòng|cải cách hành chính|cchc")
FIRST_LINES = 12  # of a sheet, which may speak of all its tables
LAST_COLUMN = 16_384
LONGEST_LINE = 600  # characters; more is a paragraph


@dataclass(frozen=True)
class Evidence:
    """What was read, from which text, at which place."""

    field: str  # index, organisation, year
    value: str
    text: str
    place: str


@dataclass(frozen=True)
class Line:
    """One line of text around a table."""

    text: str
    place: str
    weight: int = 0  # of the places that name less surely


def lines_around(sheet: Sheet, layout: Layout, file: str) -> tuple[Line, ...]:
    """The title block above the table, then the sheet's and the file's name.

    The texts between two tables are the lower one's own; the sheet's first ones say less of it.
    """
    own = list(_lines(sheet, layout, layout.title_from, layout.header, 2))
    whole = replace(layout, left=0, right=LAST_COLUMN)
    apart = layout.title_from > 0 or layout.left > 0
    shared = list(_lines(sheet, whole, 0, FIRST_LINES, 1)) if apart else []
    named = PurePath(file).stem.replace("_", " ").replace("-", " ")
    sheet_name = Line(nfc(sheet.name), "tên trang tính", 1)
    return (*own, *shared, sheet_name, Line(nfc(named), "tên tệp", 1))


def _lines(sheet: Sheet, layout: Layout, start: int, end: int, weight: int) -> Iterator[Line]:
    for row in range(start, min(end, layout.header)):
        cells = sheet.rows[row]
        for column in range(layout.left, min(layout.right, len(cells))):
            text = cells[column]
            if type(text) is str and text.strip() and len(text) < LONGEST_LINE:
                text = nfc(text + _continued(cells[column + 1 :], text))
                yield Line(text, f"{sheet.name}!{cell_name(row, column)}", weight)


def _continued(after: Sequence[Cell], text: str) -> str:
    """What the next cell adds: a name after 'Đơn vị:', a year after '… NĂM'."""
    following: Cell = next((cell for cell in after if cell != ""), "")
    if text.rstrip().endswith(":") and type(following) is str:
        return f" {following}"
    if isinstance(following, float | int) and 1980 <= following <= 2100:
        return f" {int(following)}" if fold(text).rstrip(" :").endswith(("năm", "giá")) else ""
    return ""
