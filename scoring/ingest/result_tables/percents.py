"""Which numbers are percentages, and which of them were stored as fractions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from scoring.ingest.cells import Numbers
from scoring.ingest.finding.layout import Layout
from scoring.ingest.opening.workbook import Cell, Sheet
from scoring.ingest.problems import Place, Problem
from scoring.ingest.score_tables.appearance import Appearance
from scoring.text import format as fmt
from scoring.text.words import fold

_OF_HUNDRED = re.compile(
    r"%|chỉ số|\bpar\b|par ?index|sipas|papi|\bpci\b|hài lòng|t[ỷỉ] lệ|phần trăm"
)
_IN_POINTS = re.compile(r"\bđiểm\b")
_FEW = re.compile(r"\b(?:không|chưa) hài lòng\b")  # of whom there may be less than one in a hundred
_LARGEST_FRACTION = 2.0  # 1.02 among 0.84, 0.83 … is 102 %, and wrong


def in_percent(layout: Layout) -> bool:
    """Whether a league's values are out of a hundred, by the name of their column."""
    label = fold(layout.labels.get("value", ""))
    return "%" in label or (bool(_OF_HUNDRED.search(label)) and not _IN_POINTS.search(label))


def of_few(text: str) -> bool:
    """Whether a text names those who are not satisfied: less than 1 % is not absurd."""
    return bool(_FEW.search(fold(text)))


@dataclass(frozen=True)
class Percents:
    """A column of percentages, and which were stored as fractions of one."""

    numbers: Numbers
    fractions: frozenset[int] = frozenset()  # of these it is certain
    doubtful: frozenset[int] = frozenset()  # these may be what they say

    def problems(self, at: int, place: Place) -> Iterator[Problem]:
        """What to say of one number: its two readings, or that it is out of bounds."""
        value = float(self.numbers[at])
        if not np.isnan(value) and not 0 <= value <= 100:
            yield place.problem("percent-outside", "số từ 0 đến 100", fmt.percent(value))
        elif at in self.fractions:
            yield place.problem("percent-fraction", fmt.percent(value), _as_stored(value))
        elif at in self.doubtful:
            readings = f"{fmt.percent(value)} hay {fmt.percent(value / 100, 4)}"
            yield place.problem("percent-doubtful", readings, _as_stored(value))


def _as_stored(value: float) -> str:
    return fmt.number(value / 100, 4)


def as_percents(numbers: Numbers, cells: Sequence[Cell], few: Sequence[bool] = ()) -> Percents:
    """83,99 % stored as 0.8399; a text that says '%' means what it says, and 0 stays 0.

    Certain where the whole column is stored so; among numbers like 83.99, and where `few` says
    that less than 1 % is not absurd, both readings are possible.
    """
    written = np.array([type(cell) is str and "%" in cell for cell in cells], dtype=bool)
    small = (numbers > 0) & (numbers <= 1) & ~written
    if not small.any():
        return Percents(numbers)
    others = (numbers > 0) & ~small
    fractions_too = (
        (numbers[others] <= _LARGEST_FRACTION).all()
        and not written[others].any()
        and others.sum() < small.sum()
    )
    stored = small | others if fractions_too else small
    rare = np.array(few, dtype=bool) if len(few) else np.zeros(len(numbers), dtype=bool)
    doubtful = stored & rare if fractions_too else stored
    counted = np.where(stored, np.round(numbers * 100, 8), numbers)
    return Percents(counted, _places(stored & ~doubtful), _places(doubtful))


def known_by_format(found: Percents, sheet: Sheet, layout: Layout, field: str) -> Percents:
    """The same with what the cells' number formats tell: '0.00%' shows 0.8399 as 83,99 %.

    Only an .xlsx tells, and only where there is a doubt its file is looked at again.
    """
    if not found.doubtful or layout.blocks:
        return found
    column = replace(layout, columns={"code": layout.columns[field]})
    formats = Appearance(sheet, column).formats()
    shown = frozenset(at for at in found.doubtful if "%" in formats.get(at, ""))
    return replace(found, fractions=found.fractions | shown, doubtful=found.doubtful - shown)


def _places(which: NDArray[np.bool_]) -> frozenset[int]:
    return frozenset(np.flatnonzero(which).tolist())
