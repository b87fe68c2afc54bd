"""Commands that hand a workbook back: a file with its problems marked, and templates to fill."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from scoring import intake
from scoring.commands.answer import Answer
from scoring.commands.writing import refusal
from scoring.ingest.problems import sentence
from scoring.ingest.reference import Organisation, Reference
from scoring.ingest.rules import ERROR, NOTE, WARNING
from scoring.ingest.table import Table
from scoring.settings import Settings
from scoring.sheets.marked import marked_copy
from scoring.sheets.plan_template import target_template, task_template
from scoring.sheets.template import (
    league_template,
    satisfaction_template,
    score_template,
    set_to_fill,
)
from scoring.text.words import sort_key

_BELOW = {"cả nước": "tỉnh", "tỉnh": "sở"}  # whom a league ranks, by whose league it is
_PLANS = {"tasks": task_template, "targets": target_template}


def mark(args: Namespace, settings: Settings) -> Answer:
    """Write the file again with its problems marked."""
    path, out = Path(args.file), Path(args.out)
    value = {"file": path.name, "out": str(out), "written": False}
    try:
        content = path.read_bytes()
    except OSError as error:
        said = f"Không đọc được {path.name}: {error.strerror or error}."
        return Answer(2, value | {"error": said}, [said])
    reference, _ = intake.reference_of(settings)
    tables = intake.read(path.name, content, reference, settings)
    if all(table.kind is None for table in tables):
        lines = [f"{path.name}: {sentence(one)}" for table in tables for one in table.problems]
        return Answer(2, value | {"error": lines[0]}, lines)
    name, marked = marked_copy(tables, content, limits=intake.limits(settings))
    if Path(name).suffix != out.suffix.lower():
        said = f"Tệp có đánh dấu là tệp {Path(name).suffix}: đổi đuôi của {out.name} rồi chạy lại."
        return Answer(1, value | {"error": said}, [said])
    return _written(out, marked, value | _counts(tables))


def template(args: Namespace, settings: Settings) -> Answer:
    """Write a template of one kind."""
    reference, _ = intake.reference_of(settings)
    organisation = intake.organisation_named(args.organisation, reference, args.year)
    out = Path(args.out)
    value = {"kind": args.kind, "organisation": organisation.name, "year": args.year}
    value |= {"out": str(out), "written": False}
    if out.suffix.lower() != ".xlsx":
        said = f"Mẫu là tệp .xlsx: đổi đuôi của {out.name} rồi chạy lại."
        return Answer(1, value | {"error": said}, [said])
    if args.kind == "league":
        return _league(args, reference, organisation, out, value)
    units = sorted(reference.units.names, key=sort_key)
    named: dict[str, Any] = {"organisation": organisation.name, "year": args.year}
    if args.kind == "satisfaction":
        factors = [one for one in reference.factors if one.index_name == "SIPAS"]
        return _written(out, satisfaction_template(factors, **named), value)
    if write := _PLANS.get(args.kind):
        plan = {"index": args.index, "plan": args.plan or "", "units": units}
        return _written(out, write(**named, **plan), value)
    criteria_set = set_to_fill(reference, args.index, organisation.level, args.year)
    done = _written(out, score_template(criteria_set, **named, units=units), value)
    if criteria_set.criteria:
        return done
    remark = "Chưa có danh mục tiêu chí: mẫu có các dòng trống để nhập STT, tên và điểm chuẩn."
    return Answer(done.code, done.value, [*done.lines, remark])


def _league(
    args: Namespace, reference: Reference, whose: Organisation, out: Path, value: dict[str, Any]
) -> Answer:
    """The template that ranks an organisation's own: a country's provinces, a province's sở."""
    level = args.level or _BELOW.get(whose.level, whose.level)
    ranked = [
        one
        for one in reference.organisations
        if (one.parent, one.level) == (whose.id, level) and one.stood_in(args.year)
    ]
    if not ranked:
        said = f"Danh mục không có cơ quan cấp {level} nào của {whose.name} năm {args.year}."
        return Answer(1, value | {"error": said}, [said])
    area = None if whose.level == "cả nước" else whose.name
    content = league_template(
        ranked, index=args.index, level=level, year=args.year, organisation=area
    )
    return _written(out, content, value)


def _written(out: Path, content: bytes, value: dict[str, Any]) -> Answer:
    if said := refusal(out, content):
        return Answer(1, value | {"error": said}, [said])
    counts = [f"{value[key]} {name}" for key, name in _NAMES.items() if key in value]
    told = f": {', '.join(counts)}" if counts else ""
    return Answer(0, value | {"written": True}, [f"Đã ghi {out}{told}."])


_NAMES = {"errors": "lỗi", "warnings": "cảnh báo", "notes": "ghi chú"}


def _counts(tables: tuple[Table, ...]) -> dict[str, int]:
    found = {one for table in tables for one in table.problems}
    severities = zip(_NAMES, (ERROR, WARNING, NOTE), strict=True)
    return {name: sum(one.severity == level for one in found) for name, level in severities}
