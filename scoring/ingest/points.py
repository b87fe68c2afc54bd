"""The points of a score table's rows: of one column, or of appraisal and survey together."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.ingest.cells import Numbers, Unreadable, letter_of, numbers_in
from scoring.ingest.layout import Layout
from scoring.ingest.problems import Place, Problem, as_rounding
from scoring.ingest.workbook import Sheet
from scoring.text import format as fmt

POINTS = ("max_points", "self_points", "points", "lost_points")
PARTS = ("points", "survey_points")
PRINTED = (*POINTS, "survey_points", "total_points")


@dataclass(frozen=True)
class Points:
    """The numbers of each column, as printed and as they count, and the unreadable cells."""

    printed: dict[str, Numbers]  # field of the layout → numbers
    wrong: dict[str, tuple[Unreadable, ...]]  # field of the layout → cells

    @property
    def counting(self) -> dict[str, Numbers]:
        """The four columns of points: a printed total, else appraisal and survey together."""
        numbers = {field: self.printed[field] for field in POINTS}
        if not np.isnan(self.printed["total_points"]).all():
            numbers["points"] = self.printed["total_points"]
        elif not np.isnan(self.printed["survey_points"]).all():
            numbers["points"] = _together(*(self.printed[field] for field in PARTS))
        return numbers

    def unread(self, field: str) -> frozenset[int]:
        """The rows whose number of a counting column cannot be read."""
        fields = (*PARTS, "total_points") if field == "points" else (field,)
        return frozenset(cell.at for one in fields for cell in self.wrong[one])

    @property
    def given(self) -> NDArray[np.bool_]:
        """The rows with a number in any column."""
        numbers = np.array(list(self.printed.values()))
        return np.asarray(~np.isnan(numbers).all(axis=0), dtype=bool)


def read_points(sheet: Sheet, layout: Layout) -> Points:
    """All columns of points of one table."""
    read = {field: numbers_in(sheet, layout, field) for field in PRINTED}
    return Points(
        {field: numbers for field, (numbers, _) in read.items()},
        {field: wrong for field, (_, wrong) in read.items()},
    )


def _together(appraised: Numbers, survey: Numbers) -> Numbers:
    """Their sum, or the one that is there: a criterion is appraised, surveyed, or both."""
    both = np.array([appraised, survey])
    summed = np.round(np.nansum(both, axis=0), 10)
    return np.where(np.isnan(both).all(axis=0), np.nan, summed)


def parts_differ(
    points: Points, sheet: str, layout: Layout, kept: NDArray[np.bool_], tolerance: float
) -> Iterator[Problem]:
    """Appraisal + survey against the printed total: official tables round each of them."""
    appraised, survey, total = (points.printed[f] for f in (*PARTS, "total_points"))
    gap = np.abs(appraised + survey - total)
    for at in np.flatnonzero((gap > 0.0005) & kept):
        place = Place(sheet, int(at) + layout.first + 1, letter_of(layout, "total_points"))
        parts = round(float(appraised[at] + survey[at]), 6)
        expected = f"{fmt.points(appraised[at])} + {fmt.points(survey[at])} = {fmt.points(parts)}"
        differs = place.problem("parts-differ", expected, fmt.points(total[at]))
        yield as_rounding(differs) if gap[at] <= tolerance + 1e-6 else differs
