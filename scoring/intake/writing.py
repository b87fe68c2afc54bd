"""Writing a table into the store: all of it or nothing, and what was said of it with it."""

import csv
from datetime import datetime
from pathlib import Path

from scoring.analysis import questions
from scoring.ingest.identity.mentions import new_organisation
from scoring.ingest.read import with_units
from scoring.ingest.reference import Reference
from scoring.ingest.said import NOTHING_SAID, Memory, Said
from scoring.ingest.table import Table
from scoring.intake.reading import read, read_again
from scoring.intake.rows import batch_of, correction_frame, problem_frame, rows_of
from scoring.settings import Settings
from scoring.store import Loaded, Remembered, Store


def load(
    store: Store,
    table: Table,
    content: bytes,
    reference: Reference,
    moment: datetime,
    *,
    who: str = "",
    said: Said = NOTHING_SAID,
) -> Loaded:
    """Write one table as a batch, and keep what `said` changed about it for the next file.

    Raises: ValueError for a table that is not loadable; StoreError when the database refuses.
    """
    if not table.loadable or table.organisation is None:
        raise ValueError(f"not loadable: {table.file} {table.sheet} {table.anchor}")
    units = with_units(reference, said, remembered(store)).units  # as the table was read
    rows = rows_of(table, units) | {"batch_problem": problem_frame(table.problems)}
    corrections = correction_frame(table, said, moment=moment, who=who)
    if len(corrections):
        rows["correction"] = corrections
    return store.load(
        batch_of(table, content),
        rows,
        content,
        now=moment,
        who=who,
        said=_worth_keeping(table, said),
    )


def load_samples(
    store: Store, reference: Reference, settings: Settings, moment: datetime
) -> list[tuple[Table, Loaded]]:
    """Load every table of the sample files; said.csv beside them names whom a file does not name.

    Raises: OSError when they cannot be read.
    """
    unnamed = _unnamed(settings.samples / "said.csv")
    loaded = []
    for path in sorted(settings.samples.glob("*.xlsx")):
        content = path.read_bytes()
        said = NOTHING_SAID
        if path.name in unnamed:
            said = Said(organisation=new_organisation(unnamed[path.name], reference, None))
        for table in read(path.name, content, reference, settings):
            if said != NOTHING_SAID:
                table = read_again(table, content, reference, settings, said)
            if table.loadable:
                done = load(store, table, content, reference, moment, said=said)
                loaded.append((table, done))
    return loaded


def _unnamed(path: Path) -> dict[str, str]:
    """File name → who published it, for samples that do not say so themselves."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as rows:
        return {row["file"]: row["organisation"] for row in csv.DictReader(rows)}


def remembered(store: Store) -> Memory:
    """What people said of earlier files; their latest word on each thing."""
    columns: dict[str, dict[str, str]] = {}
    for row in questions.rows(store.query, "remembered_columns"):
        columns.setdefault(row["shape"], {})[row["field"]] = row["header"]
    units = questions.rows(store.query, "remembered_units")
    return Memory(columns, {row["printed"]: row["unit"] for row in units})


def _worth_keeping(table: Table, said: Said) -> Remembered:
    """What would be true of another file laid out like this one: columns by their header text."""
    named = [
        (table.shape or "", field, table.labels.get(field, "") if letter else "")
        for field, letter in said.columns
    ]
    known = [
        (shape, field, header)
        for (shape, field, header), (_, letter) in zip(named, said.columns, strict=True)
        if shape and (header or not letter)
    ]
    return Remembered(tuple(known), said.units)
