"""A file's tables, read and checked against the reference; nothing is written anywhere."""

import re
from dataclasses import replace
from itertools import islice
from types import MappingProxyType

from scoring.ingest.actual_tables.tables import actual_tables
from scoring.ingest.arithmetic.formulas import formula_problems, with_computed
from scoring.ingest.by_kind import with_rows
from scoring.ingest.corrections import with_corrections
from scoring.ingest.decimals import with_decimals
from scoring.ingest.finding.column_problems import column_problems
from scoring.ingest.finding.layout import Layout
from scoring.ingest.finding.places import TablePlace, table_places
from scoring.ingest.finding.year_before import is_year_before
from scoring.ingest.identity.identity import Identity
from scoring.ingest.identity.questions import identity_problems
from scoring.ingest.limits import Limits
from scoring.ingest.opening.workbook import Sheet, column_letter, open_sheets
from scoring.ingest.problems import Problem, problem
from scoring.ingest.progress_tables.tables import progress_tables
from scoring.ingest.reference import Reference
from scoring.ingest.said import NOTHING_REMEMBERED, NOTHING_SAID, Given, Memory, Said
from scoring.ingest.sheets_unread import sheet_problems
from scoring.ingest.table import Table
from scoring.text.old_fonts import of_old_font
from scoring.text.units import UnitNames
from scoring.text.words import fold, nfc

_TO_UNICODE = (
    "Chuyển mã cả bảng sang Unicode (công cụ chuyển mã của UniKey: Ctrl+Shift+F6, nguồn TCVN3 hoặc "
    "VNI), lưu rồi nạp lại."
)
MOST_TABLES = 150  # in one file; more is no workbook of a person
_SOURCE = re.compile(r"^\(?nguồn(?: số liệu| tài liệu)?\s*:\s*", re.I)


def read_tables(
    name: str,
    content: bytes,
    reference: Reference,
    limits: Limits,
    said: Said = NOTHING_SAID,
    memory: Memory = NOTHING_REMEMBERED,
) -> tuple[Table, ...]:
    """All tables of a file; one of kind None with the reason where there is none."""
    sheets, refused = open_sheets(name, content, limits)
    if refused:
        return (Table(name, problems=refused),)
    sheets = with_corrections(sheets, said.corrections)
    progress, others = progress_tables(name, sheets, reference)
    actuals, others = actual_tables(name, others, reference)
    others = with_computed(others, said.corrections)
    computed = {sheet.name: sheet for sheet in others}
    sheets = tuple(computed.get(sheet.name, sheet) for sheet in sheets)
    given = Given(with_units(reference, said, memory), limits, said, memory)
    places = tuple(islice(table_places(name, others, given), MOST_TABLES + 1))
    if len(places) > MOST_TABLES:
        return (Table(name, problems=(_too_many(places[-1]),)),)
    clear = with_decimals(
        [(one.sheet, one.layout) for one in places], said.decimal, [one.most for one in places]
    )
    asked = {clear.asked: (clear.question,)} if clear.question else {}
    tables = tuple(
        table
        for at, (place, (sheet, layout)) in enumerate(zip(places, clear.found, strict=True))
        for table in _tables(
            name, replace(place, sheet=sheet, layout=layout), given, asked.get(at, ())
        )
    )
    tables = (*progress, *actuals, *tables)
    said_of = sheet_problems(sheets, tables)
    tables = tuple(
        replace(table, problems=(*table.problems, *said_of.get(number, ())))
        for number, table in enumerate(tables)
    )
    return tables or (Table(name, problems=(_nothing_found(sheets),)),)


def _too_many(place: TablePlace) -> Problem:
    return problem(
        "file-too-large",
        sheet=place.sheet.name,
        row=place.layout.header + 1,
        expected=f"không quá {MOST_TABLES} bảng trong một tệp",
        found="thêm một bảng ở đây",
    )


def with_units(reference: Reference, said: Said, memory: Memory) -> Reference:
    """The reference with the unit names that people said and that are remembered."""
    meant = {fold(printed): name for printed, name in (*memory.units.items(), *said.units)}
    if not meant:
        return reference
    known = reference.units
    aliases = MappingProxyType(dict(known.aliases) | meant)
    names = known.names | frozenset(meant.values())
    return replace(reference, units=UnitNames(names, known.groups, aliases))


def _nothing_found(sheets: tuple[Sheet, ...]) -> Problem:
    filled = [sheet for sheet in sheets if any(cell != "" for row in sheet.rows for cell in row)]
    if not filled:
        return problem("no-table", expected="một bảng số liệu", found="trang tính trống")
    texts = (cell for sheet in filled for row in sheet.rows for cell in row if type(cell) is str)
    if of_old_font(texts):
        unread = problem(
            "no-header",
            sheet=filled[0].name,
            expected="chữ tiếng Việt mã Unicode",
            found="chữ gõ bằng phông cũ (TCVN3 như .VnTime, hoặc VNI)",
        )
        return replace(unread, fix=_TO_UNICODE)
    return problem(
        "no-header",
        sheet=filled[0].name,
        expected="hàng tiêu đề có STT, tiêu chí (yếu tố, đơn vị) và các cột số",
        found=f"{len(filled)} trang tính không có hàng nào như vậy",
    )


def _tables(
    file: str, place: TablePlace, given: Given, asked: tuple[Problem, ...]
) -> tuple[Table, ...]:
    """The table at one place, and those that its rows hold besides."""
    said, sheet, layout, who = given.said, place.sheet, place.layout, place.who
    table = Table(
        file=file,
        sheet=sheet.name,
        anchor=layout.anchor,
        part=layout.part,
        kind=layout.kind,
        index=said.index or who.index,
        organisation=said.organisation or who.organisation,
        year=said.year or _year(layout, who),
        plan=who.plan,
        title="\n".join(line.text for line in place.lines if line.weight == 2)[:1000] or None,
        source=_source(sheet, layout),
        evidence=who.evidence,
        columns={field: column_letter(at) for field, at in layout.columns.items()},
        labels=layout.labels,
        header=layout.header + 1,
        last=layout.last,
        shape=layout.shape,
    )
    wrong = (*column_problems(layout, sheet.name), *asked)
    if layout.missing:
        return (replace(table, problems=wrong),)
    first, *more = with_rows(table, sheet, layout, given)
    wrong += () if first.rows else (_no_rows(sheet, layout),)
    problems = (
        *identity_problems(first, who, layout),
        *wrong,
        *formula_problems(sheet, layout),
        *first.problems,
    )
    return (replace(first, problems=problems), *more)


def _year(layout: Layout, who: Identity) -> int | None:
    """The year assessed; a task list's is its plan's, and so is a table's of targets.

    Of the years that a table of targets names the first: 'năm 2023, định hướng đến năm 2025'.
    """
    if layout.kind == "tasks":
        return max(who.planned, default=who.year)
    if layout.kind == "targets":
        return min(who.planned, default=who.year)
    return who.year - 1 if who.year and is_year_before(layout) else who.year


def _no_rows(sheet: Sheet, layout: Layout) -> Problem:
    return problem(
        "no-rows",
        sheet=sheet.name,
        row=layout.first + 1,
        expected="ít nhất một dòng số liệu",
        found="không có dòng nào",
    )


def _source(sheet: Sheet, layout: Layout) -> str | None:
    """The line 'Nguồn: …' below the table."""
    for row in reversed(sheet.rows[layout.first : layout.until][-20:]):
        for cell in row:
            if type(cell) is str and _SOURCE.match(fold(cell)):
                return _SOURCE.sub("", nfc(cell))
    return None
