"""What a score table does not print and was computed: nothing is filled in silently."""

from collections.abc import Iterator, Sequence

from scoring.ingest.problems import Place, Problem
from scoring.ingest.score_tables.check_basis import Basis
from scoring.ingest.score_tables.scores import Scores

_NAMED = 6  # rows named one by one in a note
_NAMES = {
    "max_points": "Điểm chuẩn",
    "points": "Điểm thẩm định",
    "lost_points": "Điểm bị mất",
}


def computed_column(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """A column of the three that the table does not print, computed from the other two."""
    if scores.full.column and len(scores.frame):
        column = scores.column("max_points") or scores.column("title")
        place = Place(scores.sheet, scores.layout.header + 1, column)
        found = "không có cột này; đã tính từ hai cột kia"
        yield place.problem("column-computed", f"cột “{_NAMES[scores.full.column]}”", found)


def computed_cells(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """Blanks of a printed column that the row's other numbers tell: said once a column."""
    for field, filled in scores.full.cells.items():
        cells = [at for at in filled if field != "points" or not scores.tree.leaf[at]]
        if cells:
            row = int(scores.frame["row"].iat[cells[0]])
            place = Place(scores.sheet, row, scores.column(field) or scores.column("total_points"))
            yield place.problem("cell-computed", "một số", f"ô trống ở {_rows(scores, cells)}")


def summed_headings(scores: Scores, basis: Basis) -> Iterator[Problem]:
    """Parents that do not print what they lost."""
    if cells := scores.full.headings:
        row = int(scores.frame["row"].iat[cells[0]])
        place = Place(scores.sheet, row, scores.column("max_points"))
        found = f"ô trống ở {_rows(scores, cells)}"
        yield place.problem("heading-summed", "điểm của dòng cấp trên", found)


def _rows(scores: Scores, cells: Sequence[int]) -> str:
    """'1, 1.2 và 3 dòng khác'"""
    named = ", ".join(scores.tree.codes[at] for at in cells[:_NAMED])
    more = len(cells) - _NAMED
    return f"{named} và {more} dòng khác" if more > 0 else named
