"""What an earlier marking left in a workbook: our colours and comments, which are taken back."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field

import python_calamine

from scoring.ingest.limits import Limits
from scoring.ingest.opening.own_sheets import LISTED, ORIGINAL
from scoring.sheets.book import Book
from scoring.sheets.fixed import Compared, compared
from scoring.sheets.listed import FIRST_WORDS
from scoring.sheets.marks import Place
from scoring.sheets.package import Package
from scoring.sheets.places import places_now
from scoring.sheets.sheet_xml import sheet_xml
from scoring.sheets.styles import Styles

_STYLE_COLUMN = 4  # of the record: a blank cell styled as the marked one was


@dataclass(frozen=True)
class Earlier:
    """What of an earlier marking is to be taken back."""

    coloured: frozenset[int] = frozenset()  # styles with our colours
    before: Mapping[Place, int] = field(default_factory=dict)  # marked cells' styles before that
    said: frozenset[str] = frozenset()  # our comments' texts


def earlier_marks(
    content: bytes, package: Package, book: Book, styles: Styles, limits: Limits
) -> Earlier:
    """What is to be taken back; nothing in a workbook that we did not mark."""
    beside = compared("copy.xlsx", content, limits) if ORIGINAL in book.parts else None
    if beside is None:
        return Earlier()
    record = sheet_xml(package.read(book.parts[ORIGINAL]))
    recorded = record.rows.styles_of_column(_STYLE_COLUMN)
    return Earlier(
        styles.coloured(),
        _styles_before(beside, recorded),
        frozenset(mark.said for mark in beside.original.marks if mark.said),
    )


def name_of_list(content: bytes, book: Book) -> str:
    """The name under which the list is written: not that of a sheet which is none of ours."""
    name, number = LISTED, 2
    while name in book.parts and not _begins_as_ours(content, name):
        name, number = f"{LISTED} ({number})", number + 1
    return name


def _begins_as_ours(content: bytes, name: str) -> bool:
    try:
        book = python_calamine.load_workbook(io.BytesIO(content))
        rows = book.get_sheet_by_name(name).to_python(nrows=1)
    except (python_calamine.CalamineError, ValueError, OSError):
        return False
    return bool(rows and rows[0]) and str(rows[0][0]).startswith(FIRST_WORDS)


def _styles_before(beside: Compared, recorded: Mapping[int, int]) -> dict[Place, int]:
    """The marked cells where they are now → the styles that they had."""
    place_of = places_now(beside)
    now = [(place_of(mark.sheet, mark.address), mark) for mark in beside.original.marks]
    return {
        place: recorded[mark.row]
        for place, mark in now
        if place is not None and mark.row in recorded
    }
