"""What changed between two readings of one table, cell by cell?"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

ADDED, CHANGED, REMOVED = "added", "changed", "removed"
_DECIMALS = 10
_ROUNDED_BELOW = 9e5  # doubles beyond lie further apart than ten decimals tell
_NUMBERS = frozenset({"integer", "floating", "mixed-integer-float", "decimal"})
_NOWHERE = -1

Positions = np.ndarray


def differences(
    before: pd.DataFrame, after: pd.DataFrame, *, keys: Sequence[str], fields: Sequence[str]
) -> pd.DataFrame:
    """The cells that differ, in the order of `after`, what was removed at the end.

    A row is found again by its keys; of several with the same keys, equal ones first, then in
    their order. Numbers are compared after rounding to ten decimals. A missing cell differs from
    zero; an empty text is missing. A row that was added or removed gives its first field always,
    the others where they are not missing.
    Shape: `keys`, field, old, new, change (added, changed, removed), at_before, at_after (the
        positions of the rows; -1 where there is none). Empty if and only if nothing differs.
    """
    old, new = _comparable(before, after, [*keys, *fields])
    here, there = _pairs(old, new, list(keys), list(fields))
    parts = [
        _changed(old, new, here, there, fields),
        _whole(new, np.setdiff1d(np.arange(len(new)), there), fields, ADDED),
        _whole(old, np.setdiff1d(np.arange(len(old)), here), fields, REMOVED),
    ]
    found = pd.concat(parts, ignore_index=True)
    found = found.sort_values(["gone", "at", "nth"], kind="stable", ignore_index=True)
    named = _keys_of(found, old, new, keys)
    shown = ["field", "old", "new", "change", "at_before", "at_after"]
    return pd.concat([named, found[shown]], axis="columns")


def _comparable(
    before: pd.DataFrame, after: pd.DataFrame, names: Sequence[str]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Both frames with one type a column: numbers as rounded doubles, all else with None."""
    numbers = {name for name in names if _is_number(before[name]) and _is_number(after[name])}
    return tuple(
        pd.DataFrame(
            {
                name: _rounded(frame[name]) if name in numbers else _texts(frame[name])
                for name in names
            }
        )
        for frame in (before, after)
    )


def _is_number(column: pd.Series) -> bool:
    if pd.api.types.is_bool_dtype(column):
        return False
    if pd.api.types.is_numeric_dtype(column):
        return True
    return column.notna().sum() == 0 or (pd.api.types.infer_dtype(column, skipna=True) in _NUMBERS)


def _rounded(column: pd.Series) -> pd.Series:
    values = pd.to_numeric(column, errors="coerce").to_numpy(dtype="float64", na_value=np.nan)
    small = np.abs(values) < _ROUNDED_BELOW
    return pd.Series(np.where(small, np.round(np.where(small, values, 0), _DECIMALS), values) + 0.0)


def _texts(column: pd.Series) -> pd.Series:
    values = column.to_numpy(dtype=object, copy=True)
    values[column.isna().to_numpy() | (values == "")] = None
    return pd.Series(values, dtype=object)


def _pairs(
    old: pd.DataFrame, new: pd.DataFrame, keys: list[str], fields: list[str]
) -> tuple[Positions, Positions]:
    """The positions of the rows that are one and the same, in both frames."""
    if not (old.duplicated(keys).any() or new.duplicated(keys).any()):
        return _matched(old, new, keys)
    here, there = _matched(old, new, [*keys, *fields])
    left = np.setdiff1d(np.arange(len(old)), here)
    right = np.setdiff1d(np.arange(len(new)), there)
    more, others = _matched(old.iloc[left], new.iloc[right], keys)
    return np.concatenate([here, left[more]]), np.concatenate([there, right[others]])


def _matched(old: pd.DataFrame, new: pd.DataFrame, names: list[str]) -> tuple[Positions, Positions]:
    """Positions of equal rows: of several alike, the first with the first, and so on."""
    both = pd.concat([old[names], new[names]], ignore_index=True)
    group = both.groupby(names, sort=False, dropna=False).ngroup()
    side = np.arange(len(both)) >= len(old)
    nth = group.groupby([group, side]).cumcount()
    identity = group.to_numpy() * (len(both) + 1) + nth.to_numpy()
    found = pd.Index(identity[: len(old)]).get_indexer(pd.Index(identity[len(old) :]))
    there = np.flatnonzero(found >= 0)
    return found[there], there


def _changed(
    old: pd.DataFrame,
    new: pd.DataFrame,
    here: Positions,
    there: Positions,
    fields: Sequence[str],
) -> pd.DataFrame:
    parts = []
    for nth, field in enumerate(fields):
        was, now = old[field].to_numpy()[here], new[field].to_numpy()[there]
        differ = was != now
        if was.dtype != object:
            differ &= ~(np.isnan(was) & np.isnan(now))
        at = np.flatnonzero(differ)
        parts.append(_lines(field, nth, was[at], now[at], CHANGED, here[at], there[at]))
    return pd.concat(parts, ignore_index=True)


def _whole(
    frame: pd.DataFrame, rows: Positions, fields: Sequence[str], change: str
) -> pd.DataFrame:
    """The cells of rows that are in one frame only."""
    parts = []
    for nth, field in enumerate(fields):
        values = frame[field].iloc[rows]
        kept = np.full(len(rows), True) if nth == 0 else values.notna().to_numpy()
        cells, at = values.to_numpy()[kept], rows[kept]
        nothing, nowhere = np.full(len(at), None), np.full(len(at), _NOWHERE)
        if change == ADDED:
            parts.append(_lines(field, nth, nothing, cells, change, nowhere, at))
        else:
            parts.append(_lines(field, nth, cells, nothing, change, at, nowhere))
    return pd.concat(parts, ignore_index=True)


def _lines(
    field: str,
    nth: int,
    was: np.ndarray,
    now: np.ndarray,
    change: str,
    here: Positions,
    there: Positions,
) -> pd.DataFrame:
    gone = change == REMOVED
    return pd.DataFrame(
        {
            "field": field,
            "old": _plain(was),
            "new": _plain(now),
            "change": change,
            "at_before": here,
            "at_after": there,
            "gone": gone,
            "at": here if gone else there,
            "nth": nth,
        }
    )


def _plain(values: np.ndarray) -> pd.Series:
    """The values as Python's own, None where missing."""
    cells = values.astype(object)
    cells[pd.isna(cells)] = None
    return pd.Series(cells, dtype=object)


def _keys_of(
    found: pd.DataFrame, old: pd.DataFrame, new: pd.DataFrame, keys: Sequence[str]
) -> pd.DataFrame:
    both = pd.concat([old[list(keys)], new[list(keys)]], ignore_index=True)
    at = np.where(found["gone"].astype(bool), found["at_before"], found["at_after"] + len(old))
    return both.iloc[at.astype("int64")].reset_index(drop=True)
