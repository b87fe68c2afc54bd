"""What the pages show, as screens: the frames that a page asks for in several of its parts.

Called when somebody exports the page, after it was drawn: the answers are kept, so nothing is asked
twice.
"""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from pages.ui import answers
from pages.ui.filters import Scope
from pages.ui.ranking.league import League, breaks
from pages.ui.sipas.satisfaction import NATION
from pages.ui.trends.view import Chosen
from pages.ui.units import own as units_own
from scoring.analysis.factors import questions_of
from scoring.analysis.members import own_place, units
from scoring.analysis.questions import records
from scoring.analysis.ranking_years import with_lines
from scoring.analysis.self_scores import repeated
from scoring.analysis.trend_breaks import cuts
from scoring.analysis.trend_parts import part_series
from scoring.reports.blocks import Screen
from scoring.reports.page_screens import losses as of_losses
from scoring.reports.page_screens import ranking as of_ranking
from scoring.reports.page_screens import self_scores as of_self_scores
from scoring.reports.page_screens import sipas as of_sipas
from scoring.reports.page_screens import tasks as of_tasks
from scoring.reports.page_screens import trends as of_trends
from scoring.reports.page_screens import units as of_units


def losses(scope: Scope, code: str, day: date) -> Sequence[Screen]:
    """Điểm bị mất: the whole table or one criterion."""
    review = answers.review(scope.organisation, scope.year, day)
    return of_losses.losses(review, code, answers.kinds())


def sipas(scope: Scope, goals: pd.DataFrame) -> Sequence[Screen]:
    """SIPAS. Shape: `goals` the factors as the page reads and orders them."""
    asked = answers.ask("satisfaction", organisation=scope.organisation, year=scope.year)
    nation = answers.ask("satisfaction_overall", organisation=NATION)
    return of_sipas.sipas(
        goals,
        questions_of(asked),
        answers.ask("satisfaction_overall", organisation=scope.organisation),
        nation if scope.organisation != NATION else nation.head(0),
        year=scope.year,
        name=scope.name,
    )


def units_of(
    scope: Scope,
    unit: str,
    points: pd.DataFrame,
    loads: pd.DataFrame,
    mode: str,
    day: date,
    *,
    members: bool = False,
) -> Sequence[Screen]:
    """Đơn vị: all of them, or the criteria and tasks of one; '' for all."""
    board = answers.board(scope.organisation, day)
    if not unit:
        return (*of_units.by_points(points, mode), *of_units.by_tasks(loads, board))
    if scope.score_batch is None:
        criteria = answers.ask("unit_criteria", batch="", unit=unit)
    else:
        criteria = units_own.criteria(scope, unit, members=members)
    named = answers.task_units(scope.organisation, members=members)
    own = named.loc[named["unit"] == unit, "task"]
    tasks = of_tasks.tasks(board[board["task"].isin(own)], day)
    return (*of_units.one(unit, criteria), *tasks)


def trends(scope: Scope, chosen: Chosen) -> Sequence[Screen]:
    """Xu hướng: the index and its domains."""
    known = answers.reference()
    asked = answers.ask("trend_parts", organisation=scope.organisation)
    parts = asked[asked["index_name"] == chosen.index_name]
    years = sorted(set(parts["year"].astype(int)))
    found = cuts(chosen.index_name, scope.level, years, known.breaks, known.criteria_sets)
    series = part_series(parts, [one.year for one in found])
    return of_trends.trends(chosen.lines, series, chosen.index_name)


def ranking(scope: Scope, league: League) -> Sequence[Screen]:
    """Xếp hạng: the league, the years, the domains of the peers."""
    places = league.places[league.places["current"].astype(bool)]
    lines = with_lines(places, [one.year for one in breaks(league)])
    measure = league.measure
    every = answers.ask("members_tables", organisation=league.area, year=scope.year)
    beside = every[(every["index_name"] == measure.index_name) & (every["level"] == measure.level)]
    cells = answers.ask(
        "members_domains",
        organisation=league.area,
        year=scope.year,
        index_name=measure.index_name,
        level=measure.level,
    )
    return of_ranking.ranking(
        league.field,
        league.standing,
        measure,
        lines if places["year"].nunique() > 1 else lines.head(0),
        own_place(units(beside, cells), scope.organisation),
        len(beside),
    )


def self_scores(scope: Scope, totals: pd.DataFrame) -> Sequence[Screen]:
    """Tự chấm và thẩm định: criteria, units, years."""
    batch = scope.score_batch or ""
    return of_self_scores.self_scores(
        records(totals)[0],
        answers.ask("self_scores", batch=batch),
        answers.ask("self_score_units", batch=batch),
        repeated(answers.ask("self_score_years", batch=batch), scope.year),
    )
