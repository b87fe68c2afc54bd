"""What was loaded, from which file, and how is one load taken back or brought back?"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import duckdb
import pandas as pd

from scoring.store.events import next_moment, note, note_batch
from scoring.store.grains import check_grains
from scoring.store.plans import check_tasks
from scoring.store.refusals import AlreadyUndone
from scoring.store.remembered import Remembered, remember
from scoring.store.standing import add_up, make_latest_current
from scoring.store.tables import BATCH_TABLES, GIVEN, VALUE_TABLES, holds, insert
from scoring.store.task_ids import with_ids

# A batch's own columns that tell one reading of a table from another.
_READ = ("criteria_set", "total_max", "printed_max")
# The moment of its batch that each row carries: of tables in which the latest word counts, and of
# the one that is too large to be searched by the batch's id.
_MOMENTS = {"progress": "reported_at", "actual": "decided_at", "score": "loaded_at"}
_PLACE = (
    *("kind", "index_name", "organisation", "level", "year", "plan"),
    *("file_sha256", "sheet", "anchor"),
)


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
    who: str,
    said: Remembered,
) -> Loaded:
    """Write one batch, unless the current batch of its key is this very table."""
    moment = next_moment(cursor, now)
    remember(cursor, said, moment, who)
    same = _current_same(cursor, batch, rows)
    if same is not None:
        return Loaded(same, already=True)
    if batch["kind"] == "progress":
        check_tasks(cursor, rows["progress"]["task"].tolist(), str(batch["organisation"]))
    batch_id = _id(moment)
    given = _given(cursor, batch, rows, moment, who)
    told = {"loaded_by": who or None, "undone_at": None, "undone_by": None, "restored_from": None}
    described = pd.DataFrame([dict(batch)])
    insert(cursor, "batch", described, id=batch_id, loaded_at=moment, **told, is_current=True)
    make_latest_current(cursor, batch_id)
    _keep_file(cursor, batch_id, batch, content)
    for table, frame in {**rows, **given}.items():
        insert(cursor, table, frame, batch=batch_id)
    for table in rows:
        check_grains(cursor, table, batch_id)
    if "score" in rows:
        add_up(cursor, batch_id)
    note_batch(cursor, moment, "load", batch_id, who)
    _note_corrections(cursor, moment, batch_id, rows.get("correction"), who)
    return Loaded(batch_id, already=False)


def undo(cursor: duckdb.DuckDBPyConnection, batch_id: str, *, now: datetime, who: str) -> None:
    """Mark one batch as undone; its rows and its file stay.

    Raises: KeyError when there is no such batch; AlreadyUndone.
    """
    undone = _undone_at(cursor, batch_id)
    if undone is not None:
        raise AlreadyUndone(batch_id)
    moment = next_moment(cursor, now)
    cursor.execute(
        "update batch set undone_at = $moment, undone_by = $who where id = $batch",
        {"moment": moment, "who": who or None, "batch": batch_id},
    )
    make_latest_current(cursor, batch_id)
    note_batch(cursor, moment, "undo", batch_id, who)


def restore(cursor: duckdb.DuckDBPyConnection, batch_id: str, *, now: datetime, who: str) -> Loaded:
    """Write an earlier batch once more as the latest, with everything that belongs to it.

    Returns: `already` when it is current itself, or the current batch was restored from it.
    Raises: KeyError when there is no such batch.
    """
    _undone_at(cursor, batch_id)
    there = cursor.execute(
        "select id from current_batch where id = $batch or restored_from = $batch",
        {"batch": batch_id},
    ).fetchone()
    if there is not None:
        return Loaded(there[0], already=True)
    moment = next_moment(cursor, now)
    new = {"new": _id(moment), "batch": batch_id}
    cursor.execute(
        "insert into batch by name select * replace ($new as id, $moment as loaded_at, "
        "$who as loaded_by, null as undone_at, null as undone_by, $batch as restored_from) "
        "from batch where id = $batch",
        new | {"moment": moment, "who": who or None},
    )
    for table in ("uploaded_file", "score_total", *BATCH_TABLES):
        anew = f", $moment as {_MOMENTS[table]}" if table in _MOMENTS else ""
        cursor.execute(
            f'insert into "{table}" by name '
            f'select * replace ($new as batch{anew}) from "{table}" where batch = $batch',
            new | ({"moment": moment} if anew else {}),
        )
    make_latest_current(cursor, new["new"])
    note_batch(cursor, moment, "restore", new["new"], who)
    return Loaded(new["new"], already=False)


def set_kind(
    cursor: duckdb.DuckDBPyConnection,
    criteria_set: str,
    code: str,
    kind: str,
    *,
    now: datetime,
    who: str,
) -> None:
    """Append a decision on one criterion's kind; the latest one wins."""
    decision = {"criteria_set": criteria_set, "code": code, "kind": kind}
    moment = next_moment(cursor, now)
    insert(cursor, "criterion_kind", pd.DataFrame([decision]), decided_at=moment)
    note(cursor, moment, "kind", None, [f"{criteria_set} {code}: {kind}"], who)


def _given(
    cursor: duckdb.DuckDBPyConnection,
    batch: Mapping[str, object],
    rows: Mapping[str, pd.DataFrame],
    moment: datetime,
    who: str,
) -> dict[str, pd.DataFrame]:
    """The frames to which the store adds something of its own, with it."""
    given = {}
    if "task" in rows:
        given["task"] = with_ids(cursor, batch, rows["task"])
    for table in _MOMENTS.keys() & rows.keys():
        told = {_MOMENTS[table]: moment, "who": who or None}
        given[table] = rows[table].assign(**{name: told[name] for name in GIVEN[table]})
    return given


def _id(moment: datetime) -> str:
    return moment.strftime("%Y%m%d-%H%M%S-%f")


def _keep_file(
    cursor: duckdb.DuckDBPyConnection, batch_id: str, batch: Mapping[str, object], content: bytes
) -> None:
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


def _note_corrections(
    cursor: duckdb.DuckDBPyConnection,
    moment: datetime,
    batch_id: str,
    corrections: pd.DataFrame | None,
    who: str,
) -> None:
    if corrections is None or corrections.empty:
        return
    details = [
        f"{one.sheet}!{one.column}{one.row}: {one.old} → {one.new}"
        for one in corrections.itertuples(index=False)
    ]
    after = moment + timedelta(microseconds=1)
    note(cursor, after, "correction", batch_id, details, who)


def _current_same(
    cursor: duckdb.DuckDBPyConnection,
    batch: Mapping[str, object],
    rows: Mapping[str, pd.DataFrame],
) -> str | None:
    """The current batch of the same place in the same file, if it holds the same values.

    The same file may be read otherwise: a cell was corrected, a column named, a rule mended.
    """
    wanted = " and ".join(f"{name} is not distinct from ${name}" for name in (*_PLACE, *_READ))
    row = cursor.execute(
        f"select id from current_batch where {wanted}",
        {name: batch[name] for name in (*_PLACE, *_READ)},
    ).fetchone()
    if row is None:
        return None
    same = all(holds(cursor, table, rows.get(table), batch=row[0]) for table in VALUE_TABLES)
    return row[0] if same else None


def _undone_at(cursor: duckdb.DuckDBPyConnection, batch_id: str) -> datetime | None:
    found = cursor.execute("select undone_at from batch where id = $batch", {"batch": batch_id})
    row = found.fetchone()
    if row is None:
        raise KeyError(batch_id)
    return row[0]
