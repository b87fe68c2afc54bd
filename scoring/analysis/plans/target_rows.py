"""How does every indicator stand in one year: a frame for the page, its charts and programs."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from scoring.analysis.plans.indicators import Indicator
from scoring.analysis.plans.paths import LOWER_IS_BETTER
from scoring.text.titles import sentence_case

COLUMNS = (
    *(
        "key",
        "title",
        "code",
        "section",
        "index",
        "plan",
        "plan_year",
        "table_kind",
        "measure",
        "lower",
    ),
    *("kind", "sentence", "base_year", "base_value", "due_year", "goal", "final_year", "final"),
    *(
        "asked",
        "value",
        "value_year",
        "field_size",
        "whose",
        "origin",
        "result_source",
        "result_batch",
    ),
    *("missing", "state", "lack", "past", "lead", "batch", "file_name", "sheet", "row"),
)
_NUMBERS = (
    *("base_year", "base_value", "due_year", "goal", "final_year", "final", "asked", "value"),
    *("value_year", "field_size", "missing"),
)


def target_rows(
    indicators: Sequence[Indicator], year: int, *, relative: bool = False
) -> pd.DataFrame:
    """One row an indicator, in their order.

    Shape: COLUMNS; `goal` is the one due next (or the last), of `due_year`; `final` the last one;
        `asked` what the way asks for in the year; `value` the latest result up to it, of
        `value_year`; `missing` is to what was asked in `value_year`; `lower` where less is better;
        `lack` the first of goal, due, base, result, recent (no result of the year that counts)
        that keeps it from being judged; `result_batch` where `value` was read, null of a typed
        one; `past` where the last target was due before the year.
    """
    rows = [_row(one, year, relative=relative) for one in indicators]
    frame = pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)
    return frame.astype({**dict.fromkeys(_NUMBERS, "float64"), "past": "bool", "lower": "bool"})


def _row(one: Indicator, year: int, *, relative: bool) -> dict[str, Any]:
    first, goals = one.rows[0], one.goals_read(relative=relative)
    found = one.standing(year, relative=relative)
    result = one.actuals.get(found.value_year) if found.value_year is not None else None
    last = goals[-1] if goals else None
    return {
        **{name: first[name] for name in ("code", "plan", "table_kind", "kind", "batch")},
        **{name: first[name] for name in ("file_name", "sheet", "row", "lead")},
        "key": one.key,
        "title": one.title,
        "section": sentence_case(str(first["section"] or "")),
        "index": one.index or first["index_name"],
        "plan_year": int(first["year"]),
        "measure": one.measure,
        "lower": first["kind"] in LOWER_IS_BETTER,
        "sentence": "; ".join(dict.fromkeys(str(row["sentence"]) for row in one.rows)),
        "base_year": one.base[0] if one.base else first["base_year"],
        "base_value": one.base[1] if one.base else first["base_value"],
        "due_year": found.goal.due_year if found.goal else None,
        "goal": found.goal.value if found.goal else None,
        "final_year": last.due_year if last else None,
        "final": last.value if last else None,
        "asked": one.expected(year, relative=relative),
        "value": found.value,
        "value_year": found.value_year,
        "field_size": result.field_size if result else None,
        "whose": result.organisation if result else None,
        "origin": result.origin if result else None,
        "result_source": result.source if result else None,
        "result_batch": result.batch if result else None,
        "missing": found.missing,
        "state": found.state,
        "lack": _lack(one, found.value_year) if found.state == "unknown" else None,
        "past": last is not None and last.due_year < year,
    }


def _lack(one: Indicator, value_year: int | None) -> str:
    """Why nothing can be said of the indicator in the year."""
    if not one.goals:
        return str(one.lacks[0][1]) if one.lacks else "goal"
    return "result" if value_year is None else "recent"
