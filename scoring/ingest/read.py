"""A file's tables, read and checked against the reference; nothing is written anywhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pandas as pd

from scoring.ingest.forms import FORMS
from scoring.ingest.headers import Headers
from scoring.ingest.identity import Identity, identify, speaks_of_satisfaction
from scoring.ingest.layout import Layout, layouts
from scoring.ingest.league import read_league
from scoring.ingest.lines import lines_around
from scoring.ingest.problems import Place, Problem, problem
from scoring.ingest.reference import CriteriaSet, Organisation, Reference
from scoring.ingest.satisfaction import read_satisfaction
from scoring.ingest.score_checks import Basis, check_scores
from scoring.ingest.scores import Scores, read_scores
from scoring.ingest.table import Table, Totals
from scoring.ingest.tasks import read_tasks
from scoring.ingest.workbook import Sheet, open_sheets
from scoring.text.words import fold, nfc

NATION = "ca-nuoc"
# Levels scored out of the set's total; the others are out of what applies to them.
OUT_OF_HUNDRED = frozenset({"tỉnh", "bộ"})
_SOURCE = re.compile(r"^\(?nguồn(?: số liệu| tài liệu)?\s*:\s*", re.I)


@dataclass(frozen=True)
class Limits:
    """How much is read, and how exactly numbers must close."""

    tolerance: float = 0.01
    max_bytes: int = 50 * 2**20
    max_unpacked: int = 500 * 2**20
    max_cells: int = 20_000_000


@dataclass(frozen=True)
class Said:
    """What a person says about a table, instead of what its texts say."""

    kind: str | None = None
    index: str | None = None
    organisation: Organisation | None = None
    year: int | None = None


def read_tables(
    name: str, content: bytes, reference: Reference, limits: Limits, said: Said = Said()
) -> tuple[Table, ...]:
    """All tables of a file; one of kind None with the reason where there is none."""
    sheets, refused = open_sheets(
        name, content, limits.max_bytes, limits.max_unpacked, limits.max_cells
    )
    if refused:
        return (Table(name, problems=refused),)
    headers = Headers(reference.headers)
    forms = tuple(form for form in FORMS if said.kind in (None, form.kind))
    tables = tuple(
        _table(name, sheet, layout, reference, limits, said)
        for sheet in sheets
        for layout in layouts(sheet, headers, forms)
        if layout.sure or said.kind or speaks_of_satisfaction(lines_around(sheet, layout, name))
    )
    return tables or (Table(name, problems=(_nothing_found(sheets),)),)


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


def _table(
    file: str, sheet: Sheet, layout: Layout, reference: Reference, limits: Limits, said: Said
) -> Table:
    lines = lines_around(sheet, layout, file)
    who = identify(lines, layout, sheet, reference)
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
    )
    read = {
        "scores": _score_table,
        "satisfaction": _satisfaction_table,
        "league": _league_table,
        "tasks": _task_table,
    }[layout.kind]
    done = read(table, sheet, layout, reference, limits)
    if not done.rows:
        done = replace(done, problems=(*done.problems, _no_rows(sheet, layout)))
    return replace(done, problems=(*_unknown(done, who, layout), *done.problems))


def _year(layout: Layout, who: Identity) -> int | None:
    """The year assessed; a task list's is its plan's."""
    if layout.kind == "tasks":
        return max(who.planned, default=who.year)
    return who.year


def _score_table(
    table: Table, sheet: Sheet, layout: Layout, reference: Reference, limits: Limits
) -> Table:
    scores = read_scores(sheet, layout, limits.tolerance)
    organisation = table.organisation
    criteria = (
        reference.criteria_set(table.index or "", organisation.level, table.year)
        if organisation and table.year
        else None
    )
    total = _total_max(organisation, criteria, scores)
    basis = Basis(limits.tolerance, criteria, total, reference)
    return replace(
        table,
        level=organisation.level if organisation else None,
        criteria_set=criteria.id if criteria else None,
        frame=scores.frame,
        problems=check_scores(scores, basis),
        totals=_score_totals(scores, total, organisation),
    )


def _total_max(
    organisation: Organisation | None, criteria: CriteriaSet | None, scores: Scores
) -> float | None:
    """The set's total; below the province the organisation's own, as its totals row prints it."""
    if criteria and criteria.total is not None:
        return criteria.total
    if organisation and organisation.level in OUT_OF_HUNDRED:
        return 100.0
    own = scores.total.get("max_points")
    return own if own is not None and own == own else None


def _score_totals(
    scores: Scores, total_max: float | None, organisation: Organisation | None
) -> Totals:
    """Totals over the top rows printed, never over all rows: a parent repeats its children."""
    top = scores.frame[scores.tree.top]
    printed, lost = _sum(top["max_points"]), _sum(top["lost_points"])
    out_of = max(total_max or 0.0, printed or 0.0) or None
    value = None
    if organisation is not None and out_of is not None and lost is not None:
        value = round(100 * (out_of - lost) / out_of, 10)
    return Totals(
        leaves=int(scores.tree.leaf.sum()),
        top_rows=len(top),
        printed_max=printed,
        lost=lost,
        total_max=out_of,
        index_value=value,
    )


def _sum(values: pd.Series) -> float | None:
    """The sum; None when one is missing: a part would pass for the whole."""
    return None if not len(values) or values.isna().any() else round(float(values.sum()), 10)


def _satisfaction_table(
    table: Table, sheet: Sheet, layout: Layout, reference: Reference, limits: Limits
) -> Table:
    read = read_satisfaction(sheet, layout, reference, table.year)
    overall = read.frame.loc[read.frame["overall"], "percent"].dropna()
    return replace(
        table,
        level=table.organisation.level if table.organisation else None,
        frame=read.frame,
        targets=read.targets,
        problems=read.problems,
        totals=Totals(index_value=float(overall.iloc[0]) if len(overall) else None),
    )


def _league_table(
    table: Table, sheet: Sheet, layout: Layout, reference: Reference, limits: Limits
) -> Table:
    read = read_league(sheet, layout, reference, table.year, limits.tolerance)
    organisation = table.organisation
    if read.level in OUT_OF_HUNDRED:
        organisation = reference.organisation(NATION)
    elif len(read.parents) == 1:
        organisation = reference.organisation(next(iter(read.parents))) or organisation
    return replace(
        table,
        organisation=organisation,
        level=read.level,
        frame=read.frame,
        problems=read.problems,
    )


def _task_table(
    table: Table, sheet: Sheet, layout: Layout, reference: Reference, limits: Limits
) -> Table:
    return replace(
        table,
        level=table.organisation.level if table.organisation else None,
        frame=read_tasks(sheet, layout),
    )


def _unknown(table: Table, who: Identity, layout: Layout) -> Iterator[Problem]:
    """What has to be asked before the table can be written."""
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
