"""What is known? Every answer asked once, and kept until something is loaded or undone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import TypeVar

import pandas as pd
import streamlit as st

from scoring import intake
from scoring.analysis import questions
from scoring.analysis.cards import Headline
from scoring.analysis.overview import headline as ask_headline
from scoring.analysis.plans.board import put_together
from scoring.analysis.plans.choosing import with_keys
from scoring.analysis.plans.groups import expanded
from scoring.analysis.plans.indicators import Indicator, above_of
from scoring.analysis.plans.indicators import indicators as ask_indicators
from scoring.analysis.years.comparison import Comparison, Repeated, compare
from scoring.analysis.years.comparison import repeated as repeated_in
from scoring.analysis.years.year_values import YearValue
from scoring.ingest.arithmetic.formulas import with_computed
from scoring.ingest.opening.workbook import Cell, Sheet, open_sheets
from scoring.ingest.problems import Problem
from scoring.ingest.read import with_units
from scoring.ingest.reference import Reference
from scoring.ingest.said import NOTHING_SAID, Memory, Said
from scoring.ingest.table import Table
from scoring.settings import SettingUnreadable, settings
from scoring.sheets.fixed import Compared, compared
from scoring.store import Store, StoreError
from scoring.text.titles import sentence_case
from scoring.text.units import UnitNames

T = TypeVar("T")
Beside = tuple[str | None, tuple[Problem, ...]]
Rows = Sequence[Sequence[Cell]]
Pair = tuple[T, T]

# Another server may load into the same DuckLake, and nobody tells this one.
_KEPT = "1m"
_ENTRIES = 500
_FEW = 50
_LONG = "1h"
_FILES = 8


def refusal() -> str | None:
    """Why the database cannot be opened, with its cure; None when it is open."""
    try:
        reference()
    except (SettingUnreadable, StoreError) as error:
        return str(error)
    return None


def store() -> Store:
    """The open database."""
    return _opened(settings().database)


def reference() -> Reference:
    """The reference files as they were when the server started, or a set was last added."""
    return _reference(settings().database)[0]


def reference_problems() -> tuple[Problem, ...]:
    """What is wrong with the reference files."""
    return _reference(settings().database)[1]


def ask(name: str, **params: object) -> pd.DataFrame:
    """The answer to one question of scoring.analysis; the caller may change the frame."""
    return _answer(settings().database, name, tuple(sorted(params.items())))


def headline(organisation: str, year: int) -> Headline:
    """The cards of the home page.

    Raises: KeyError when nothing is loaded for them.
    """
    return _headline(settings().database, organisation, year)


def comparison(before: YearValue, after: YearValue) -> Comparison:
    """Two years of an organisation beside each other, as far as they compare; do not change it."""
    return _comparison(settings().database, repr((before, after)), before, after)


def repeated(values: Sequence[YearValue], last: YearValue) -> Repeated:
    """What was lost in each of the years up to `last`; do not change it."""
    return _repeated(settings().database, repr((values, last)), values, last)


def board(organisation: str, today: date) -> pd.DataFrame:
    """The tasks of an organisation as they stand on a day, with the keys to choose them by.

    Do not change it.
    """
    return _board(settings().database, organisation, today)


def board_of_members(organisation: str, today: date) -> pd.DataFrame:
    """The same with who is meant by the groups among those who lead and coordinate.

    Do not change it.
    """
    return _board(settings().database, organisation, today, True)


def task_units(organisation: str, *, members: bool = False) -> pd.DataFrame:
    """Who leads and coordinates each task; `members`: with who is meant by the groups."""
    units = ask("tasks_units", organisation=organisation)
    if not members:
        return units
    return expanded(units, ask("group_meanings", organisation=organisation))


def unit_names() -> UnitNames:
    """The unit names of the reference files, and those that people said."""
    memory, digest = _remembered(settings().database)
    return _unit_names(settings().database, digest, memory)


def indicators(organisation: str) -> tuple[Indicator, ...]:
    """The indicators with targets of an organisation, in the order of its plans."""
    return _indicators(settings().database, organisation)


def kinds() -> dict[str, str]:
    """The kinds of criteria in words, in the order of the reference file."""
    return dict(reference().kinds)


def tables(key: str, name: str, content: bytes) -> tuple[Table, ...]:
    """The tables of a dropped file, checked; the same bytes are read once. Do not change them.

    `key` tells files apart, here and below tables: by their bytes, never by chance.
    """
    memory, digest = _remembered(settings().database)
    return _tables(key, digest, name, content, memory)


def read_again(key: str, table: Table, content: bytes, said: Said) -> Table:
    """One of them read again with what the user says of it; do not change it."""
    memory, digest = _remembered(settings().database)
    return _read_again(key, digest, _told(said), said, table, content, memory)


def remembered() -> Memory:
    """What people said of earlier files."""
    return _remembered(settings().database)[0]


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


def set_kind(criteria_set: str, code: str, kind: str) -> None:
    """Decide a criterion's kind; every page follows at once."""
    store().set_kind(criteria_set, code, kind, now=datetime.now(UTC))
    forget()


def forget() -> None:
    """Drop every kept answer: something was loaded, undone or decided."""
    plans = (_board, _indicators)
    years = (_comparison, _repeated)
    for kept in (_answer, _headline, *years, *plans, _against, _changes, _remembered):
        kept.clear()


def forget_reference() -> None:
    """Read the reference files anew, and everything that was read with them: a set was added."""
    for kept in (_reference, _tables, _read_again, _clash, _unit_names):
        kept.clear()
    forget()


@st.cache_resource(show_spinner=False)
def _opened(database: str) -> Store:
    return intake.open_everything(settings())[0]


@st.cache_resource(show_spinner=False)
def _reference(database: str) -> tuple[Reference, tuple[Problem, ...]]:
    found, problems = intake.reference_of(settings())
    _opened(database).replace_reference(found.frames(), found.digest)
    return found, problems


@st.cache_data(ttl=_KEPT, max_entries=_ENTRIES, show_spinner=False)
def _answer(database: str, name: str, params: tuple[tuple[str, object], ...]) -> pd.DataFrame:
    return _in_sentence_case(questions.ask(store().query, name, **dict(params)))


def _in_sentence_case(frame: pd.DataFrame) -> pd.DataFrame:
    """The names to show without the capitals that domains are printed in; `title` keeps them."""
    if "short_title" not in frame:
        return frame
    return frame.assign(short_title=frame["short_title"].map(sentence_case))


@st.cache_data(ttl=_KEPT, max_entries=_ENTRIES, show_spinner=False)
def _headline(database: str, organisation: str, year: int) -> Headline:
    return ask_headline(store().query, organisation, year)


# Kept as they are, not copied: pages only read them.


@st.cache_resource(ttl=_KEPT, max_entries=_FEW, show_spinner=False)
def _comparison(database: str, years: str, _before: YearValue, _after: YearValue) -> Comparison:
    return compare(ask, _before, _after, reference().breaks)


@st.cache_resource(ttl=_KEPT, max_entries=_FEW, show_spinner=False)
def _repeated(
    database: str, years: str, _values: Sequence[YearValue], _last: YearValue
) -> Repeated:
    return repeated_in(ask, _values, _last)


@st.cache_resource(ttl=_KEPT, max_entries=_FEW, show_spinner="Đang đọc các nhiệm vụ …")
def _board(database: str, organisation: str, today: date, members: bool = False) -> pd.DataFrame:
    stakes = ask("tasks_stakes", organisation=organisation)
    units = task_units(organisation, members=members)
    tasks = ask("tasks", organisation=organisation)
    return with_keys(put_together(tasks, stakes, units, today), stakes)


@st.cache_resource(ttl=_KEPT, max_entries=_FEW, show_spinner=False)
def _indicators(database: str, organisation: str) -> tuple[Indicator, ...]:
    query, known = store().query, reference()
    above = above_of(query, organisation)
    return tuple(ask_indicators(query, organisation, above, known.breaks, known.criteria_sets))


@st.cache_data(ttl=_KEPT, max_entries=_ENTRIES, show_spinner=False)
def _against(database: str, key: str, told: str, _table: Table, _content: bytes) -> Beside:
    found = intake.against_store(store(), _table, _content, tolerance=settings().tolerance)
    return intake.current_batch(store(), _table), found


@st.cache_data(ttl=_KEPT, max_entries=_FILES, show_spinner=False)
def _changes(database: str, key: str, told: str, _table: Table) -> pd.DataFrame:
    return intake.changes(store(), _table)


@st.cache_data(ttl=_LONG, max_entries=_FILES, show_spinner=False)
def _batch_changes(database: str, before: str, after: str) -> pd.DataFrame:
    return intake.batch_changes(store(), before, after)


@st.cache_resource(ttl=_KEPT, max_entries=1, show_spinner=False)
def _remembered(database: str) -> tuple[Memory, str]:
    memory = intake.remembered(store())
    columns = sorted((shape, sorted(said.items())) for shape, said in memory.columns.items())
    said = repr((columns, sorted(memory.units.items())))
    return memory, sha256(said.encode()).hexdigest()


# One value as long as nothing is said: what is read with it is kept by it.
@st.cache_resource(max_entries=_FEW, show_spinner=False)
def _unit_names(database: str, digest: str, _memory: Memory) -> UnitNames:
    return with_units(reference(), NOTHING_SAID, _memory).units


# Of bytes that never change: only what people said makes these differ, and that is among what
# they are kept by. Kept as they are, not copied: two hundred files are looked at in every run.


@st.cache_resource(ttl=_LONG, max_entries=_ENTRIES, show_spinner=False)
def _tables(
    key: str, remembered: str, name: str, _content: bytes, _memory: Memory
) -> tuple[Table, ...]:
    return intake.read(name, _content, reference(), settings(), _memory)


@st.cache_resource(ttl=_LONG, max_entries=_ENTRIES, show_spinner="Đang kiểm tra lại …")
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


@st.cache_data(ttl=_LONG, max_entries=_ENTRIES, show_spinner=False)
def _clash(keys: Pair[str], told: Pair[str], _tables: Pair[Table]) -> bool:
    return any(intake.clashes(_tables))


@st.cache_resource(ttl=_LONG, max_entries=_FILES, show_spinner="Đang mở tệp …")
def _sheets(key: str, name: str, _content: bytes) -> Mapping[str, Sheet]:
    opened, _ = open_sheets(name, _content, intake.limits(settings()))
    return {sheet.name: sheet for sheet in with_computed(opened, ())}


@st.cache_resource(ttl=_LONG, max_entries=_FILES, show_spinner=False)
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
