"""Which sheets of a file were handed out, and what does each of them hold?"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from scoring.ingest.cells import text_of
from scoring.ingest.handed_out.columns import columns_of, looks_like_ours, missing_columns
from scoring.ingest.handed_out.form import KEY, KEYS, Form
from scoring.ingest.handed_out.keys import NotOurs, is_key, is_mark, read_mark
from scoring.ingest.handed_out.rows import Read, unchanged
from scoring.ingest.handed_out.stretch import Stretch
from scoring.ingest.opening.workbook import Sheet, cell_name, column_letter
from scoring.ingest.problems import Place
from scoring.ingest.reference import Reference
from scoring.ingest.table import PLANS, Table
from scoring.text.moments import VIETNAM

_HEADERS = 40  # rows in which a header that lost its mark is looked for
Reader = Callable[[Stretch], Read]


class Found(NamedTuple):
    """The tables of one form in a file, and the sheets that hold none."""

    tables: tuple[Table, ...]
    others: tuple[Sheet, ...]


def tables_of(
    form: Form, read: Reader, name: str, sheets: Sequence[Sheet], reference: Reference
) -> Found:
    """Take the sheets of a form from a file, however they were changed; `read` reads their rows.

    Such a sheet that lost its mark is refused, never read as a table of another kind.
    """
    tables = [tuple(_tables(form, read, name, sheet, reference)) for sheet in sheets]
    others = tuple(sheet for sheet, found in zip(sheets, tables, strict=True) if not found)
    return Found(tuple(table for found in tables for table in found), others)


def _tables(
    form: Form, read: Reader, name: str, sheet: Sheet, reference: Reference
) -> Iterator[Table]:
    signed = list(_signed(form, sheet))
    headers = [at for at, text in signed if is_mark(form, text)]
    if not headers:
        keyed = {at for at, text in signed if is_key(form, text)}
        yield from _unmarked(form, name, sheet, keyed)
        return
    for number, (at, until) in enumerate(pairwise([*headers, len(sheet.rows)])):
        first = at if number else 0  # rows that a sort put above the first header are its own
        columns = columns_of(form, sheet.rows[at])
        try:
            mark = read_mark(form, text_of(sheet.rows[at][columns[KEY]]))
        except NotOurs:
            yield _damaged(form, name, sheet, at, columns[KEY])
        else:
            of = Stretch(form, sheet, at, first, until, columns, mark)
            yield _table(read, name, of, reference)


def _signed(form: Form, sheet: Sheet) -> Iterator[tuple[int, str]]:
    """The first of our texts in each row that has one: this looks at every cell of every file."""
    signs = form.signs
    for at, row in enumerate(sheet.rows):
        for cell in row:
            if type(cell) is str and cell.startswith(signs):
                yield at, text_of(cell)  # as keys are read: a sign with nothing behind it is none
                break


def _unmarked(form: Form, name: str, sheet: Sheet, keyed: Collection[int]) -> Iterator[Table]:
    """A sheet of ours that lost what tells it: only its column names or its keys are left."""
    heads = (at for at, row in enumerate(sheet.rows[:_HEADERS]) if looks_like_ours(form, row))
    at = min(keyed, default=next(heads, None))
    if at is not None:
        place = Place(sheet.name, at + 1)
        expected = f"{form.words.file} còn đủ các cột ẩn và hàng tiêu đề"
        found = "khoá ẩn mà không có hàng tiêu đề" if keyed else "không có cột ẩn"
        problem = place.problem(form.codes.mark_missing, expected, found)
        yield Table(name, sheet.name, cell_name(at, 0), problems=(problem,))


def _damaged(form: Form, name: str, sheet: Sheet, at: int, column: int) -> Table:
    place = Place(sheet.name, at + 1, column_letter(column))
    found = place.problem(form.codes.mark_missing, "dấu của tệp còn nguyên", "đã bị sửa")
    return Table(name, sheet.name, _anchor(sheet, at), problems=(found,))


def _table(read: Reader, name: str, of: Stretch, reference: Reference) -> Table:
    header, mark = of.sheet.rows[of.header], of.mark
    organisation = reference.organisation(mark.organisation.id) or mark.organisation
    whose = organisation.name if mark.unit is None else mark.unit
    made = mark.made_at.astimezone(VIETNAM)
    columns = {field: at for field, at in of.columns.items() if field not in KEYS}
    table = Table(
        file=name,
        sheet=of.sheet.name,
        anchor=_anchor(of.sheet, of.header),
        kind=of.form.kind,
        index=PLANS,
        organisation=organisation,
        level=organisation.level,
        year=made.year,
        columns={field: column_letter(at) for field, at in columns.items()},
        labels={field: text_of(header[at]) for field, at in columns.items()},
        header=of.header + 1,
        last=of.until,
        title=f"{of.form.words.title} {whose}, tệp tải ngày {made:%d/%m/%Y}",
        made_at=mark.made_at,
    )
    return _filled(table, of, read)


def _filled(table: Table, of: Stretch, read: Reader) -> Table:
    """The table with its rows; its year is the latest that a row is of, where they are of years."""
    missing = tuple(missing_columns(of))
    if missing:
        return replace(table, problems=missing)
    rows = read(of)
    return replace(
        table,
        frame=rows.frame(of.form),
        year=max(rows.years, default=table.year),
        problems=(*rows.problems, *unchanged(of, rows)),
        last=rows.last + 1,
    )


def _anchor(sheet: Sheet, header: int) -> str:
    """The first filled cell of a header."""
    filled = (at for at, cell in enumerate(sheet.rows[header]) if text_of(cell))
    return cell_name(header, next(filled, 0))
