"""The command that makes a decision's table a criteria set of the reference files."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from scoring import intake
from scoring.commands.answer import Answer, plain_value
from scoring.ingest.criteria_sets import Proposal, criteria_set_of, proposal
from scoring.ingest.problems import Problem, blocking, problem, sentence
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Reference, add_criteria_set
from scoring.ingest.said import Said
from scoring.ingest.table import Table
from scoring.settings import Settings
from scoring.text import format as fmt

_NAMES = {
    "id": "--id",
    "index_name": "--index",
    "level": "--level",
    "from_year": "--from-year",
    "title": "--title",
    "source": "--source",
}


def criteria(args: Namespace, settings: Settings) -> Answer:
    """Read a decision's table and add it to the reference files as a criteria set."""
    reference, _ = intake.reference_of(settings)
    tables = _tables(args, reference, settings)
    if len(tables) != 1 or tables[0].kind is None:
        return _not_one(tables)
    table = tables[0]
    said = _said(args, table)
    if said.missing:
        asked = ", ".join(_NAMES[field] for field in said.missing)
        return _refused(said, table, (), f"Chưa rõ: cần thêm {asked}.")
    if blocking(table.problems):
        return _refused(said, table, table.problems, "Không thêm: bảng còn lỗi.")
    found = add_criteria_set(
        settings.reference, criteria_set_of(table, said), table.scale, replace=args.replace
    )
    problems = (*table.problems, *found)
    if blocking(found):
        return _refused(said, table, problems, "Không thêm được bộ tiêu chí.")
    lines = [f"Đã thêm bộ tiêu chí {said.id}: {counted(table)}.", *_lines(problems)]
    return Answer(0, _value(said, table, problems, added=True), lines)


def counted(table: Table) -> str:
    """'8 lĩnh vực, 40 tiêu chí, 95 tiêu chí thành phần, 210 mức điểm'."""
    depth = table.frame["depth"]
    parts = [
        (int((depth == 1).sum()), "lĩnh vực"),
        (int((depth == 2).sum()), "tiêu chí"),
        (int((depth > 2).sum()), "tiêu chí thành phần"),
        (len(table.scale), "mức điểm"),
    ]
    return ", ".join(f"{fmt.integer(number)} {name}" for number, name in parts)


def _tables(args: Namespace, reference: Reference, settings: Settings) -> tuple[Table, ...]:
    path = Path(args.file)
    try:
        content = path.read_bytes()
    except OSError as error:
        missing = problem("file-missing", expected="tệp đọc được", found=error.strerror)
        return (Table(path.name, problems=(missing,)),)
    limits = intake.limits(settings)
    found = read_tables(path.name, content, reference, limits, Said(kind="criteria"))
    return tuple(one for one in found if args.sheet in (None, one.sheet)) or found[:1]


def _said(args: Namespace, table: Table) -> Proposal:
    """What the title block says, and before it what the options say."""
    read = proposal(table)
    given = {
        "id": args.id,
        "index_name": args.index or table.index or "PAR",
        "level": args.level,
        "from_year": args.from_year,
        "total": args.total,
        "decision": args.decision,
        "title": args.title,
        "source": args.source,
    }
    told = {field: value for field, value in given.items() if value is not None}
    # Who says the first year says the last one as well, if only by leaving it out.
    last = args.to_year if args.from_year or args.to_year else read.to_year
    return replace(read, **told, to_year=last)


def _not_one(tables: Sequence[Table]) -> Answer:
    if len(tables) == 1:
        return Answer(
            2, _value(Proposal(), tables[0], tables[0].problems), _lines(tables[0].problems)
        )
    sheets = ", ".join(f"{one.sheet} ({one.anchor})" for one in tables)
    line = f"Tệp có {len(tables)} bảng tiêu chí: {sheets}. Chọn một trang tính bằng --sheet."
    return Answer(1, {"added": False, "error": line}, [line])


def _refused(said: Proposal, table: Table, problems: Sequence[Problem], why: str) -> Answer:
    return Answer(1, _value(said, table, problems) | {"error": why}, [why, *_lines(problems)])


def _lines(problems: Sequence[Problem]) -> list[str]:
    return [f"  {sentence(found)}" for found in problems]


def _value(
    said: Proposal, table: Table, problems: Sequence[Problem], *, added: bool = False
) -> dict[str, object]:
    value = {
        "file": table.file,
        "sheet": table.sheet,
        **asdict(said),
        "added": added,
        "rows": table.rows,
        "leaves": int(table.frame["leaf"].sum()) if table.rows else 0,
        "levels": len(table.scale),
        "problems": [asdict(found) for found in problems],
    }
    plain: dict[str, object] = plain_value(value)
    return plain
