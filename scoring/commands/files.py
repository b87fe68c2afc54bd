"""Commands on files: what they hold, and loading it."""

from argparse import Namespace
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from scoring import intake
from scoring.commands.answer import Answer, plain_value, records
from scoring.commands.who import who
from scoring.ingest.problems import Problem, blocking, problem, sentence
from scoring.ingest.reference import Organisation, Reference
from scoring.ingest.said import Said
from scoring.ingest.table import HANDED_OUT, NUMBERS, Table
from scoring.settings import Settings
from scoring.store import Store
from scoring.text import format as fmt

_LISTED = 12  # problems shown to people per table; programs get all


def check(args: Namespace, settings: Settings) -> Answer:
    """Read files and load nothing."""
    reference, wrong = intake.reference_of(settings)
    tables: list[Table] = []
    for name in args.files:
        found = _read(name, reference, settings)[1]
        tables += map(_with, found, intake.clashes(found))
    lines = [*map(sentence, wrong), *(line for table in tables for line in _said(table))]
    return Answer(max(t.exit_code for t in tables), [described(t) for t in tables], lines)


def load(args: Namespace, settings: Settings) -> Answer:
    """Check files, then load each loadable table as a batch."""
    store, reference, _ = intake.open_everything(settings)
    results, lines, worst = [], [], 0
    for name in args.files:
        content, found = _read(name, reference, settings)
        tables = [_as_said(table, content, args, reference, settings) for table in found]
        for table, clashing in zip(tables, intake.clashes(tables), strict=True):
            beside = _beside(store, table, content)
            told = _with(table, (*clashing, *beside))
            ready = table.loadable and not clashing and not blocking(beside)
            code, result, said = _loaded(
                store, told, content, reference, ready=ready, who=who(settings)
            )
            worst = max(worst, code)
            results.append(result)
            lines += said
            lines += [f"  {sentence(one)}" for one in beside if ready]
    return Answer(worst, results, lines)


def _beside(store: Store, table: Table, content: bytes) -> tuple[Problem, ...]:
    """What has to be known before a file that was handed out is written."""
    known = table.kind in HANDED_OUT and table.loadable
    return intake.against_store(store, table, content) if known else ()


def _with(table: Table, more: tuple[Problem, ...]) -> Table:
    return replace(table, problems=(*table.problems, *more))


def samples(args: Namespace, settings: Settings) -> Answer:
    """Load the sample files; with --if-empty only into an empty database."""
    store, reference, _ = intake.open_everything(settings)
    if args.if_empty and len(store.history()):
        return Answer(0, [], ["Cơ sở dữ liệu đã có dữ liệu; không nạp dữ liệu mẫu."])
    loaded = intake.load_samples(store, reference, settings, intake.now())
    value = [{"file": t.file, "batch": done.batch, "already": done.already} for t, done in loaded]
    lines = [_load_line(table, done) for table, done in loaded]
    return Answer(0 if loaded else 1, value, lines or ["Không có tệp mẫu nào nạp được."])


def described(table: Table) -> dict[str, Any]:
    """A table as the contract of `check --json` describes it (docs/operations.md)."""
    return plain_value(
        {
            "file": table.file,
            "sheet": table.sheet,
            "kind": table.kind,
            "index": table.index,
            "organisation": table.organisation.name if table.organisation else None,
            "year": table.year,
            "plan": table.plan,
            "rows": table.rows,
            "leaves": table.totals.leaves,
            "top_rows": table.totals.top_rows,
            "printed_max": table.totals.printed_max,
            "lost": table.totals.lost,
            "index_value": table.totals.index_value,
            "codes": table.frame["code"].tolist() if table.rows else [],
            "values": _values(table),
            "scale": records(table.scale) if len(table.scale) else [],
            "repairs": [asdict(repair) for repair in table.repairs],
            "problems": [asdict(found) for found in table.problems],
        }
    )


def _values(table: Table) -> list[dict[str, Any]]:
    if not table.rows:
        return []
    columns = ["row", "code", "title", *NUMBERS[table.kind or ""]]
    return records(table.frame[columns])


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
    year = args.year - table.of_year_before if args.year else None
    organisation: Organisation | None = None
    if args.organisation:
        organisation = intake.organisation_named(args.organisation, reference, year or table.year)
    said = Said(organisation=organisation, year=year)
    return intake.read_again(table, content, reference, settings, said)


def _loaded(
    store: Store, table: Table, content: bytes, reference: Reference, *, ready: bool, who: str
) -> tuple[int, dict[str, Any], list[str]]:
    result = {"file": table.file, "sheet": table.sheet, "kind": table.kind}
    if ready:
        done = intake.load(store, table, content, reference, intake.now(), who=who)
        return 0, result | asdict(done), [_load_line(table, done)]
    problems = [asdict(found) for found in table.problems]
    blocked = result | {"batch": None, "already": False, "problems": problems}
    return max(1, table.exit_code), plain_value(blocked), ["Không nạp:", *_said(table)]


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
