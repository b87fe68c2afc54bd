"""One table of one file, read and checked: what `check` tells and `load` writes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

import pandas as pd

from scoring.ingest.identity.lines import Evidence
from scoring.ingest.problems import Problem, blocking
from scoring.ingest.reference import Organisation

PLANS = "Kế hoạch"  # the index of what is about plans, of whatever index they are
# Kinds of files that are handed out and come back: each adds to what was told, none takes the
# place of another.
HANDED_OUT = frozenset({"progress", "actuals"})


@dataclass(frozen=True)
class Table:
    """A table found in a file, or (kind None) a file in which none could be read."""

    file: str
    sheet: str | None = None
    anchor: str | None = None  # the header's first cell
    part: int = 0  # which of the tables under one header: two years side by side are two
    kind: str | None = None  # scores, satisfaction, league, tasks, criteria, targets, …
    index: str | None = None  # PAR, SIPAS, PAPI, PCI; of files handed out, PLANS
    organisation: Organisation | None = None  # of a league, whose area is ranked
    level: str | None = None  # the organisation's; of a league, that of those ranked
    year: int | None = None  # assessed; of a plan's tables, the plan's; of progress, of `made_at`
    criteria_set: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)  # field → column letter
    labels: Mapping[str, str] = field(default_factory=dict)  # field → header text as written
    header: int | None = None  # the header's first row, as the spreadsheet shows it
    last: int | None = None  # the last row that may belong to the table
    shape: str | None = None  # the same for files laid out alike: what is remembered is kept by it
    title: str | None = None  # the lines above the table
    source: str | None = None  # where it was published, as printed below the table
    plan: str = ""  # the number of its document as printed, '76/KH-SVHTT'; '' where none
    made_at: datetime | None = None  # UTC; when a file of progress or of results was handed out
    frame: pd.DataFrame = field(default_factory=pd.DataFrame)
    targets: pd.DataFrame = field(default_factory=pd.DataFrame)
    scale: pd.DataFrame = field(default_factory=pd.DataFrame)  # code, position, title, points, row
    repairs: tuple["Repair", ...] = ()
    problems: tuple[Problem, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    totals: "Totals" = field(default_factory=lambda: Totals())

    @property
    def rows(self) -> int:
        """How many rows count: totals, averages, sections and notes do not."""
        return len(self.frame)

    @property
    def of_year_before(self) -> bool:
        """Whether it is the column 'Năm trước' of a table, as a table of its own."""
        previous = self.columns.get("previous_percent")
        return previous is not None and previous == self.columns.get("percent")

    @property
    def loadable(self) -> bool:
        """Whether it can be written as it is: read without error, and everything known."""
        known = self.index and self.organisation and self.year
        return bool(self.kind and known) and not blocking(self.problems)

    @property
    def exit_code(self) -> int:
        """0 loadable, 1 errors that block loading, 2 not read at all."""
        if self.kind is None:
            return 2
        return int(blocking(self.problems))


@dataclass(frozen=True)
class Repair:
    """A text read as something other than it says, with its place as the spreadsheet shows it."""

    field: str  # lead, coordinating
    sheet: str
    row: int
    column: str
    found: str
    read: str


@dataclass(frozen=True)
class Totals:
    """A table's own totals; None where its kind has none."""

    leaves: int | None = None
    top_rows: int | None = None
    printed_max: float | None = None
    lost: float | None = None
    total_max: float | None = None  # the total maximum that applies
    index_value: float | None = None


NUMBERS: Mapping[str, tuple[str, ...]] = {
    "scores": ("max_points", "self_points", "points", "lost_points"),
    "satisfaction": ("percent",),
    "league": ("rank", "value"),
    "criteria": ("max_points",),
    "tasks": (
        *("goal", "solution", "product", "lead", "coordinating", "deadline", "note"),
        *("section", "purpose", "index_name"),
    ),
    "targets": (
        *("kind", "amount", "percent", "measure", "base_year", "base_value", "due_year"),
        *("sentence", "lead", "section", "index_name"),
    ),
    "progress": ("state", "percent", "evidence", "remark", "unit", "task"),
    "actuals": ("indicator", "year", "measure", "value", "source"),
}
