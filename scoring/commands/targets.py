"""The command that asks what the page Chỉ tiêu asks."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import Any

from scoring import intake
from scoring.analysis.messages import target_notes as facts
from scoring.analysis.messages import targets as said
from scoring.analysis.messages.target_words import word
from scoring.analysis.plans.indicators import Indicator, above_of, indicators
from scoring.analysis.plans.target_rows import target_rows
from scoring.analysis.questions import Row, records, rows
from scoring.commands.answer import Answer, plain_value
from scoring.commands.standing import whose
from scoring.ingest.handed_out.keys import Mark
from scoring.ingest.reference import Organisation
from scoring.settings import Settings
from scoring.sheets.actual_file import actual_file
from scoring.sheets.actual_lines import lines_of
from scoring.store import Store

_COLUMNS = (
    *("key", "title", "code", "section", "index", "plan", "plan_year", "measure", "lower", "kind"),
    *("sentence", "base_year", "base_value", "due_year", "goal", "final_year", "final", "asked"),
    *("value", "value_year", "field_size", "whose", "origin", "result_source", "missing", "state"),
    *("lack", "past", "lead"),
)


def targets(args: Namespace, settings: Settings) -> Answer:
    """How every target of an organisation stands in a year.

    Shape: args.organisation, args.year; args.relative: a rise of so many per cent is taken of its
        base, not in percentage points; args.out: the file to fill in the year's results, else None.
    """
    store, known, _ = intake.open_everything(settings)
    one = whose(store, known, args.organisation, args.year, "plan_targets")
    above = above_of(store.query, one.id)
    found = indicators(store.query, one.id, above, known.breaks, known.criteria_sets)
    asked = {"organisation": args.organisation, "year": args.year}
    if not found:
        error = f"Chưa nạp chỉ tiêu nào của {args.organisation}."
        return Answer(1, asked | {"error": error}, [error])
    if args.out is not None:
        return _written(Path(args.out), found, _as_loaded(store, one), asked)
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


def _as_loaded(store: Store, one: Organisation) -> Organisation:
    """The organisation as its tables name it, where it was asked for by its id."""
    known = (row for row in rows(store.query, "scopes_of", organisation=one.id) if row["name"])
    told = next(known, None)
    if told is None:
        return one
    return Organisation(one.id, told["name"], told["level"] or one.level, told["parent"])


def _written(
    out: Path, found: Sequence[Indicator], one: Organisation, asked: Mapping[str, Any]
) -> Answer:
    """The file in which the results of the year are told; why it could not be written."""
    lines = lines_of(found, one.id, [asked["year"]])
    if out.suffix.lower() != ".xlsx":
        error = f"Tệp kết quả chỉ tiêu là .xlsx, không phải {out.name}."
        return Answer(1, {**asked, "error": error}, [error])
    try:
        out.write_bytes(actual_file(lines, Mark(one, intake.now())))
    except OSError as refused:
        why = refused.strerror or refused
        error = f"Không ghi được {out}: {why}. Chọn nơi khác rồi chạy lại."
        return Answer(1, {**asked, "error": error}, [error])
    said = f"Đã ghi {len(lines)} chỉ tiêu vào {out}; điền rồi nạp bằng lệnh load."
    return Answer(0, {**asked, "out": str(out), "indicators": len(lines)}, [said])


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
