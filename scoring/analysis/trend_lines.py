"""Whose lines belong on one chart of an organisation: its own, or those of all it is made of?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

import pandas as pd

from scoring.analysis.trend_breaks import Cut, KnownBreak, KnownSet, cuts, with_segments


class KnownOrganisation(Protocol):
    """A row of data/reference/organisations.csv."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def valid_from(self) -> date | None: ...
    @property
    def valid_to(self) -> date | None: ...


class KnownSuccessor(Protocol):
    """A row of data/reference/successors.csv."""

    @property
    def old(self) -> str: ...
    @property
    def new(self) -> str: ...
    @property
    def since(self) -> date: ...


class Known(Protocol):
    """What the reference files say that a trend depends on."""

    @property
    def organisations(self) -> Sequence[KnownOrganisation]: ...
    @property
    def successors(self) -> Sequence[KnownSuccessor]: ...
    @property
    def breaks(self) -> Sequence[KnownBreak]: ...
    @property
    def criteria_sets(self) -> Sequence[KnownSet]: ...


@dataclass(frozen=True)
class Line:
    """One organisation's index over the years, in percent of the maximum."""

    organisation: str
    label: str
    values: pd.DataFrame  # as `trend_values` gives it for one index, with segment and step
    cuts: tuple[Cut, ...]
    went_into: str | None  # what it became; None where it still stands
    since: date | None  # the day from which on it was another one

    @property
    def last_year(self) -> int:
        """The last year with a value."""
        return int(self.values["year"].max())

    @property
    def ended(self) -> bool:
        """Whether its last value is of the last year that it was scored in."""
        return self.since is not None and self.last_year == self.since.year - 1


def whose(organisation: str, successors: Sequence[KnownSuccessor], *, now: bool) -> tuple[str, ...]:
    """The organisations whose lines are asked for, the chosen or present one first.

    With `now` ('quy về hiện nay'): what the organisation is today and everything that went into
    that. Without: the organisation alone, as it was called then.
    """
    if not now:
        return (organisation,)
    today = _all(organisation, [(one.old, one.new) for one in successors])
    lasting = [one for one in today if not any(one == other.old for other in successors)]
    found = dict.fromkeys(lasting)
    for one in lasting:
        found |= dict.fromkeys(_all(one, [(other.new, other.old) for other in successors]))
    return tuple(found)


def _all(start: str, steps: Sequence[tuple[str, str]]) -> list[str]:
    """Everything that can be reached from one organisation, itself first."""
    found = [start]
    for one in found:
        found += [to for at, to in steps if at == one and to not in found]
    return found


def lines(
    frames: dict[str, pd.DataFrame], index_name: str, known: Known, names: dict[str, str]
) -> tuple[Line, ...]:
    """One line for each organisation that has the index, in the order given.

    Shape: `frames` holds the answer to `trend_values` by organisation, `names` what those are
        called whom the reference files lack.
    """
    held = {
        who: frame[frame["index_name"] == index_name]
        for who, frame in frames.items()
        if (frame["index_name"] == index_name).any()
    }
    labels = _labels([_organisation(who, known, names) for who in held])
    return tuple(
        _line(who, frame, label, known)
        for (who, frame), label in zip(held.items(), labels, strict=True)
    )


@dataclass(frozen=True)
class _Unlisted:
    id: str
    name: str
    valid_from: date | None = None
    valid_to: date | None = None


def _organisation(who: str, known: Known, names: dict[str, str]) -> KnownOrganisation:
    listed = next((one for one in known.organisations if one.id == who), None)
    return listed or _Unlisted(who, names.get(who, who))


def _labels(held: Sequence[KnownOrganisation]) -> list[str]:
    """Their names; those that share one carry from when, or until when."""
    every = [one.name for one in held]
    return [_with_time(one) if every.count(one.name) > 1 else one.name for one in held]


def _with_time(one: KnownOrganisation) -> str:
    """'Lâm Đồng (từ 7/2025)': names are given again after a merger."""
    return f"{one.name} ({_time(one)})" if _time(one) else one.name


def _time(one: KnownOrganisation) -> str:
    if one.valid_to is not None:
        after = one.valid_to + timedelta(days=1)
        return f"trước {after.month}/{after.year}"
    return f"từ {one.valid_from.month}/{one.valid_from.year}" if one.valid_from else ""


def _line(who: str, frame: pd.DataFrame, label: str, known: Known) -> Line:
    level = str(frame["level"].iat[-1])
    index_name = str(frame["index_name"].iat[0])
    years = [int(year) for year in frame["year"]]
    found = cuts(index_name, level, years, known.breaks, known.criteria_sets)
    became = next((one for one in known.successors if one.old == who), None)
    into = None if became is None else _with_time(_organisation(became.new, known, {}))
    return Line(
        organisation=who,
        label=label,
        values=with_segments(frame, [one.year for one in found]),
        cuts=found,
        went_into=into,
        since=None if became is None else became.since,
    )


def without(
    frames: dict[str, pd.DataFrame], index_name: str, known: Known, names: dict[str, str]
) -> list[str]:
    """What those are called that have no value of the index; parameters as for `lines`."""
    return [
        _with_time(_organisation(who, known, names))
        for who, frame in frames.items()
        if not (frame["index_name"] == index_name).any()
    ]


def drawn(shown: Sequence[Line]) -> pd.DataFrame:
    """All lines in one frame: line, year, percent, step, segment, ended (by its last point)."""
    parts = [
        one.values.assign(
            line=one.label,
            ended=one.ended & (one.values["year"] == one.last_year),
        )
        for one in shown
    ]
    columns = ["line", "year", "percent", "step", "segment", "ended"]
    return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)


def all_cuts(shown: Sequence[Line]) -> tuple[Cut, ...]:
    """The cuts of all lines, each once, in order."""
    return tuple(sorted({cut for one in shown for cut in one.cuts}, key=lambda cut: cut.year))
