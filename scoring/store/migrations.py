"""Which numbered changes of the schema does this database still need?"""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

import duckdb

from scoring.store.refusals import newer
from scoring.store.transactions import change, take_turn

SCHEMA = Path(__file__).parent / "schema"


@dataclass(frozen=True)
class Migration:
    """One file under schema/: '0001_first.sql'."""

    version: int
    name: str
    sql: str


def migrations(folder: Path = SCHEMA) -> tuple[Migration, ...]:
    """Every migration, in order."""
    return tuple(
        Migration(int(file.name[:4]), file.stem, file.read_text(encoding="utf-8"))
        for file in sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    )


def migrate(cursor: duckdb.DuckDBPyConnection, *, shown: str, folder: Path = SCHEMA) -> None:
    """Bring the database to the newest schema; nothing is written when it is there already.

    Raises: StoreUnreadable when the database is newer than this release.
    """
    wanted = migrations(folder)
    last, known = _version(cursor), wanted[-1].version
    if last > known:
        raise newer(shown, last)
    if last == known:
        return
    # Each in a transaction of its own: DuckDB alters no table that the same transaction changed.
    # What stands between two of them is a whole database of an earlier release.
    for migration in wanted:
        change(cursor, partial(_apply, migration), shown=shown)


def _version(cursor: duckdb.DuckDBPyConnection) -> int:
    """The last migration applied; 0 for an empty database."""
    found = cursor.execute(
        "select 1 from information_schema.tables "
        "where table_catalog = current_database() and table_name = 'schema_version'"
    ).fetchone()
    if found is None:
        return 0
    row = cursor.execute("select max(version) from schema_version").fetchone()
    return row[0] or 0 if row else 0


def _apply(migration: Migration, cursor: duckdb.DuckDBPyConnection) -> None:
    """Apply one migration, unless another server was faster."""
    cursor.execute(
        "create table if not exists schema_version "
        "(version integer not null, name varchar not null)"
    )
    take_turn(cursor)
    if migration.version > _version(cursor):
        cursor.execute(migration.sql)
        cursor.execute(
            "insert into schema_version values ($version, $name)",
            {"version": migration.version, "name": migration.name},
        )
