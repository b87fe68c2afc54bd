"""The command that tells what was lost for want of evidence from what was not done."""

from argparse import Namespace

from scoring import intake
from scoring.analysis import questions
from scoring.analysis.messages import evidence as said
from scoring.analysis.plans.evidence import STATES, counted, losing_leaves, split, tied_tasks
from scoring.commands.answer import Answer, plain_value
from scoring.commands.standing import score_batch
from scoring.settings import Settings
from scoring.text import format as fmt
from scoring.text.words import nfc

_COLUMNS = ("code", "title", "kind", "domain", "max_points", "lost_points", "lead", "state")
_PIECE = ("id", "task", "status", "number", "section", "page", "remark", "who")


def evidence(args: Namespace, settings: Settings) -> Answer:
    """The leaves that lost points with their evidence, and the loss by its state.

    Arguments: organisation, year.
    """
    store, reference, _ = intake.open_everything(settings)
    batch = score_batch(store, reference, nfc(args.organisation), args.year)
    asked = {"organisation": args.organisation, "year": args.year}
    if batch is None:
        error = f"Chưa nạp bảng điểm của {args.organisation} năm {args.year}."
        return Answer(1, asked | {"error": error}, [error])
    (table,) = questions.rows(store.query, "batches", batches=batch)
    whose = {"organisation": table["organisation"], "year": table["year"]}
    pieces = counted(
        questions.ask(store.query, "evidence", **whose),
        tied_tasks(store.query, table["organisation"]),
        index_name=table["index_name"],
        **whose,
    )
    losses = questions.ask(store.query, "losses", batch=batch)
    leaves = losing_leaves(losses, pieces)
    found = split(losses, leaves)
    value = {
        **asked,
        "batch": batch,
        "lost": found.lost,
        "states": {
            state: {"points": found.points[state], "criteria": found.criteria[state]}
            for state in STATES
        },
        "survey": found.survey,
        "above": found.above,
        "unknown": found.unknown,
        "rows": [_row(row) for row in questions.records(leaves)],
        "elsewhere": [
            _piece(row) for row in questions.records(pieces[pieces["counts_for"].isna()])
        ],
    }
    lines = [
        f"{said.headline(found)}.",
        *said.notes(found),
        *(_line(row) for row in questions.records(leaves)),
    ]
    return Answer(0, plain_value(value), lines)


def _row(row: questions.Row) -> dict[str, object]:
    source = {"file": row["file_name"], "sheet": row["sheet"], "row": row["row"]}
    return {
        **{name: row[name] for name in _COLUMNS},
        "given_to": row["given_to"] or None,
        "pieces": [_piece(piece) for piece in row["pieces"]],
        "source": source,
    }


def _piece(row: questions.Row) -> dict[str, object]:
    issued = None if row["issued"] is None else row["issued"].isoformat()[:10]
    return {name: row[name] for name in _PIECE} | {"issued": issued}


def _line(row: questions.Row) -> str:
    told = (
        f"  {row['code']} {row['title']}: mất {fmt.points(row['lost_points'])}, {said.state(row)}"
    )
    return f"{told}: {said.documents(row['pieces'])}" if row["pieces"] else told
