"""What is wrong with a unit's progress beside the plans, and beside what was told before?"""

import hashlib
from collections.abc import Iterator, Sequence

import pandas as pd

from scoring.analysis import questions
from scoring.analysis.questions import Row
from scoring.ingest.problems import Place, Problem
from scoring.ingest.table import Table
from scoring.store import Store
from scoring.text import format as fmt
from scoring.text.moments import VIETNAM

TOLD = ("state", "percent", "evidence", "remark")


def progress_problems(store: Store, table: Table, content: bytes) -> Iterator[Problem]:
    """Whether its tasks are there, and whether somebody told of them since it was handed out."""
    assert table.organisation is not None
    before = _loaded(store, table, content)
    if before is not None:
        place = Place(table.sheet, table.header)
        found = f"đã nạp: lần nạp {before['batch']} từ {before['file_name']} › {before['sheet']}"
        yield place.problem("already-loaded", "tệp chưa nạp", found)
    rows = questions.rows(store.query, "tasks", organisation=table.organisation.id)
    known = {row["task"]: row for row in rows}
    absent = [task for task in table.frame["task"] if task not in known] if table.rows else []
    owners = _owners(store, absent)
    for told in table.frame.to_dict("records"):
        place = Place(table.sheet, int(told["row"]), table.columns.get("title"))
        task = str(told["task"])
        if task not in known:
            yield _not_there(place, table.organisation.id, owners.get(task))
        elif before is None:
            yield from _older(place, table, told, known[task])


def told_otherwise(table: Table, earlier: Sequence[Table]) -> Iterator[Problem]:
    """The tasks of which an earlier table of one upload tells something else."""
    said = {
        str(row["task"]): (row, other)
        for other in earlier
        if other.kind == table.kind and other.rows
        for row in other.frame.to_dict("records")
    }
    for row in table.frame.to_dict("records") if table.rows else ():
        first, other = said.get(str(row["task"]), (None, None))
        if first is None or other is None or _same(first, row):
            continue
        where = f"{other.file} › {other.sheet} › dòng {first['row']} ({first['unit']})"
        place = Place(table.sheet, int(row["row"]), table.columns.get("title"))
        yield place.problem("progress-told-twice", f"như {where}", "báo cáo khác")


def _loaded(store: Store, table: Table, content: bytes) -> Row | None:
    digest = hashlib.sha256(content).hexdigest()
    asked = {"file_sha256": digest, "sheet": table.sheet, "anchor": table.anchor}
    found = questions.rows(store.query, "loaded_from", **asked)
    return found[0] if found else None


def _owners(store: Store, tasks: Sequence[str]) -> dict[str, Row]:
    if not tasks:
        return {}
    found = questions.rows(store.query, "task_owners", tasks=",".join(tasks))
    return {str(row["task"]): row for row in found}


def _not_there(place: Place, organisation: str, owner: Row | None) -> Problem:
    expected = "nhiệm vụ trong các kế hoạch đã nạp của cơ quan này"
    if owner is None:
        return place.problem(
            "progress-task-unknown", expected, "không có nhiệm vụ nào mang khoá này"
        )
    if owner["organisation"] != organisation:
        found = f"nhiệm vụ của {owner['organisation_name']}"
        return place.problem("progress-task-unknown", expected, found)
    return place.problem("progress-task-gone", expected, "kế hoạch hiện hành không còn")


def _older(place: Place, table: Table, told: Row, known: Row) -> Iterator[Problem]:
    """A report of others that came after the file was handed out, and says otherwise."""
    if known["reported_at"] is None or table.made_at is None or _same(told, known):
        return
    reported = pd.Timestamp(known["reported_at"]).tz_localize("UTC")
    if reported > pd.Timestamp(table.made_at):
        who = known["reported_unit"] or known["reported_by"]
        by = f" của {who}" if who else ""
        expected = (
            f"tệp tải sau báo cáo{by} lúc {fmt.when(reported.tz_convert(VIETNAM).to_pydatetime())}"
        )
        made = f"tệp tải ngày {table.made_at.astimezone(VIETNAM):%d/%m/%Y}"
        yield place.problem("progress-older", expected, made)


def _same(one: Row, other: Row) -> bool:
    """Whether two reports tell the same."""
    return all(_value(one[name]) == _value(other[name]) for name in TOLD)


def _value(value: object) -> object:
    return None if value is None or value != value or value == "" else value
