"""Which rank a cell of a league table says, and of how many."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from scoring.ingest.cells import Numbers, shown, text_of
from scoring.ingest.finding.layout import Layout
from scoring.ingest.opening.workbook import Cell, Sheet, cell_name
from scoring.text.words import fold

_RANK = re.compile(
    r"(?:(?:xếp |đồng )?(?:hạng|thứ|vị trí)(?: thứ)?:? )?"
    r"(?P<tied>=)?0*(?P<rank>[1-9]\d{0,3})(?:\.0)?"
    r"(?: ?[-–] ?0*(?P<last>[1-9]\d{0,3})|(?P<tied_too>=))?"
    r"(?: ?/ ?(?P<field>\d{1,4}))?"
)
_BAND = re.compile(
    r"[a-e][+-]?|(?:loại )?(?:a|b|c|d)|(?:rất |xuất sắc|tốt|khá|trung bình|yếu|kém|đạt)[\w ]*"
    r"|(?:nhóm|mức|loại) (?:[a-e]|\d|[ivx]+|[\w ]+)"
)
_NONE = frozenset(("", "-", "–", "—", "−", "x", "...", "…", "/", "không xếp hạng", "kxh", "n/a"))


@dataclass(frozen=True)
class Rank:
    """One place in a league; of places shared ('5-6', '=5') the first."""

    rank: int | None = None
    field_size: int | None = None
    last: int | None = None  # of several that are shared
    unread: str | None = None  # the text of a cell that is no rank
    merged: str | None = None  # the cell merged over the rows that share it, told at the first


def rank_in(cell: Cell) -> Rank:
    """'32' → rank 32; '32/63' → of 63; '5-6' → 5, shared up to 6; none for '-' and a blank."""
    text = fold(text_of(cell))
    if text in _NONE:
        return Rank()
    match = _RANK.fullmatch(text)
    if not match:
        return Rank(unread=shown(cell))
    rank, last = int(match["rank"]), int(match["last"] or match["rank"])
    if last < rank or (match["last"] and match["field"] and last > int(match["field"])):
        return Rank(unread=shown(cell))
    shared = last if match["last"] else None
    return Rank(rank, int(match["field"]) if match["field"] else None, shared)


def with_merged(ranks: Sequence[Rank], values: Numbers, sheet: Sheet, layout: Layout) -> list[Rank]:
    """The ranks, one in a cell merged over rows of one value for each of them.

    Merged over rows of other values, it is the first row's only, and unread.
    """
    given = list(ranks)
    for at, length, name in _merged(sheet, layout):
        if given[at].rank is None:
            continue
        within = values[at : at + length]
        if np.isnan(within).any() or np.ptp(within) == 0:
            given[at : at + length] = [given[at]] * length
            given[at] = replace(given[at], merged=f"một ô gộp {length} dòng ({name})")
        else:
            found = f"hạng {given[at].rank} trong một ô gộp {length} dòng khác giá trị ({name})"
            given[at] = replace(given[at], merged=found, unread=found)
    return given


def _merged(sheet: Sheet, layout: Layout) -> Iterator[tuple[int, int, str]]:
    """The cells of ranks merged over several rows: first position, number of rows, address."""
    for block, columns in enumerate((layout.columns, *layout.blocks)):
        for (top, left), (bottom, right) in sheet.merged:
            within = layout.first <= top < bottom < layout.last
            if within and left == right == columns.get("rank"):
                at = block * layout.height + top - layout.first
                name = f"{cell_name(top, left)}:{cell_name(bottom, right)}"
                yield at, bottom - top + 1, name


def are_bands(ranks: Sequence[Rank]) -> bool:
    """Whether a column holds bands (A, B, 'Tốt', 'Khá') and no rank at all."""
    texts = [fold(one.unread) for one in ranks if one.unread]
    if not texts or any(one.rank is not None for one in ranks):
        return False
    return all(_BAND.fullmatch(text) for text in texts)
