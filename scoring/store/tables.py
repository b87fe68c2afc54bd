"""Which tables are there, and how does a frame get into one?"""

from collections.abc import Collection, Mapping

import duckdb
import pandas as pd
import pyarrow as pa

REFERENCE_TABLES = (
    "organisation",
    "organisation_alias",
    "successor",
    "criteria_set",
    "criterion",
    "band",
)

# Tables a batch brings rows for.
BATCH_TABLES = (
    "score",
    "satisfaction",
    "league",
    "target",
    "task",
    "task_unit",
    "progress",
    "actual",
    "scale_level",
    "batch_problem",
    "correction",
)

# What the transaction that writes a batch adds to its rows.
GIVEN: Mapping[str, tuple[str, ...]] = {
    "score": ("loaded_at",),
    "task": ("id",),
    "progress": ("reported_at", "who"),
    "actual": ("decided_at", "who"),
}

# Those of them that hold what was read, not what was said about it.
VALUE_TABLES = tuple(name for name in BATCH_TABLES if name not in ("batch_problem", "correction"))


def insert(
    cursor: duckdb.DuckDBPyConnection, table: str, frame: pd.DataFrame, **constants: object
) -> None:
    """Append `frame` to `table`; `constants` are the columns with one value for all rows.

    Raises: ValueError when columns, types or blanks are not what the table takes.
    """
    schema = _schema(cursor, table, without=constants.keys())
    _same_columns(table, schema.names, list(frame.columns))
    if frame.empty:
        return
    values = "".join(f'${name} as "{name}", ' for name in constants)
    cursor.register("incoming", _arrow(table, frame, schema))
    try:
        cursor.execute(
            f'insert into "{table}" by name select {values} * from incoming', dict(constants)
        )
    except duckdb.ConstraintException as error:
        raise ValueError(f"{table}: {error}") from error
    finally:
        cursor.unregister("incoming")


def holds(
    cursor: duckdb.DuckDBPyConnection, table: str, frame: pd.DataFrame | None, *, batch: str
) -> bool:
    """Whether the batch's rows of `table` are exactly those of `frame`; None: there are none.

    What the store itself gave the rows does not count.
    """
    schema = _schema(cursor, table, without=("batch", *GIVEN.get(table, ())))
    columns = ", ".join(f'"{name}"' for name in schema.names)
    stored = f'select {columns} from "{table}" where batch = $batch'
    if frame is None or frame.empty:
        return cursor.execute(f"{stored} limit 1", {"batch": batch}).fetchone() is None
    _same_columns(table, schema.names, list(frame.columns))
    cursor.register("incoming", _arrow(table, frame, schema))
    try:
        row = cursor.execute(
            f"select (select count(*) from ({stored})) = (select count(*) from incoming) "
            f"and not exists (select {columns} from incoming except all ({stored}))",
            {"batch": batch},
        ).fetchone()
    finally:
        cursor.unregister("incoming")
    return bool(row and row[0])


def _schema(
    cursor: duckdb.DuckDBPyConnection, table: str, *, without: Collection[str]
) -> pa.Schema:
    whole = cursor.execute(f'select * from "{table}" limit 0').to_arrow_table().schema
    return pa.schema([field for field in whole if field.name not in without])


def _same_columns(table: str, wanted: list[str], given: list[str]) -> None:
    missing, unknown = set(wanted) - set(given), set(given) - set(wanted)
    if missing or unknown or len(given) != len(wanted):
        raise ValueError(f"{table}: missing {sorted(missing)}, unknown {sorted(map(str, unknown))}")


def _arrow(table: str, frame: pd.DataFrame, schema: pa.Schema) -> pa.Table:
    # The table's own types, not guessed ones: a guess from the first rows of an object column
    # fails on the first text after a thousand blanks.
    try:
        return pa.Table.from_pandas(frame, schema=schema, preserve_index=False)
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise ValueError(f"{table}: {'; '.join(map(str, error.args))}") from error
