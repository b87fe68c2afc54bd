"""When did something happen, in which order, and who did it?"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import duckdb
import pandas as pd

from scoring.store.tables import insert


def next_moment(cursor: duckdb.DuckDBPyConnection, now: datetime) -> datetime:
    """`now` in UTC without zone, moved just past the last event.

    What is written last must count as last, also when a clock goes back or stands still, and
    batch ids made of the moment must differ.
    Raises: ValueError for a time without zone.
    """
    moment = plain_moment(now)
    row = cursor.execute("select max(happened_at) from log").fetchone()
    last = row[0] if row else None
    return moment if last is None else max(moment, last + timedelta(microseconds=1))


def plain_moment(now: datetime) -> datetime:
    """A time as the store keeps it: UTC without zone.

    Raises: ValueError for a time without zone.
    """
    if now.tzinfo is None:
        raise ValueError(f"a time without zone: {now}")
    return now.astimezone(UTC).replace(tzinfo=None)


def note(
    cursor: duckdb.DuckDBPyConnection,
    moment: datetime,
    action: str,
    batch_id: str | None,
    details: Sequence[str],
    who: str,
) -> None:
    """Append one event for each detail, from `moment` on, no two at the same time."""
    events = pd.DataFrame(
        {
            "happened_at": [moment + timedelta(microseconds=n) for n in range(len(details))],
            "action": action,
            "batch": batch_id,
            "detail": list(details),
        }
    )
    insert(cursor, "log", events, who=who or None)


def note_batch(
    cursor: duckdb.DuckDBPyConnection, moment: datetime, action: str, batch_id: str, who: str
) -> None:
    """Append one event about a batch, said in words that stay true when names change."""
    row = cursor.execute(
        "select concat_ws(' ', kind, index_name, organisation, year, file_name, '›', sheet, "
        "'← ' || restored_from) from batch where id = $batch",
        {"batch": batch_id},
    ).fetchone()
    note(cursor, moment, action, batch_id, [row[0] if row else ""], who)
