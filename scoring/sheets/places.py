"""Where a cell of the workbook that was marked is in the copy as it came back."""

from collections.abc import Callable

from scoring.ingest.opening.workbook import position_of
from scoring.sheets.fixed import Compared
from scoring.sheets.marks import Place


def places_now(copy: Compared) -> Callable[[int, str], Place | None]:
    """What tells of a sheet's number and an address then where that cell is now.

    None for a cell that went out with its row, its column or its sheet.
    """
    moved = {
        one.old: (dict(one.rows), dict(one.columns), one.name)
        for one in copy.sheets
        if one.old is not None and one.sheet is not None
    }

    def now(sheet: int, address: str) -> Place | None:
        if sheet not in moved:
            return None
        rows, columns, name = moved[sheet]
        row, column = position_of(address)
        # What is not among the pairs is beyond all that either side holds: it did not move.
        row_now, column_now = rows.get(row, row), columns.get(column, column)
        return None if row_now is None or column_now is None else Place(name, row_now, column_now)

    return now
