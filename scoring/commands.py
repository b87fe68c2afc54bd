"""What each command of the command line says: one answer for programs, one text for people."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, is_dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from scoring import intake
from scoring.analysis import overview, questions
from scoring.ingest.problems import problem, sentence
from scoring.ingest.reference import Organisation, Reference
from scoring.ingest.table import NUMBERS, Table
from scoring.settings import Settings
from scoring.store import Store
from scoring.text import format as fmt
from scoring.text.words import nfc

_LISTED = 12  # problems shown to people per table; programs get all


@dataclass(frozen=True)
class Answer:
    """What a command answers: its exit code, the value for programs, the lines for people."""

    code: int
    value: Any
    lines: Sequence[str]


def check(args: Namespace, settings: Settings) -> Answer:
    """Read files and load nothing."""
    reference, wrong = intake.reference_of(settings)
    tables = [table for name in args.files for table in _read(name, reference, settings)[1]]
    lines = [*map(sentence, wrong), *(line for table in tables for line in _said(table))]
    return Answer(max(t.exit_code for t in tables), [described(t) for t in tables], lines)


def load(args: Namespace, settings: Settings) -> Answer:
    """Check files, then load each loadable table as a batch."""
    store, reference, _ = intake.open_everything(settings)
    results, lines, worst = [], [], 0
    for name in args.files:
        content, tables = _read(name, reference, settings)
        for found in tables:
            table = _as_said(found, content, args, reference, settings)
            code, result, said = _loaded(store, table, content, reference)
            worst = max(worst, code)
            results.append(result)
            lines += said
    return Answer(worst, results, lines)


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
    return Answer(0, _records(frame), lines or ["Chưa nạp gì."])


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


def samples(args: Namespace, settings: Settings) -> Answer:
    """Load the sample files; with --if-empty only into an empty database."""
    store, reference, _ = intake.open_everything(settings)
    if args.if_empty and len(store.history()):
        return Answer(0, [], ["Cơ sở dữ liệu đã có dữ liệu; không nạp dữ liệu mẫu."])
    loaded = intake.load_samples(store, reference, settings, intake.now())
    value = [{"file": t.file, "batch": done.batch, "already": done.already} for t, done in loaded]
    lines = [_load_line(table, done) for table, done in loaded]
    return Answer(0 if loaded else 1, value, lines or ["Không có tệp mẫu nào nạp được."])


def losses(args: Namespace, settings: Settings) -> Answer:
    """Where the points of one organisation's year went, row by row."""
    store, reference, _ = intake.open_everything(settings)
    batch = _score_batch(store, reference, args)
    if batch is None:
        return _nothing(args)
    total = questions.rows(store.query, "totals", batch=batch)[0]
    frame = questions.ask(store.query, "losses", batch=batch)
    if args.under:
        frame = frame[frame["code"].str.startswith(f"{args.under}.")]
    rows = [
        {
            **{name: row[name] for name in _LOSS_COLUMNS},
            "source": {"file": row["file_name"], "sheet": row["sheet"], "row": row["row"]},
        }
        for row in _records(frame)
    ]
    value = {
        "organisation": args.organisation,
        "year": args.year,
        "batch": batch,
        **{name: total[name] for name in ("index_value", "total_max", "lost")},
        "rows": rows,
    }
    lines = [
        f"Chỉ số {fmt.percent(total['index_value'])}: mất {fmt.points(total['lost'])} "
        f"trên {fmt.points(total['total_max'])} điểm."
    ] + [
        f"{'  ' * (row['depth'] - 1)}{row['code']} {row['title']}: "
        f"mất {fmt.points(row['lost_points'])} ({fmt.share(row['share'])})"
        for row in rows
    ]
    return Answer(0, value, lines)


_LOSS_COLUMNS = (
    *("code", "title", "depth", "leaf", "max_points", "points", "lost_points", "share"),
    *("lead", "coordinating", "deadline"),
)


def overview_of(args: Namespace, settings: Settings) -> Answer:
    """What the home page shows of one organisation and year."""
    store, reference, _ = intake.open_everything(settings)
    organisation = intake.organisation_named(args.organisation, reference, args.year)
    try:
        found = overview.headline(store.query, organisation.id, args.year)
    except KeyError:
        return _nothing(args)
    index = found.index
    lines = [f"{found.name}, {found.year}"]
    if index:
        lines.append(
            f"{index.index_name}: {fmt.percent(index.value)}, mất {fmt.points(index.lost)} điểm, "
            f"{fmt.change(index.change)} so với {index.previous_year}"
        )
    return Answer(0, _plain(asdict(found)), lines)


def sipas(args: Namespace, settings: Settings) -> Answer:
    """The satisfaction factors against last year and target."""
    store, reference, _ = intake.open_everything(settings)
    organisation = intake.organisation_named(args.organisation, reference, args.year)
    frame = questions.ask(store.query, "satisfaction", organisation=organisation.id, year=args.year)
    lines = [f"{row['title']}: {fmt.percent(row['percent'])}" for row in questions.records(frame)]
    return Answer(0, _records(frame), lines) if lines else _nothing(args)


def about_scores(question: str) -> Callable[[Namespace, Settings], Answer]:
    """The command that answers one question about an organisation's score table."""

    def answer(args: Namespace, settings: Settings) -> Answer:
        store, reference, _ = intake.open_everything(settings)
        batch = _score_batch(store, reference, args)
        if batch is None:
            return _nothing(args)
        frame = questions.ask(store.query, question, batch=batch)
        lines = [" | ".join(_shown(value) for value in row.values()) for row in _records(frame)]
        return Answer(0, _records(frame), [" | ".join(frame.columns), *lines])

    return answer


def scopes(args: Namespace, settings: Settings) -> Answer:
    """The organisations and years with data."""
    store, _, _ = intake.open_everything(settings)
    frame = questions.ask(store.query, "scopes")
    lines = [f"{row['name']} {row['year']}" for row in questions.records(frame)]
    return Answer(0, _records(frame), lines or ["Chưa nạp gì."])


def described(table: Table) -> dict[str, Any]:
    """A table as the contract of `check --json` describes it (docs/operations.md)."""
    return _plain(
        {
            "file": table.file,
            "sheet": table.sheet,
            "kind": table.kind,
            "index": table.index,
            "organisation": table.organisation.name if table.organisation else None,
            "year": table.year,
            "rows": table.rows,
            "leaves": table.totals.leaves,
            "top_rows": table.totals.top_rows,
            "printed_max": table.totals.printed_max,
            "lost": table.totals.lost,
            "index_value": table.totals.index_value,
            "codes": table.frame["code"].tolist() if table.rows else [],
            "values": _values(table),
            "problems": [asdict(found) for found in table.problems],
        }
    )


def _values(table: Table) -> list[dict[str, Any]]:
    if not table.rows:
        return []
    columns = ["row", "code", "title", *NUMBERS[table.kind or ""]]
    return _records(table.frame[columns])


def _read(name: str, reference: Reference, settings: Settings) -> tuple[bytes, tuple[Table, ...]]:
    """A file's bytes and tables; a file that is not there is a table that says so."""
    path = Path(name)
    try:
        return intake.read_path(path, reference, settings)
    except OSError as error:
        missing = problem("file-missing", expected="tệp đọc được", found=error.strerror or name)
        return b"", (Table(path.name, problems=(missing,)),)


def _as_said(
    table: Table, content: bytes, args: Namespace, reference: Reference, settings: Settings
) -> Table:
    """The table with the organisation and year given on the command line."""
    if table.kind is None or not (args.organisation or args.year):
        return table
    year = args.year or table.year
    organisation: Organisation | None = None
    if args.organisation:
        organisation = intake.organisation_named(args.organisation, reference, year)
    return intake.with_identity(
        table, content, reference, settings, organisation=organisation, year=args.year
    )


def _loaded(
    store: Store, table: Table, content: bytes, reference: Reference
) -> tuple[int, dict[str, Any], list[str]]:
    result = {"file": table.file, "sheet": table.sheet, "kind": table.kind}
    if table.loadable:
        done = intake.load(store, table, content, reference, intake.now())
        return 0, result | asdict(done), [_load_line(table, done)]
    problems = [asdict(found) for found in table.problems]
    blocked = result | {"batch": None, "already": False, "problems": problems}
    return max(1, table.exit_code), _plain(blocked), ["Không nạp:", *_said(table)]


def _load_line(table: Table, done: intake.Loaded) -> str:
    name = table.organisation.name if table.organisation else ""
    what = f"{table.index} {name} {table.year} ({fmt.integer(table.rows)} dòng)"
    return f"{what}: {'đã nạp, lần nạp' if done.already else 'lần nạp mới'} {done.batch}"


def _said(table: Table) -> list[str]:
    """A table for people: what it is, its totals, its problems."""
    if table.kind is None:
        return [f"{table.file}: {sentence(found)}" for found in table.problems]
    name = table.organisation.name if table.organisation else "chưa rõ cơ quan"
    lines = [
        f"{table.file} › {table.sheet}: {table.index or 'chưa rõ chỉ số'}, {name}, "
        f"{table.year or 'chưa rõ năm'}: {fmt.integer(table.rows)} dòng"
    ]
    totals = table.totals
    if totals.lost is not None:
        lines.append(
            f"  Mất {fmt.points(totals.lost)} điểm; chỉ số {fmt.percent(totals.index_value)}."
        )
    marks = {"error": "Lỗi", "warning": "Cảnh báo", "note": "Ghi chú"}
    lines += [f"  {marks[one.severity]}: {sentence(one)}" for one in table.problems[:_LISTED]]
    more = len(table.problems) - _LISTED
    return [*lines, f"  … và {more} vấn đề khác."] if more > 0 else lines


def _score_batch(store: Store, reference: Reference, args: Namespace) -> str | None:
    """The current score batch of the organisation and year asked for."""
    wanted = nfc(args.organisation)
    named = {one.id for one in reference.organisations_named(wanted, args.year)}
    for row in questions.rows(store.query, "scopes"):
        asked = row["organisation"] in named or wanted in (row["organisation"], row["name"])
        if asked and row["year"] == args.year and row["score_batch"]:
            return str(row["score_batch"])
    return None


def _nothing(args: Namespace) -> Answer:
    said = f"Chưa nạp số liệu của {args.organisation} năm {args.year}."
    return Answer(1, {"organisation": args.organisation, "year": args.year, "error": said}, [said])


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """A frame's rows as plain values, None where missing."""
    plain = frame.astype(object).where(frame.notna(), None)
    return [_plain(row) for row in plain.to_dict("records")]


def _shown(value: object) -> str:
    if isinstance(value, float):
        return fmt.number(value, 3)
    return fmt.MISSING if value is None else str(value)


def _plain(value: Any) -> Any:
    """A value as JSON has it: no NaN, no numpy, no dataclass."""
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _plain(asdict(value))
    if isinstance(value, pd.Timestamp):
        return value.isoformat()
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float):
        return None if value != value else round(value, 10)
    return None if value is pd.NA else value


def failed(error: Exception) -> Answer:
    """A refusal of the database or the file system, as an answer."""
    return Answer(1, {"error": str(error)}, [str(error)])


def write(answer: Answer, *, as_json: bool) -> None:
    """Print an answer: for programs on standard output and nothing else there."""
    if as_json:
        import json

        json.dump(answer.value, sys.stdout, ensure_ascii=False, allow_nan=False)
        sys.stdout.write("\n")
        return
    print("\n".join(answer.lines))
