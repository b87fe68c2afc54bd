"""A file's tables, read and checked against the reference; nothing is written anywhere."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType

from scoring.ingest.by_kind import with_rows
from scoring.ingest.column_problems import column_problems
from scoring.ingest.corrections import with_corrections
from scoring.ingest.decimals import with_decimals
from scoring.ingest.forms import FORMS
from scoring.ingest.formulas import formula_problems, with_computed
from scoring.ingest.headers import Headers
from scoring.ingest.identity import Identity, identify, speaks_of_satisfaction
from scoring.ingest.layout import Layout, layouts
from scoring.ingest.limits import Limits
from scoring.ingest.lines import lines_around
from scoring.ingest.problems import Place, Problem, problem
from scoring.ingest.reference import Reference
from scoring.ingest.said import NOTHING_REMEMBERED, NOTHING_SAID, Given, Memory, Said
from scoring.ingest.table import Table
from scoring.ingest.workbook import Sheet, column_letter, open_sheets
from scoring.ingest.year_before import is_year_before, with_year_before
from scoring.text.units import UnitNames
from scoring.text.words import fold, nfc

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
    sheets = with_computed(with_corrections(sheets, said.corrections), said.corrections)
    given = Given(with_units(reference, said, memory), limits, said, memory)
    clear = with_decimals(_found(name, sheets, given), said.decimal)
    asked = {clear.asked: (clear.question,)} if clear.question else {}
    tables = tuple(
        table
        for at, (sheet, layout) in enumerate(clear.found)
        for table in _tables(name, sheet, layout, given, asked.get(at, ()))
    )
    return tables or (Table(name, problems=(_nothing_found(sheets),)),)


def _found(name: str, sheets: Sequence[Sheet], given: Given) -> tuple[tuple[Sheet, Layout], ...]:
    """Where the tables of a file are, sheet by sheet."""
    said = given.said
    headers = Headers(given.reference.headers)
    forms = tuple(form for form in FORMS if said.kind in (None, form.kind))
    return tuple(
        (sheet, layout)
        for sheet in sheets
        for one in layouts(sheet, headers, forms, said.columns, given.memory.columns)
        for layout in with_year_before(one, headers)
        if layout.sure or said.kind or speaks_of_satisfaction(lines_around(sheet, layout, name))
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
    return problem(
        "no-header",
        sheet=filled[0].name,
        expected="hàng tiêu đề có STT, tiêu chí (yếu tố, đơn vị) và các cột số",
        found=f"{len(filled)} trang tính không có hàng nào như vậy",
    )


def _tables(
    file: str, sheet: Sheet, layout: Layout, given: Given, asked: tuple[Problem, ...]
) -> tuple[Table, ...]:
    """The table that a layout describes, and those that its rows hold besides."""
    said = given.said
    lines = lines_around(sheet, layout, file)
    who = identify(lines, layout, sheet, given.reference)
    table = Table(
        file=file,
        sheet=sheet.name,
        anchor=layout.anchor,
        part=layout.part,
        kind=layout.kind,
        index=said.index or who.index,
        organisation=said.organisation or who.organisation,
        year=said.year or _year(layout, who),
        title="\n".join(line.text for line in lines if line.weight == 2)[:1000] or None,
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
        *_unknown(first, who, layout),
        *wrong,
        *formula_problems(sheet, layout),
        *first.problems,
    )
    return (replace(first, problems=problems), *more)


def _year(layout: Layout, who: Identity) -> int | None:
    """The year assessed; a task list's is its plan's."""
    if layout.kind == "tasks":
        return max(who.planned, default=who.year)
    return who.year - 1 if who.year and is_year_before(layout) else who.year


def _unknown(table: Table, who: Identity, layout: Layout) -> Iterator[Problem]:
    """What has to be asked before the table can be written."""
    if layout.kind == "criteria":
        return  # a set is of no organisation; its level and years are asked when it is added
    place = Place(table.sheet, layout.header + 1)
    if table.index is None:
        yield place.problem("index-unknown", "tên chỉ số", "không thấy")
    if table.organisation is None:
        where = "tên cơ quan, địa phương trong tiêu đề, tên trang tính hoặc tên tệp"
        yield place.problem("organisation-unknown", where, "không thấy")
    elif who.new and table.organisation == who.organisation:
        name = table.organisation.name
        yield place.problem("organisation-new", "tên có trong danh mục", f"“{name}”")
    if table.year is None:
        plans = ", ".join(map(str, who.planned))
        found = f"chỉ thấy năm của kế hoạch: {plans}" if plans else "không thấy"
        yield place.problem("year-unknown", "năm được đánh giá", found)
    elif who.doubtful and table.year == who.year:
        years = ", ".join(map(str, sorted({table.year, *who.doubtful})))
        yield place.problem("year-doubtful", "một năm được đánh giá", years)


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
    for row in reversed(sheet.rows[layout.first : layout.last][-20:]):
        for cell in row:
            if type(cell) is str and _SOURCE.match(fold(cell)):
                return _SOURCE.sub("", nfc(cell))
    return None
