"""Small batches to load, and whole-database pictures to compare."""

import hashlib
from datetime import UTC, datetime

import pandas as pd

from scoring.store import Store

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
