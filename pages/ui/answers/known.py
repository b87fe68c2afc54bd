"""The open database, the reference files, and what people said of earlier files."""

from hashlib import sha256

import pandas as pd
import streamlit as st

from pages.ui.answers.kept import ENTRIES, FEW, KEPT
from scoring import intake
from scoring.analysis import questions
from scoring.ingest.problems import Problem
from scoring.ingest.read import with_units
from scoring.ingest.reference import Reference
from scoring.ingest.said import NOTHING_SAID, Memory
from scoring.settings import SettingUnreadable, settings
from scoring.store import Store, StoreError
from scoring.text.titles import sentence_case
from scoring.text.units import UnitNames


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


def kinds() -> dict[str, str]:
    """The kinds of criteria in words, in the order of the reference file."""
    return dict(reference().kinds)


def ask(name: str, **params: object) -> pd.DataFrame:
    """The answer to one question of scoring.analysis; the caller may change the frame."""
    return _answer(settings().database, name, tuple(sorted(params.items())))


def remembered() -> Memory:
    """What people said of earlier files."""
    return _remembered(settings().database)[0]


def memory_and_digest() -> tuple[Memory, str]:
    """What people said of earlier files, and what tells it from what they said before."""
    return _remembered(settings().database)


def unit_names() -> UnitNames:
    """The unit names of the reference files, and those that people said."""
    memory, digest = _remembered(settings().database)
    return _unit_names(settings().database, digest, memory)


@st.cache_resource(show_spinner=False)
def _opened(database: str) -> Store:
    return intake.open_everything(settings())[0]


@st.cache_resource(show_spinner=False)
def _reference(database: str) -> tuple[Reference, tuple[Problem, ...]]:
    found, problems = intake.reference_of(settings())
    _opened(database).replace_reference(found.frames(), found.digest)
    return found, problems


@st.cache_data(ttl=KEPT, max_entries=ENTRIES, show_spinner=False)
def _answer(database: str, name: str, params: tuple[tuple[str, object], ...]) -> pd.DataFrame:
    return _in_sentence_case(questions.ask(store().query, name, **dict(params)))


def _in_sentence_case(frame: pd.DataFrame) -> pd.DataFrame:
    """The names to show without the capitals that domains are printed in; `title` keeps them."""
    if "short_title" not in frame:
        return frame
    return frame.assign(short_title=frame["short_title"].map(sentence_case))


@st.cache_resource(ttl=KEPT, max_entries=1, show_spinner=False)
def _remembered(database: str) -> tuple[Memory, str]:
    memory = intake.remembered(store())
    columns = sorted((shape, sorted(said.items())) for shape, said in memory.columns.items())
    said = repr((columns, sorted(memory.units.items())))
    return memory, sha256(said.encode()).hexdigest()


# One value as long as nothing is said: what is read with it is kept by it.
@st.cache_resource(max_entries=FEW, show_spinner=False)
def _unit_names(database: str, digest: str, _memory: Memory) -> UnitNames:
    return with_units(reference(), NOTHING_SAID, _memory).units


DROPPED = (_answer, _remembered)
OF_REFERENCE = (_reference, _unit_names)
