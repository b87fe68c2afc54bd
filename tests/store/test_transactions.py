"""Does a change that meets another server's change begin again, and keep nothing twice?

Only on a DuckLake: a DuckDB file has one process, and that one lets changes wait in line.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import duckdb
import pytest

from scoring.store import StoreBusy, open_store, transactions
from scoring.store.address import parse_address
from scoring.store.connect import connect, cursor_of
from scoring.store.transactions import change, take_turn

INSERT = "insert into reference_state values ('mine')"


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[list[duckdb.DuckDBPyConnection]]:
    """Two servers on one database: cursors that do not know of each other's lock."""
    address = f"ducklake:{tmp_path}/scores.ducklake"
    open_store(address).close()
    where = parse_address(address)
    connection = connect(where)
    with ExitStack() as stack:
        yield [stack.enter_context(cursor_of(connection, where)) for _ in range(2)]
    connection.close()


def interfere(other: duckdb.DuckDBPyConnection) -> None:
    other.begin()
    take_turn(other)
    other.execute("insert into reference_state values ('theirs')")
    other.commit()


def test_a_conflict_is_tried_again(servers: list[duckdb.DuckDBPyConnection]) -> None:
    one, other = servers
    attempts = []

    def work(cursor: duckdb.DuckDBPyConnection) -> str:
        seen = cursor.execute("from reference_state").fetchall()  # the state it decides by
        attempts.append(seen)
        if len(attempts) == 1:
            interfere(other)
        take_turn(cursor)
        cursor.execute(INSERT)
        return "done"

    assert change(one, work, shown="x") == "done"
    assert attempts == [[], [("theirs",)]]
    assert one.execute("from reference_state order by all").fetchall() == [("mine",), ("theirs",)]


def test_nothing_is_kept_when_others_always_win(
    servers: list[duckdb.DuckDBPyConnection], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transactions, "_WAITS", (0.0, 0.0))
    one, other = servers

    def work(cursor: duckdb.DuckDBPyConnection) -> None:
        cursor.execute("from reference_state").fetchall()
        interfere(other)
        take_turn(cursor)
        cursor.execute(INSERT)

    with pytest.raises(StoreBusy, match="Chưa ghi gì"):
        change(one, work, shown="x")
    assert one.execute("select distinct digest from reference_state").fetchall() == [("theirs",)]
