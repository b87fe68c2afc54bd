"""What is known of each unit of a review: points, criteria, tasks, place, the year before?

The frames of all units are asked and put together once; each unit's own view is chosen from them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from scoring.analysis.plans.groups import criteria_of, expanded
from scoring.analysis.plans.loads import leaf_loads, loads
from scoring.analysis.plans.summary import by_urgency
from scoring.analysis.questions import Query, Row, ask, records
from scoring.analysis.review.gathered import Review
from scoring.analysis.review.unit_places import best, largest, place
from scoring.text.words import sort_key

_ROLES = ("lead", "coordinating")
_OF_LEAF = ["role", "code", "unit", "unit_group", "share_of_leads"]


@dataclass(frozen=True)
class UnitFrames:
    """What all units of a review carry.

    Shape: `points` as `unit_points`, or as plans.loads.leaf_loads where `members` puts who is meant
        in the place of groups; `loads` as plans.loads; `criteria` one row per leaf, role and unit
        with the columns of the question unit_criteria, unit and unit_group; `meanings` as
        `group_meanings`; `before` is unit_points of `year_before`, the latest earlier year with a
        score table, empty and None without one.
    """

    review: Review
    members: bool
    points: pd.DataFrame
    loads: pd.DataFrame
    criteria: pd.DataFrame
    meanings: pd.DataFrame
    before: pd.DataFrame
    year_before: int | None

    @property
    def named(self) -> list[str]:
        """The units that a sheet can be handed to, groups left out, in alphabetical order."""
        known = pd.concat([one[["unit", "unit_group"]] for one in (self.points, self.loads)])
        groups = set(known.loc[known["unit_group"].astype(bool), "unit"])
        return sorted(set(known["unit"]) - groups, key=sort_key)

    @property
    def lost(self) -> float:
        """What all leaves of the score table lost."""
        return round(float(self.review.leaves["lost_points"].sum()), 10)

    @cached_property
    def rows(self) -> Mapping[str, Mapping[str, Row]]:
        """The rows of `points`, `loads`, `before` and the table's own `now`, each by unit."""
        frames = {"points": self.points, "loads": self.loads, "before": self.before}
        frames["now"] = self.review.units
        return {
            name: {row["unit"]: row for row in records(frame)} for name, frame in frames.items()
        }

    @cached_property
    def board(self) -> pd.DataFrame:
        """The tasks of the review, most pressing first."""
        return by_urgency(self.review.board)

    @cached_property
    def task_units(self) -> pd.DataFrame:
        """Who leads and coordinates each task, named or through a group (groups.expanded)."""
        return expanded(self.review.task_units, self.meanings)


@dataclass(frozen=True)
class UnitView:
    """One unit.

    Shape: `points` and `load` are its rows of UnitFrames, None where it has none; `place` its place
        by points shared evenly among the named units that lead a criterion, most first, and how
        many those are, None where it leads none; `criteria` its rows as unit_criteria gives them;
        `largest` and `best` a few of the leaves it leads: most points lost, and of the others the
        largest part of the maximum reached (none that reached nothing); `helped_losses` as
        `largest`, of those that it coordinates; `coordinated_points` what those lost, whole; `led`
        and `helped` its tasks of the board, most pressing first; `through` the groups that it
        answers through, with how many tasks; `now` and `before` its rows of unit_points, by its
        name.
    """

    unit: str
    unit_group: bool
    points: Row | None
    load: Row | None
    place: tuple[int, int] | None
    criteria: pd.DataFrame
    largest: pd.DataFrame
    best: pd.DataFrame
    helped_losses: pd.DataFrame
    coordinated_points: float
    led: pd.DataFrame
    helped: pd.DataFrame
    through: Mapping[str, int]
    now: Row | None
    before: Row | None


def unit_frames(query: Query, review: Review, *, members: bool = False) -> UnitFrames:
    """The frames of all units; `members`: with who is meant by the groups, as people said."""
    meanings = ask(query, "group_meanings", organisation=review.organisation)
    year, before = _before(query, review)
    units = expanded(review.task_units, meanings) if members else review.task_units
    return UnitFrames(
        review=review,
        members=members,
        points=_points(review, meanings) if members else review.units,
        loads=loads(review.board, units),
        criteria=_criteria(review),
        meanings=meanings,
        before=before,
        year_before=year,
    )


def unit_view(frames: UnitFrames, unit: str) -> UnitView:
    """What is known of one unit.

    Raises: KeyError where neither the score table nor a task names it.
    """
    points, load, now, before = (
        frames.rows[name].get(unit) for name in ("points", "loads", "now", "before")
    )
    known = points or load
    if known is None:
        raise KeyError(unit)
    criteria = _of_unit(frames, unit)
    led, helped = (criteria[criteria["role"] == role] for role in _ROLES)
    told = frames.task_units[frames.task_units["unit"] == unit]
    own = told if frames.members else told[told["through"].isna()]
    tasks = {role: own.loc[own["role"] == role, "task"] for role in _ROLES}
    board, losing = frames.board, largest(led)
    groups = told.groupby("through", sort=False)["task"].nunique()
    return UnitView(
        unit=unit,
        unit_group=bool(known["unit_group"]),
        points=points,
        load=load,
        place=place(frames.points, unit),
        criteria=criteria,
        largest=losing,
        best=best(led, losing["code"]),
        helped_losses=largest(helped),
        coordinated_points=round(float(helped["lost_points"].sum()), 10),
        led=board[board["task"].isin(tasks["lead"])],
        helped=board[board["task"].isin(tasks["coordinating"])],
        through={str(group): int(count) for group, count in groups.items()},
        now=now,
        before=before,
    )


def _before(query: Query, review: Review) -> tuple[int | None, pd.DataFrame]:
    """The units of the latest earlier year with a score table, whether it names any or not."""
    years = ask(query, "scopes_of", organisation=review.organisation)
    earlier = years[(years["year"] < review.year) & years["score_batch"].notna()]
    if earlier.empty:
        return None, ask(query, "unit_points", batch="")
    last = records(earlier.sort_values("year").tail(1))[0]
    return int(last["year"]), ask(query, "unit_points", batch=last["score_batch"])


def _points(review: Review, meanings: pd.DataFrame) -> pd.DataFrame:
    """As unit_points, with who is meant by the groups that lead the leaves."""
    lost = review.leaves["lost_points"].sum()
    found = leaf_loads(review.unit_criteria, meanings)
    return found.assign(shared_share=found["shared"] / lost if lost > 0 else None)


def _criteria(review: Review) -> pd.DataFrame:
    """The answer to unit_criteria for every unit at once."""
    lead = review.unit_criteria["role"] == "lead"
    among = (1 / review.unit_criteria["leads"].where(lead)).astype("float64")
    units = review.unit_criteria.assign(share_of_leads=among)[_OF_LEAF]
    found = units.merge(review.criteria, on="code", how="inner")
    order = ["role", "lost_points", "position"]
    return found.sort_values(order, ascending=[False, False, True], kind="stable")


def _of_unit(frames: UnitFrames, unit: str) -> pd.DataFrame:
    """Its leaves; through its groups too, where those are looked at."""
    own = frames.criteria[frames.criteria["unit"] == unit]
    if not frames.members:
        return own
    groups = frames.criteria[frames.criteria["unit_group"].astype(bool)]
    of_groups = {name: rows for name, rows in groups.groupby("unit") if name != unit}
    return criteria_of(unit, {unit: own} | of_groups, frames.review.unit_criteria, frames.meanings)
