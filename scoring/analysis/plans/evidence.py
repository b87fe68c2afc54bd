"""What was lost for want of evidence, and what was not done although the evidence is there?

A piece of evidence counts for the criterion that it was given to; one of a task for the criterion
that the task is about. A criterion without pieces of its own takes those of the row above it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from scoring.analysis.losses import recoverable
from scoring.analysis.plans.criteria import upwards
from scoring.analysis.plans.links import with_stakes
from scoring.analysis.questions import Query, Row, ask, records

EvidenceState = Literal["missing", "to_explain", "complete", "none"]
# The first of them that a criterion's pieces say is the criterion's; none: nobody gave any.
STATES: tuple[EvidenceState, ...] = ("missing", "to_explain", "complete", "none")
_SURE = ("own", "decided", "alike")  # how a task must be tied for its evidence to count
_SURVEY = "survey"


@dataclass(frozen=True)
class Split:
    """The points that the leaves lost, by the state of their evidence.

    Shape: `points` and `criteria` (how many) have every state of STATES. The points add up to
        `lost`; with `above` (what leaves got over their maximum) taken off they are the loss of all
        leaves. `survey` is the part of none that is asked of people, where no document could count;
        `unknown` leaves have no known loss and are in none of the numbers.
    """

    points: Mapping[EvidenceState, float]
    criteria: Mapping[EvidenceState, int]
    lost: float
    above: float
    survey: float
    unknown: int


def counted(
    pieces: pd.DataFrame, tasks: pd.DataFrame, *, organisation: str, index_name: str, year: int
) -> pd.DataFrame:
    """The pieces with the criterion of one table that each counts for.

    Shape: `pieces` as the question `evidence` gives them, `tasks` as links.with_stakes; added:
        counts_for (a code of that table; null for pieces of other indices, of tasks about another
        organisation or year, and of tasks of which it is not sure what they are about).
    """
    known = _criteria(tasks)
    of_table = (organisation, index_name, year)
    codes: list[str | None] = []
    for row in records(pieces):
        if row["task"] is not None:
            *table, code = known.get(row["task"], (None, None, None, None))
            codes.append(code if tuple(table) == of_table else None)
        else:
            codes.append(row["code"] if row["index_name"] == index_name else None)
    return pieces.assign(counts_for=pd.Series(codes, index=pieces.index, dtype="object"))


def _criteria(tasks: pd.DataFrame) -> dict[str, tuple[Any, ...]]:
    """For each task that is surely about a criterion: whose, of which index and year, its code."""
    if tasks.empty:
        return {}
    sure = tasks[tasks["link"].isin(_SURE) & tasks["stake_code"].notna()]
    columns = ("task", "stake_organisation", "stake_index", "stake_year", "stake_code")
    return {
        task: (who, index, int(year), code)
        for task, who, index, year, code in sure[list(columns)].itertuples(index=False, name=None)
    }


def by_code(pieces: Sequence[Row]) -> dict[str, list[Row]]:
    """The pieces that count, by the code of the row that they were given to.

    Shape: `pieces` the rows of `counted`.
    """
    found: dict[str, list[Row]] = {}
    for row in pieces:
        if row["counts_for"] is not None:
            found.setdefault(row["counts_for"], []).append(row)
    return found


def pieces_of(pieces: Mapping[str, list[Row]], code: str) -> tuple[str, list[Row]]:
    """The pieces that count for a criterion, and the code of the row that they were given to.

    Shape: `pieces` as `by_code`.
    Returns: ('', []) where neither the criterion nor a row above it has any.
    """
    return next(((at, pieces[at]) for at in upwards(code) if at in pieces), ("", []))


def state_of(pieces: Sequence[Row]) -> EvidenceState:
    """What several pieces say together: one that is missing is enough."""
    said = {row["status"] for row in pieces}
    return next((state for state in STATES if state in said), "none")


def losing_leaves(losses: pd.DataFrame, pieces: pd.DataFrame) -> pd.DataFrame:
    """The leaves that lost points with their evidence, largest loss first.

    Shape: `losses` as the question `losses`, `pieces` as `counted`; added: state (of STATES),
        pieces (rows), given_to (the code that they were given to, '' for none), domain and
        domain_title (of the top row printed above it).
    """
    losing = losses[losses["leaf"] & (losses["lost_points"] > 0).fillna(False)]
    ordered = losing.sort_values(["lost_points", "position"], ascending=[False, True])
    titles = {row.code: row.short_title for row in losses.itertuples()}
    given = by_code(records(pieces))
    found = [pieces_of(given, code) for code in ordered["code"]]
    domains = [[one for one in upwards(code) if one in titles][-1] for code in ordered["code"]]
    added = {
        "state": [state_of(rows) for _, rows in found],
        "pieces": [rows for _, rows in found],
        "given_to": [at for at, _ in found],
        "domain": domains,
        "domain_title": [titles[domain] for domain in domains],
    }
    columns = {
        name: pd.Series(values, index=ordered.index, dtype="object")
        for name, values in added.items()
    }
    return ordered.assign(**columns).reset_index(drop=True)


def split(losses: pd.DataFrame, leaves: pd.DataFrame) -> Split:
    """The loss of the leaves by the state of their evidence.

    Shape: `losses` as the question `losses`, `leaves` as `losing_leaves`.
    """
    of_state = {state: leaves[leaves["state"] == state] for state in STATES}
    every = losses[losses["leaf"]]
    unasked = of_state["none"]["kind"] == _SURVEY
    return Split(
        points={state: recoverable(rows) for state, rows in of_state.items()},
        criteria={state: len(rows) for state, rows in of_state.items()},
        lost=recoverable(leaves),
        above=-recoverable(every[(every["lost_points"] < 0).fillna(False)]) or 0.0,
        survey=recoverable(of_state["none"][unasked]),
        unknown=int(every["lost_points"].isna().sum()),
    )


def tied_tasks(query: Query, organisation: str) -> pd.DataFrame:
    """The tasks of an organisation with the criteria that they are about."""
    tasks = ask(query, "tasks", organisation=organisation)
    return with_stakes(tasks, ask(query, "tasks_stakes", organisation=organisation))
