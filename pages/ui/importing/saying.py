"""What did the user say of the dropped files? The choices of this session, by table and by file."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from scoring.ingest.corrections import Correction
from scoring.ingest.said import NOTHING_SAID, Said
from scoring.ingest.table import Table

_SAID = "da_noi"
_WROTE = "da_ghi_bang"


def whole(file: str, key: str, table: Table) -> Said:
    """Everything that was said of one table: of itself, and of the file that it stands in."""
    said, of_file = _of(key), _of(file)
    corrections = tuple(one for one in of_file.corrections if one.sheet == table.sheet)
    return replace(said, decimal=of_file.decimal, units=of_file.units, corrections=corrections)


def change(key: str, **changes: Any) -> None:
    """Say something else of the table or the file of this key."""
    _all()[key] = replace(_of(key), **changes)


def correct(file: str, correction: Correction) -> None:
    """Read one cell of a file otherwise; in the place of what was said of that cell before."""
    kept = [one for one in _of(file).corrections if not _same_cell(one, correction)]
    wanted = [correction] if correction.new != correction.old else []
    change(file, corrections=(*kept, *wanted))


def take_back(file: str, correction: Correction) -> None:
    """Read one cell of a file as it is again."""
    change(file, corrections=tuple(one for one in _of(file).corrections if one != correction))


def units(file: str) -> tuple[tuple[str, str], ...]:
    """The unit names that were explained in one file: as printed, and what each means."""
    return _of(file).units


def name_other(key: str, name: str | None) -> None:
    """Keep the name typed for an organisation that no list has; None where one was chosen."""
    names = st.session_state.setdefault(f"{_SAID}_ten", {})
    names[key] = name


def other_name(key: str) -> str | None:
    """The name typed for an organisation that no list has."""
    names: Mapping[str, str | None] = st.session_state.get(f"{_SAID}_ten", {})
    return names.get(key)


def wrote(key: str, said: Said, batch: str) -> None:
    """Remember that a table was written as it was said, as this batch."""
    st.session_state.setdefault(_WROTE, {})[key] = (said, batch)


def written(key: str, said: Said) -> str | None:
    """The batch as which this session wrote the table, with just this said of it."""
    then, batch = st.session_state.get(_WROTE, {}).get(key, (None, None))
    return batch if then == said else None


def _all() -> dict[str, Said]:
    said: dict[str, Said] = st.session_state.setdefault(_SAID, {})
    return said


def _of(key: str) -> Said:
    return _all().get(key, NOTHING_SAID)


def _same_cell(one: Correction, other: Correction) -> bool:
    return (one.sheet, one.row, one.column) == (other.sheet, other.row, other.column)
