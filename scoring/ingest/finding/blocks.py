"""Whether tables side by side are one league that goes on to the right."""

import re
from collections.abc import Sequence
from itertools import pairwise

from scoring.ingest.finding.columns import Assignment
from scoring.ingest.finding.header_rows import Parts
from scoring.ingest.finding.headers import EXACT, Headers
from scoring.ingest.opening.workbook import Cell
from scoring.text.words import fold

Side = tuple[Assignment, int, int]  # its columns: left, right exclusive
_WHOLE = re.compile(r"\D{0,6}0*(\d{1,4})(?:\.0)?(?:\s*/\s*\d+)?\D{0,2}")
_DIFFERENT = 0.9  # of the ranks: some are shared


def goes_on(
    sides: Sequence[Side], parts: Parts, headers: Headers, rows: Sequence[Sequence[Cell]]
) -> bool:
    """Whether each side has the same header, and ranks or numbers that continue the others'."""
    if len(sides) < 2 or any(one.form.kind != "league" for one, *_ in sides):
        return False
    texts = [
        [fold(" ".join(part)) for part in parts[left:right] if part] for _, left, right in sides
    ]
    if any(one != other for one, other in pairwise(texts)):
        return False
    named = [_filled(rows, one.columns["organisation"][0]) for one, *_ in sides]
    counted = [_counted(side, parts, headers, rows) for side in sides]
    return _differ(named, 1.0) and _differ(counted, _DIFFERENT) and all(counted)


def _counted(
    side: Side, parts: Parts, headers: Headers, rows: Sequence[Sequence[Cell]]
) -> list[str]:
    """The numbers of one side's rows: STT where it is printed, else the rank."""
    found, left, right = side
    fields = (headers.fields(" ".join(parts[at])) for at in range(left, right))
    codes = [at for at, known in enumerate(fields, left) if known.get("code") == EXACT]
    at = codes or found.columns.get("rank", ())
    matches = [_WHOLE.fullmatch(text) for text in _filled(rows, at[0])] if at else []
    return [match[1] for match in matches if match]


def _filled(rows: Sequence[Sequence[Cell]], at: int) -> list[str]:
    texts = (fold(str(row[at])) for row in rows if at < len(row) and row[at] is not None)
    return [text for text in texts if text]


def _differ(sides: Sequence[Sequence[str]], share: float) -> bool:
    """Whether hardly anything of one side stands on another."""
    whole = [text for side in sides for text in set(side)]
    return len(set(whole)) >= share * len(whole)
