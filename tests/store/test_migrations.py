"""Does the schema come up from nothing, once, and from earlier versions?"""

from pathlib import Path

import pytest

from scoring.store import Store, StoreUnreadable, open_store
from scoring.store.address import parse_address
from scoring.store.connect import connect, cursor_of
from scoring.store.migrations import SCHEMA, migrate, migrations
from scoring.store.tables import BATCH_TABLES, REFERENCE_TABLES
from tests.store.material import FILE, NOON, batch, picture, scores, tables


def test_an_empty_place_gets_every_table(store: Store) -> None:
    assert {*BATCH_TABLES, *REFERENCE_TABLES, "batch", "log"} <= set(tables(store))
    assert store.query("select * from current_batch").empty


def test_migrations_are_numbered_without_gaps() -> None:
    assert [one.version for one in migrations()] == list(range(1, len(migrations()) + 1))


def test_opening_again_changes_nothing(address: str) -> None:
    first = open_store(address)
    first.load(batch(), {"score": scores()}, FILE, now=NOON)
    before = picture(first)
    first.close()
    again = open_store(address)
    assert picture(again) == before
    again.close()


def test_a_later_migration_is_applied_to_a_filled_database(address: str, tmp_path: Path) -> None:
    store = open_store(address)
    store.load(batch(), {"score": scores()}, FILE, now=NOON)
    store.close()
    folder = tmp_path / "schema"
    folder.mkdir()
    for file in SCHEMA.glob("*.sql"):
        (folder / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "9999_note.sql").write_text("alter table score add column note varchar;")

    where = parse_address(address)
    connection = connect(where)
    with cursor_of(connection, where) as cursor:
        migrate(cursor, shown=where.shown, folder=folder)
        migrate(cursor, shown=where.shown, folder=folder)
        assert cursor.execute("select code, note from score order by 1").fetchall() == [
            ("1", None),
            ("1.1", None),
        ]
    connection.close()

    with pytest.raises(StoreUnreadable, match="phiên bản mới hơn"):
        open_store(address)


def test_a_migration_that_fails_leaves_nothing(address: str, tmp_path: Path) -> None:
    folder = tmp_path / "schema"
    folder.mkdir()
    (folder / "0001_bad.sql").write_text("create table good (n integer); select * from nowhere;")
    where = parse_address(address)
    connection = connect(where)
    with cursor_of(connection, where) as cursor:
        with pytest.raises(Exception, match="nowhere"):
            migrate(cursor, shown=where.shown, folder=folder)
        left = cursor.execute(
            "select table_name from information_schema.tables "
            "where table_catalog = current_database()"
        )
        assert left.fetchall() == []
    connection.close()
