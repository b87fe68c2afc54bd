"""Which sheets of a file are results of indicators, and what is told of each of them?"""

from collections.abc import Sequence

from scoring.ingest.actual_tables.about import About, about_of
from scoring.ingest.actual_tables.cells import Told, cells_of, fractions_of, read_told, typed
from scoring.ingest.actual_tables.form import FORM
from scoring.ingest.handed_out.rows import LONGEST, Read, keys_of, other_texts, read_rows
from scoring.ingest.handed_out.stretch import Stretch
from scoring.ingest.handed_out.tables import Found, tables_of
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.problems import Problem, blocking
from scoring.ingest.reference import Reference
from scoring.ingest.target_tables.fractions import Fractions
from scoring.text.numbers import number_in

_Seen = dict[str, tuple[int, Told]]
_BLANK = "ô trống"


def actual_tables(name: str, sheets: Sequence[Sheet], reference: Reference) -> Found:
    """Take the sheets that were handed out to be filled with results, however they were changed.

    Such a sheet that lost its mark is refused, never read as a table of another kind.
    """
    return tables_of(FORM, _read, name, sheets, reference)


def _read(of: Stretch) -> Read:
    """The rows of a stretch; two of one indicator and year have to tell the same."""
    seen: _Seen = {}
    fractions = fractions_of(of)
    return read_rows(
        of,
        lambda at, read: _read_row(of, at, fractions, seen, read),
        lambda at: number_in(of.cell(at, "value")) is not None,
    )


def _read_row(of: Stretch, at: int, fractions: Fractions, seen: _Seen, read: Read) -> None:
    keys = keys_of(of, at)
    if isinstance(keys, Problem):
        read.problems.append(keys)
        return
    about = about_of(keys.first.said)
    read.years.add(about.year)
    told, more = read_told(cells_of(of, at, about, fractions), about, of.places(at))
    before = seen.setdefault(about.id, (at, told))
    wrong = [*(_of_others(of, at, about) or other_texts(of, at, keys.first)), *more]
    read.problems += wrong
    if blocking(wrong):
        return
    if before[0] != at:
        if told == before[1]:
            read.twice += 1
        else:
            read.problems.append(_twice(of, at, *before))
    elif told.nothing:
        read.blank += 1
    elif keys.same(told.texts):
        read.same += 1
    else:
        read.rows.append(_row(of, at, about, told))


def _of_others(of: Stretch, at: int, about: About) -> list[Problem]:
    """What is wrong with a row that was copied from the file of another organisation."""
    if about.organisation == of.mark.organisation.id:
        return []
    expected = "các dòng của cơ quan mà tệp được tải cho"
    found = f"dòng của cơ quan khác ({about.organisation})"
    return [of.place(at, "title").problem("actual-rows-mixed", expected, found)]


def _twice(of: Stretch, at: int, first: int, told: Told) -> Problem:
    said = _BLANK if told.value is None else typed(told.value)
    source = f", nguồn “{told.source[:LONGEST]}”" if told.source else ""
    expected = f"như dòng {first + 1} của cùng chỉ tiêu: {said}{source}"
    found = of.text(at, "value") or _BLANK
    more = f", nguồn “{of.text(at, 'source')[:LONGEST]}”" if of.text(at, "source") else ""
    return of.place(at, "value").problem("actual-twice", expected, f"{found}{more}")


def _row(of: Stretch, at: int, about: About, told: Told) -> dict[str, object]:
    return {
        "organisation": about.organisation,
        "indicator": about.indicator,
        "year": about.year,
        "code": of.text(at, "code"),
        "title": of.text(at, "title"),
        "measure": about.measure,
        "value": told.value,
        "source": told.source,
        "row": at + 1,
    }
