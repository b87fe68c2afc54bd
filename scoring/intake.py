"""What a file holds, and writing it: the one path that pages and the command line share."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from scoring.ingest.limits import Limits
from scoring.ingest.mentions import new_organisation
from scoring.ingest.problems import Problem
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Organisation, Reference, load_reference
from scoring.ingest.said import NOTHING_REMEMBERED, Memory, Said
from scoring.ingest.scores import TASK_TEXTS
from scoring.ingest.table import Table
from scoring.ingest.tasks import TEXTS
from scoring.settings import Settings
from scoring.store import Loaded as Loaded
from scoring.store import Store, open_store
from scoring.text.units import UnitNames, parse_units
from scoring.text.words import nfc

_SCORE_COLUMNS = (
    *("code", "parent", "depth", "leaf", "title"),
    *("max_points", "self_points", "points", "lost_points", "row"),
)


def now() -> datetime:
    """The present moment, as the store keeps it."""
    return datetime.now(UTC)


def open_everything(settings: Settings) -> tuple[Store, Reference, tuple[Problem, ...]]:
    """The database with the reference data of today in it, and what is wrong with those files.

    Raises: StoreError when the database cannot be opened.
    """
    reference, problems = load_reference(settings.reference)
    store = open_store(settings.database)
    store.replace_reference(reference.frames(), reference.digest)
    return store, reference, problems


def reference_of(settings: Settings) -> tuple[Reference, tuple[Problem, ...]]:
    """The reference data without a database, and what is wrong with its files."""
    return load_reference(settings.reference)


def read(
    name: str,
    content: bytes,
    reference: Reference,
    settings: Settings,
    memory: Memory = NOTHING_REMEMBERED,
) -> tuple[Table, ...]:
    """The tables of a file, checked; nothing is written."""
    return read_tables(name, content, reference, limits(settings), memory=memory)


def read_again(
    table: Table,
    content: bytes,
    reference: Reference,
    settings: Settings,
    said: Said,
    memory: Memory = NOTHING_REMEMBERED,
) -> Table:
    """The same table read again with what a person says of it; checks depend on it."""
    again = read_tables(table.file, content, reference, limits(settings), said, memory)
    place = (table.sheet, table.anchor, table.part)
    there = [one for one in again if (one.sheet, one.anchor, one.part) == place]
    return there[0] if there else table


def organisation_named(text: str, reference: Reference, year: int | None) -> Organisation:
    """The organisation a person names, by name or id: the registry's, else a new one."""
    by_id = reference.organisation(text)
    known = (by_id,) if by_id else reference.organisations_named(text, year)
    if known:
        return known[-1]
    return new_organisation(nfc(text), reference, year)


def load(
    store: Store, table: Table, content: bytes, reference: Reference, moment: datetime
) -> Loaded:
    """Write one table as a batch: all of it or nothing.

    Raises: ValueError for a table that is not loadable; StoreError when the database refuses.
    """
    if not table.loadable or table.organisation is None:
        raise ValueError(f"not loadable: {table.file} {table.sheet} {table.anchor}")
    rows = _rows(table, reference.units) | {"batch_problem": _problem_frame(table.problems)}
    return store.load(_batch(table, content), rows, content, now=moment)


def load_samples(
    store: Store, reference: Reference, settings: Settings, moment: datetime
) -> list[tuple[Table, Loaded]]:
    """Load every table of the sample files."""
    loaded = []
    for path in sorted(settings.samples.glob("*.xlsx")):
        content = path.read_bytes()
        for table in read(path.name, content, reference, settings):
            if table.loadable:
                loaded.append((table, load(store, table, content, reference, moment)))
    return loaded


def read_path(
    path: Path, reference: Reference, settings: Settings
) -> tuple[bytes, tuple[Table, ...]]:
    """A file on disk: its bytes and its tables.

    Raises: OSError when it cannot be read.
    """
    content = path.read_bytes()
    return content, read(path.name, content, reference, settings)


def limits(settings: Settings) -> Limits:
    """How much of a file is read."""
    return Limits(
        settings.tolerance,
        settings.max_file_mb * 2**20,
        settings.max_unpacked_mb * 2**20,
        settings.max_cells,
        settings.max_rows,
        settings.max_columns,
    )


def _batch(table: Table, content: bytes) -> dict[str, object]:
    organisation = table.organisation
    assert organisation is not None
    return {
        "kind": table.kind,
        "index_name": table.index,
        "organisation": organisation.id,
        "organisation_name": organisation.name,
        "level": table.level or organisation.level,
        "parent": organisation.parent,
        "year": table.year,
        "criteria_set": table.criteria_set,
        "total_max": table.totals.total_max,
        "printed_max": table.totals.printed_max,
        "file_name": table.file,
        "file_sha256": hashlib.sha256(content).hexdigest(),
        "sheet": table.sheet,
        "anchor": table.anchor,
        "row_count": table.rows,
        "title": table.title,
        "source": table.source,
    }


def _rows(table: Table, units: UnitNames) -> dict[str, pd.DataFrame]:
    """The frames of the store's tables that a table fills."""
    frame = table.frame.assign(position=range(len(table.frame)))
    return _FRAMES[table.kind or ""](table, frame, units)


def _score_rows(table: Table, frame: pd.DataFrame, units: UnitNames) -> dict[str, pd.DataFrame]:
    said = (frame[list(TASK_TEXTS)] != "").any(axis=1)
    tasks = frame.loc[said].assign(goal=None, product=None)
    return {"score": frame[["position", *_SCORE_COLUMNS]]} | _tasks(tasks, units)


def _satisfaction_rows(
    table: Table, frame: pd.DataFrame, units: UnitNames
) -> dict[str, pd.DataFrame]:
    targets = table.targets.assign(position=range(len(table.targets)))
    return {"satisfaction": frame, "target": targets}


def _league_rows(table: Table, frame: pd.DataFrame, units: UnitNames) -> dict[str, pd.DataFrame]:
    return {"league": frame.drop(columns="code")}


def _task_rows(table: Table, frame: pd.DataFrame, units: UnitNames) -> dict[str, pd.DataFrame]:
    return _tasks(frame, units)


def _tasks(frame: pd.DataFrame, units: UnitNames) -> dict[str, pd.DataFrame]:
    tasks = frame[["position", "code", "title", *TEXTS, "row"]]
    return {"task": tasks, "task_unit": _task_units(tasks, units)}


_FRAMES: dict[str, Callable[[Table, pd.DataFrame, UnitNames], dict[str, pd.DataFrame]]] = {
    "scores": _score_rows,
    "satisfaction": _satisfaction_rows,
    "league": _league_rows,
    "tasks": _task_rows,
}


def _task_units(tasks: pd.DataFrame, units: UnitNames) -> pd.DataFrame:
    """One row per task, role and unit; a repeated text is parsed once."""
    named = []
    for role in ("lead", "coordinating"):
        pairs = [
            (text, role, name, group)
            for text in tasks[role].unique()
            for name, group in _units(text, units)
        ]
        units_of = pd.DataFrame(pairs, columns=[role, "role", "unit", "unit_group"])
        named.append(tasks[["position", role]].merge(units_of, on=role).drop(columns=role))
    return pd.concat(named).astype({"position": "int64", "unit_group": "bool"})


def _units(text: str, units: UnitNames) -> list[tuple[str, bool]]:
    return list({unit.name: unit.group for unit in parse_units(text, units)}.items())


def _problem_frame(problems: tuple[Problem, ...]) -> pd.DataFrame:
    columns = ["code", "severity", "sheet", "row", "column", "expected", "found", "fix"]
    frame = pd.DataFrame([vars(found) for found in problems], columns=columns)
    return frame.assign(position=range(len(frame))).astype({"row": "Int64"})
