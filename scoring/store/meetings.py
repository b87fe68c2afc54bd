"""Meetings with their figures as they were at the start, and the commentary as people worded it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

import duckdb
import pandas as pd

from scoring.store.events import next_moment, note
from scoring.store.tables import insert


@dataclass(frozen=True)
class Meeting:
    """A meeting on one organisation's year; states and delays are counted at `day`."""

    organisation: str
    year: int
    day: date


@dataclass(frozen=True)
class Commentary:
    """What is said of a year and of which batches; without sentences: what the rules say."""

    organisation: str
    year: int
    batches: Sequence[str]
    sentences: Sequence[str]


def begin(
    cursor: duckdb.DuckDBPyConnection,
    meeting: Meeting,
    answers: Mapping[str, bytes],
    *,
    now: datetime,
    who: str,
) -> str:
    """Keep a meeting with all its answers, and give its id.

    Raises: ValueError for a meeting without answers.
    """
    if not answers:
        raise ValueError(f"a meeting without figures: {meeting}")
    moment = next_moment(cursor, now)
    of_it = moment.strftime("%Y%m%d-%H%M%S-%f")
    begun = pd.DataFrame([asdict(meeting)])
    insert(cursor, "meeting", begun, id=of_it, started_at=moment, who=who or None)
    kept = pd.DataFrame({"key": list(answers), "content": list(answers.values())})
    insert(cursor, "meeting_answer", kept, meeting=of_it)
    note(cursor, moment, "meeting", None, [f"{meeting.organisation} {meeting.year} {of_it}"], who)
    return of_it


def word(cursor: duckdb.DuckDBPyConnection, said: Commentary, *, now: datetime, who: str) -> None:
    """Keep one wording of a year's commentary."""
    moment = next_moment(cursor, now)
    lines = [" ".join(one.split()) for one in said.sentences]
    row = {
        "organisation": said.organisation,
        "year": said.year,
        "batches": "\n".join(said.batches),
        "text": "\n".join(line for line in lines if line),
        "decided_at": moment,
    }
    insert(cursor, "commentary", pd.DataFrame([row]), who=who or None)
    note(
        cursor, moment, "commentary", None, [f"{said.organisation} {said.year} {row['text']}"], who
    )
