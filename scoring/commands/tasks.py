"""The command that answers how an organisation's tasks stand."""

from argparse import Namespace
from datetime import date

import pandas as pd

from scoring import intake
from scoring.analysis import questions
from scoring.analysis.messages import tasks as said
from scoring.analysis.plans.choosing import Wanted, wanted_tasks, with_keys
from scoring.analysis.plans.loads import loads
from scoring.analysis.plans.summary import by_period, by_urgency, summary, without_day
from scoring.analysis.review.periods import board_of_day
from scoring.commands.answer import Answer, plain_value, records
from scoring.commands.days import asked_day
from scoring.commands.standing import whose
from scoring.ingest.reference import Reference
from scoring.settings import Settings
from scoring.text import format as fmt
from scoring.text.units import parse_units

_COLUMNS = (
    *("task", "code", "title", "goal", "solution", "product", "leads", "coordinators", "deadline"),
    *("due_said", "due_kind", "due_first", "due_last", "goes_on", "status", "days_late"),
    *("days_left", "percent", "evidence", "remark", "reported_unit", "reported_at", "silent"),
    *("link", "stake_organisation", "stake_index", "stake_code", "stake_title", "stake_year"),
    *("max_points", "lost_points", "urgency", "plan", "year", "section", "purpose"),
)


def tasks(args: Namespace, settings: Settings) -> Answer:
    """The tasks of all plans of an organisation, the most urgent first, and their sums.

    Arguments: organisation; unit (lead or coordinating) and on (a day as 2021-11-20), or None.
    """
    store, reference, _ = intake.open_everything(settings)
    on = asked_day(args.on)
    if on is None:
        return _failed(args, f"Ngày phải viết như 2021-11-20, thấy “{args.on}”.")
    who = whose(store, reference, args.organisation, None, "tasks").id
    found = board_of_day(store.query, who, on)
    if found.empty:
        return _failed(args, f"Chưa nạp kế hoạch nào của {args.organisation}.")
    board = with_keys(found, questions.ask(store.query, "tasks_stakes", organisation=who))
    asked = by_urgency(wanted_tasks(board, Wanted(unit=_unit(args.unit, reference))))
    if asked.empty:
        return _failed(args, f"Không nhiệm vụ nào do {args.unit} chủ trì hoặc phối hợp.")
    sums = summary(asked)
    rows = [_row(row) for row in records(asked)]
    value = {
        "organisation": args.organisation,
        "unit": args.unit,
        "on": on.isoformat(),
        "summary": plain_value(sums),
        "periods": records(by_period(asked)),
        "without_day": without_day(asked),
        "units": records(loads(board, questions.ask(store.query, "tasks_units", organisation=who))),
        "rows": rows,
    }
    lines = [
        f"{said.headline(asked)}.",
        ", ".join(f"{name}: {sums.counts[state]}" for state, name in said.STATES.items()),
        f"{said.at_stake(sums)}. {said.coverage(sums)}.",
        *(_line(row) for row in questions.records(asked)),
    ]
    return Answer(0, value, lines)


def _unit(text: str | None, reference: Reference) -> str:
    """The unit's name of the registry; as it was given where the registry has none."""
    if not text:
        return ""
    named = parse_units(text, reference.units)
    return named[0].name if named else text


def _row(row: questions.Row) -> dict[str, object]:
    days = {name: _iso(row[name]) for name in ("due_first", "due_last")}
    source = {"file": row["file_name"], "sheet": row["sheet"], "row": row["row"]}
    return {name: row[name] for name in _COLUMNS} | days | {"source": source}


def _iso(value: object) -> str | None:
    return value.isoformat()[:10] if isinstance(value, date | pd.Timestamp) else None


def _line(row: questions.Row) -> str:
    parts = [said.MARKED_STATES[row["status"]], said.short(said.name(row)), said.who(row)]
    parts.append(f"{said.deadline(row)}: {said.reading(row)}")
    parts.append(said.time_left(row))
    if row["lost_points"]:
        parts.append(f"{fmt.points(row['lost_points'])} điểm, {said.criterion(row)}")
    return "  " + " · ".join(part for part in parts if part)


def _failed(args: Namespace, error: str) -> Answer:
    return Answer(1, {"organisation": args.organisation, "error": error}, [error])
