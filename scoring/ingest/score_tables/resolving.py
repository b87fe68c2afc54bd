"""Doubtful codes made sure: 1.10 stored as 1.1, and codes that became dates."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scoring.ingest.opening.workbook import Cell
from scoring.ingest.score_tables.ordering import Choice, Code, choices
from scoring.ingest.score_tables.outline import Labels
from scoring.text.codes import numbered
from scoring.text.labels import DATE, NUMBER, Label

Formats = Callable[[], Mapping[int, str]]  # the number format of each cell of the column

_DOUBTFUL = 15.0  # readings that order tells apart by less are looked up in the formats
_FORMATTED = 3  # 1.10, 1.20 and 1.30; two decimals say nothing of 1.50
_TWO_DECIMALS = ".00"


@dataclass(frozen=True)
class Resolved:
    """One row's code where there were several readings."""

    code: str
    formatted: bool = False  # told by the number format, not by order
    other: str = ""  # the reading that nothing excludes, '' where the code is sure


@dataclass(frozen=True)
class _Row:
    """The readings of one row."""

    at: int
    readings: tuple[str, ...]
    stored: bool  # as a number, which loses zeros


@dataclass(frozen=True)
class _Run:
    """Rows under one heading, whose codes follow each other."""

    heading: str
    rows: tuple[_Row, ...]

    def choices(self, hints: Mapping[int, int]) -> list[Choice]:
        codes = [[_parts(reading) for reading in row.readings] for row in self.rows]
        starts: list[Code] = [(), (int(self.heading),)] if self.heading else [()]
        return choices(codes, starts, [hints.get(row.at) for row in self.rows])


def resolved(
    labels: Labels, cells: Sequence[Cell], headings: Sequence[str], formats: Formats | None
) -> Mapping[int, Resolved]:
    """For each position with several readings the code that order and number format tell."""
    runs = [near for run in _runs(labels, cells, headings) if (near := _near_doubts(run)).rows]
    hints: Mapping[int, int] = {}
    if formats and any(_is_doubtful(run) for run in runs):
        hints = _hints([row for run in runs for row in run.rows], formats())
    return {at: one for run in runs for at, one in _told(run, hints)}


def _near_doubts(run: _Run) -> _Run:
    """The rows with several readings and those next to them: no other row tells anything."""
    rows = run.rows
    doubtful = [at for at, row in enumerate(rows) if len(row.readings) > 1]
    near = sorted({at + by for at in doubtful for by in (-1, 0, 1) if 0 <= at + by < len(rows)})
    heading = run.heading if near[:1] == [0] else ""
    return _Run(heading, tuple(rows[at] for at in near))


def _told(run: _Run, hints: Mapping[int, int]) -> Iterator[tuple[int, Resolved]]:
    for row, choice in zip(run.rows, run.choices(hints), strict=True):
        if len(row.readings) > 1:
            other = "" if choice.sure else row.readings[choice.second]
            formatted = hints.get(row.at) == choice.chosen
            yield row.at, Resolved(row.readings[choice.chosen], formatted, other)


def _is_doubtful(run: _Run) -> bool:
    """Whether a number of it may have lost a zero, as far as order tells."""
    return any(
        row.stored and len(row.readings) > 1 and choice.margin < _DOUBTFUL
        for row, choice in zip(run.rows, run.choices({}), strict=True)
    )


def _hints(rows: Sequence[_Row], formats: Mapping[int, str]) -> dict[int, int]:
    """The positions whose format shows a lost zero, with the reading it tells.

    Where all numbers are shown with two decimals ('1.50' for 1.5), the format tells nothing.
    """
    stored = [row for row in rows if row.stored and len(row.readings) > 1]
    shown = [row for row in stored if _TWO_DECIMALS in formats.get(row.at, "").replace(",", ".")]
    last = {row.readings[0].rpartition(".")[2] for row in shown}
    if len(shown) == len(stored) and len(last) > 1:
        return {}
    return {row.at: 1 for row in shown if int(row.readings[0].rpartition(".")[2]) <= _FORMATTED}


def _runs(labels: Labels, cells: Sequence[Cell], headings: Sequence[str]) -> Iterator[_Run]:
    heading = ""
    rows: list[_Row] = []
    printed = frozenset(label.text for label in labels if label and label.kind != DATE)
    for at, label in enumerate(labels):
        if label is None:
            continue
        if label.kind in headings:
            yield _Run(heading, tuple(rows))
            heading, rows = (label.text if label.text.isdigit() else ""), []
        elif label.kind in (NUMBER, DATE) and numbered(label.text) and not label.above:
            stored = type(cells[at]) is float
            readings = _readings(label, rows, printed, stored=stored)
            rows.append(_Row(at, readings, stored))
    yield _Run(heading, tuple(rows))


def _readings(
    label: Label, before: Sequence[_Row], printed: Collection[str], *, stored: bool
) -> tuple[str, ...]:
    """The codes a cell may mean: a number like 1.1 may have lost a zero.

    A text may too (a file once saved as CSV), but only where it stands after a later code. A date
    means no code that is printed elsewhere, as long as it can mean another.
    """
    if label.kind == DATE:
        new = tuple(reading for reading in label.readings if reading not in printed)
        return new or label.readings
    code = label.text
    parent, _, last = code.rpartition(".")
    if not parent or "." in parent or len(last) > 1:
        return label.readings
    if stored or _after_later(before, parent, int(last)):
        return (code, f"{code}0")
    return label.readings


def _after_later(before: Sequence[_Row], parent: str, last: int) -> bool:
    """Whether a later criterion of the same parent stands just above, whatever is below it."""
    for row in reversed(before):
        parts = row.readings[0].split(".")
        if parts[0] != parent or len(parts) == 1:
            return False
        if len(parts) == 2:
            return int(parts[1]) > last
    return False


def _parts(code: str) -> Code:
    return tuple(map(int, code.split(".")))
