"""What is in the files that people drop, and in those that batches came from."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import pandas as pd
import streamlit as st

from pages.ui.answers.kept import ENTRIES, FILES, KEPT, LONG
from pages.ui.answers.known import memory_and_digest, reference, store
from scoring import intake
from scoring.ingest.arithmetic.formulas import with_computed
from scoring.ingest.opening.workbook import Cell, Sheet, open_sheets
from scoring.ingest.problems import Problem
from scoring.ingest.said import NOTHING_SAID, Memory, Said
from scoring.ingest.table import Table
from scoring.settings import settings
from scoring.sheets.fixed import Compared, compared

T = TypeVar("T")
Beside = tuple[str | None, tuple[Problem, ...]]
Rows = Sequence[Sequence[Cell]]
Pair = tuple[T, T]


def tables(key: str, name: str, content: bytes) -> tuple[Table, ...]:
    """The tables of a dropped file, checked; the same bytes are read once. Do not change them.

    `key` tells files apart, here and below tables: by their bytes, never by chance.
    """
    said_before, digest = memory_and_digest()
    return _tables(key, digest, name, content, said_before)


def read_again(key: str, table: Table, content: bytes, said: Said) -> Table:
    """One of them read again with what the user says of it; do not change it."""
    said_before, digest = memory_and_digest()
    return _read_again(key, digest, _told(said), said, table, content, said_before)


def sheets(key: str, name: str, content: bytes) -> Mapping[str, Sheet]:
    """The sheets of a dropped file as they are, by name; do not change them."""
    return _sheets(key, name, content)


def against(key: str, table: Table, content: bytes, said: Said) -> Beside:
    """The batch whose place a table would take, and what is wrong with it beside the data there."""
    return _against(settings().database, key, _told(said), table, content)


def clash(keys: Pair[str], tables: Pair[Table], said: Pair[Said]) -> bool:
    """Whether two tables are of the same thing and say different things of it."""
    return _clash(keys, (_told(said[0]), _told(said[1])), tables)


def changes(key: str, table: Table, said: Said) -> pd.DataFrame:
    """What writing a table would change, cell by cell."""
    return _changes(settings().database, key, _told(said), table)


def batch_changes(before: str, after: str) -> pd.DataFrame:
    """What changed from one batch to another, cell by cell."""
    return _batch_changes(settings().database, before, after)


def marked_copy(key: str, name: str, content: bytes) -> Compared | None:
    """A marked copy beside the file it was made of; None where the file is none."""
    return _marked_copy(key, name, content)


def stored_rows(batch: str, sheet: str) -> Rows:
    """The cells of one sheet of the file that a batch came from; do not change them."""
    return _stored_rows(settings().database, batch, sheet)


@st.cache_data(ttl=KEPT, max_entries=ENTRIES, show_spinner=False)
def _against(database: str, key: str, told: str, _table: Table, _content: bytes) -> Beside:
    found = intake.against_store(store(), _table, _content, tolerance=settings().tolerance)
    return intake.current_batch(store(), _table), found


@st.cache_data(ttl=KEPT, max_entries=FILES, show_spinner=False)
def _changes(database: str, key: str, told: str, _table: Table) -> pd.DataFrame:
    return intake.changes(store(), _table)


@st.cache_data(ttl=LONG, max_entries=FILES, show_spinner=False)
def _batch_changes(database: str, before: str, after: str) -> pd.DataFrame:
    return intake.batch_changes(store(), before, after)


# Of bytes that never change: only what people said makes these differ, and that is among what
# they are kept by. Kept as they are, not copied: two hundred files are looked at in every run.


@st.cache_resource(ttl=LONG, max_entries=ENTRIES, show_spinner=False)
def _tables(
    key: str, remembered: str, name: str, _content: bytes, _memory: Memory
) -> tuple[Table, ...]:
    return intake.read(name, _content, reference(), settings(), _memory)


@st.cache_resource(ttl=LONG, max_entries=ENTRIES, show_spinner="Đang kiểm tra lại …")
def _read_again(
    key: str,
    remembered: str,
    told: str,
    _said: Said,
    _table: Table,
    _content: bytes,
    _memory: Memory,
) -> Table:
    return intake.read_again(_table, _content, reference(), settings(), _said, _memory)


@st.cache_data(ttl=LONG, max_entries=ENTRIES, show_spinner=False)
def _clash(keys: Pair[str], told: Pair[str], _tables: Pair[Table]) -> bool:
    return any(intake.clashes(_tables))


@st.cache_resource(ttl=LONG, max_entries=FILES, show_spinner="Đang mở tệp …")
def _sheets(key: str, name: str, _content: bytes) -> Mapping[str, Sheet]:
    opened, _ = open_sheets(name, _content, intake.limits(settings()))
    return {sheet.name: sheet for sheet in with_computed(opened, ())}


@st.cache_resource(ttl=LONG, max_entries=FILES, show_spinner=False)
def _marked_copy(key: str, name: str, _content: bytes) -> Compared | None:
    return compared(name, _content, intake.limits(settings()))


def _told(said: Said) -> str:
    """What was said as a text to keep answers by; '' for nothing."""
    return "" if said == NOTHING_SAID else repr(said)


@st.cache_resource(max_entries=4, show_spinner="Đang mở tệp gốc …")
def _stored_rows(database: str, batch: str, sheet: str) -> Rows:
    name, content = store().file(batch)
    limits = replace(intake.limits(settings()), max_bytes=len(content))
    sheets, _ = open_sheets(name, content, limits)
    return next((one.rows for one in sheets if one.name == sheet), [])


DROPPED = (_against, _changes)
OF_REFERENCE = (_tables, _read_again, _clash)
