"""The figures under a chart as a table, with Vietnamese numbers that still sort as numbers."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd
import streamlit as st

from scoring.text.format import MISSING, integer, percent, points, share

Width = Literal["small", "medium", "large"] | int
MOST_ROWS = 500  # shown at once; a longer table is for the exported file

_ONE_LINE = 32  # characters that a column of words has room for beside its neighbours
_ONE_WIDE_LINE = 60  # where one column takes what the others leave of a whole page
_WRAPPED_ROW = 64  # pixels; the framework wraps text only in rows of more than four rem
_ALL_AT_ONCE = 12  # rows; a longer table scrolls


@dataclass(frozen=True)
class Column:
    """A heading, and how a value is written; a number keeps its value for sorting."""

    heading: str
    written: Callable[..., str] | None = None
    width: Width | None = None


def text(heading: str, *, width: Width | None = None) -> Column:
    """A column of words."""
    return Column(heading, width=width)


def of_points(heading: str) -> Column:
    """A column of points: '16,07'."""
    return Column(heading, points)


def of_share(heading: str) -> Column:
    """A column of parts of a whole: '82,8 %' of 0.828."""
    return Column(heading, share)


def of_percent(heading: str) -> Column:
    """A column of percentages: '83,93 %' of 83.93."""
    return Column(heading, percent)


def of_count(heading: str) -> Column:
    """A column of whole numbers."""
    return Column(heading, integer)


def table(
    frame: pd.DataFrame,
    columns: Mapping[str, Column],
    *,
    alt: str,
    key: str | None = None,
    on_pick: Callable[[int], None] | None = None,
    wide: bool = False,
) -> None:
    """The frame's columns named in `columns`, in that order.

    `on_pick` gets the position of the row one of whose cells was chosen; `wide`: the table has the
    page to itself.
    """
    shown = frame.head(MOST_ROWS)
    st.dataframe(
        _styled(shown, columns),
        hide_index=True,
        alt=alt,
        column_config={
            column.heading: st.column_config.Column(width=column.width)
            for column in columns.values()
            if column.width
        },
        placeholder=MISSING,
        height="content" if len(shown) <= _ALL_AT_ONCE else "auto",
        row_height=_row_height(shown, columns, _ONE_WIDE_LINE if wide else _ONE_LINE),
        **_picking(key, on_pick),
    )
    if len(frame) > len(shown):
        st.caption(f"{integer(len(shown))} dòng đầu trong {integer(len(frame))} dòng.")


@contextmanager
def folded(key: str, label: str = "Bảng số liệu") -> Iterator[bool]:
    """A folded place for a table; gives whether it is open, so that a closed one costs nothing."""
    place = st.expander(label, icon=":material/table:", key=key, on_change="rerun")
    with place:
        yield bool(place.open)


def _row_height(frame: pd.DataFrame, columns: Mapping[str, Column], room: int) -> int | None:
    """Pixels that let a long text wrap; None where one line holds every text."""
    words = [name for name, column in columns.items() if column.written is None]
    longest = max((len(str(text)) for name in words for text in frame[name]), default=0)
    return _WRAPPED_ROW if longest > room else None


def _styled(frame: pd.DataFrame, columns: Mapping[str, Column]) -> Any:
    headings = {name: column.heading for name, column in columns.items()}
    named = frame[list(columns)].rename(columns=headings).reset_index(drop=True)
    written = {column.heading: column.written for column in columns.values() if column.written}
    return named.style.format(written)


def _picking(key: str | None, on_pick: Callable[[int], None] | None) -> dict[str, Any]:
    if on_pick is None or key is None:
        return {"key": key} if key else {}
    return {
        "key": key,
        "selection_mode": "single-cell",
        "on_select": lambda: _picked(key, on_pick),
    }


def _picked(key: str, on_pick: Callable[[int], None]) -> None:
    selection = st.session_state[key]["selection"]
    if selection["cells"]:
        on_pick(int(selection["cells"][0][0]))
