"""What an analyst changed in a marked copy: which cells, what they said, what they say now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from scoring.ingest.limits import Limits
from scoring.ingest.opening.workbook import Sheet, column_letter, open_sheets
from scoring.sheets.alignment import Pairs, aligned, cells_alike, values_alike
from scoring.sheets.original import Original, compared_row, is_marked_copy, read_original

COLUMNS = ("sheet", "row", "column", "old", "new", "change")
_MOST_COLUMNS = 300  # of a sheet whose columns are looked at for new ones


@dataclass(frozen=True)
class Alignment:
    """One sheet then and now: its rows and columns side by side."""

    old: int | None  # which sheet of the original
    sheet: Sheet | None  # None where it was deleted
    name: str  # its name now; of a deleted one, its name then
    before: Sequence[tuple[str, ...]]
    after: Sequence[tuple[str, ...]]
    rows: Pairs
    columns: Pairs


@dataclass(frozen=True)
class Compared:
    """A marked copy beside the workbook that it was made from."""

    original: Original
    sheets: Sequence[Alignment]


def compared(name: str, content: bytes, limits: Limits) -> Compared | None:
    """A marked copy beside what it was; None when it is no marked copy, or cannot be read."""
    if not is_marked_copy(content):
        return None
    sheets, refused = open_sheets(name, content, limits)
    original = None if refused else read_original(content, limits)
    return None if original is None else Compared(original, _side_by_side(original, sheets))


def changes_since(copy: Compared) -> pd.DataFrame:
    """The cells that changed since a marked copy was handed out.

    Shape: sheet, row, column, old, new (texts as shown; '' blank), change (changed, added with its
        row or column, removed with it). Places are those of the file as it is now; of what was
        removed, where it stood.
    """
    rows = [change for one in copy.sheets for change in _changes(one)]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"row": "int64"})


def _side_by_side(original: Original, sheets: Sequence[Sheet]) -> list[Alignment]:
    before = [_grid(rows) for rows in original.rows]
    after = [[compared_row(row) for row in sheet.rows] for sheet in sheets]
    pairs = _paired_sheets(original.names, before, [sheet.name for sheet in sheets], after)
    return [
        _alignment(
            old,
            None if new is None else sheets[new],
            original.names[old or 0] if new is None else sheets[new].name,
            [] if old is None else before[old],
            [] if new is None else after[new],
        )
        for old, new in pairs
    ]


def _grid(rows: object) -> list[tuple[str, ...]]:
    assert isinstance(rows, dict)
    return [rows.get(at, ()) for at in range(max(rows, default=-1) + 1)]


def _paired_sheets(
    old_names: Sequence[str],
    before: Sequence[Sequence[tuple[str, ...]]],
    names: Sequence[str],
    after: Sequence[Sequence[tuple[str, ...]]],
) -> Pairs:
    """Sheets by name; those renamed by what they hold."""
    pairs: Pairs = [(old_names.index(one), at) for at, one in enumerate(names) if one in old_names]
    gone = [at for at, one in enumerate(old_names) if one not in names]
    for at in (at for at, one in enumerate(names) if one not in old_names):
        likest = max(gone, key=lambda old: _rows_shared(before[old], after[at]), default=None)
        if likest is not None and _rows_shared(before[likest], after[at]) > 0.5:
            gone.remove(likest)
            pairs.append((likest, at))
        else:
            pairs.append((None, at))
    return [*sorted(pairs, key=lambda one: one[1] or 0), *((at, None) for at in gone)]


def _rows_shared(before: Sequence[tuple[str, ...]], after: Sequence[tuple[str, ...]]) -> float:
    old, new = set(before) - {()}, set(after) - {()}
    return len(old & new) / max(len(old), len(new), 1)


def _alignment(
    old: int | None,
    sheet: Sheet | None,
    name: str,
    before: Sequence[tuple[str, ...]],
    after: Sequence[tuple[str, ...]],
) -> Alignment:
    columns = _columns(before, after)
    in_place = all(left == right for left, right in columns)
    then = before if in_place else [_moved(row, [left for left, _ in columns]) for row in before]
    now = after if in_place else [_moved(row, [right for _, right in columns]) for row in after]
    return Alignment(old, sheet, name, then, now, aligned(then, now, cells_alike), columns)


def _columns(before: Sequence[tuple[str, ...]], after: Sequence[tuple[str, ...]]) -> Pairs:
    """Columns side by side; they are looked into only where some are not where they were."""
    width_before = max(map(len, before), default=0)
    width_after = max(map(len, after), default=0)
    widest = max(width_before, width_after)
    in_place: Pairs = [(at, at) for at in range(widest)]
    if not before or not after or widest > _MOST_COLUMNS or width_before == width_after:
        return in_place
    old = [_column(before, at) for at in range(width_before)]
    new = [_column(after, at) for at in range(width_after)]
    return aligned(old, new, values_alike)


def _column(rows: Sequence[tuple[str, ...]], at: int) -> tuple[str, ...]:
    return tuple(row[at] if at < len(row) else "" for row in rows)


def _moved(row: tuple[str, ...], columns: Sequence[int | None]) -> tuple[str, ...]:
    """The row's cells in the order in which both sides' columns stand side by side."""
    return tuple(row[at] if at is not None and at < len(row) else "" for at in columns)


def _changes(one: Alignment) -> Iterator[tuple[object, ...]]:
    for old_row, new_row in one.rows:
        before = () if old_row is None else one.before[old_row]
        after = () if new_row is None else one.after[new_row]
        if before == after:
            continue
        row = _now(old_row, new_row)
        for at, (old_column, new_column) in enumerate(one.columns):
            old = before[at] if at < len(before) else ""
            new = after[at] if at < len(after) else ""
            if old != new:
                change = "changed"
                if new_row is None or new_column is None:
                    change = "removed"
                elif old_row is None or old_column is None:
                    change = "added"
                letter = column_letter(_now(old_column, new_column))
                yield one.name, row + 1, letter, old, new, change


def _now(old: int | None, new: int | None) -> int:
    """Where a row or column is; of one that went out, where it was."""
    return new if new is not None else (old or 0)
