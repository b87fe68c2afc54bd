"""What is known? Every answer asked once, and kept until something is loaded or undone.

The only cache of the pages: known, results, plans, meetings and files each name what of theirs is
dropped.
"""

from datetime import UTC, datetime

from pages.ui.answers import files, known, meetings, plans, results
from pages.ui.answers.files import (
    against,
    batch_changes,
    changes,
    clash,
    marked_copy,
    read_again,
    sheets,
    stored_rows,
    tables,
)
from pages.ui.answers.known import (
    ask,
    kinds,
    reference,
    reference_problems,
    refusal,
    remembered,
    store,
    unit_names,
)
from pages.ui.answers.meetings import (
    Held,
    begin_meeting,
    commentary,
    held,
    meeting,
    review,
    screens,
    unit_frames,
    worded,
)
from pages.ui.answers.plans import board, indicators, task_units
from pages.ui.answers.results import comparison, headline, repeated

__all__ = [
    "Held",
    "against",
    "ask",
    "batch_changes",
    "begin_meeting",
    "board",
    "changes",
    "clash",
    "commentary",
    "comparison",
    "forget",
    "forget_reference",
    "headline",
    "held",
    "indicators",
    "kinds",
    "marked_copy",
    "meeting",
    "read_again",
    "reference",
    "reference_problems",
    "refusal",
    "remembered",
    "repeated",
    "review",
    "screens",
    "set_kind",
    "sheets",
    "store",
    "stored_rows",
    "tables",
    "task_units",
    "unit_frames",
    "unit_names",
    "worded",
]


def set_kind(criteria_set: str, code: str, kind: str) -> None:
    """Decide a criterion's kind; every page follows at once."""
    store().set_kind(criteria_set, code, kind, now=datetime.now(UTC))
    forget()


def forget() -> None:
    """Drop every kept answer: something was loaded, undone or decided."""
    for part in (known, results, plans, meetings, files):
        for kept in part.DROPPED:
            kept.clear()


def forget_reference() -> None:
    """Read the reference files anew, and everything that was read with them: a set was added."""
    for part in (known, files):
        for kept in part.OF_REFERENCE:
            kept.clear()
    forget()
