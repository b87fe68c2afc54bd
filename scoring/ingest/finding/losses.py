"""Whether a column named for a difference holds the lost points."""

import re
from collections.abc import Mapping, Sequence

from scoring.ingest.finding.first_rows import Rows

_CHANGE = re.compile(r"tăng|so với(?! điểm (?:chuẩn|tối đa))|^so với")
_DIFFERENCE = re.compile(r"chênh lệch(?! so với điểm)")
_HALF = 0.5  # of the rows: the checks tell those that differ


def is_no_loss(columns: Mapping[str, int], names: Sequence[str], rows: Rows) -> bool:
    """Whether the column taken for lost points is another difference: on last year, on self points.

    'Tăng/giảm' has to prove itself by max − points, 'Chênh lệch' in half of the rows at least;
    'Điểm bị mất' is believed. `names` are the folded header texts of all columns.
    """
    if "lost_points" not in columns:
        return False
    lost = columns["lost_points"]
    told = [columns[field] for field in ("max_points", "points") if field in columns]
    if len(told) == 2 and rows.close(told[0], told[1], lost):
        return False
    if is_difference(names[lost]):
        return len(told) == 2 and not _is_likely(columns, rows)
    return bool(_CHANGE.search(names[lost]))


def is_difference(name: str) -> bool:
    """Whether a folded name is of a difference, and does not say between which two numbers."""
    return bool(_DIFFERENCE.search(name))


def _is_likely(columns: Mapping[str, int], rows: Rows) -> bool:
    """Whether half of the rows close, and those of self points and points do not nearly all."""
    top, points, lost = (columns[field] for field in ("max_points", "points", "lost_points"))
    own = columns.get("self_points")
    if own is not None and (rows.close(own, points, lost) or rows.close(points, own, lost)):
        return False
    return rows.close(top, points, lost, _HALF)
