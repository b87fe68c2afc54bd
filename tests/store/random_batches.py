"""Random rows for the tables a batch brings, consistent with one another."""

from datetime import datetime

import pandas as pd
from hypothesis import strategies as st

from scoring.store.plans import STATES
from scoring.store.tables import BATCH_TABLES

# Random batches: any text but lone surrogates and NUL, which no spreadsheet cell can hold.
_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)

_maybe_text = st.none() | _text

_number = st.none() | st.floats(-1e6, 1e6, allow_nan=False)

_year = st.none() | st.integers(1990, 2100)

_row = st.integers(1, 1_048_576)

_COLUMNS = {
    "score": {
        "depth": st.integers(1, 6),
        "leaf": st.booleans(),
        "title": _text,
        "max_points": _number,
        "self_points": _number,
        "points": _number,
        "lost_points": _number,
        "row": _row,
    },
    "satisfaction": {
        "code": _text,
        "title": _text,
        "overall": st.booleans(),
        "percent": _number,
        "row": _row,
    },
    "league": {
        "organisation": _text,
        "title": _text,
        "rank": _year,
        "field_size": _year,
        "value": _number,
        "source": _maybe_text,
        "row": _row,
    },
    "target": {
        "code": _text,
        "title": _text,
        "kind": st.sampled_from(["rise", "at_least", "at_most", "rank"]),
        "amount": st.floats(-100, 100),
        "percent": st.booleans(),
        "base_year": _year,
        "base_value": _number,
        "due_year": _year,
        "sentence": _text,
        "measure": _maybe_text,
        "lead": _maybe_text,
        "section": _maybe_text,
        "index_name": _maybe_text,
        "task": st.none(),
        "row": _row,
    },
    "task": {
        "code": _maybe_text,
        "title": _text,
        "goal": _maybe_text,
        "solution": _maybe_text,
        "product": _maybe_text,
        "lead": _maybe_text,
        "coordinating": _maybe_text,
        "deadline": _maybe_text,
        "note": _maybe_text,
        "section": _maybe_text,
        "purpose": st.sampled_from(["mend", "keep", "steer", "other", None]),
        "index_name": _maybe_text,
        "row": _row,
    },
    "progress": {
        "task": _text,
        "state": st.sampled_from([*STATES, None]),
        "percent": st.none() | st.floats(0, 100),
        "evidence": _maybe_text,
        "remark": _maybe_text,
        "unit": _maybe_text,
        "row": _row,
    },
    "actual": {
        "organisation": _text,
        "indicator": _text,
        "year": st.integers(2000, 2100),
        "value": _number,
        "source": _maybe_text,
        "row": _row,
    },
    "batch_problem": {
        "code": _text,
        "severity": st.sampled_from(["error", "warning", "note"]),
        "sheet": _maybe_text,
        "row": st.none() | _row,
        "column": _maybe_text,
        "expected": _maybe_text,
        "found": _maybe_text,
        "fix": _maybe_text,
    },
}

_COLUMNS["scale_level"] = {
    "code": _text,
    "title": _text,
    "points": _number,
    "row": _row,
}

_COLUMNS["correction"] = {
    "sheet": _text,
    "row": _row,
    "column": _text,
    "old": _text,
    "new": _text,
    "who": _maybe_text,
    "at": st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)),
}

_UNIQUE = {
    "satisfaction": "code",
    "league": "organisation",
    "progress": "task",
    "actual": "indicator",
}


@st.composite
def random_rows(draw: st.DrawFn) -> dict[str, pd.DataFrame]:
    """Frames for some of the tables a batch brings, consistent with one another."""
    chosen = draw(st.sets(st.sampled_from(sorted(BATCH_TABLES))))
    rows = {table: draw(_frame(table)) for table in sorted(chosen - {"score", "task_unit"})}
    if "score" in chosen:
        rows["score"] = draw(_scores())
    if "task_unit" in chosen and "task" in rows:
        rows["task_unit"] = draw(_units(len(rows["task"])))
    return rows


@st.composite
def _frame(draw: st.DrawFn, table: str) -> pd.DataFrame:
    columns = _COLUMNS[table]
    unique = _UNIQUE.get(table)
    rows = st.lists(
        st.fixed_dictionaries(columns),
        max_size=5,
        unique_by=(lambda row: row[unique]) if unique else None,
    )
    frame = pd.DataFrame(draw(rows), columns=list(columns))
    return frame.assign(position=range(len(frame)))


@st.composite
def _scores(draw: st.DrawFn) -> pd.DataFrame:
    frame = draw(_frame("score"))
    codes = draw(
        st.lists(
            st.from_regex(r"[1-9](\.[1-9]){0,3}", fullmatch=True),
            min_size=len(frame),
            max_size=len(frame),
            unique=True,
        )
    )
    frame["code"] = pd.Series(codes, dtype=object)
    parents = [draw(st.sampled_from(["", *codes[:n]])) for n in range(len(codes))]
    frame["parent"] = pd.Series(parents, dtype=object)
    return frame


@st.composite
def _units(draw: st.DrawFn, tasks: int) -> pd.DataFrame:
    keys = st.tuples(
        st.integers(0, max(tasks - 1, 0)), st.sampled_from(["lead", "coordinating"]), _text
    )
    drawn = draw(st.lists(keys, max_size=6 if tasks else 0, unique=True))
    frame = pd.DataFrame(drawn, columns=["position", "role", "unit"])
    frame["unit_group"] = draw(st.booleans())
    return frame
