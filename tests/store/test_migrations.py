"""Does the schema come up from nothing, once, and from earlier versions?"""

from pathlib import Path

import duckdb
import pytest

from scoring.store import Store, StoreUnreadable, open_store
from scoring.store.address import parse_address
from scoring.store.connect import connect, cursor_of
from scoring.store.migrations import SCHEMA, migrate, migrations
from scoring.store.tables import BATCH_TABLES, REFERENCE_TABLES
from tests.store.material import FILE, NOON, batch, picture, plain_rows, scores, tables

# Two loads of one table and a decision, as the first release wrote them.
OF_THE_FIRST_SCHEMA = """
insert into batch
select id, loaded_at, 'scores', 'PAR', 'lam-dong', 'Lâm Đồng', 'tỉnh', null, 2020,
    'par-tinh-2020', 100.0, 95.0, 'phụ lục.xlsx', 'digest', 'Phụ lục', 'A8', 1, null, null
from (values ('b1', timestamp '2026-01-01'), ('b2', timestamp '2026-01-02')) as two(id, loaded_at);
insert into score
select id, 0, '1', '', 1, true, 'Chỉ đạo', 8.5, null, 7.47, 1.03, 9 from batch;
insert into batch_problem
select id, 0, 'title-clash', 'warning', 'Phụ lục', 9, 'B', null, null, null from batch;
insert into criterion_kind values ('par-tinh-2020', '9.1', 'survey', timestamp '2026-01-03');
insert into log select loaded_at, 'load', id, 'scores' from batch;
"""
FILES = "insert into uploaded_file select id, 'phụ lục.xlsx', 'digest', $content::blob from batch"


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


def test_a_database_of_the_first_schema_loses_nothing(address: str, tmp_path: Path) -> None:
    folder = tmp_path / "first"
    folder.mkdir()
    (folder / "0001_first.sql").write_text((SCHEMA / "0001_first.sql").read_text(encoding="utf-8"))
    where = parse_address(address)
    connection = connect(where)
    with cursor_of(connection, where) as cursor:
        migrate(cursor, shown=where.shown, folder=folder)
        cursor.execute(OF_THE_FIRST_SCHEMA)
        cursor.execute(FILES, {"content": FILE})
        before = everything(cursor)
    connection.close()

    store = open_store(address)
    after = picture(store)
    assert set(before) <= set(after)
    for table, rows in before.items():
        width = len(rows[0]) if rows else 0
        later = [(one.version, one.name) for one in migrations() if one.version > 1]
        told = rows + later * (table == "schema_version")
        kept = [row[:width] for row in after[table]]
        assert sorted(kept, key=repr) == sorted(told, key=repr), table
        added = {cell for row in after[table] for cell in row[width:]} - {True, False}
        given = {"batch": {""}, "task": {"b1-0", "b2-0"}, "score": moments_of(after)}.get(
            table, set()
        )
        assert added <= {None} | given, table  # of a batch, besides, whether it counts
    assert store.history()[["id", "current"]].values.tolist() == [["b2", True], ["b1", False]]
    assert store.file("b1") == ("phụ lục.xlsx", FILE)
    store.undo("b2", now=NOON, who="Lan")
    assert store.history()[["id", "current"]].values.tolist() == [["b1", True]]
    again = store.restore("b2", now=NOON, who="Lan").batch
    assert store.history()["id"].tolist() == [again, "b1"]
    store.close()


def moments_of(picture: dict[str, list[tuple[object, ...]]]) -> set[object]:
    """When the batches were loaded, which each row of scores says as well."""
    return {row[1] for row in picture["batch"]}


def everything(cursor: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[object, ...]]]:
    names = cursor.execute(
        "select table_name from information_schema.tables "
        "where table_catalog = current_database() and table_type = 'BASE TABLE' order by all"
    ).fetchall()
    return {name: plain_rows(cursor.execute(f'from "{name}"').df()) for (name,) in names}


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
