"""The command that asks what the page Chỉ tiêu asks."""

from argparse import Namespace
from dataclasses import asdict
from itertools import chain

from scoring import intake
from scoring.analysis.messages import target_notes as facts
from scoring.analysis.messages import targets as said
from scoring.analysis.messages.target_words import word
from scoring.analysis.plans.indicators import Indicator, above_of, indicators
from scoring.analysis.plans.target_rows import target_rows
from scoring.analysis.questions import Row, records
from scoring.commands.answer import Answer, plain_value
from scoring.settings import Settings
from scoring.text.words import nfc

_COLUMNS = (
    *("key", "title", "code", "section", "index", "plan", "plan_year", "measure", "lower", "kind"),
    *("sentence", "base_year", "base_value", "due_year", "goal", "final_year", "final", "asked"),
    *("value", "value_year", "field_size", "whose", "origin", "result_source", "missing", "state"),
    *("lack", "past", "lead"),
)


def targets(args: Namespace, settings: Settings) -> Answer:
    """How every target of an organisation stands in a year.

    Shape: args.organisation, args.year; args.relative: a rise of so many per cent is taken of its
        base, not in percentage points.
    """
    store, known, _ = intake.open_everything(settings)
    one = intake.organisation_named(nfc(args.organisation), known, args.year)
    above = above_of(store.query, one.id)
    found = indicators(store.query, one.id, above, known.breaks, known.criteria_sets)
    asked = {"organisation": args.organisation, "year": args.year}
    if not found:
        error = f"Chưa nạp chỉ tiêu nào của {args.organisation}."
        return Answer(1, asked | {"error": error}, [error])
    frame = target_rows(found, args.year, relative=args.relative)
    rows = records(frame)
    value = {
        **asked,
        "reading": "relative" if args.relative else "points",
        "counts": said.counts(frame),
        "rows": [_row(indicator, row) for indicator, row in zip(found, rows, strict=True)],
    }
    lines = [
        f"{said.headline(frame, args.year)}.",
        *(_line(row) for row in rows if not row["past"]),
        *(f"{_line(row)} (đã đến hạn)" for row in rows if row["past"]),
        *(
            f"  {indicator.title}: {reading}"
            for indicator in found
            for reading in facts.readings(indicator)
        ),
        *chain(*(facts.differences(indicator) for indicator in found)),
        *(sentence for indicator in found for sentence, _ in facts.lacks(indicator)),
    ]
    return Answer(0, plain_value(value), lines)


def _line(row: Row) -> str:
    return f"  {row['title']}: {word(row)}. {said.standing(row)}"


def _row(indicator: Indicator, row: Row) -> dict[str, object]:
    return {
        **{name: _whole(row[name]) for name in _COLUMNS},
        "goals": [asdict(goal) for goal in indicator.goals],
        "goals_relative": [asdict(goal) for goal in indicator.relative],
        "results": [asdict(indicator.actuals[year]) for year in sorted(indicator.actuals)],
        "entered_differing": [asdict(one) for one in indicator.differing],
        "readings": list(facts.readings(indicator)),
        "source": {"file": row["file_name"], "sheet": row["sheet"], "row": row["row"]},
    }


def _whole(value: object) -> object:
    """Years and ranks come out of a frame as floats."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
