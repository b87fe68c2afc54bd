"""What is known of one organisation in one year on one day? Slides and documents are made of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import pandas as pd

from scoring.analysis.cards import Headline
from scoring.analysis.overview import headline
from scoring.analysis.plans.indicators import Indicator, above_of, indicators
from scoring.analysis.plans.reminders import reminders
from scoring.analysis.plans.target_rows import target_rows
from scoring.analysis.questions import Query, Row, ask, rows
from scoring.analysis.review.periods import board_of_day
from scoring.analysis.targets import with_goals
from scoring.analysis.trend_breaks import KnownBreak, KnownSet
from scoring.analysis.years.comparison import Comparison, compare
from scoring.analysis.years.year_values import beside, chosen_year, usual, years_of


@dataclass(frozen=True)
class Review:
    """One organisation in one year, as it stands on a day.

    Shape: `head` is what the home page shows; `top`, `leaves`, `criteria` and `kinds` the answers
        of losses_under (of the whole table), leaves, losses and losses_by_kind, empty without a
        score table; `units`, `unit_criteria` those of unit_points and leaf_units; `satisfaction`
        with goals; `comparison` with the year that So sánh năm proposes, None without another
        year; `board` and `task_units` the tasks of all plans; `indicators` and `targets` how they
        stand in the year; `reminders` of the day; `batches` where all of it was read
        (rows of the question batches); `spoken` the ids of those that its sentences speak of;
        `above` the name of the body over it, None where not known.
    """

    organisation: str
    name: str
    above: str | None
    year: int
    day: date
    head: Headline
    criteria: pd.DataFrame
    top: pd.DataFrame
    leaves: pd.DataFrame
    kinds: pd.DataFrame
    units: pd.DataFrame
    unit_criteria: pd.DataFrame
    satisfaction: pd.DataFrame
    comparison: Comparison | None
    board: pd.DataFrame
    task_units: pd.DataFrame
    indicators: Sequence[Indicator]
    targets: pd.DataFrame
    reminders: pd.DataFrame
    batches: Sequence[Row]
    spoken: frozenset[str]

    @property
    def index_name(self) -> str:
        """The index that is reviewed; '' where only plans or satisfaction are loaded."""
        return "" if self.head.index is None else self.head.index.index_name


def review(
    query: Query,
    organisation: str,
    year: int,
    day: date,
    *,
    breaks: Iterable[KnownBreak] = (),
    sets: Iterable[KnownSet] = (),
) -> Review:
    """Everything that is known, asked anew.

    Shape: `breaks` and `sets` are what reference files tell.
    Raises: KeyError when nothing is loaded of that organisation and year.
    """
    head = headline(query, organisation, year)
    batch = head.score_batch or ""  # of no batch the questions give empty frames
    tasks = board_of_day(query, organisation, day)
    aimed = indicators(query, organisation, above_of(query, organisation), breaks, sets)
    satisfaction = ask(query, "satisfaction", organisation=organisation, year=year)
    goals = with_goals(satisfaction, year)
    targets = target_rows(aimed, year)
    compared = _comparison(query, head, breaks)
    spoken = [
        *(head.score_batch, head.satisfaction_batch, *_of_index(head), *_of_years(compared)),
        *_of(goals["target_batch"], tasks["batch"], targets["batch"]),
    ]
    more = _of(goals["previous_batch"], targets["result_batch"], tasks["reported_batch"])
    found = dict.fromkeys(one for one in (*spoken, *more) if one)
    return Review(
        organisation=organisation,
        name=head.name,
        above=_above(query, organisation),
        year=year,
        day=day,
        head=head,
        criteria=ask(query, "losses", batch=batch),
        top=ask(query, "losses_under", batch=batch, parent=""),
        leaves=ask(query, "leaves", batch=batch),
        kinds=ask(query, "losses_by_kind", batch=batch),
        units=ask(query, "unit_points", batch=batch),
        unit_criteria=ask(query, "leaf_units", batch=batch),
        satisfaction=goals,
        comparison=compared,
        board=tasks,
        task_units=ask(query, "tasks_units", organisation=organisation),
        indicators=tuple(aimed),
        targets=targets,
        reminders=reminders(tasks, aimed, day),
        batches=tuple(rows(query, "batches", batches=",".join(found))),
        spoken=frozenset(one for one in spoken if one),
    )


def _comparison(query: Query, head: Headline, breaks: Iterable[KnownBreak]) -> Comparison | None:
    """The year beside the one that is proposed for it."""
    if head.index is None:
        return None
    asking = partial(ask, query)
    values = years_of(asking, head.organisation)
    chosen = chosen_year(values, head.year, head.index.index_name)
    other = None if chosen is None else usual(beside(values, chosen), chosen)
    if chosen is None or other is None or other.year >= chosen.year:
        return None
    return compare(asking, other, chosen, breaks)


def _of_index(head: Headline) -> list[str | None]:
    """The batches that the index, its rank, and those of the year before were read from."""
    card = head.index
    if card is None:
        return []
    places = (card.place, card.previous_place)
    told = (card.source, card.previous_source, *(one.source for one in places if one))
    return [None if one is None else one.batch for one in told]


def _of_years(compared: Comparison | None) -> list[str | None]:
    if compared is None:
        return []
    before, after = compared.before, compared.after
    return [before.batch, after.league_batch, before.league_batch]


def _of(*columns: pd.Series) -> list[str]:
    """The batches in these columns, in their order."""
    return [batch for column in columns for batch in column.dropna().tolist()]


def _above(query: Query, organisation: str) -> str | None:
    over = rows(query, "organisation_above", organisation=organisation)
    return str(over[0]["name"]) if over else None
