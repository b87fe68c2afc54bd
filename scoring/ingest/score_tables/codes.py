"""Which criterion each row is: codes as printed, made canonical and repaired by their order."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from scoring.ingest.opening.workbook import Cell
from scoring.ingest.score_tables.outline import Labels, heading_kinds, outlined, sections, settled
from scoring.ingest.score_tables.resolving import Formats, Resolved, resolved
from scoring.text.codes import all_numbered, keep_their_zeros, numbered
from scoring.text.labels import DATE, LETTER, NUMBER, SMALL_ROMAN, Label, label_of
from scoring.text.words import nfc

BY_ORDER = "theo thứ tự dòng"
BY_FORMAT = "theo định dạng số của ô"
AS_WRITTEN = "bỏ dấu và chữ thừa"


@dataclass(frozen=True)
class Repair:
    """A code that was read as something other than its cell says, or may be another one."""

    at: int
    found: str
    code: str
    how: str = BY_ORDER
    other: str = ""  # a reading that neither order nor format excludes


@dataclass(frozen=True)
class Codes:
    """The codes of a column of cells."""

    codes: list[str]  # canonical, '' where there is none
    repairs: tuple[Repair, ...] = ()
    headings: frozenset[int] = frozenset()  # roman and capital headings above the numbers
    sections: frozenset[int] = frozenset()  # of them those that only group, without a code
    listed: frozenset[int] = frozenset()  # a, b, c and i, ii, iii below the numbers


def canonical_codes(cells: Sequence[Cell]) -> tuple[list[str], tuple[Repair, ...], frozenset[int]]:
    """The canonical code of each cell ('' where there is none), the repairs, the roman headings."""
    read = read_codes(cells)
    return read.codes, read.repairs, read.headings


def read_codes(cells: Sequence[Cell], formats: Formats | None = None) -> Codes:
    """The canonical code of each cell.

    Roman headings become 1, 2, 3; numbers that restart under them get their parent's number in
    front; letters hang under the last number; dates and 1.10 stored as 1.1 go back to codes.
    `formats` is asked only where order leaves a doubt.
    """
    if _are_clean(cells):
        return Codes(list(cells))
    labels = settled([_label(cell) for cell in cells])
    grouping = sections(labels)
    labels = [None if at in grouping else label for at, label in enumerate(labels)]
    above = heading_kinds(labels)
    found = resolved(labels, cells, above, formats)
    codes = outlined([_certain(label, found.get(at)) for at, label in enumerate(labels)], above)
    heads, listed = _kinds(labels, above)
    return Codes(
        codes, tuple(_repairs(cells, labels, codes, found)), heads | grouping, grouping, listed
    )


def _are_clean(cells: Sequence[Cell]) -> bool:
    """Whether all are codes as they should be, or blank: one look at the whole column."""
    if set(map(type, cells)) != {str}:
        return False
    present = [cell for cell in cells if cell]
    return bool(present) and all_numbered(present) and keep_their_zeros(present)


def _label(cell: Cell) -> Label | None:
    return Label(NUMBER, (cell,)) if type(cell) is str and numbered(cell) else label_of(cell)


def _certain(label: Label | None, found: Resolved | None) -> Label | None:
    """The label with the one reading chosen."""
    if label and (found or label.kind == DATE):
        return Label(NUMBER, (found.code if found else label.text,))
    return label


def _kinds(labels: Labels, above: Sequence[str]) -> tuple[frozenset[int], frozenset[int]]:
    """The positions of the headings, and those of lists below numbers."""
    kinds = [label.kind if label else "" for label in labels]
    heads = frozenset(at for at, kind in enumerate(kinds) if kind in above)
    lists = {LETTER, SMALL_ROMAN} - set(above)
    return heads, frozenset(at for at, kind in enumerate(kinds) if kind in lists)


def _repairs(
    cells: Sequence[Cell], labels: Labels, codes: Sequence[str], found: Mapping[int, Resolved]
) -> Iterator[Repair]:
    """The codes that are not what their cells say, and those that may be another."""
    times = Counter(codes) if found else {}
    for at, (cell, label, code) in enumerate(zip(cells, labels, codes, strict=True)):
        if label is None or label.kind not in (NUMBER, DATE):
            continue
        one = found.get(at, Resolved(label.text))
        if one.code != label.text or label.kind == DATE or (one.other and times[code] == 1):
            other = code.removesuffix(one.code) + one.other if one.other else ""
            yield Repair(at, _shown(cell), code, BY_FORMAT if one.formatted else BY_ORDER, other)
        elif type(cell) is str and nfc(cell) != label.text and not label.above:
            yield Repair(at, cell.strip(), code, AS_WRITTEN)


def _shown(cell: Cell) -> str:
    """A code cell as the spreadsheet shows it."""
    if isinstance(cell, (date, datetime)):
        return f"ngày {cell:%d/%m/%Y}"
    return cell.strip() if type(cell) is str else f"{cell:g}"
