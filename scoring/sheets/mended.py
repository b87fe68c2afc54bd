"""Which problems that a marked copy told are gone, which are left, and which are new?"""

from collections import Counter
from collections.abc import Iterable, Sequence

import pandas as pd

from scoring.ingest.opening.workbook import cell_name
from scoring.ingest.table import Table
from scoring.sheets.fixed import Compared
from scoring.sheets.marks import found_in
from scoring.sheets.original import Told
from scoring.sheets.places import places_now

NEW, LEFT, GONE = "new", "left", "gone"
COLUMNS = ("state", "code", "place")

Problem = tuple[str, str | None]  # code and place


def problems_since(copy: Compared, tables: Sequence[Table]) -> pd.DataFrame:
    """The problems of a copy as it is now, and those told in it that are gone.

    A problem is the same one when its code and its cell are, wherever the cell's row and column
    have moved to.

    Shape: state (new, left, gone, in this order; the gravest of each first), code, place
        ('Phụ lục!D8' in the file as it is now; of what went out with its row, where it stood; None
        where it is about the whole file). `tables` are all tables of the copy.
    """
    now = _now(copy, tables)
    told = _told(copy)
    left, gone = _parted(told, now)
    _, new = _parted(now, told)
    rows = [
        (state, *one) for state, some in ((NEW, new), (LEFT, left), (GONE, gone)) for one in some
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)


def _now(copy: Compared, tables: Sequence[Table]) -> list[Problem]:
    found = found_in(tables, [one.sheet for one in copy.sheets if one.sheet is not None])
    return [
        (
            one.problem.code,
            f"{one.place.sheet}!{cell_name(one.place.row, one.place.column)}"
            if one.place
            else None,
        )
        for one in found
    ]


def _told(copy: Compared) -> list[Problem]:
    """The problems of the list, at the places where their cells are now."""
    place_of = places_now(copy)

    def place(one: Told) -> str | None:
        if one.sheet is None:
            return None
        now = place_of(one.sheet, one.address)
        if now is None:
            return f"{copy.original.names[one.sheet]}!{one.address}"
        return f"{now.sheet}!{cell_name(now.row, now.column)}"

    return [(one.code, place(one)) for one in copy.original.told]


def _parted(
    some: Iterable[Problem], others: Iterable[Problem]
) -> tuple[list[Problem], list[Problem]]:
    """Those that are among the others too, each as often as there, and those that are not."""
    left = Counter(others)
    both: list[Problem] = []
    only: list[Problem] = []
    for one in some:
        (both if left[one] > 0 else only).append(one)
        left[one] -= 1
    return both, only
