"""What does a file hold, read with the settings and the reference of this process?"""

from datetime import UTC, datetime
from pathlib import Path

from scoring.ingest.identity.mentions import new_organisation
from scoring.ingest.limits import Limits
from scoring.ingest.problems import Problem
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Organisation, Reference, load_reference
from scoring.ingest.said import NOTHING_REMEMBERED, Memory, Said
from scoring.ingest.table import Table
from scoring.settings import Settings
from scoring.store import Store, open_store
from scoring.text.words import nfc


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
