"""The command that compares self scores with the appraised ones."""

from argparse import Namespace

from scoring import intake
from scoring.analysis import questions
from scoring.analysis.messages import self_scores as said
from scoring.analysis.self_scores import repeated
from scoring.commands.answer import Answer, records
from scoring.commands.standing import score_batch
from scoring.settings import Settings
from scoring.text import format as fmt
from scoring.text.words import nfc

_SUMS = (
    *("leaves", "compared", "self_total", "appraised_total", "over_points", "over_leaves"),
    *("under_points", "under_leaves", "survey_leaves", "no_self_leaves", "no_points_leaves"),
)
_COLUMNS = ("code", "title", "max_points", "self_points", "points", "difference", "standing")
_UNIT_COLUMNS = ("unit", "unit_group", "over_points", "under_points", "over_leaves", "under_leaves")


def self_scores(args: Namespace, settings: Settings) -> Answer:
    """Where one organisation scored itself higher or lower than it was appraised.

    Arguments: organisation, year.
    """
    store, reference, _ = intake.open_everything(settings)
    batch = score_batch(store, reference, nfc(args.organisation), args.year)
    asked = {"organisation": args.organisation, "year": args.year}
    if batch is None:
        error = f"Chưa nạp bảng điểm của {args.organisation} năm {args.year}."
        return Answer(1, asked | {"error": error}, [error])
    totals = questions.rows(store.query, "self_score_totals", batch=batch)[0]
    leaves = records(questions.ask(store.query, "self_scores", batch=batch))
    units = questions.ask(store.query, "self_score_units", batch=batch)
    found = repeated(questions.ask(store.query, "self_score_years", batch=batch), args.year)
    reason = said.nothing_to_compare(totals)
    value = {
        **asked,
        "batch": batch,
        **{name: totals[name] for name in _SUMS},
        "reason": reason,
        "rows": [_row(row) for row in leaves],
        "units": [{name: row[name] for name in _UNIT_COLUMNS} for row in records(units)],
        "repeated": records(found.rows),
        "retitled": records(found.retitled),
    }
    if reason is not None:
        return Answer(0, value, [reason])
    over = [row for row in leaves if row["standing"] == "over"]
    lines = [
        f"{said.self_scores(totals)}.",
        said.coverage(totals),
        *filter(None, [said.bridge(totals)]),
        *(_line(row) for row in over),
        *([f"{said.over_claim_units(units)}."] if over else []),
        f"{said.under_claims(totals)}.",
        f"{said.repeated_claims(found)}.",
        *filter(None, [said.retitled_claims(found)]),
    ]
    return Answer(0, value, lines)


def _row(row: questions.Row) -> dict[str, object]:
    source = {"file": row["file_name"], "sheet": row["sheet"], "row": row["row"]}
    return {name: row[name] for name in _COLUMNS} | {"source": source}


def _line(row: questions.Row) -> str:
    return (
        f"  {row['code']} {row['title']}: tự chấm {fmt.points(row['self_points'])}, thẩm định "
        f"{fmt.points(row['points'])} ({fmt.change(row['difference'])})"
    )
