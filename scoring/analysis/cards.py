"""What stands on the cards of the home page?

Every card carries the places of the files that its numbers come from.
"""

from dataclasses import dataclass

from scoring.analysis.losses import ParetoPoint


@dataclass(frozen=True)
class Source:
    """Where a number was read: batch, file, sheet, and row as the spreadsheet shows it."""

    batch: str
    file_name: str
    sheet: str
    row: int


@dataclass(frozen=True)
class Place:
    """A rank in its field; mean, median and best only where the whole field is known."""

    rank: int | None
    field_size: int | None
    mean: float | None = None
    median: float | None = None
    best: float | None = None
    source: Source | None = None


@dataclass(frozen=True)
class Band:
    """A published band: lower bound inclusive, upper bound exclusive, in percent."""

    name: str
    lower: float | None
    upper: float | None
    published: str  # where the bounds were published


@dataclass(frozen=True)
class IndexCard:
    """The index of the year beside the year before. Points only where a score table is loaded."""

    index_name: str
    value: float | None
    origin: str | None  # 'scores' or 'league': what the value was taken from
    points: float | None
    total_max: float | None
    printed_max: float | None
    lost: float | None
    top_rows_unknown: int
    league_value: float | None
    band: Band | None
    previous_year: int
    previous_value: float | None
    change: float | None
    place: Place | None
    previous_place: Place | None
    source: Source | None
    previous_source: Source | None


@dataclass(frozen=True)
class DomainCard:
    """The domain that lost most; share of the whole loss."""

    code: str
    title: str
    short_title: str
    lost: float
    share: float | None
    source: Source


@dataclass(frozen=True)
class AbsentDomain:
    """A domain that the file does not print, so that no loss is inferred for it."""

    code: str
    title: str
    max_points: float | None


@dataclass(frozen=True)
class ZeroCard:
    """The leaves appraised with nothing, and the index if all of them were recovered."""

    count: int
    codes: tuple[str, ...]
    recoverable: float
    index_after: float | None
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Factor:
    """One satisfaction factor (or the overall row) against last year and its target."""

    code: str
    title: str
    percent: float | None
    previous_percent: float | None
    goal: float | None
    short_points: float | None
    state: str  # met, short, ahead (due in a later year), unknown
    due_year: int | None
    source: Source


@dataclass(frozen=True)
class SatisfactionCard:
    """The overall satisfaction only where it was published; the mean of the factors is not it."""

    overall: Factor | None
    factors: tuple[Factor, ...]
    below: int  # factors below their target, due this year or later
    reached: int
    without_target: int
    furthest: Factor | None  # below its target by most points
    weakest: Factor | None
    due_year: int | None  # of the targets, where they share one


@dataclass(frozen=True)
class UnitsCard:
    """Who answers for the loss: the named lead with most of it, and what only groups lead."""

    unit: str | None
    shared: float | None  # leads of one leaf share its loss equally
    lead_only: float | None
    in_full: float | None
    led: int
    source: Source | None
    group_only: float
    group_only_share: float | None
    no_lead: float
    group_source: Source | None


@dataclass(frozen=True)
class Headline:
    """The cards of the home page; a card is None where nothing is loaded for it."""

    organisation: str
    name: str
    level: str
    year: int
    score_batch: str | None
    satisfaction_batch: str | None
    index: IndexCard | None
    domain: DomainCard | None
    absent_domains: tuple[AbsentDomain, ...]
    pareto: ParetoPoint | None
    zeros: ZeroCard | None
    satisfaction: SatisfactionCard | None
    units: UnitsCard | None
