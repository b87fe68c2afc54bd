"""Commands on batches: what was loaded, and taking it back."""

from argparse import Namespace

from scoring import intake
from scoring.analysis import questions
from scoring.commands.answer import Answer, records
from scoring.settings import Settings
from scoring.text import format as fmt


def history(args: Namespace, settings: Settings) -> Answer:
    """The batches, latest first."""
    store, _, _ = intake.open_everything(settings)
    frame = questions.ask(store.query, "history")
    lines = [
        f"{row['batch']}  {row['index_name']} {row['organisation_name']} {row['year']}  "
        f"{row['file_name']} › {row['sheet']}  {fmt.integer(row['row_count'])} dòng"
        + ("" if row["is_current"] else "  (đã có lần nạp mới hơn)")
        for row in questions.records(frame)
    ]
    return Answer(0, records(frame), lines or ["Chưa nạp gì."])


def undo(args: Namespace, settings: Settings) -> Answer:
    """Take one batch back."""
    store, _, _ = intake.open_everything(settings)
    try:
        store.undo(args.batch, now=intake.now())
    except KeyError:
        return Answer(
            1, {"batch": args.batch, "undone": False}, [f"Không có lần nạp {args.batch}."]
        )
    return Answer(0, {"batch": args.batch, "undone": True}, [f"Đã hoàn tác lần nạp {args.batch}."])
