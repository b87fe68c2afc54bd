"""Where does an organisation stand in its league, and how many points is the next step away?"""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from scoring.analysis.cards import Band
from scoring.analysis.losses import NOISE
from scoring.analysis.members_names import short_names
from scoring.analysis.questions import Row, records

ROUNDING = 0.01  # points: official tables round, so parts and totals differ by that much
MOST_DIGITS = 4  # decimals of a published value that are looked at
_TELLING = 5  # values


@dataclass(frozen=True)
class Field:
    """One league table, one row an organisation: the value and rank that count.

    `tolerance` is the difference that rounding explains: 0,01 or one unit of the last decimal that
    the table prints, whichever is more.
    """

    members: pd.DataFrame
    size: int | None  # None where the table names one member and not how many there are
    known: int  # members with a value
    tolerance: float

    @property
    def complete(self) -> bool:
        """Whether the value of every member is known: only then is there a mean or a median."""
        return self.size is not None and 0 < self.size <= self.known


@dataclass(frozen=True)
class Step:
    """A value to compare with: whose it is, and how many points higher."""

    names: tuple[str, ...]
    value: float
    points: float


@dataclass(frozen=True)
class Standing:
    """One organisation in its field; a step is None where it cannot be told.

    `first_place` and `last_place` bound the places that rounding would allow, among those known.
    """

    organisation: str
    name: str
    value: float | None
    rank: int | None
    printed: bool  # the rank is the table's own, not counted from the values
    size: int | None
    first_place: int | None
    last_place: int | None
    within_rounding: tuple[str, ...]
    following: Step | None  # the next place up
    median: Step | None
    mean: Step | None
    best: Step | None
    band: Band | None
    next_band: Band | None
    to_next_band: float | None


def field_of(rows: pd.DataFrame) -> Field:
    """The league with one row an organisation; where its values are all known, ranks are filled in.

    Shape: `rows` as the question `ranking_field` gives them; `members` has the same columns and
        `printed` (the rank is the table's own).
    """
    members = rows[rows["current"].astype(bool)].reset_index(drop=True)
    members = members.assign(name=short_names(members["name"].tolist()))
    values = members["value"].dropna()
    printed = members["field_size"].dropna()
    whole = len(members) if len(members) > 1 else None
    size = int(printed.max()) if len(printed) else whole
    field = Field(members, size, len(values), _tolerance(values.tolist()))
    return _with_ranks(field)


def standing(field: Field, organisation: str, bands: pd.DataFrame) -> Standing | None:
    """Where the organisation stands; None where the league does not have it.

    Shape: `bands` as the question `ranking_bands` gives them.
    """
    own = next((row for row in records(field.members) if row["organisation"] == organisation), None)
    if own is None:
        return None
    value, rank = own["value"], own["rank"]
    first, last, within = _allowed(field, own)
    band, following_band = _bands(value, bands)
    middle = field.members["value"]
    return Standing(
        organisation=organisation,
        name=own["name"],
        value=value,
        rank=None if rank is None else int(rank),
        printed=bool(own["printed"]),
        size=field.size,
        first_place=first,
        last_place=last,
        within_rounding=within,
        following=_following(field, own),
        median=_middle(field, value, middle.median()),
        mean=_middle(field, value, middle.mean()),
        best=_best(field, value),
        band=band,
        next_band=following_band,
        to_next_band=_away(value, following_band.lower if following_band else None),
    )


def disagreeing(rows: pd.DataFrame, tolerance: float = 0.0) -> list[list[Row]]:
    """The organisations for which sources print different values, each with all its rows.

    Shape: `rows` as `ranking_field` or `ranking_places` gives them.
    """
    known = rows.dropna(subset=["value"])
    groups = (records(group) for _, group in known.groupby(["league", "organisation"], sort=False))
    return [group for group in groups if _range(group) > tolerance + NOISE]


def _range(group: list[Row]) -> float:
    values = [row["value"] for row in group]
    return float(max(values) - min(values))


def _tolerance(values: Sequence[float]) -> float:
    """Few values may end in a zero by chance: only several tell that fewer decimals are printed."""
    digits = max((_digits(value) for value in values), default=2)
    return ROUNDING if len(values) < _TELLING else max(ROUNDING, 10.0**-digits)


def _digits(value: float) -> int:
    """How many decimals a value needs."""
    return next(
        (one for one in range(MOST_DIGITS) if abs(round(value, one) - value) < NOISE), MOST_DIGITS
    )


def _with_ranks(field: Field) -> Field:
    members = field.members
    ranks = members["rank"].astype("Float64")
    printed = ranks.notna()
    if field.complete:
        counted = members["value"].rank(method="min", ascending=False)
        ranks = ranks.fillna(counted.astype("Float64"))
    return Field(
        members.assign(rank=ranks, printed=printed), field.size, field.known, field.tolerance
    )


def _allowed(field: Field, own: Row) -> tuple[int | None, int | None, tuple[str, ...]]:
    """The best and worst place that rounding allows, and the others inside it."""
    if own["value"] is None or own["rank"] is None:
        return None, None, ()
    others = field.members[field.members["organisation"] != own["organisation"]]
    differences = others["value"] - own["value"]
    near = others[(differences.abs() <= field.tolerance + NOISE).fillna(False)]
    ahead = int((near["rank"] < own["rank"]).fillna(False).sum())
    rank = int(own["rank"])
    return rank - ahead, rank + len(near) - ahead, tuple(near["name"])


def _following(field: Field, own: Row) -> Step | None:
    """Those with the next higher value; in a field known in part only the neighbour by rank."""
    value, rank = own["value"], own["rank"]
    if value is None:
        return None
    above = field.members[(field.members["value"] > value + NOISE).fillna(False)]
    if above.empty:
        return None
    nearest = above[above["value"] == above["value"].min()]
    if not field.complete and (rank is None or not (nearest["rank"] == rank - 1).any()):
        return None
    return _step(nearest, value)


def _best(field: Field, value: float | None) -> Step | None:
    known = field.members.dropna(subset=["value"])
    best = known[known["value"] == known["value"].max()]
    if best.empty or value is None:
        return None
    if not field.complete and not (best["rank"] == 1).any():
        return None
    return _step(best, value)


def _step(rows: pd.DataFrame, value: float) -> Step:
    reached = float(rows["value"].iloc[0])
    return Step(tuple(rows["name"]), reached, round(reached - value, 10))


def _middle(field: Field, value: float | None, middle: float) -> Step | None:
    if not field.complete or value is None:
        return None
    return Step((), round(float(middle), 10), round(float(middle) - value, 10))


def _bands(value: float | None, bands: pd.DataFrame) -> tuple[Band | None, Band | None]:
    """The band that holds the value, and the one above it."""
    if value is None:
        return None, None
    every = [Band(row["band"], row["lower"], row["upper"], row["source"]) for row in records(bands)]
    holding = [one for one in every if _holds(one, value)]
    higher = [one for one in every if one.lower is not None and one.lower > value]
    return (
        max(holding, key=lambda one: -1e9 if one.lower is None else one.lower, default=None),
        min(higher, key=lambda one: one.lower or 0.0, default=None),
    )


def _holds(band: Band, value: float) -> bool:
    return (band.lower is None or value >= band.lower) and (
        band.upper is None or value < band.upper
    )


def _away(value: float | None, bound: float | None) -> float | None:
    return None if value is None or bound is None else round(bound - value, 10)
