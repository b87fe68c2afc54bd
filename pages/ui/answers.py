"""What is known? Every answer asked once, and kept until something is loaded or undone."""

from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from scoring import intake
from scoring.analysis import questions
from scoring.analysis.cards import Headline
from scoring.analysis.overview import headline as ask_headline
from scoring.ingest.problems import Problem
from scoring.ingest.reference import Reference
from scoring.settings import SettingUnreadable, settings
from scoring.store import Store, StoreError
from scoring.text.titles import sentence_case

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
