"""What people decided about two years' criteria, as it stands now."""

from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from scoring.analysis.questions import Row, records
from scoring.analysis.years.matches import Codes, Decision


@dataclass(frozen=True)
class Word(Decision):
    """A decision with who took it and when (UTC); `shared`: for all with the same criteria."""

    who: str | None = None
    decided_at: datetime | None = None
    shared: bool = False


def standing(words: pd.DataFrame, *, shared: bool) -> tuple[Word, ...]:
    """The decisions that count: those of which no criterion had an earlier word in this order.

    Shape: `words` as the question `year_matches` gives them: the word that goes before first.
    `shared`: those for all organisations with the same criteria count as well.
    """
    spoken: set[tuple[str, str]] = set()
    stands = []
    for row in records(words):
        if row["shared"] and not shared:
            continue
        word = _word(row)
        about = {("old", code) for code in word.old} | {("new", code) for code in word.new}
        if not row["taken_back"] and not about & spoken:
            stands.append(word)
        spoken |= about
    return tuple(stands)


def codes(text: str) -> Codes:
    """The codes that a text joins."""
    return tuple(code for code in text.split(", ") if code)


def _word(row: Row) -> Word:
    return Word(
        codes(row["old"]),
        codes(row["new"]),
        unprinted=bool(row["unprinted"]),
        who=row["who"],
        decided_at=row["decided_at"],
        shared=bool(row["shared"]),
    )
