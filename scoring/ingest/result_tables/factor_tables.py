"""A ranking whose columns are factors holds a table of the factors of each organisation besides."""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from scoring.ingest.identity.mentions import new_organisation
from scoring.ingest.result_tables.league import League
from scoring.ingest.result_tables.satisfaction import target_frame
from scoring.ingest.said import Given
from scoring.ingest.table import Table

_FIRST_PART = 1_000  # parts of these tables, after those of all years and of the year before
# Said of a whole ranking these are whose units are ranked; the rows name the units themselves.
_AREAS = frozenset({"cả nước", "tỉnh", "bộ"})
_ROWS = ["row", "code", "title", "overall", "percent"]


def factor_tables(league: Table, read: League, given: Given) -> Iterator[Table]:
    """One table of factors for each organisation that the columns of factors tell about.

    A blank row is none: nothing is known of that organisation.
    """
    overall = {one.code for one in given.reference.factors if one.overall}
    said = given.said.organisation
    frames = read.factors.groupby("organisation", sort=False)
    for at, (who, factors) in enumerate(frames):
        frame = factors.assign(overall=factors["code"].isin(overall))[_ROWS].reset_index(drop=True)
        named = read.known.get(str(who)) or new_organisation(str(who), given.reference, league.year)
        organisation = said if said and said.level not in _AREAS else named
        rows = set(frame["row"])
        values = frame.loc[frame["overall"], "percent"]
        yield replace(
            league,
            part=_FIRST_PART + 1_000 * league.part + at,
            kind="satisfaction",
            organisation=organisation,
            level=organisation.level,
            frame=frame,
            targets=target_frame([]),
            problems=tuple(one for one in read.factor_problems if one.row in rows),
            totals=replace(league.totals, index_value=_known(values)),
        )


def _known(values: pd.Series) -> float | None:
    """The overall value; None where there is no such column, or its cell is blank."""
    known = values.dropna()
    return float(known.iloc[0]) if len(known) else None
