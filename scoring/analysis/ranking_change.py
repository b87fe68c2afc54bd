"""Why did the rank move? Who went past, who was passed, between two years of one league."""

from dataclasses import dataclass

import pandas as pd

from scoring.analysis.losses import NOISE
from scoring.analysis.questions import Row, records
from scoring.analysis.ranking import Field


@dataclass(frozen=True)
class Passing:
    """One member that changed sides: its ranks before and now, and by how little it is apart."""

    organisation: str
    name: str
    rank_before: int
    rank: int
    inside_rounding: bool  # the values of this year differ by no more than `RankChange.tolerance`


@dataclass(frozen=True)
class RankChange:
    """One organisation's league place in two years.

    With all ranks known in both years and the same members,
    rank − rank_before = len(passed_by) − len(passed).
    """

    year_before: int
    value: float | None
    value_before: float | None
    rank: int | None
    rank_before: int | None
    size: int | None
    size_before: int | None
    tolerance: float  # the larger of both years': a change rests on the values of both
    passed_by: tuple[Passing, ...]  # ahead now, not before
    passed: tuple[Passing, ...]  # ahead before, not now
    others_known: int  # other members whose ranks are known in both years
    entered: int  # members ranked now and not listed before
    left: int
    whole: bool  # both tables list every member, so that who is in one only came or went

    @property
    def points(self) -> float | None:
        """The change of the value, in points."""
        if self.value is None or self.value_before is None:
            return None
        return round(self.value - self.value_before, 10)

    @property
    def same_field(self) -> bool:
        """Whether as many are ranked in both years: else the two ranks are not comparable."""
        return self.size is not None and self.size == self.size_before

    @property
    def places(self) -> int | None:
        """How many places were won (positive) or lost; None where the ranks do not compare."""
        if self.rank is None or self.rank_before is None or not self.same_field:
            return None
        return self.rank_before - self.rank

    @property
    def everybody_known(self) -> bool:
        """Whether all others' ranks are known in both years, so that the passings explain all."""
        return self.same_field and self.others_known >= (self.size or 0) - 1


def change(now: Field, before: Field, organisation: str, year_before: int) -> RankChange | None:
    """The change from the league of one year to the other; None where one does not have it."""
    pair = [_row(field, organisation) for field in (now, before)]
    own, then = pair
    if own is None or then is None:
        return None
    both = _both(now, before, organisation)
    tolerance = max(now.tolerance, before.tolerance)
    return RankChange(
        year_before=year_before,
        value=own["value"],
        value_before=then["value"],
        rank=_whole(own["rank"]),
        rank_before=_whole(then["rank"]),
        size=now.size,
        size_before=before.size,
        tolerance=tolerance,
        passed_by=_passings(both, own, then, tolerance, ahead_now=True),
        passed=_passings(both, own, then, tolerance, ahead_now=False),
        others_known=len(both),
        entered=len(set(now.members["organisation"]) - set(before.members["organisation"])),
        left=len(set(before.members["organisation"]) - set(now.members["organisation"])),
        whole=all(
            field.size is not None and len(field.members) >= field.size for field in (now, before)
        ),
    )


def _both(now: Field, before: Field, organisation: str) -> pd.DataFrame:
    columns = ["organisation", "name", "rank", "value"]
    joined = now.members[columns].merge(
        before.members[columns], on="organisation", suffixes=("", "_before")
    )
    ranked = joined.dropna(subset=["rank", "rank_before"])
    return ranked[ranked["organisation"] != organisation]


def _passings(
    both: pd.DataFrame, own: Row, then: Row, tolerance: float, *, ahead_now: bool
) -> tuple[Passing, ...]:
    if own["rank"] is None or then["rank"] is None:
        return ()
    is_ahead = both["rank"] < own["rank"]
    was_ahead = both["rank_before"] < then["rank"]
    chosen = both[(is_ahead & ~was_ahead) if ahead_now else (was_ahead & ~is_ahead)]
    return tuple(
        Passing(
            organisation=row["organisation"],
            name=row["name"],
            rank_before=int(row["rank_before"]),
            rank=int(row["rank"]),
            inside_rounding=_near(row["value"], own["value"], tolerance),
        )
        for row in records(chosen.sort_values(["rank", "organisation"]))
    )


def _near(one: float | None, other: float | None, tolerance: float) -> bool:
    return one is not None and other is not None and abs(one - other) <= tolerance + NOISE


def _row(field: Field, organisation: str) -> Row | None:
    found = field.members[field.members["organisation"] == organisation]
    return next(iter(records(found)), None)


def _whole(rank: float | None) -> int | None:
    return None if rank is None else int(rank)
