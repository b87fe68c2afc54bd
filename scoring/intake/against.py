"""What is wrong with a table beside what is loaded, and beside the others of one upload?"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pandas as pd

from scoring.analysis import questions
from scoring.analysis.questions import Row
from scoring.ingest.limits import Limits
from scoring.ingest.problems import Place, Problem
from scoring.ingest.table import Table
from scoring.intake import actuals
from scoring.intake.changes import cells_between, changes, current_batch
from scoring.intake.progress import progress_problems, told_otherwise
from scoring.store import Store
from scoring.text import format as fmt

_ONE_OF_THEM = (
    "Chỉ một bảng được ghi: chọn bảng đúng. Nếu mỗi trang là một lĩnh vực của cùng một bảng, "
    "gộp các trang thành một bảng rồi nạp."
)
_PUBLISHED = ("scores", "satisfaction")  # kinds with one value of their own


def against_store(
    store: Store, table: Table, content: bytes, *, tolerance: float = Limits().tolerance
) -> tuple[Problem, ...]:
    """What has to be known before the table is written: already there, other values, published.

    Shape: nothing for a table that cannot be loaded yet: it is not known what to compare it with.
    """
    if table.kind is None or table.organisation is None or not (table.index and table.year):
        return ()
    if table.kind == "progress":
        return tuple(progress_problems(store, table, content))
    if table.kind == "actuals":
        return tuple(actuals.actual_problems(store, table, content))
    return (*_current(store, table, content), *_published(store, table, tolerance))


def clashes(tables: Sequence[Table]) -> tuple[tuple[Problem, ...], ...]:
    """For each table of one upload, the earlier ones that are of the same thing and say otherwise.

    Written one after the other, the last of them alone would count.
    """
    return tuple(tuple(_clashes(table, tables[:number])) for number, table in enumerate(tables))


def _current(store: Store, table: Table, content: bytes) -> Iterator[Problem]:
    batch = current_batch(store, table)
    if batch is None:
        return
    (found,) = questions.rows(store.query, "batches", batches=batch)
    differ = len(changes(store, table))
    place = Place(table.sheet, table.header)
    if differ:
        current = f"số liệu hiện hành, {_batch(found)}"
        yield place.problem("other-values-loaded", current, f"{fmt.integer(differ)} ô khác")
    elif _same_place(found, table, content):
        yield place.problem("already-loaded", "tệp chưa nạp", f"đã nạp: {_batch(found)}")


def _same_place(batch: Row, table: Table, content: bytes) -> bool:
    digest = hashlib.sha256(content).hexdigest()
    place = (batch["file_sha256"], batch["sheet"], batch["anchor"])
    return place == (digest, table.sheet, table.anchor)


def _published(store: Store, table: Table, tolerance: float) -> Iterator[Problem]:
    if table.kind == "league":
        return _league_beside_tables(store, table, tolerance)
    if table.kind in _PUBLISHED and table.totals.index_value is not None:
        value = round(table.totals.index_value * _points(table), 10)
        return _table_beside_leagues(store, table, value, tolerance)
    return iter(())


def _points(table: Table) -> float:
    """What a percent of the maximum is worth in a league: PAPI's are in points, out of 80."""
    most = None if table.kind == "scores" else table.totals.total_max
    return 1.0 if most is None else most / 100


def _table_beside_leagues(
    store: Store, table: Table, value: float, tolerance: float
) -> Iterator[Problem]:
    assert table.organisation is not None
    rows = questions.rows(
        store.query,
        "published_values",
        organisation=table.organisation.id,
        index_name=table.index,
        level=table.level or table.organisation.level,
        year=table.year,
    )
    for row in rows:
        if _differ(row["value"], value, tolerance):
            source = f" ({row['source']})" if row["source"] else ""
            expected = f"{_value(row['value'])} như bảng xếp hạng{source}: {_place(row)}"
            place = Place(table.sheet, table.header)
            yield place.problem("published-differs", expected, _value(value))


def _league_beside_tables(store: Store, table: Table, tolerance: float) -> Iterator[Problem]:
    rows = questions.rows(
        store.query, "own_values", index_name=table.index, level=table.level, year=table.year
    )
    known = {row["organisation"]: row for row in rows}
    printed = table.frame[table.frame["organisation"].isin(known)]
    for organisation, value, at in zip(
        printed["organisation"], printed["value"], printed["row"], strict=True
    ):
        own = known[organisation]
        of_table = round(own["value"] * _points(table), 10)
        if not pd.isna(value) and _differ(of_table, float(value), tolerance):
            expected = f"{_value(of_table)} như bảng đã nạp: {_place(own)}"
            place = Place(table.sheet, int(at), table.columns.get("value"))
            yield place.problem("published-differs", expected, _value(float(value)))


def _clashes(table: Table, earlier: Sequence[Table]) -> Iterator[Problem]:
    if table.kind == "progress":
        yield from told_otherwise(table, earlier)
        return
    if table.kind == "actuals":
        yield from actuals.told_otherwise(table, earlier)
        return
    key = _key(table)
    same = [other for other in earlier if key is not None and _key(other) == key]
    differing = {at: cells_between(other, table) for at, other in enumerate(same)}
    others = [same[at] for at, cells in differing.items() if cells]
    if others:
        first = others[0]
        where = "cùng tệp" if first.file == table.file else first.file
        more = f" và {len(others) - 1} bảng khác" if len(others) > 1 else ""
        found = Place(table.sheet, table.header).problem(
            "other-values-loaded",
            f"một bảng cho mỗi cơ quan và năm, như {first.sheet} ({where}){more}",
            f"{fmt.integer(max(differing.values()))} ô khác",
        )
        yield replace(found, fix=_ONE_OF_THEM)


def _key(table: Table) -> tuple[object, ...] | None:
    """What a table is of; None while that is not known, or it could not be loaded."""
    if not table.loadable or table.organisation is None:
        return None
    level = table.level or table.organisation.level
    plan = table.plan if table.kind in ("tasks", "targets") else ""
    return (table.kind, table.index, table.organisation.id, level, table.year, plan)


def _differ(one: float, other: float, tolerance: float) -> bool:
    return round(abs(one - other), 10) > tolerance


def _value(value: float) -> str:
    return fmt.points(value)


def _place(row: Row) -> str:
    return f"{row['file_name']} › {row['sheet']} › dòng {row['row']}, lần nạp {row['batch']}"


def _batch(row: Row) -> str:
    return f"lần nạp {row['batch']} từ {row['file_name']} › {row['sheet']}"
