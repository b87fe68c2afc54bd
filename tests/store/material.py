"""Small and random batches to load, and whole-database pictures to compare."""

import hashlib
from datetime import UTC, datetime

import pandas as pd
from hypothesis import strategies as st

from scoring.store import Store
from scoring.store.plans import STATES
from scoring.store.tables import BATCH_TABLES

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
FILE = b"PK\x03\x04 not really a workbook \x00\xff\r\n"
PROVINCE = "lam-dong"


def batch(content: bytes = FILE, **changes: object) -> dict[str, object]:
    """The description of a score table."""
    return {
        "kind": "scores",
        "index_name": "PAR",
        "organisation": PROVINCE,
        "organisation_name": "Lâm Đồng",
        "level": "tỉnh",
        "parent": None,
        "year": 2020,
        "criteria_set": "par-tinh-2020",
        "total_max": 100.0,
        "printed_max": 95.0,
        "file_name": "phụ lục.xlsx",
        "file_sha256": hashlib.sha256(content).hexdigest(),
        "sheet": "Phụ lục",
        "anchor": "A8",
        "row_count": 2,
        "title": None,
        "source": None,
        "plan": "",
    } | changes


def scores(lost: float = 0.5, *, count: int = 2) -> pd.DataFrame:
    """A domain and the criteria under it."""
    codes = ["1", *(f"1.{n}" for n in range(1, count))]
    return pd.DataFrame(
        {
            "position": range(count),
            "code": codes,
            "parent": ["", *["1"] * (count - 1)],
            "depth": [1, *[2] * (count - 1)],
            "leaf": [count == 1, *[True] * (count - 1)],
            "title": [f"Tiêu chí {code}" for code in codes],
            "max_points": 2.0,
            "self_points": None,
            "points": 2.0 - lost,
            "lost_points": lost,
            "row": range(9, 9 + count),
        }
    )


def scale(best: float = 1.5) -> pd.DataFrame:
    """The levels printed under criterion 1.1."""
    return pd.DataFrame(
        {
            "code": "1.1",
            "position": range(2),
            "title": ["Ban hành trong quý IV", "Trong quý I"],
            "points": [best, 0.25],
            "row": [11, 12],
        }
    )


def corrections(*new: str) -> pd.DataFrame:
    """Cells E9, E10 … of the sheet, read otherwise than they say."""
    return pd.DataFrame(
        {
            "position": range(len(new)),
            "sheet": "Phụ lục",
            "row": range(9, 9 + len(new)),
            "column": "E",
            "old": "chín",
            "new": list(new),
            "who": "Lan",
            "at": datetime(2026, 11, 21, 11, 59),
        }
    )


def reference(name: str = "Lâm Đồng") -> dict[str, pd.DataFrame]:
    """Reference tables with one row each."""
    rows = {
        "organisation": [(PROVINCE, name, "tỉnh", None, None, datetime(2025, 6, 30).date())],
        "organisation_alias": [("tỉnh Lâm Đồng", PROVINCE)],
        "successor": [(PROVINCE, "lam-dong-2025", datetime(2025, 7, 1).date(), "tỉnh", "NQ 202")],
        "criteria_set": [
            ("par-tinh-2020", "PAR", "tỉnh", 2020, None, 100.0, "QĐ 1150", "Bộ tiêu chí", "QĐ")
        ],
        "criterion": [("par-tinh-2020", "1", "Công tác chỉ đạo", None, 8.5, "control")],
        "band": [("PAR", "tỉnh", 2022, "A", 90.0, None, "QĐ")],
    }
    columns = {
        "organisation": ["id", "name", "level", "parent", "valid_from", "valid_to"],
        "organisation_alias": ["alias", "organisation"],
        "successor": ["old", "new", "since", "scope", "source"],
        "criteria_set": [
            *["id", "index_name", "level", "from_year", "to_year", "total"],
            *["decision", "title", "source"],
        ],
        "criterion": ["criteria_set", "code", "title", "short_title", "max_points", "kind"],
        "band": ["index_name", "level", "year", "band", "lower", "upper", "source"],
    }
    return {table: pd.DataFrame(rows[table], columns=columns[table]) for table in rows}


def tables(store: Store) -> list[str]:
    """Every table of the database."""
    found = store.query(
        "select table_name from information_schema.tables "
        "where table_catalog = current_database() and table_type = 'BASE TABLE' order by all"
    )
    return found["table_name"].tolist()


def picture(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """The full contents of every table."""
    return {table: rows_of(store, f'select * from "{table}"') for table in tables(store)}


def rows_of(store: Store, sql: str) -> list[tuple[object, ...]]:
    """The rows that a select gives, sorted."""
    return plain_rows(store.query(sql))


def plain_rows(frame: pd.DataFrame) -> list[tuple[object, ...]]:
    """The rows sorted, so that two frames of other types but the same values are equal."""
    rows = frame.astype(object).itertuples(index=False, name=None)
    return sorted((tuple(map(_plain, row)) for row in rows), key=repr)


def _plain(value: object) -> object:
    if pd.isna(value):  # type: ignore[call-overload]
        return None
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


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
