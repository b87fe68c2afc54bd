"""Do the reference tables hold what the reference files say now?"""

from collections.abc import Mapping

import duckdb
import pandas as pd

from scoring.store.tables import REFERENCE_TABLES, insert


def is_current(cursor: duckdb.DuckDBPyConnection, digest: str) -> bool:
    """True when the tables were written from files of this digest."""
    return cursor.execute("select digest from reference_state").fetchall() == [(digest,)]


def replace(
    cursor: duckdb.DuckDBPyConnection, frames: Mapping[str, pd.DataFrame], digest: str
) -> None:
    """Write the reference tables anew.

    Raises: ValueError when a table is missing from `frames`, unknown, or of other columns.
    """
    if frames.keys() != set(REFERENCE_TABLES):
        raise ValueError(f"reference tables: {sorted(frames)} for {sorted(REFERENCE_TABLES)}")
    for table in REFERENCE_TABLES:
        cursor.execute(f'delete from "{table}"')
        insert(cursor, table, frames[table])
    cursor.execute("delete from reference_state")
    cursor.execute("insert into reference_state values ($digest)", {"digest": digest})
