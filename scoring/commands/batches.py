"""Commands on batches: what was loaded, taking it back, bringing it back, what changed."""

from argparse import Namespace
from collections import Counter

from scoring import intake
from scoring.analysis import questions
from scoring.commands.answer import Answer, records
from scoring.commands.who import who
from scoring.settings import Settings
from scoring.text import format as fmt

_ALL = 2**31 - 1
_SHOWN = 200  # changed cells shown to people; programs get all
_CHANGES = {"changed": "ô đổi", "added": "ô thêm", "removed": "ô bớt"}


def history(args: Namespace, settings: Settings) -> Answer:
    """The batches, latest first; with --all those that were undone too."""
    store, _, _ = intake.open_everything(settings)
    frame = questions.ask(store.query, "history", text="", most=_ALL, undone=bool(args.all))
    lines = [_line(row) for row in questions.records(frame)]
    return Answer(0, records(frame), lines or ["Chưa nạp gì."])


def undo(args: Namespace, settings: Settings) -> Answer:
    """Take one batch back."""
    store, _, _ = intake.open_everything(settings)
    value = {"batch": args.batch, "undone": False}
    try:
        store.undo(args.batch, now=intake.now(), who=who(settings))
    except intake.AlreadyUndone:
        return Answer(1, value, [f"Lần nạp {args.batch} đã được hoàn tác từ trước."])
    except KeyError:
        return Answer(1, value, [f"Không có lần nạp {args.batch}."])
    return Answer(0, value | {"undone": True}, [f"Đã hoàn tác lần nạp {args.batch}."])


def restore(args: Namespace, settings: Settings) -> Answer:
    """Make an earlier batch the current one again."""
    store, _, _ = intake.open_everything(settings)
    try:
        done = store.restore(args.batch, now=intake.now(), who=who(settings))
    except KeyError:
        value = {"batch": None, "already": False, "restored_from": args.batch}
        return Answer(1, value, [f"Không có lần nạp {args.batch}."])
    value = {"batch": done.batch, "already": done.already, "restored_from": args.batch}
    if done.already:
        said = f"Không cần khôi phục: số liệu này đang hiện hành, lần nạp {done.batch}."
    else:
        said = f"Đã khôi phục lần nạp {args.batch} thành lần nạp mới {done.batch}."
    return Answer(0, value, [said])


def changes(args: Namespace, settings: Settings) -> Answer:
    """What changed from one batch to another, cell by cell."""
    store, _, _ = intake.open_everything(settings)
    try:
        frame = intake.batch_changes(store, args.before, args.after)
    except KeyError as error:
        said = f"Không có lần nạp {error.args[0]}."
        return Answer(1, {"error": said}, [said])
    except ValueError:
        said = f"Không so sánh được: {args.before} và {args.after} là hai loại bảng khác nhau."
        return Answer(1, {"error": said}, [said])
    rows = records(frame)
    lines = [_changed(row) for row in rows[:_SHOWN]]
    if len(rows) > _SHOWN:
        lines.append(f"… và {fmt.integer(len(rows) - _SHOWN)} ô khác.")
    return Answer(0, rows, [_summary(rows), *lines])


def _line(row: questions.Row) -> str:
    who = f"  {row['loaded_by']}" if row["loaded_by"] else ""
    return (
        f"{row['batch']}  {row['index_name']} {row['organisation_name']} {row['year']}  "
        f"{row['file_name']} › {row['sheet']}  {fmt.integer(row['row_count'])} dòng{who}"
        f"{_state(row)}"
    )


def _state(row: questions.Row) -> str:
    if row["undone_at"] is not None:
        by = f" bởi {row['undone_by']}" if row["undone_by"] else ""
        return f"  (đã hoàn tác{by})"
    return "" if row["is_current"] else "  (đã có lần nạp mới hơn)"


def _changed(row: questions.Row) -> str:
    what = " ".join(str(part) for part in (row["code"], row["title"]) if part)
    return f"{what}: {row['field']}: {_cell(row['old'])} → {_cell(row['new'])}"


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, int | float):
        return f"{value:.15g}".replace(".", ",")
    return fmt.MISSING if value is None else str(value)


def _summary(rows: list[questions.Row]) -> str:
    count = Counter(row["change"] for row in rows)
    said = [f"{fmt.integer(count[kind])} {word}" for kind, word in _CHANGES.items() if count[kind]]
    return f"{', '.join(said)}." if said else "Hai lần nạp giống nhau."
