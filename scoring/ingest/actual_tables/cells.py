"""What somebody wrote into the two cells of a row: what was reached, and where that is said."""

from collections.abc import Mapping
from dataclasses import dataclass

from scoring.ingest.actual_tables.keys import About
from scoring.ingest.cells import shown, text_of
from scoring.ingest.opening.workbook import Cell
from scoring.ingest.problems import Place, Problem
from scoring.ingest.progress_tables.cells import free_text
from scoring.text.reached import PERCENT, Unfit, reached

_BLANK = "ô trống"


@dataclass(frozen=True)
class Told:
    """What is told of an indicator and year; None where nothing is."""

    value: float | None = None
    source: str | None = None

    @property
    def nothing(self) -> bool:
        """Whether both cells are blank."""
        return self == Told()

    @property
    def texts(self) -> tuple[str, ...]:
        """The two as texts, to tell whether anything was changed."""
        return ("" if self.value is None else typed(self.value), self.source or "")


def typed(value: float) -> str:
    """A result as it would be typed: 85,5."""
    return f"{value:.10g}".replace(".", ",")


def read_told(
    cells: Mapping[str, Cell], about: About, places: Mapping[str, Place]
) -> tuple[Told, list[Problem]]:
    """What the two cells of a row say, and what is wrong with them."""
    cell, source, place = cells["value"], free_text(cells["source"]), places["value"]
    try:
        value = reached(cell, about.measure, about.most)
    except Unfit as unfit:
        found = f"“{shown(cell)}”"
        return Told(source=source), [place.problem("actual-value", unfit.expected, found)]
    # 40% typed into a cell of numbers is kept as 0.4: nothing tells it from 0.4 %.
    if about.measure == PERCENT and type(cell) is not str and value is not None and 0 < value <= 1:
        said = f"{typed(value)}: {typed(value)} % hay {typed(round(100 * value, 10))} %"
        return Told(source=source), [place.problem("actual-percent-doubtful", "phần trăm", said)]
    if value is None and source:
        found = f"“{text_of(cell)}”" if text_of(cell) else _BLANK
        return Told(source=source), [place.problem("actual-value-missing", "kết quả", found)]
    return Told(value, source), []
