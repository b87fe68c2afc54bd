"""How is what was loaded asked for and changed, by many threads at once?"""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import TypeVar

import duckdb
import numpy as np
import pandas as pd

from scoring.store import batches, matches, meetings, plans, reference
from scoring.store.address import MEMORY, Address, parse_address
from scoring.store.batches import Loaded
from scoring.store.connect import connect, cursor_of, refusing
from scoring.store.matches import MatchDecision, Pair
from scoring.store.meetings import Commentary, Meeting
from scoring.store.migrations import migrate
from scoring.store.remembered import NOTHING_NEW, Remembered
from scoring.store.transactions import change, take_turn

T = TypeVar("T")
Query = Callable[[str, Mapping[str, object]], pd.DataFrame]

_HISTORY = """
select *, id in (select id from current_batch) as current
from batch
where undone_at is null
order by loaded_at desc, id desc
"""


class Store:
    """Everything that was loaded. Each call uses a cursor of its own; changes wait in line."""

    def __init__(self, address: Address, connection: duckdb.DuckDBPyConnection) -> None:
        self._address = address
        self._connection = connection
        self._one_writer = threading.Lock()

    @property
    def shown(self) -> str:
        """The database's name for people, without secrets."""
        return self._address.shown

    def query(self, sql: str, params: Mapping[str, object] | None = None) -> pd.DataFrame:
        """What one `select` gives, over one consistent state of the database.

        Returns: missing numbers are NaN or NA, missing texts NaN or None: test with pandas.isna.
        Raises: ValueError for anything but one select.
        """
        with cursor_of(self._connection, self._address) as cursor:
            return _asked(cursor, sql, params or {})

    @contextmanager
    def one_state(self) -> Iterator[Query]:
        """A way to ask as `query` does, many times over one and the same state of the database."""
        with cursor_of(self._connection, self._address) as cursor:
            cursor.begin()
            try:
                yield partial(_asked, cursor)
            finally:
                cursor.rollback()

    def load(
        self,
        batch: Mapping[str, object],
        rows: Mapping[str, pd.DataFrame],
        content: bytes,
        *,
        now: datetime,
        who: str = "",
        said: Remembered = NOTHING_NEW,
    ) -> Loaded:
        """Keep one table of one file as a batch, all of it or none of it, and what was said of it.

        Shape: `batch` has the columns of table batch but id, loaded_at and what happened to it
            later; `rows` a frame for each table that has rows, without the column batch.
        Returns: `already` when the current batch of the same organisation, index, level, kind,
            year and, of a plan, number came from the same place of the same file with the same
            values; then no batch is written.
        Raises: ValueError when frames do not fit their tables or each other; StoreBusy.
        """
        batches.check(batch, rows, content)
        return self._change(
            lambda cursor: batches.load(cursor, batch, rows, content, now=now, who=who, said=said)
        )

    def undo(self, batch_id: str, *, now: datetime, who: str = "") -> None:
        """Take one batch back: it no longer counts; its rows, its file and both events are kept.

        Raises: KeyError when there is no such batch, AlreadyUndone (a KeyError too); StoreBusy.
        """
        self._change(lambda cursor: batches.undo(cursor, batch_id, now=now, who=who))

    def restore(self, batch_id: str, *, now: datetime, who: str = "") -> Loaded:
        """Make an earlier batch the current one again, as a new batch with all that it had.

        Returns: `already` when it is current, or the current batch was restored from it.
        Raises: KeyError when there is no such batch; StoreBusy.
        """
        return self._change(lambda cursor: batches.restore(cursor, batch_id, now=now, who=who))

    def history(self) -> pd.DataFrame:
        """The batches that were not undone, latest first.

        Returns: the columns of table batch, and `current`.
        """
        return self.query(_HISTORY)

    def file(self, batch_id: str) -> tuple[str, bytes]:
        """Name and bytes of the file a batch came from, as uploaded.

        Raises: KeyError when there is no such batch.
        """
        with cursor_of(self._connection, self._address) as cursor:
            row = cursor.execute(
                "select name, content from uploaded_file where batch = $batch", {"batch": batch_id}
            ).fetchone()
        if row is None:
            raise KeyError(batch_id)
        return row[0], bytes(row[1])

    def set_kind(
        self, criteria_set: str, code: str, kind: str, *, now: datetime, who: str = ""
    ) -> None:
        """Decide a criterion's kind over the reference files; earlier decisions are kept."""
        self._change(
            lambda cursor: batches.set_kind(cursor, criteria_set, code, kind, now=now, who=who)
        )

    def decide_matches(
        self, pair: Pair, decisions: Sequence[MatchDecision], *, now: datetime, who: str = ""
    ) -> None:
        """Decide which criteria of one year are which of another; all of them or none.

        Earlier decisions are kept: of a criterion the latest word counts.
        Raises: ValueError for a decision that means nothing; StoreBusy.
        """
        matches.check(pair, decisions)
        self._change(lambda cursor: matches.decide(cursor, pair, decisions, now=now, who=who))

    def say(self, said: Sequence[plans.Said], *, now: datetime, who: str = "") -> None:
        """Keep what people report and decide about tasks and targets; all of it or none.

        Earlier words are kept: the latest counts.
        Raises: KeyError for a task that there is not, ValueError for what means nothing; StoreBusy.
        """
        plans.check(said)
        self._change(lambda cursor: plans.say(cursor, said, now=now, who=who))

    def begin_meeting(
        self, meeting: Meeting, answers: Mapping[str, bytes], *, now: datetime, who: str = ""
    ) -> str:
        """Keep a meeting with its figures, all of it or none.

        Shape: `answers` are the figures as they are, each under what tells it from the others.
        Returns: the id of the meeting.
        Raises: ValueError without figures; StoreBusy.
        """
        return self._change(
            lambda cursor: meetings.begin(cursor, meeting, answers, now=now, who=who)
        )

    def word_commentary(self, said: Commentary, *, now: datetime, who: str = "") -> None:
        """Keep how people word the commentary of a year; earlier wordings are kept.

        Raises: StoreBusy.
        """
        self._change(lambda cursor: meetings.word(cursor, said, now=now, who=who))

    def replace_reference(self, frames: Mapping[str, pd.DataFrame], digest: str) -> bool:
        """Write the reference tables anew when `digest` is not theirs.

        Returns: True when they were written.
        Raises: ValueError when `frames` are not exactly the reference tables; StoreBusy.
        """
        with cursor_of(self._connection, self._address) as cursor:
            if reference.is_current(cursor, digest):
                return False
        self._change(lambda cursor: reference.replace(cursor, frames, digest))
        return True

    def close(self) -> None:
        """Let go of the database; opening its address again gives a new store."""
        with _opening:
            if _open.get(self._address) is self:
                del _open[self._address]
            self._connection.close()

    def _change(self, work: Callable[[duckdb.DuckDBPyConnection], T]) -> T:
        def in_turn(cursor: duckdb.DuckDBPyConnection) -> T:
            take_turn(cursor)
            return work(cursor)

        with self._one_writer, cursor_of(self._connection, self._address) as cursor:
            return change(cursor, in_turn, shown=self.shown)


_open: dict[Address, Store] = {}
_opening = threading.Lock()


def open_store(address: str) -> Store:
    """The store at `address` (see address.py), its schema brought up to date.

    Returns: within one process the same store for the same address; ':memory:' is always new.
    Raises: StoreBusy when another process holds it; StoreUnreadable when it cannot be opened.
    """
    where = parse_address(address)
    with _opening:
        store = _open.get(where) or _new_store(where)
        if where.catalog != MEMORY:
            _open[where] = store
        return store


def _new_store(address: Address) -> Store:
    connection = connect(address)
    try:
        with refusing(address), cursor_of(connection, address) as cursor:
            migrate(cursor, shown=address.shown)
    except BaseException:
        connection.close()
        raise
    return Store(address, connection)


def _asked(
    cursor: duckdb.DuckDBPyConnection, sql: str, params: Mapping[str, object]
) -> pd.DataFrame:
    statements = cursor.extract_statements(sql)
    if [one.type for one in statements] != [duckdb.StatementType.SELECT]:
        raise ValueError(f"not one select: {sql}")
    return cursor.execute(statements[0], _plain(params)).df()


def _plain(params: Mapping[str, object]) -> dict[str, object]:
    """DuckDB takes Python's own values only; frames hold numpy's."""
    return {
        name: value.item() if isinstance(value, np.generic) else value
        for name, value in params.items()
    }
