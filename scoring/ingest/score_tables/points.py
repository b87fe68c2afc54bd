"""The points of a score table's rows: of one column, or of appraisal and survey together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from scoring.ingest.cells import Numbers, Unreadable, letter_of, numbers_in
from scoring.ingest.finding.layout import Layout
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.problems import Place, Problem, as_rounding
from scoring.text import format as fmt
from scoring.text.words import fold

POINTS = ("max_points", "self_points", "points", "lost_points")
PARTS = ("points", "survey_points")
_OF_POINTS = re.compile(r"chỉ số|điểm|^% đạt")
_FEWEST_NEGATED = 2  # losses below zero: one may be a slip
_ROUNDED = 0.0205  # what rounding of the three columns leaves between them
_MOSTLY = 0.8
PRINTED = (*POINTS, "survey_points", "total_points")


@dataclass(frozen=True)
class Points:
    """The numbers of each column, as printed and as they count, and the unreadable cells."""

    printed: dict[str, Numbers]  # field of the layout → numbers
    wrong: dict[str, tuple[Unreadable, ...]]  # field of the layout → cells
    negated: bool = False  # lost points that are printed below zero throughout

    @cached_property
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

    @cached_property
    def given(self) -> NDArray[np.bool_]:
        """The rows with a number in any column."""
        return self._any(PRINTED)

    @cached_property
    def scored(self) -> NDArray[np.bool_]:
        """The rows with a number beside their maximum: points, lost points, self points …"""
        return self._any([field for field in PRINTED if field != "max_points"])

    def _any(self, fields: Sequence[str]) -> NDArray[np.bool_]:
        numbers = np.array([self.printed[field] for field in fields])
        return np.asarray(~np.isnan(numbers).all(axis=0), dtype=bool)


def read_points(sheet: Sheet, layout: Layout) -> Points:
    """All columns of points of one table."""
    read = {field: numbers_in(sheet, layout, field) for field in PRINTED}
    points = Points(
        {field: numbers for field, (numbers, _) in read.items()},
        {field: wrong for field, (_, wrong) in read.items()},
    )
    if not _are_negated(points):
        return points
    lost = np.abs(points.printed["lost_points"])
    return Points({**points.printed, "lost_points": lost}, points.wrong, negated=True)


def _are_negated(points: Points) -> bool:
    """Whether losses are printed as −0,5: all of them, and as max − points shows where it can."""
    lost, top = points.printed["lost_points"], points.printed["max_points"]
    some = lost[~np.isnan(lost) & (lost != 0)]
    if len(some) < _FEWEST_NEGATED or (some > 0).any():
        return False
    gaps = np.abs(top - points.counting["points"] + lost)
    gaps = gaps[~np.isnan(gaps)]
    if len(gaps):
        return bool((gaps <= _ROUNDED).mean() >= _MOSTLY)
    within = (-lost <= top + _ROUNDED)[~np.isnan(lost) & ~np.isnan(top)]
    return bool(len(within) and within.all())


def loss_sign(points: Points, sheet: str, layout: Layout) -> Iterator[Problem]:
    """One note that losses printed below zero are losses."""
    if points.negated:
        lost = points.printed["lost_points"]
        first = float(lost[~np.isnan(lost) & (lost != 0)][0])
        place = Place(sheet, layout.header + 1, letter_of(layout, "lost_points"))
        told = f"mọi số trong cột đều âm: {fmt.points(-first)} được hiểu là mất {fmt.points(first)}"
        yield place.problem("loss-sign", "điểm bị mất là số dương", told)


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
    for at in np.flatnonzero((gap > 0.0005) & kept).tolist():
        place = Place(sheet, layout.row_of(at), letter_of(layout, "total_points", at))
        parts = round(float(appraised[at] + survey[at]), 6)
        expected = f"{fmt.points(appraised[at])} + {fmt.points(survey[at])} = {fmt.points(parts)}"
        differs = place.problem("parts-differ", expected, fmt.points(total[at]))
        yield as_rounding(differs) if gap[at] <= tolerance + 1e-6 else differs


def percent_differs(
    sheet: Sheet, layout: Layout, frame: pd.DataFrame, tolerance: float
) -> Iterator[Problem]:
    """The printed 'Chỉ số (%)' of a row against 100 × points ÷ maximum, beyond all rounding."""
    label = fold(layout.labels.get("percent_of_max", ""))
    if not _OF_POINTS.search(label):
        return
    printed, _ = numbers_in(sheet, layout, "percent_of_max")
    printed = printed[frame["row"].to_numpy() - layout.first - 1]
    top, got = (frame[field].to_numpy(dtype=float) for field in ("max_points", "points"))
    with np.errstate(divide="ignore", invalid="ignore"):
        expected = 100 * got / top
        allowed = 0.05 + 100 * tolerance / np.abs(top)
    whole = np.where(printed == np.round(printed), 0.5, 0.0)  # '88 %' was rounded to whole percent
    gap = np.minimum(np.abs(printed - expected), np.abs(100 * printed - expected))
    for at in np.flatnonzero((gap > allowed + whole) & (top > 0)):
        place = Place(sheet.name, int(frame["row"].iat[at]), letter_of(layout, "percent_of_max"))
        counted = f"100 × {fmt.points(got[at])} ÷ {fmt.points(top[at])}"
        share = f"{counted} = {fmt.points(round(float(expected[at]), 2))}"
        yield place.problem("percent-differs", share, fmt.points(printed[at]))
