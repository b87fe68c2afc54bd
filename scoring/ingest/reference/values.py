"""What the reference files speak of: organisations, criteria sets, bands, factors."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Organisation:
    """Who is scored. Names are reused after mergers, so the id is the key, never the name."""

    id: str
    name: str
    level: str
    parent: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None

    def stood_in(self, year: int) -> bool:
        """Whether it existed at the end of the year, which is when a year is scored."""
        last_day = date(year, 12, 31)
        begun = self.valid_from is None or self.valid_from <= last_day
        return begun and (self.valid_to is None or self.valid_to >= last_day)


@dataclass(frozen=True)
class Successor:
    """One old organisation that went into a new one."""

    old: str
    new: str
    since: date
    scope: str
    source: str


@dataclass(frozen=True)
class Criterion:
    """One row of a criteria set; an empty kind is that of the nearest criterion above."""

    code: str
    title: str
    short_title: str | None = None
    max_points: float | None = None
    kind: str | None = None


@dataclass(frozen=True)
class Level:
    """One attainable score of a criterion: 'Trong quý I: 0,25'."""

    title: str
    points: float | None


@dataclass(frozen=True)
class CriteriaSet:
    """The criteria of one index, level and period; the criteria may be unknown."""

    id: str
    index_name: str
    level: str
    from_year: int
    to_year: int | None
    total: float | None
    decision: str | None
    title: str
    source: str
    criteria: Mapping[str, Criterion]
    scale: Mapping[str, tuple[Level, ...]] = field(default_factory=dict)  # code → levels in order

    def covers(self, year: int) -> bool:
        """Whether the year was scored by this set."""
        return self.from_year <= year and (self.to_year is None or year <= self.to_year)

    @property
    def years(self) -> float:
        """How many years it covers; without an end, more than any other."""
        return float("inf") if self.to_year is None else self.to_year - self.from_year + 1

    def kind(self, code: str) -> str | None:
        """The kind of a criterion, its own or that of the nearest criterion above."""
        while code:
            criterion = self.criteria.get(code)
            if criterion and criterion.kind:
                return criterion.kind
            code = code.rpartition(".")[0]
        return None


@dataclass(frozen=True)
class Band:
    """One rating band in percent; lower inclusive, upper exclusive."""

    index_name: str
    level: str
    year: int
    band: str
    lower: float | None
    upper: float | None
    source: str


@dataclass(frozen=True)
class Factor:
    """One factor of an index that is not scored by criteria, or its overall row."""

    index_name: str
    code: str
    title: str
    aliases: tuple[str, ...]
    overall: bool
    max_points: float | None = None  # of an overall row None: what its factors add up to
    from_year: int | None = None  # the first year that has it; None: it always was there

    def stood_in(self, year: int | None) -> bool:
        """Whether the index had it in a year; without a year, whether it has it at all."""
        return year is None or self.from_year is None or self.from_year <= year


@dataclass(frozen=True)
class Break:
    """The first year of a new series of one index, and why it cannot be compared with before."""

    index_name: str
    level: str | None  # None: of every level
    year: int
    reason: str
    source: str
