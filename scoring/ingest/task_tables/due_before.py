"""Is a task of a plan due before the plan's year begins? As printed it is late from the start."""

from collections.abc import Iterator, Mapping
from datetime import date

import pandas as pd

from scoring.ingest.problems import Place, Problem
from scoring.text.deadlines import parse_deadline


def due_before_plan(
    frame: pd.DataFrame, sheet: str, columns: Mapping[str, str], year: int | None
) -> Iterator[Problem]:
    """The rows whose deadline ends before the first day of the plan's year.

    The deadline stays as it is printed: only a person knows which of the two years is meant.

    Shape: `frame` has row and deadline; `columns` are the letters of the columns that the table
        has; `year` is the plan's, None where it is not known.
    """
    if year is None or "deadline" not in columns:
        return
    begins = date(year, 1, 1)
    ended = {text: _ends(text, year) for text in frame["deadline"].unique()}
    early = frame["deadline"].map(lambda text: (ended[text] or begins) < begins).astype(bool)
    for row, text in frame.loc[early, ["row", "deadline"]].itertuples(index=False):
        yield Place(sheet, int(row), columns["deadline"]).problem(
            "due-before-plan",
            f"thời hạn từ ngày {begins:%d/%m/%Y}, vì kế hoạch của năm {year}",
            f"“{text}”, đến hết {ended[text]:%d/%m/%Y}",
        )


def _ends(text: str, year: int) -> date | None:
    """The day by which a deadline is over; None where it is open or not understood."""
    due = parse_deadline(text, year=year)
    return due.last if due and not due.goes_on else None
