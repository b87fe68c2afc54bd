"""What somebody wrote into the two cells of a row: what was reached, and where that is said."""

from collections.abc import Mapping
from dataclasses import dataclass

from scoring.ingest.actual_tables.about import About
from scoring.ingest.cells import shown, text_of
from scoring.ingest.finding.layout import Layout
from scoring.ingest.handed_out.stretch import Stretch, free_text
from scoring.ingest.opening.workbook import Cell
from scoring.ingest.problems import Place, Problem
from scoring.ingest.target_tables.fractions import Fractions
from scoring.ingest.target_tables.goals import Asked
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


def fractions_of(of: Stretch) -> Fractions:
    """The columns of a stretch's sheet as they are shown, rows counted from its top."""
    rows, width = len(of.sheet.rows), len(of.sheet.rows[of.header])
    whole = Layout(of.form.kind, {}, {}, of.header, 0, rows, rows, None, 0, 0, width, 0)
    return Fractions(of.sheet, whole)


def cells_of(of: Stretch, at: int, about: About, fractions: Fractions) -> dict[str, Cell]:
    """The cells of a row that are filled in; 0.845 that is shown as 84,5% is that."""
    cells = of.told(at)
    column = of.columns.get("value")
    if column is not None and about.measure == PERCENT:
        shown_as = fractions.whole(column, at, cells["value"], Asked(about.indicator))
        cells["value"] = cells["value"] if shown_as is None else shown_as
    return cells


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
