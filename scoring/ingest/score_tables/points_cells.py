"""What stands in the place of points that a row lacks: why, and what an earlier round says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scoring.ingest.cells import text_of
from scoring.ingest.finding.layout import Layout
from scoring.ingest.opening.workbook import Cell, Sheet, column_letter
from scoring.text import format as fmt
from scoring.text.numbers import number_in
from scoring.text.words import fold

_FIELDS = ("points", "survey_points", "total_points")
_APPLIES_NOT = frozenset(("không áp dụng", "kad", "không thuộc đối tượng", "n/a", "na"))
_BLANK = "ô trống"


@dataclass(frozen=True)
class Blank:
    """Cells without points: what they say, and whether that is an answer or told elsewhere."""

    found: str = _BLANK
    formula: bool = False  # said as a formula without its value
    applies_not: bool = False  # the row says that the criterion does not apply


def blanks(sheet: Sheet, layout: Layout, positions: Iterable[int]) -> Mapping[int, Blank]:
    """Rows without points, by the row as the spreadsheet shows it; `positions` are from 0."""
    earlier = _earlier_round(layout)
    return {layout.row_of(at): _blank(sheet, layout, at, earlier) for at in positions}


def _earlier_round(layout: Layout) -> int | None:
    """The column of the round before the last, where the table prints several."""
    doubts = (one for one in layout.doubts if one.code == "column-superseded")
    return next((one.other for one in doubts if one.field in _FIELDS), None)


def _blank(sheet: Sheet, layout: Layout, at: int, earlier: int | None) -> Blank:
    row = layout.first + at
    columns = [layout.columns[field] for field in _FIELDS if field in layout.columns]
    if any((row, column) in sheet.formulas for column in columns):
        return Blank("công thức chưa có giá trị", formula=True)
    texts = [text for column in columns if (text := text_of(_cell(sheet, row, column)))]
    top = layout.columns.get("max_points")
    limit = "" if top is None else text_of(_cell(sheet, row, top))
    without_limit = limit in ("", "-") or fold(limit) in _APPLIES_NOT
    if without_limit and any(fold(text) in _APPLIES_NOT for text in (limit, *texts)):
        return Blank(applies_not=True)
    if earlier is not None:
        number = number_in(_cell(sheet, row, earlier))
        if number is not None:
            name = f"cột {column_letter(earlier)} “{layout.texts[earlier]}”"
            return Blank(f"{_BLANK}; {name} có {fmt.points(number)}")
    return Blank(f"“{texts[0]}”" if texts else _BLANK)


def _cell(sheet: Sheet, row: int, column: int) -> Cell:
    cells = sheet.rows[row]
    return cells[column] if column < len(cells) else ""
