"""Which columns of a table of targets hold goals, results to start from, units and who leads?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scoring.ingest.cells import texts_of
from scoring.ingest.finding.headers import BEGINS, Headers, bare, years_in
from scoring.ingest.finding.layout import Layout
from scoring.ingest.finding.other_columns import column_cells, other_columns
from scoring.ingest.opening.workbook import Sheet, column_letter
from scoring.ingest.target_tables.due_years import due_in
from scoring.ingest.target_tables.measures import is_measure
from scoring.text.words import fold

_AIM = re.compile(r"(?:chỉ tiêu|mục tiêu|kế hoạch|phấn đấu)\b")
_EITHER_UNIT = "đơn vị"  # of measure, or an agency: its cells tell


@dataclass(frozen=True)
class Numbers:
    """A column of goals or of results: where it stands, its header text and year."""

    at: int
    label: str
    year: int | None

    @property
    def letter(self) -> str:
        """Its letter in the spreadsheet."""
        return column_letter(self.at)


@dataclass(frozen=True)
class Columns:
    """The columns of goals and of results before them, left to right; the others by field."""

    layout: Layout
    aims: tuple[Numbers, ...]
    bases: tuple[Numbers, ...]

    @property
    def read(self) -> tuple[int, ...]:
        """The columns of numbers that are read besides those of the layout."""
        return tuple(one.at for one in (*self.aims, *self.bases))


def target_columns(sheet: Sheet, layout: Layout, headers: Headers, year: int | None) -> Columns:
    """What each column of numbers is, by its header; `year` is the plan's.

    Columns named by their year alone are goals, but those of years before the plan's: results.
    """
    layout = _with_unit(sheet, layout)
    aims, bases = [], []
    for at in sorted(_candidates(layout)):
        text = layout.texts[at] if at < len(layout.texts) else ""
        field = _field_of(at, text, layout, headers, year)
        if field == "aim":
            aims.append(Numbers(at, text, due_in(text)))
        elif field == "base":
            bases.append(Numbers(at, text, next(reversed(years_in(text)), None)))
    return Columns(layout, tuple(aims), tuple(bases))


def year_in_header(layout: Layout) -> int | None:
    """The plan's year where only the columns tell: the first of those named as goals of a year.

    Columns named by a year alone may be results, and tell nothing.
    """
    headers = (text for text in layout.texts[layout.left : layout.right] if bare(text))
    named = [years_in(text) for text in headers if _AIM.match(fold(text))]
    return min((min(years) for years in named if years), default=None)


def _candidates(layout: Layout) -> Iterator[int]:
    yield from (layout.columns[field] for field in ("aim", "base") if field in layout.columns)
    yield from other_columns(layout)


def _field_of(at: int, text: str, layout: Layout, headers: Headers, year: int | None) -> str | None:
    """'aim', 'base' or None; of the columns beside the one of its name only those of a year."""
    years = years_in(text)
    if years and not bare(text):
        return "base" if year is not None and max(years) < year else "aim"
    for field in ("aim", "base"):
        if layout.columns.get(field) == at:
            return field
    known = headers.fields(text)
    named = [field for field in ("aim", "base") if known.get(field, 0) >= BEGINS]
    return named[0] if named and years else None


def _with_unit(sheet: Sheet, layout: Layout) -> Layout:
    """The layout with a column 'Đơn vị' as the unit of measure or as the lead, as its cells say."""
    at = next((at for at in other_columns(layout) if bare(layout.texts[at]) == _EITHER_UNIT), None)
    if at is None:
        return layout
    said = [text for text in texts_of(column_cells(sheet, layout, at)) if text]
    counted = sum(map(is_measure, said))
    field = "measure" if counted * 2 > len(said) else "lead"
    if field in layout.columns:
        return layout
    columns = {**layout.columns, field: at}
    return replace(layout, columns=columns, labels={**layout.labels, field: layout.texts[at]})
