"""A ranking whose columns are factors holds a satisfaction table of each organisation besides."""

from collections.abc import Iterator
from dataclasses import replace

from scoring.ingest.identity.mentions import new_organisation
from scoring.ingest.result_tables.league import League
from scoring.ingest.said import Given
from scoring.ingest.table import Table, Totals

_FIRST_PART = 1_000  # parts of these tables, after those of all years and of the year before
# Said of a whole ranking these are whose units are ranked; the rows name the units themselves.
_AREAS = frozenset({"cả nước", "tỉnh", "bộ"})
_ROWS = ["row", "code", "title", "overall", "percent"]


def factor_tables(league: Table, read: League, given: Given) -> Iterator[Table]:
    """One satisfaction table for each organisation that the columns of factors tell about."""
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
            problems=tuple(one for one in read.factor_problems if one.row in rows),
            totals=Totals(index_value=float(values.iloc[0]) if len(values) else None),
        )
