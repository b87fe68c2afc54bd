"""Which criteria are tasks about, which stand under which, and what did each lose by itself?

A table's parent repeats its children, so what several criteria lost together is the loss of the
topmost of them. Tables of several years are nobody's parent and child: of a criterion that tasks
of several plans are about, the loss of the latest year counts, and only rows of one table stand
under one another.
"""

from collections.abc import Iterator, Sequence

import pandas as pd

from scoring.analysis.plans.links import STAKE
from scoring.text.codes import parent_of

CRITERION = list(STAKE[:3])  # organisation, index, code: a criterion, in whatever year
_TABLE = ["stake_organisation", "stake_index", "stake_year"]


def upwards(code: str) -> Iterator[str]:
    """A code and those above it, the nearest first: '3.4.1', '3.4', '3'."""
    while code:
        yield code
        code = parent_of(code)


def known_criteria(tasks: pd.DataFrame) -> pd.DataFrame:
    """The criteria that the tasks are about and whose loss is known, each once.

    Shape: `tasks` has CRITERION, stake_year and lost_points; gives rows of it in its order, of each
        criterion one of the latest year.
    """
    known = tasks[tasks["lost_points"].notna()]
    latest = known.sort_values("stake_year", ascending=False, kind="stable")
    return known[known.index.isin(latest.drop_duplicates(CRITERION).index)]


def criteria_at_stake(tasks: pd.DataFrame) -> pd.DataFrame:
    """The topmost of the known criteria, each once: what they lost is lost by all of them together.

    A criterion above another one that is there counts with its own loss, which repeats those below.

    Shape: as `known_criteria`.
    """
    known = known_criteria(tasks)
    on_top = [above is None for above in _nearest(known)]
    return known[pd.Series(on_top, index=known.index, dtype="bool")]


def own_losses(criteria: pd.DataFrame) -> pd.Series:
    """What each criterion lost beside the criteria under it that are there too.

    It is the printed loss less that of the nearest ones below, never rounded; so all of them add up
    to the topmost losses, whoever they are divided among. Where the table's children add up to more
    than their parent (3.4 prints 0,05, its children 0,064), the parent's own is below nought by as
    much: what is printed of the children stays theirs, and the sum stays the parent's.

    Shape: `criteria` as `known_criteria`; points in its index.
    """
    losses = criteria["lost_points"]
    above = pd.Series(_nearest(criteria), index=criteria.index, dtype="object")
    below = losses.groupby(above).sum()
    own = losses.copy()
    own.loc[below.index] -= below.to_numpy()
    return own


def _nearest(criteria: pd.DataFrame) -> Sequence[object]:
    """For each criterion the index of the nearest one above it that is there; None where none."""
    columns = [*_TABLE, CRITERION[-1]]
    keys = list(criteria[columns].itertuples(index=False, name=None))
    places = dict(zip(keys, criteria.index, strict=True))
    return [
        next(
            (places[(*table, one)] for one in upwards(parent_of(code)) if (*table, one) in places),
            None,
        )
        for *table, code in keys
    ]
