"""What did a person type as this year's results, and can it be kept?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from scoring.analysis.plans.indicators import Indicator
from scoring.analysis.plans.results import Actual
from scoring.analysis.questions import Row, records
from scoring.text.numbers import parse_number
from scoring.text.reached import Unfit, reached
from scoring.text.titles import bare_title

VALUE, SOURCE = "value", "source"  # the columns that a person fills


@dataclass(frozen=True)
class Entry:
    """A result of one indicator to keep; value None takes it back."""

    indicator: str
    value: float | None
    source: str | None


@dataclass(frozen=True)
class Refusal:
    """A cell that cannot be kept: what was expected and what was typed."""

    title: str
    expected: str
    found: str


def entry_rows(indicators: Sequence[Indicator], year: int) -> pd.DataFrame:
    """One row for each indicator, once where several tables name it, with what is known of a year.

    Shape: indicator (the name that results are kept under), title, measure, asked, published (null
        where no table gives it), most (a percentage may not be above it), value (as it would be
        typed, '' for none), source.
    """
    found: dict[str, Row] = {}
    for one in indicators:
        found.setdefault(bare_title(one.entered_as), _entry_row(one, year))
    columns = ["indicator", "title", "measure", "asked", "published", "most", VALUE, SOURCE]
    return pd.DataFrame(list(found.values()), columns=columns)


def _entry_row(one: Indicator, year: int) -> Row:
    own = next((actual for actual in one.entered if actual.year == year), None)
    counted = one.actuals.get(year)
    levels = [goal.value for goal in one.goals]
    return {
        "indicator": one.entered_as,
        "title": one.title,
        "measure": one.measure,
        "asked": one.expected(year),
        "published": counted.value if counted and counted.origin != "entered" else None,
        "most": max([100.0, *levels]),
        VALUE: "" if own is None else _typed(own),
        SOURCE: (own.source or "") if own else "",
    }


def _typed(one: Actual) -> str:
    return f"{one.value:.10g}".replace(".", ",")


def taken(
    rows: pd.DataFrame, edits: Mapping[int, Mapping[str, Any]]
) -> tuple[list[Entry], list[Refusal]]:
    """The results that edited rows say, and the cells that say none.

    Shape: `rows` of entry_rows; `edits` the changed cells by the position of their row.
    """
    known = records(rows)
    entries: list[Entry] = []
    refusals: list[Refusal] = []
    for at, cells in edits.items():
        row = known[int(at)]
        typed = {name: str(row[name] or "").strip() for name in (VALUE, SOURCE)}
        typed |= {name: str(cells[name] or "").strip() for name in typed if name in cells}
        wrong = list(_refused(row, typed))
        refusals += wrong
        if not wrong:
            value = parse_number(typed[VALUE])
            source = typed[SOURCE] or None if value is not None else None
            entries.append(Entry(row["indicator"], value, source))
    return entries, refusals


def _refused(row: Row, typed: Mapping[str, str]) -> Iterator[Refusal]:
    text, title = typed[VALUE], str(row["title"])
    try:
        value = reached(text, row["measure"], row["most"])
    except Unfit as unfit:
        yield Refusal(title, unfit.expected, text)
        return
    if value is None and typed[SOURCE] and typed[SOURCE] != (row[SOURCE] or ""):
        yield Refusal(title, "kết quả đi cùng nguồn", f"nguồn “{typed[SOURCE]}”, chưa có số")
