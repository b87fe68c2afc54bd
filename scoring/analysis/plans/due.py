"""By when is a task to be done, as its plan prints it or a person says?"""

from datetime import date
from typing import Literal

import pandas as pd

from scoring.analysis.questions import records
from scoring.text.deadlines import Deadline, parse_deadline

DueKind = Literal["date", "recurring", "event", "unclear", "none"]


def with_due(tasks: pd.DataFrame) -> pd.DataFrame:
    """The tasks with the time that they are to be done by.

    Shape: `tasks` as the question `tasks` gives them; added: due_kind (date, recurring, event,
        unclear: printed but not understood, none: nothing printed), due_first and due_last (dates,
        None where open), goes_on (does not end with due_last), due_text (the words that were read).
    """
    read = [_read(row) for row in records(tasks[["due_said", "deadline", "year", "kind"]])]
    return tasks.assign(
        due_kind=pd.Series([kind for kind, _, _ in read], index=tasks.index, dtype="str"),
        due_first=_dates(tasks, [due.first if due else None for _, due, _ in read]),
        due_last=_dates(tasks, [due.last if due else None for _, due, _ in read]),
        goes_on=pd.Series(
            [bool(due and due.goes_on) for _, due, _ in read], index=tasks.index, dtype="bool"
        ),
        due_text=pd.Series([text for _, _, text in read], index=tasks.index, dtype="str"),
    )


def _read(row: dict[str, object]) -> tuple[DueKind, Deadline | None, str]:
    text = str(row["due_said"] or row["deadline"] or "").strip()
    if not text:
        return "none", None, ""
    # Beside a score table stands what is done in the year after the one assessed.
    year = int(str(row["year"])) + (row["kind"] == "scores")
    found = parse_deadline(text, year=year)
    return (found.kind if found else "unclear"), found, text


def _dates(tasks: pd.DataFrame, days: list[date | None]) -> pd.Series:
    return pd.Series(days, index=tasks.index, dtype="object")
