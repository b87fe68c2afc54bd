"""What was loaded, from which file, and how is one load taken back?"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import duckdb
import pandas as pd

from scoring.store.grains import check_grains
from scoring.store.tables import BATCH_TABLES, insert


@dataclass(frozen=True)
class Loaded:
    """The batch that holds a table now; `already`: it was there before, nothing was written."""

    batch: str
    already: bool


def check(batch: Mapping[str, object], rows: Mapping[str, pd.DataFrame], content: bytes) -> None:
    """Raises: ValueError when the parts of a batch contradict each other."""
    unknown = rows.keys() - set(BATCH_TABLES)
    if unknown:
        raise ValueError(f"no such batch tables: {sorted(unknown)}")
    if batch.get("file_sha256") != hashlib.sha256(content).hexdigest():
        raise ValueError("file_sha256 is not the digest of the content")


def load(
    cursor: duckdb.DuckDBPyConnection,
    batch: Mapping[str, object],
    rows: Mapping[str, pd.DataFrame],
    content: bytes,
    *,
    now: datetime,
) -> Loaded:
    """Write one batch, unless the current batch of its key is this very table."""
    same = _current_same(cursor, batch)
    if same is not None:
        return Loaded(same, already=True)
    moment = next_moment(cursor, now)
    batch_id = moment.strftime("%Y%m%d-%H%M%S-%f")
    insert(cursor, "batch", pd.DataFrame([dict(batch)]), id=batch_id, loaded_at=moment)
    cursor.execute(
        "insert into uploaded_file by name select $batch as batch, $name as name, "
        "$sha256 as sha256, $content::blob as content",
        {
            "batch": batch_id,
            "name": batch["file_name"],
            "sha256": batch["file_sha256"],
            "content": content,
        },
    )
    for table, frame in rows.items():
        insert(cursor, table, frame, batch=batch_id)
    for table in rows:
        check_grains(cursor, table, batch_id)
    _log_batch(cursor, "load", batch_id, moment)
    return Loaded(batch_id, already=False)


def undo(cursor: duckdb.DuckDBPyConnection, batch_id: str, *, now: datetime) -> None:
    """Delete one batch from every table; the log keeps that it was there.

    Raises: KeyError when there is no such batch.
    """
    if not _exists(cursor, batch_id):
        raise KeyError(batch_id)
    _log_batch(cursor, "undo", batch_id, next_moment(cursor, now))
    for table in ("uploaded_file", *BATCH_TABLES):
        cursor.execute(f'delete from "{table}" where batch = $batch', {"batch": batch_id})
    cursor.execute("delete from batch where id = $batch", {"batch": batch_id})


def set_kind(
    cursor: duckdb.DuckDBPyConnection, criteria_set: str, code: str, kind: str, *, now: datetime
) -> None:
    """Append a decision on one criterion's kind; the latest one wins."""
    decision = {"criteria_set": criteria_set, "code": code, "kind": kind}
    moment = next_moment(cursor, now)
    insert(cursor, "criterion_kind", pd.DataFrame([decision]), decided_at=moment)
    _log(cursor, moment, "kind", None, f"{criteria_set} {code}: {kind}")


def next_moment(cursor: duckdb.DuckDBPyConnection, now: datetime) -> datetime:
    """`now` in UTC without zone, moved just past the last event.

    What is written last must count as last, also when a clock goes back or stands still, and
    batch ids made of the moment must differ.
    Raises: ValueError for a time without zone.
    """
    if now.tzinfo is None:
        raise ValueError(f"a time without zone: {now}")
    moment = now.astimezone(UTC).replace(tzinfo=None)
    row = cursor.execute("select max(happened_at) from log").fetchone()
    last = row[0] if row else None
    return moment if last is None else max(moment, last + timedelta(microseconds=1))


def _current_same(cursor: duckdb.DuckDBPyConnection, batch: Mapping[str, object]) -> str | None:
    same = ("kind", "index_name", "organisation", "level", "year", "file_sha256", "sheet", "anchor")
    wanted = " and ".join(f"{name} = ${name}" for name in same)
    row = cursor.execute(
        f"select id from current_batch where {wanted}", {name: batch[name] for name in same}
    ).fetchone()
    return row[0] if row else None


def _exists(cursor: duckdb.DuckDBPyConnection, batch_id: str) -> bool:
    found = cursor.execute("select 1 from batch where id = $batch", {"batch": batch_id})
    return found.fetchone() is not None


def _log_batch(
    cursor: duckdb.DuckDBPyConnection, action: str, batch_id: str, moment: datetime
) -> None:
    row = cursor.execute(
        "select concat_ws(' ', kind, index_name, organisation, year, file_name, '›', sheet) "
        "from batch where id = $batch",
        {"batch": batch_id},
    ).fetchone()
    _log(cursor, moment, action, batch_id, row[0] if row else "")


def _log(
    cursor: duckdb.DuckDBPyConnection,
    moment: datetime,
    action: str,
    batch_id: str | None,
    detail: str,
) -> None:
    entry = {"action": action, "batch": batch_id, "detail": detail}
    insert(cursor, "log", pd.DataFrame([entry]), happened_at=moment)
