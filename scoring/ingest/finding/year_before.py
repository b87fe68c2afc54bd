"""A column 'Năm trước' beside this year's: the results of the year before, a table of their own."""

from dataclasses import replace

from scoring.ingest.finding.headers import EXACT, Headers, years_in
from scoring.ingest.finding.layout import Layout
from scoring.ingest.finding.other_columns import other_columns

PREVIOUS = "previous_percent"
_FIRST_PART = 50  # parts of tables of the year before, after those of all years named


def with_year_before(layout: Layout, headers: Headers) -> tuple[Layout, ...]:
    """The table, and one of the year before where a column without a year holds its results."""
    if layout.kind != "satisfaction" or "percent" not in layout.columns:
        return (layout,)
    at = _column(layout, headers)
    if at is None:
        return (layout,)
    columns = {**layout.columns, PREVIOUS: at}
    labels = {**layout.labels, PREVIOUS: layout.texts[at]}
    own = {field: column for field, column in columns.items() if field != "target"}
    before = replace(
        layout,
        columns={**own, "percent": at},
        labels={**labels, "percent": layout.texts[at]},
        part=_FIRST_PART + layout.part,
        doubts=(),
    )
    return (replace(layout, columns=columns, labels=labels), before)


def _column(layout: Layout, headers: Headers) -> int | None:
    """The column named for the year before; one that names its year is a year side by side."""
    if PREVIOUS in layout.columns:
        return layout.columns[PREVIOUS]
    named = (
        at
        for at in other_columns(layout)
        if not years_in(layout.texts[at])
        and headers.fields(layout.texts[at]).get(PREVIOUS) == EXACT
    )
    return next(named, None)


def is_year_before(layout: Layout) -> bool:
    """Whether the table is that of the year before the one its texts speak of."""
    return PREVIOUS in layout.columns and layout.columns[PREVIOUS] == layout.columns.get("percent")
