"""Indices whose parts are points (PAPI, PCI): out of how many, and do they add up to the total?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from scoring.ingest.cells import Numbers, numbers_of
from scoring.ingest.finding.layout import Layout
from scoring.ingest.finding.other_columns import column_cells
from scoring.ingest.opening.workbook import Sheet, column_letter
from scoring.ingest.problems import Place, Problem, as_rounding
from scoring.ingest.reference import Factor, Reference
from scoring.text import format as fmt

SURVEY = "SIPAS"
HUNDRED = 100.0
_TOLD = 0.0005  # smaller differences are noise of the cells
_ROUNDED = 0.005  # by which each number of two decimals may be off


@dataclass(frozen=True)
class Dimensions:
    """The parts of one index in one year, each out of its own maximum."""

    index: str
    year: int | None
    reference: Reference

    @property
    def total(self) -> float:
        """The maximum of the whole index."""
        return self.reference.max_points(self.index, self.year) or HUNDRED

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the dimensions that the index had in that year."""
        return frozenset(
            one.code
            for one in self.reference.factors
            if one.index_name == self.index and not one.overall and one.stood_in(self.year)
        )

    @property
    def adds_up(self) -> bool:
        """Whether the total is the sum of the dimensions; PCI weighs them."""
        overall = (one for one in self.reference.factors if one.index_name == self.index)
        return any(one.overall and one.max_points is None for one in overall)

    def most(self, factor: Factor | None) -> float:
        """The maximum of one part; what the registry lacks is taken for a dimension."""
        if factor is not None and factor.overall:
            return self.total
        known = factor.max_points if factor is not None else None
        others = (
            one.max_points
            for one in self.reference.factors
            if one.index_name == self.index and not one.overall and one.max_points
        )
        return known or next(others, HUNDRED)

    def percent(self, number: float, factor: Factor | None) -> float:
        """A printed number in percent of its maximum: 5.2 of 10 → 52; 0 is a missing one."""
        return float("nan") if not number else round(100 * number / self.most(factor), 10)

    def wrong(self, number: float, factor: Factor | None, place: Place) -> Iterator[Problem]:
        """A number that no part of the index can have."""
        most = self.most(factor)
        if number > most:
            yield place.problem(
                "points-above-max", f"nhiều nhất {fmt.points(most)}", fmt.points(number)
            )
        elif number < 0:
            yield place.problem("negative-points", "số từ 0 trở lên", fmt.points(number))


def dimensions_of(index: str | None, year: int | None, reference: Reference) -> Dimensions | None:
    """How the parts of an index are read; None where they are percentages, as SIPAS's are."""
    parts = (one for one in reference.factors if one.index_name == index and not one.overall)
    of_points = any(one.max_points not in (None, HUNDRED) for one in parts)
    return Dimensions(index, year, reference) if index and of_points else None


def factor_index(dimensions: Dimensions | None) -> str:
    """The index whose factors the names of columns and rows are looked up among."""
    return SURVEY if dimensions is None else dimensions.index


def without_zeros(numbers: Numbers) -> Numbers:
    """The same with 0 as missing: no dimension can be scored so low."""
    return np.where(numbers == 0, np.nan, numbers)


def zero_note(sheet: Sheet, layout: Layout, columns: Sequence[int]) -> Iterator[Problem]:
    """That zeros were read as missing, told once at the first of them."""
    zeros = [
        (int(at), column)
        for column in columns
        for at in np.flatnonzero(numbers_of(column_cells(sheet, layout, column))[0] == 0)
    ]
    if zeros:
        at, column = min(zeros)
        place = Place(sheet.name, layout.row_of(at), column_letter(column))
        yield place.problem("zero-missing", "ô trống khi không có số liệu", f"{len(zeros)} ô ghi 0")


def totals_differ(
    sheet: Sheet,
    layout: Layout,
    factors: Mapping[int, Factor],
    at: Sequence[int],
    dimensions: Dimensions,
    tolerance: float,
) -> Iterator[Problem]:
    """The printed total of each row against the sum of its dimensions, where all are printed."""
    total = next((column for column, one in factors.items() if one.overall), None)
    if total is None:
        return
    read = {one: without_zeros(numbers_of(column_cells(sheet, layout, one))[0]) for one in factors}
    for one in at:
        printed = {factor.code: float(read[column][one]) for column, factor in factors.items()}
        place = Place(sheet.name, layout.row_of(one), column_letter(total))
        yield from total_differs(printed, float(read[total][one]), dimensions, place, tolerance)


def total_differs(
    printed: Mapping[str, float],
    total: float,
    dimensions: Dimensions,
    place: Place,
    tolerance: float,
) -> Iterator[Problem]:
    """One printed total against the sum of its dimensions; nothing where one of them is missing.

    Each number was rounded to two decimals, so that much may be left between them.

    Shape: `printed` by code, in points.
    """
    codes = dimensions.codes
    if not dimensions.adds_up or not codes <= printed.keys():
        return
    added = round(sum(printed[code] for code in codes), 6)
    gap = abs(added - total)
    if gap > _TOLD:
        expected = f"{fmt.points(added)} (tổng {len(codes)} nội dung)"
        differs = place.problem("parts-differ", expected, fmt.points(total))
        rounding = max(tolerance, _ROUNDED * (len(codes) + 1))
        yield as_rounding(differs) if gap <= rounding + 1e-6 else differs
