"""Which criterion or factor is a task about, and how many points does it lose?

A task beside a score table is about its row. Of another plan, a person's word counts; without one
the title tells: alike titles are one criterion, similar ones a doubt that a person settles.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal, NamedTuple

import pandas as pd
from rapidfuzz import fuzz, process

from scoring.analysis.questions import Row, records
from scoring.text.titles import bare_title

How = Literal["own", "decided", "alike", "doubtful", "none"]
_SURE, _PERHAPS = 95.0, 80.0  # likeness of two titles, 0–100

_OF_A_TASK = (
    *("kind", "batch", "code", "title", "year", "index_name"),
    *("linked", "link_organisation", "link_index", "link_code"),
)
_OF_A_STAKE = (
    *("organisation", "index_name", "year", "batch", "code", "title"),
    *("max_points", "lost_points", "percent"),
)
STAKE = ("stake_organisation", "stake_index", "stake_code", "stake_title", "stake_year")


class _Criterion(NamedTuple):
    organisation: str
    index_name: str
    code: str


def with_stakes(tasks: pd.DataFrame, stakes: pd.DataFrame) -> pd.DataFrame:
    """The tasks with the criterion that each is about and what it lost before the plan.

    The loss is that of the latest year before the plan's that is loaded, else of the plan's own.

    Shape: `tasks` and `stakes` as the questions `tasks` and `tasks_stakes` give them; added: link
        (own, decided, alike, doubtful, none), stake_organisation, stake_index, stake_code,
        stake_title, stake_year, max_points, lost_points (points; null where not known, and for a
        doubtful link), percent (of a factor).
    """
    known = _Known(records(stakes[list(_OF_A_STAKE)]))
    found = [known.of(row) for row in records(tasks[list(_OF_A_TASK)])]
    columns = [*STAKE, "max_points", "lost_points", "stake_percent"]
    rows = [_stake(how, row) for how, row in found]
    added = pd.DataFrame(rows, columns=columns, index=tasks.index)
    numbers = dict.fromkeys(columns[-3:], "float64") | {"stake_year": "Int64"}
    return tasks.assign(link=[how for how, _ in found], **dict(added.astype(numbers).items()))


def _stake(how: How, row: Row | None) -> tuple[object, ...]:
    if row is None:
        return (None,) * 8
    named = (row["organisation"], row["index_name"], row["code"], row["title"], row["year"])
    if how == "doubtful":
        return (*named, None, None, None)
    return (*named, row["max_points"], row["lost_points"], row["percent"])


class _Known:
    """The criteria that a task may be about, by table and by title."""

    def __init__(self, stakes: list[Row]) -> None:
        self._of_batch: dict[tuple[str, str], Row] = {}
        self._years: dict[_Criterion, dict[int, Row]] = {}
        for row in stakes:
            one = _Criterion(row["organisation"], row["index_name"], row["code"])
            self._of_batch.setdefault((row["batch"], row["code"]), row)
            self._years.setdefault(one, {}).setdefault(int(row["year"]), row)
        self._stakes = stakes

    def of(self, task: Row) -> tuple[How, Row | None]:
        """How a task is tied to a criterion, and the criterion's row."""
        if task["linked"]:
            one = _Criterion(task["link_organisation"], task["link_index"], task["link_code"])
            return ("decided", self._before(one, task)) if one.code else ("none", None)
        if task["kind"] == "scores":
            return "own", self._of_batch.get((task["batch"], task["code"]))
        return self._alike(task)

    @cached_property
    def _titles(self) -> dict[str, dict[str, _Criterion]]:
        """Index → bare title → criterion; a table's own tasks are told without any title."""
        found: dict[str, dict[str, _Criterion]] = {}
        for row in self._stakes:
            one = _Criterion(row["organisation"], row["index_name"], row["code"])
            found.setdefault(row["index_name"], {}).setdefault(bare_title(row["title"]), one)
        return found

    def _alike(self, task: Row) -> tuple[How, Row | None]:
        titles: Mapping[str, _Criterion] = self._titles.get(task["index_name"], {})
        best = process.extractOne(
            bare_title(task["title"]), titles.keys(), scorer=fuzz.ratio, score_cutoff=_PERHAPS
        )
        if best is None:
            return "none", None
        title, likeness, _ = best
        found = self._before(titles[title], task)
        return ("alike" if likeness >= _SURE else "doubtful"), found

    def _before(self, one: _Criterion, task: Row) -> Row | None:
        years = self._years.get(one, {})
        plan = int(task["year"])
        year = max((year for year in years if year < plan), default=plan)
        return years.get(year)
