"""The rows of one table, read and checked as its kind asks."""

from dataclasses import replace

import pandas as pd

from scoring.ingest.criteria import read_criteria
from scoring.ingest.finding.layout import Layout
from scoring.ingest.finding.other_columns import unread_columns
from scoring.ingest.opening.workbook import Sheet, column_letter
from scoring.ingest.reference import CriteriaSet, Organisation, Reference
from scoring.ingest.result_tables.dimensions import dimensions_of
from scoring.ingest.result_tables.factor_tables import factor_tables
from scoring.ingest.result_tables.league import League, read_league
from scoring.ingest.result_tables.satisfaction import read_satisfaction
from scoring.ingest.said import Given
from scoring.ingest.score_tables.official import with_official_codes
from scoring.ingest.score_tables.score_checks import Basis, check_scores
from scoring.ingest.score_tables.scores import TASK_TEXTS, Scores, read_scores
from scoring.ingest.score_tables.unread_scores import unread_scores
from scoring.ingest.table import Table, Totals
from scoring.ingest.target_tables.columns import year_in_header
from scoring.ingest.target_tables.targets import read_targets
from scoring.ingest.task_tables.ditto import ditto_problems
from scoring.ingest.task_tables.due_before import due_before_plan
from scoring.ingest.task_tables.plan_columns import as_plan
from scoring.ingest.task_tables.responsibility import responsibility
from scoring.ingest.task_tables.tasks import TEXTS, read_tasks

NATION = "ca-nuoc"
# Levels scored out of the set's total; the others are out of what applies to them.
OUT_OF_HUNDRED = frozenset({"tỉnh", "bộ"})
HUNDRED = 100.0


def with_rows(table: Table, sheet: Sheet, layout: Layout, given: Given) -> tuple[Table, ...]:
    """The table with its rows, totals and problems, and the tables that its rows hold besides."""
    if layout.kind == "league":
        return _league_tables(table, sheet, layout, given)
    return (_BY_KIND[layout.kind](table, sheet, layout, given),)


def _score_table(table: Table, sheet: Sheet, layout: Layout, given: Given) -> Table:
    organisation = table.organisation
    criteria = (
        given.reference.criteria_set(table.index or "", organisation.level, table.year)
        if organisation and table.year
        else None
    )
    scores = with_official_codes(read_scores(sheet, layout, given), sheet, criteria)
    total = _points_of(table, given.reference) or _total_max(organisation, criteria, scores)
    basis = Basis(given.limits.tolerance, criteria, total, given.reference)
    unclear, repairs = responsibility(
        scores.frame, sheet.name, table.columns, given.reference.units, leaf=True
    )
    return replace(
        table,
        level=organisation.level if organisation else None,
        criteria_set=criteria.id if criteria else None,
        frame=scores.frame,
        scale=scores.scale,
        repairs=repairs,
        problems=(
            *check_scores(scores, basis),
            *unclear,
            *ditto_problems(sheet, layout, TASK_TEXTS, scores.frame["row"].tolist()),
        ),
        totals=_score_totals(scores, total, organisation),
    )


def _total_max(
    organisation: Organisation | None, criteria: CriteriaSet | None, scores: Scores
) -> float | None:
    """The set's total; below the province the organisation's own, as its totals row prints it."""
    if criteria and criteria.total is not None:
        return criteria.total
    if organisation and organisation.level in OUT_OF_HUNDRED:
        return HUNDRED
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


def _satisfaction_table(table: Table, sheet: Sheet, layout: Layout, given: Given) -> Table:
    read = read_satisfaction(sheet, layout, table.year, given, table.index)
    overall = read.frame.loc[read.frame["overall"], "percent"].dropna()
    return replace(
        table,
        level=table.organisation.level if table.organisation else None,
        frame=read.frame,
        targets=read.targets,
        problems=read.problems,
        totals=Totals(
            index_value=float(overall.iloc[0]) if len(overall) else None,
            total_max=_points_of(table, given.reference),
        ),
    )


def _league_tables(table: Table, sheet: Sheet, layout: Layout, given: Given) -> tuple[Table, ...]:
    read = read_league(sheet, layout, table.year, given, area=table.organisation, index=table.index)
    league = replace(
        table,
        organisation=given.said.organisation or _area(read, given.reference) or table.organisation,
        level=read.level,
        columns={field: column_letter(at) for field, at in read.layout.columns.items()},
        labels=read.layout.labels,
        frame=read.frame,
        problems=read.problems,
        totals=Totals(total_max=_points_of(table, given.reference)),
    )
    return (league, *factor_tables(league, read, given))


def _points_of(table: Table, reference: Reference) -> float | None:
    """The maximum of an index in points: PAPI's 80, its 60 before 2018, PCI's 100."""
    points = dimensions_of(table.index, table.year, reference)
    return points.total if points else None


def _area(league: League, reference: Reference) -> Organisation | None:
    """Whose members are ranked, as the rows tell: the nation's, or the one parent's of them all."""
    if league.level in OUT_OF_HUNDRED:
        return reference.organisation(NATION)
    parents = league.parents
    return reference.organisation(next(iter(parents))) if len(parents) == 1 else None


def _task_table(table: Table, sheet: Sheet, layout: Layout, given: Given) -> Table:
    layout = as_plan(sheet, layout, given)
    frame = read_tasks(sheet, layout)
    columns = {field: column_letter(at) for field, at in layout.columns.items()}
    problems, repairs = responsibility(
        frame, sheet.name, columns, given.reference.units, leaf=False
    )
    return replace(
        table,
        level=table.organisation.level if table.organisation else None,
        columns=columns,
        labels=layout.labels,
        frame=frame,
        repairs=repairs,
        problems=(
            *problems,
            *due_before_plan(frame, sheet.name, columns, table.year),
            *ditto_problems(sheet, layout, TEXTS, frame["row"].tolist()),
            *unread_scores(sheet, layout, given.reference),
        ),
    )


def _target_table(table: Table, sheet: Sheet, layout: Layout, given: Given) -> Table:
    table = replace(table, year=table.year or year_in_header(layout))
    read = read_targets(sheet, layout, table.year, table.title, given.reference)
    layout = read.columns.layout
    columns = {field: column_letter(at) for field, at in layout.columns.items()}
    printed = read.frame.drop_duplicates("row")  # one row has a goal for each of several years
    unclear, repairs = responsibility(
        printed.assign(lead=printed["lead"].fillna("")),
        sheet.name,
        columns,
        given.reference.units,
        leaf=False,
    )
    return replace(
        table,
        level=table.organisation.level if table.organisation else None,
        columns=columns,
        labels=layout.labels,
        frame=read.frame,
        repairs=repairs,
        problems=(
            *read.problems,
            *unclear,
            *ditto_problems(sheet, layout, ("lead", "due"), printed["row"].tolist()),
            *unread_columns(sheet, layout, given.reference, read.columns.read),
        ),
    )


def _criteria_table(table: Table, sheet: Sheet, layout: Layout, given: Given) -> Table:
    read = read_criteria(sheet, layout, given)
    problems = (*read.problems, *unread_scores(sheet, layout, given.reference))
    return replace(table, frame=read.frame, scale=read.scale, problems=problems)


_BY_KIND = {
    "scores": _score_table,
    "satisfaction": _satisfaction_table,
    "tasks": _task_table,
    "criteria": _criteria_table,
    "targets": _target_table,
}
