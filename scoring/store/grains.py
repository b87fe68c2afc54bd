"""Do the rows of one batch keep the grain of their tables?

DuckLake has no primary and foreign keys, so the transaction that writes a batch asks.
"""

import duckdb

# The columns that tell the rows of one batch apart.
KEYS = {
    "score": ("code",),
    "satisfaction": ("code",),
    "league": ("organisation", "source"),  # sources disagree, and both values are kept
    "target": ("position",),
    "task": ("position",),
    "task_unit": ("position", "role", "unit"),
    "progress": ("task",),
    "actual": ("organisation", "indicator", "year"),
    "scale_level": ("code", "position"),
    "batch_problem": ("position",),
    "correction": ("position",),
}

# table → (column, table and column it must be found in); '' and null refer to nothing.
REFERENCES = {
    "score": ("parent", "score", "code"),
    "task_unit": ("position", "task", "position"),
    "target": ("task", "task", "position"),
}


def check_grains(cursor: duckdb.DuckDBPyConnection, table: str, batch_id: str) -> None:
    """Raises: ValueError when rows of the batch repeat a key or refer to rows it lacks."""
    _check_keys(cursor, table, batch_id)
    if table in REFERENCES:
        _check_references(cursor, table, batch_id)


def _check_keys(cursor: duckdb.DuckDBPyConnection, table: str, batch_id: str) -> None:
    keys = ", ".join(KEYS[table])
    repeated = cursor.execute(
        f"select {keys} from {table} where batch = $batch "
        f"group by {keys} having count(*) > 1 order by {keys} limit 5",
        {"batch": batch_id},
    ).fetchall()
    if repeated:
        raise ValueError(f"{table}: repeated ({keys}): {repeated}")


def _check_references(cursor: duckdb.DuckDBPyConnection, table: str, batch_id: str) -> None:
    column, target, key = REFERENCES[table]
    unknown = cursor.execute(
        f"select distinct {column} from {table} "
        f"where batch = $batch and {column}::varchar <> '' and {column} not in "
        f"(select {key} from {target} where batch = $batch) order by {column} limit 5",
        {"batch": batch_id},
    ).fetchall()
    if unknown:
        raise ValueError(f"{table}: {column} not among the {key}s of {target}: {unknown}")
