"""What is known? Every answer asked once, and kept until something is loaded or undone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pandas as pd
import streamlit as st

from scoring import intake
from scoring.analysis import questions
from scoring.analysis.cards import Headline
from scoring.analysis.overview import headline as ask_headline
from scoring.ingest.problems import Problem
from scoring.ingest.reference import Reference
from scoring.ingest.said import Said
from scoring.ingest.table import Table
from scoring.ingest.workbook import Cell, open_sheets
from scoring.settings import SettingUnreadable, settings
from scoring.store import Store, StoreError
from scoring.text.titles import sentence_case

Rows = Sequence[Sequence[Cell]]

# Another server may load into the same DuckLake, and nobody tells this one.
_KEPT = "1m"
_ENTRIES = 500


def refusal() -> str | None:
    """Why the database cannot be opened, with its cure; None when it is open."""
    try:
        _opened(settings().database)
    except (SettingUnreadable, StoreError) as error:
        return str(error)
    return None


def store() -> Store:
    """The open database."""
    return _opened(settings().database)[0]


def reference() -> Reference:
    """The reference files as they were when the server started."""
    return _opened(settings().database)[1]


def reference_problems() -> tuple[Problem, ...]:
    """What is wrong with the reference files."""
    return _opened(settings().database)[2]


def ask(name: str, **params: object) -> pd.DataFrame:
    """The answer to one question of scoring.analysis; the caller may change the frame."""
    return _answer(settings().database, name, tuple(sorted(params.items())))


def headline(organisation: str, year: int) -> Headline:
    """The cards of the home page.

    Raises: KeyError when nothing is loaded for them.
    """
    return _headline(settings().database, organisation, year)


def kinds() -> dict[str, str]:
    """The kinds of criteria in words, in the order of the reference file."""
    return dict(reference().kinds)


def tables(name: str, content: bytes) -> tuple[Table, ...]:
    """The tables of a dropped file, checked; the same bytes are read once."""
    return _tables(name, sha256(content).hexdigest(), content)


def corrected(key: str, said: Said, table: Table, content: bytes) -> Table:
    """One of them read again with what the user says it is; `key` tells it apart."""
    return _corrected(key, said, table, content)


def stored_rows(batch: str, sheet: str) -> Rows:
    """The cells of one sheet of the file that a batch came from; do not change them."""
    return _stored_rows(settings().database, batch, sheet)


def set_kind(criteria_set: str, code: str, kind: str) -> None:
    """Decide a criterion's kind; every page follows at once."""
    store().set_kind(criteria_set, code, kind, now=datetime.now(UTC))
    forget()


def forget() -> None:
    """Drop every kept answer: something was loaded, undone or decided."""
    _answer.clear()
    _headline.clear()


@st.cache_resource(show_spinner=False)
def _opened(database: str) -> tuple[Store, Reference, tuple[Problem, ...]]:
    return intake.open_everything(settings())


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


# Of bytes that never change: nothing loaded or undone makes these stale.


@st.cache_data(max_entries=16, show_spinner="Đang đọc tệp …")
def _tables(name: str, digest: str, _content: bytes) -> tuple[Table, ...]:
    return intake.read(name, _content, reference(), settings())


@st.cache_data(max_entries=16, show_spinner="Đang kiểm tra lại …")
def _corrected(key: str, said: Said, _table: Table, _content: bytes) -> Table:
    return intake.read_again(_table, _content, reference(), settings(), said)


@st.cache_resource(max_entries=4, show_spinner="Đang mở tệp gốc …")
def _stored_rows(database: str, batch: str, sheet: str) -> Rows:
    name, content = store().file(batch)
    limits = replace(intake.limits(settings()), max_bytes=len(content))
    sheets, _ = open_sheets(name, content, limits)
    return next((one.rows for one in sheets if one.name == sheet), [])
