"""Does a difference say exactly what turns one table into the other?"""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.analysis.differences import differences

KEYS, FIELDS = ["code"], ["title", "points"]


def table(text: str) -> pd.DataFrame:
    """A text table, code | title | points; a blank cell is missing."""
    lines = [line.split("|") for line in text.strip().splitlines()]
    cells = [[cell.strip() or None for cell in line] for line in lines]
    frame = pd.DataFrame(cells, columns=["code", *FIELDS])
    return frame.assign(points=frame["points"].map(lambda cell: float(cell or "nan")))


def lines(before: pd.DataFrame, after: pd.DataFrame) -> list[tuple[Any, ...]]:
    """The differences as (change, code, field, old, new)."""
    found = differences(before, after, keys=KEYS, fields=FIELDS)
    return list(found[["change", "code", "field", "old", "new"]].itertuples(index=False, name=None))


BEFORE = table("""
    1   | Chỉ đạo   | 8.5
    1.1 | Kế hoạch  | 1.5
    1.2 | Kiểm tra  |
""")


def test_the_same_table_differs_in_nothing() -> None:
    assert lines(BEFORE, BEFORE) == []


def test_the_order_of_rows_alone_is_no_change() -> None:
    assert lines(BEFORE, BEFORE.iloc[::-1]) == []


def test_cells_that_changed_are_told_with_both_values() -> None:
    after = table("""
        1   | Chỉ đạo   | 8.5
        1.1 | Kế hoạch  | 1.25
        1.2 | Thanh tra | 0
    """)
    assert lines(BEFORE, after) == [
        ("changed", "1.1", "points", 1.5, 1.25),
        ("changed", "1.2", "title", "Kiểm tra", "Thanh tra"),
        ("changed", "1.2", "points", None, 0.0),  # missing is not zero
    ]


def test_rows_that_came_and_went() -> None:
    after = table("""
        1   | Chỉ đạo  | 8.5
        1.3 | Báo cáo  |
        1.2 | Kiểm tra |
    """)
    assert lines(BEFORE, after) == [
        ("added", "1.3", "title", None, "Báo cáo"),  # its points are missing: nothing to tell
        ("removed", "1.1", "title", "Kế hoạch", None),
        ("removed", "1.1", "points", 1.5, None),
    ]


def test_noise_behind_the_tenth_decimal_is_no_change() -> None:
    assert lines(table("1 | A | 0.3"), table("1 | A | 0.30000000000000004")) == []
    assert lines(table("1 | A | 0.3"), table("1 | A | 0.3000000001")) == [
        ("changed", "1", "points", 0.3, 0.3000000001)
    ]


def test_rows_with_one_key_are_told_apart_by_what_they_say() -> None:
    before = table("I | Việc một | 1\nI | Việc hai | 2\nI | Việc ba | 3")
    assert lines(before, before.iloc[[2, 0, 1]]) == []
    assert lines(before, before.iloc[[2, 1]]) == [
        ("removed", "I", "title", "Việc một", None),
        ("removed", "I", "points", 1.0, None),
    ]


@pytest.mark.parametrize("types", ["object", "string", "str"])
def test_the_types_of_the_columns_do_not_matter(types: str) -> None:
    other = BEFORE.astype({"code": types, "title": types}).astype({"points": "Float64"})
    assert lines(BEFORE, other) == lines(other, BEFORE) == []


def test_a_column_without_a_value_is_like_any_missing_one() -> None:
    blank = BEFORE.assign(points=pd.Series([None] * 3, dtype=object), title="")
    assert lines(blank, blank.assign(title=None, points=np.nan)) == []
    assert [line[:3] for line in lines(blank.head(1), BEFORE.head(1))] == [
        ("changed", "1", "title"),
        ("changed", "1", "points"),
    ]


def test_a_number_that_became_a_text_is_a_change() -> None:
    worded = BEFORE.astype({"points": object})
    worded.loc[0, "points"] = "8.5"
    assert lines(BEFORE, worded) == [("changed", "1", "points", 8.5, "8.5")]


# For any two tables, also with repeated and missing keys.

_number = (
    st.none()
    | st.sampled_from([0.0, 0.1 + 0.2, 0.3, -1.5, 12.0])
    | st.integers(-(10**13), 10**13).map(lambda thousandths: thousandths / 1000)
)
_text = st.none() | st.sampled_from(["", "a", "b", "0"]) | st.text(max_size=3)
_row = st.fixed_dictionaries(
    {
        "code": st.sampled_from(["1", "2", "3", "1.1", "", None]),
        "part": st.sampled_from(["x", None]),
        "title": _text,
        "points": _number,
        "leaf": st.booleans(),
    }
)
_KEYS, _FIELDS = ["code", "part"], ["title", "points", "leaf"]
_tables = st.lists(_row, max_size=7).map(
    lambda rows: pd.DataFrame(rows, columns=[*_KEYS, *_FIELDS]).astype({"points": "float64"})
)


def plain(value: object) -> object:
    if value == "" or pd.isna(value):  # type: ignore[call-overload]
        return None
    return round(value, 10) + 0.0 if isinstance(value, float) else value


def rows_of(frame: pd.DataFrame) -> list[dict[str, object]]:
    return [{name: plain(cell) for name, cell in row.items()} for row in frame.to_dict("records")]


def applied(before: pd.DataFrame, found: pd.DataFrame) -> list[dict[str, object]]:
    """What `before` becomes when each line of the differences is done to it."""
    rows = dict(enumerate(rows_of(before)))
    added: dict[int, dict[str, object]] = {}
    for line in found.to_dict("records"):
        assert plain(line["old"]) != plain(line["new"]) or line["field"] == _FIELDS[0]
        if line["change"] == "removed":
            rows.pop(line["at_before"], None)
            continue
        blank = {key: plain(line[key]) for key in _KEYS} | dict.fromkeys(_FIELDS)
        row = (
            added.setdefault(line["at_after"], blank)
            if line["change"] == "added"
            else rows[line["at_before"]]
        )
        assert row[line["field"]] == plain(line["old"])
        row[line["field"]] = plain(line["new"])
    return [*rows.values(), *added.values()]


@given(before=_tables, after=_tables)
def test_the_differences_applied_to_the_one_give_the_other(
    before: pd.DataFrame, after: pd.DataFrame
) -> None:
    found = differences(before, after, keys=_KEYS, fields=_FIELDS)
    assert sorted(applied(before, found), key=repr) == sorted(rows_of(after), key=repr)
    same = sorted(rows_of(before), key=repr) == sorted(rows_of(after), key=repr)
    assert found.empty == same
