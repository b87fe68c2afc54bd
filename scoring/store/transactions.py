"""How does a change happen as a whole or not at all?"""

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import duckdb

from scoring.store.refusals import still_changing

T = TypeVar("T")

# Seconds between attempts: some fifteen in all, for several servers that load many files at once.
_WAITS = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8, *[1.6] * 8)


def change(
    cursor: duckdb.DuckDBPyConnection,
    work: Callable[[duckdb.DuckDBPyConnection], T],
    *,
    shown: str,
) -> T:
    """What `work` returns, its changes kept in one transaction; begun again after a conflict.

    Raises: StoreBusy when other writers win every time; whatever `work` raises, nothing kept.
    """
    conflict: duckdb.Error | None = None
    for wait in _WAITS:
        try:
            with _transaction(cursor):
                return work(cursor)
        except duckdb.TransactionException as error:
            conflict = error
            time.sleep(wait * random.uniform(0.5, 1.5))
    raise still_changing(shown) from conflict


def take_turn(cursor: duckdb.DuckDBPyConnection) -> None:
    """Make this transaction conflict with every other one that takes its turn.

    DuckLake lets two servers append to one table at the same time, so without this both could
    find a file not loaded yet, and both load it. The update changes no value.
    """
    cursor.execute("update schema_version set version = version")


@contextmanager
def _transaction(cursor: duckdb.DuckDBPyConnection) -> Iterator[None]:
    cursor.begin()
    try:
        yield
    except BaseException:
        cursor.rollback()
        raise
    cursor.commit()
