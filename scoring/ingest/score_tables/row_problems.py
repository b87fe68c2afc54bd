"""What the rows of a score table leave open: codes repaired or missing, cells without a number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

import numpy as np

from scoring.ingest.cells import letter_of
from scoring.ingest.finding.layout import Layout
from scoring.ingest.opening.workbook import Sheet
from scoring.ingest.problems import Place, Problem
from scoring.ingest.score_tables.codes import AS_WRITTEN, Codes, Repair
from scoring.ingest.score_tables.missing import Inferred
from scoring.ingest.score_tables.points import PRINTED
from scoring.ingest.score_tables.printed import Printed
from scoring.ingest.score_tables.scale import Scale, Steps
from scoring.ingest.score_tables.structure import fits
from scoring.ingest.score_tables.totals import is_bonus
from scoring.text import format as fmt

_NAMED = 40  # codes named one by one in a note


class Rows(Protocol):
    """The rows below a header, with their codes."""

    @property
    def printed(self) -> Printed: ...
    @property
    def read(self) -> Codes: ...
    @property
    def scale(self) -> Scale: ...
    @property
    def told(self) -> tuple[Inferred, ...] | None: ...
    @property
    def codes(self) -> tuple[str, ...]: ...


@dataclass(frozen=True)
class RowPlaces:
    """Where the rows of one table stand."""

    sheet: Sheet
    layout: Layout

    def at(self, at: int, field: str = "code") -> Place:
        """A row's cell of one field; of the title where the table has no such column."""
        column = letter_of(self.layout, field) or letter_of(self.layout, "title")
        return Place(self.sheet.name, self.row(at), column)

    def row(self, at: int) -> int:
        """A row as the spreadsheet numbers it."""
        return at + self.layout.first + 1


def row_problems(places: RowPlaces, rows: Rows, kept: Sequence[bool]) -> Iterator[Problem]:
    """All of them, kind by kind."""
    yield from _unreadable(places, rows, kept)
    yield from _repaired(places, rows, kept)
    yield from _without_structure(places, rows) if rows.told is None else _inferred(places, rows)
    yield from _sections(places, rows)
    yield from _scales(places, rows)
    yield from _uncoded(places, rows) if rows.told is not None else ()
    yield from _merged(places)


def _unreadable(places: RowPlaces, rows: Rows, kept: Sequence[bool]) -> Iterator[Problem]:
    for field, cells in rows.printed.points.wrong.items():
        for unread in cells:
            if kept[unread.at]:
                place = places.at(unread.at, field)
                yield place.problem("not-a-number", "một số", f"“{unread.found}”")


def _repaired(places: RowPlaces, rows: Rows, kept: Sequence[bool]) -> Iterator[Problem]:
    """Each repaired code; those only written otherwise ('1.5.', 'TC 1.5') in one note."""
    repairs = [one for one in rows.read.repairs if kept[one.at]]
    for repair in repairs:
        if repair.how != AS_WRITTEN:
            code = "code-ambiguous" if repair.other else "code-repaired"
            yield places.at(repair.at).problem(
                code, _readings(repair, rows.codes[repair.at]), repair.found
            )
    written = [one for one in repairs if one.how == AS_WRITTEN]
    if written:
        first = written[0]
        more = f" và {len(written) - 1} mã khác viết tương tự" if len(written) > 1 else ""
        yield places.at(first.at).problem(
            "code-repaired", f"mã {rows.codes[first.at]} ({AS_WRITTEN})", f"“{first.found}”{more}"
        )


def _readings(repair: Repair, code: str) -> str:
    if not repair.other:
        return f"mã {code} ({repair.how})"
    other = code.removesuffix(repair.code) + repair.other
    return f"mã {code} hoặc {other}: {repair.how} chưa phân biệt được, đang đọc là {code}"


def _inferred(places: RowPlaces, rows: Rows) -> Iterator[Problem]:
    """One note for each run of rows that print no code."""
    for one in rows.told or ():
        at = [row for row in one.at if not rows.read.codes[row]]
        for run in _adjoining(at, rows):
            codes = [rows.codes[row] for row in run]
            named = ", ".join(codes[:_NAMED]) + (" …" if len(codes) > _NAMED else "")
            last = f" đến dòng {places.row(run[-1])}" if len(run) > 1 else ""
            found = f"ô trống ở dòng {places.row(run[0])}{last}"
            yield places.at(run[0]).problem("code-missing", f"mã {named} (theo {one.how})", found)


def _adjoining(at: Sequence[int], rows: Rows) -> Iterator[list[int]]:
    """The positions in runs between which no other row has a title."""
    run: list[int] = []
    for row in at:
        if run and any(rows.printed.titles[run[-1] + 1 : row]):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _without_structure(places: RowPlaces, rows: Rows) -> Iterator[Problem]:
    """No code at all, and nothing that tells which row stands under which."""
    place = Place(places.sheet.name, places.layout.header + 1, letter_of(places.layout, "title"))
    found = "không có mã; thụt đầu dòng, chữ đậm, tổng điểm không cho biết dòng nào thuộc dòng nào"
    yield place.problem(
        "column-missing", "cột STT có mã của từng tiêu chí (1, 1.1, 1.1.1 …)", found
    )


def _sections(places: RowPlaces, rows: Rows) -> Iterator[Problem]:
    """A over I, II: said where it only groups, a warning where its points are not their sum."""
    at = sorted(rows.read.sections)
    for section, end in pairwise([*at, len(rows.codes)]):
        printed = rows.printed
        tops = [row for row in range(section, end) if rows.codes[row].isdigit()]
        label = f"“{printed.cells[section]}”"
        if fits(printed.values[section], printed.values[tops], printed.tolerance) is False:
            expected = "bằng tổng các dòng bên dưới nếu là đề mục; mã nếu là tiêu chí"
            yield places.at(section).problem("row-without-code", expected, label)
        else:
            expected = "không có mã: là đề mục của các dòng bên dưới, không được tính"
            yield places.at(section).problem("code-repaired", expected, label)


def _scales(places: RowPlaces, rows: Rows) -> Iterator[Problem]:
    """Scoring levels that do not fit their criterion, or that may be criteria without a code."""
    for steps in rows.scale.steps:
        code = rows.codes[steps.of]
        if steps.above:
            yield _above(places, rows, steps)
        elif steps.doubtful and code:
            first = steps.levels[0].at
            more = f" và {len(steps.levels) - 1} dòng dưới" if len(steps.levels) > 1 else ""
            found = f"“{rows.printed.titles[first]}”{more}, đang đọc là mức điểm của {code}"
            yield places.at(first).problem("row-without-code", "mã nếu là tiêu chí", found)


def _above(places: RowPlaces, rows: Rows, steps: Steps) -> Problem:
    most = rows.printed.maximum[steps.of]
    highest = max(
        (one for one in steps.levels if not np.isnan(one.points)), key=lambda one: one.points
    )
    expected = f"mức điểm không quá {fmt.points(most)} (điểm chuẩn của {rows.codes[steps.of]})"
    found = f"“{rows.printed.titles[highest.at]}”: {fmt.points(highest.points)}"
    return places.at(highest.at).problem("scale-above-max", expected, found)


def _uncoded(places: RowPlaces, rows: Rows) -> Iterator[Problem]:
    """Rows with numbers that are neither criteria nor totals nor levels: they are not counted."""
    printed = rows.printed
    for at in np.flatnonzero(printed.points.given).tolist():
        if rows.codes[at] or at in printed.apart or at in rows.scale.rows or printed.repeats(at):
            continue
        named = printed.named(at) or "ô trống"
        expected = "mã, nếu điểm này được tính vào tổng" if is_bonus(named) else "mã tiêu chí"
        yield places.at(at).problem("row-without-code", expected, f"“{named}”")


def _merged(places: RowPlaces) -> Iterator[Problem]:
    """Score cells merged over several rows: the score counts for the first row only."""
    sheet, layout = places.sheet, places.layout
    columns = {layout.columns[f]: f for f in PRINTED if f in layout.columns}
    for (top, left), (bottom, right) in sheet.merged:
        within = layout.first <= top < bottom < layout.last and top not in layout.skipped
        field = columns.get(left)
        if within and left == right and field and sheet.rows[top][left] != "":
            place = places.at(top - layout.first, field)
            found = f"một ô gộp {bottom - top + 1} dòng"
            yield place.problem("score-merged", "mỗi dòng một ô điểm", found)
