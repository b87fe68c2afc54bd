"""Which cells may mend what is wrong with a table?"""

from pages.ui.importing.dropped import Found
from pages.ui.importing.original import Marks
from scoring.ingest.problems import Problem

# Where a whole row is wrong, the column whose cell most likely mends it.
_COLUMN_OF = {
    "lead-missing": "lead",
    "deadline-unreadable": "deadline",
    "points-missing": "points",
    "max-missing": "max_points",
    "title-clash": "title",
}
# What is answered elsewhere than in a cell: which table it is, what is loaded beside it.
_NOT_OF_A_CELL = frozenset(
    {
        *("index-unknown", "organisation-unknown", "organisation-new", "organisation-doubtful"),
        *("year-unknown", "year-doubtful", "rows-unread", "sheet-hidden"),
        *("already-loaded", "other-values-loaded", "published-differs", "column-missing"),
    }
)


def addresses(found: Found, marks: Marks) -> dict[str, list[Problem]]:
    """The cells with a problem, worst first; of a whole row's, the cell that may mend it."""
    places: dict[str, list[Problem]] = {}
    for (row, column), every in marks.items():
        ones = [one for one in every if one.code not in _NOT_OF_A_CELL]
        if not ones:
            continue
        letter = column or _likely(found, ones[0])
        if letter:
            places.setdefault(f"{letter}{row}", []).extend(ones)
    return places


def _likely(found: Found, one: Problem) -> str:
    columns = found.table.columns
    wanted = (_COLUMN_OF.get(one.code, ""), "code", "title", *columns)
    return next((columns[field] for field in wanted if columns.get(field)), "")
