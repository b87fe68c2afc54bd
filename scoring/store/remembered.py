"""What people said of one file, kept for the next one like it; the latest word wins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import duckdb
import pandas as pd

from scoring.store.tables import insert


@dataclass(frozen=True)
class Remembered:
    """Columns as (shape, field, header text, '' for none); units as (printed, name)."""

    columns: tuple[tuple[str, str, str], ...] = ()
    units: tuple[tuple[str, str], ...] = ()


NOTHING_NEW = Remembered()
_COLUMN = ("shape", "field", "header")
_UNIT = ("printed", "unit")


def remember(
    cursor: duckdb.DuckDBPyConnection, said: Remembered, moment: datetime, who: str
) -> None:
    """Append what is not remembered so already."""
    _append(cursor, "remembered_column", _COLUMN, said.columns, moment, who)
    _append(cursor, "remembered_unit", _UNIT, said.units, moment, who)


def _append(
    cursor: duckdb.DuckDBPyConnection,
    table: str,
    columns: Sequence[str],
    said: Sequence[tuple[str, ...]],
    moment: datetime,
    who: str,
) -> None:
    if not said:
        return
    keys = ", ".join(columns[:-1])
    known = cursor.execute(
        f"select {', '.join(columns)} from {table} qualify row_number() over "
        f"(partition by {keys} order by decided_at desc) = 1"
    ).fetchall()
    latest = {one[:-1]: one for one in said}  # said twice in one breath: the last word
    new = [one for one in latest.values() if one not in set(known)]
    frame = pd.DataFrame(new, columns=list(columns))
    insert(cursor, table, frame, decided_at=moment, who=who or None)
