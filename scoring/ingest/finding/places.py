"""Where the tables of a file are, and what the texts around each say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scoring.ingest.by_kind import HUNDRED, OUT_OF_HUNDRED
from scoring.ingest.finding.forms import FORMS
from scoring.ingest.finding.headers import Headers
from scoring.ingest.finding.layout import Layout, layouts
from scoring.ingest.finding.unit_columns import without_units
from scoring.ingest.finding.year_before import with_year_before
from scoring.ingest.identity.identity import Identity, identify, speaks_of_satisfaction
from scoring.ingest.identity.lines import Line, lines_around
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.result_tables.factor_columns import factor_columns, with_overall_value
from scoring.ingest.said import Given


@dataclass(frozen=True)
class TablePlace:
    """Where one table of a file is, and what the texts around it say."""

    sheet: Sheet
    layout: Layout
    lines: tuple[Line, ...]
    who: Identity

    @property
    def most(self) -> float | None:
        """The points that can be reached, where the organisation's level tells."""
        organisation = self.who.organisation
        if self.layout.kind != "scores" or organisation is None:
            return None
        return HUNDRED if organisation.level in OUT_OF_HUNDRED else None


def table_places(name: str, sheets: Sequence[Sheet], given: Given) -> Iterator[TablePlace]:
    """The tables of a file, sheet by sheet; what only may be one is one where the texts say so."""
    for sheet in sheets:
        for layout in _layouts(sheet, given):
            lines = lines_around(sheet, layout, name)
            if layout.sure or given.said.kind or speaks_of_satisfaction(lines):
                who = identify(lines, layout, sheet, given.reference)
                yield TablePlace(sheet, layout, lines, who)


def _layouts(sheet: Sheet, given: Given) -> Iterator[Layout]:
    said, reference = given.said, given.reference
    headers = Headers(reference.headers)
    forms = tuple(form for form in FORMS if said.kind in (None, form.kind))
    for one in layouts(sheet, headers, forms, said.columns, given.memory.columns):
        for layout in with_year_before(one, headers):
            if layout.kind == "league":
                yield with_overall_value(layout, factor_columns(layout, reference), given)
            else:
                yield without_units(sheet, layout, given)
