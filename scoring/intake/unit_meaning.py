"""What a printed unit name means: said once, and the tables that print it are read again with it.

What was loaded is never changed in place: each table becomes a new batch of the same file, with who
said so, and the name is remembered for the next file. A table that would not read the same in
anything else is left as it is, and named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from scoring.analysis import questions
from scoring.ingest.corrections import Correction
from scoring.ingest.read import read_tables, with_units
from scoring.ingest.reference import Organisation, Reference
from scoring.ingest.said import NOTHING_SAID, Said
from scoring.ingest.table import Table
from scoring.intake.changes import changes, current_batch
from scoring.intake.reading import limits
from scoring.intake.writing import load, remembered
from scoring.settings import Settings
from scoring.store import Store
from scoring.text.units import UnitNames, parse_units


@dataclass(frozen=True)
class Meant:
    """What saying it did: the files read again, and those that must be dropped on the page anew."""

    done: tuple[str, ...]
    left: tuple[str, ...]


def known_names(store: Store, reference: Reference) -> UnitNames:
    """The unit names of the reference files, and those that people said."""
    return with_units(reference, NOTHING_SAID, remembered(store)).units


def mean_unit(
    store: Store,
    reference: Reference,
    settings: Settings,
    organisation: str,
    printed: str,
    unit: str,
    *,
    now: datetime,
    who: str = "",
) -> Meant:
    """Say which unit a printed name means, or that it is a unit of that very name.

    Raises: KeyError where no table of the organisation prints the name; StoreError.
    """
    names = known_names(store, reference)
    cells = questions.rows(store.query, "units_named", organisation=organisation)
    batches = dict.fromkeys(row["batch"] for row in cells if _prints(row["text"], printed, names))
    if not batches:
        raise KeyError(printed)
    done, left = [], []
    for batch in batches:
        told = questions.rows(store.query, "batches", batches=batch)[0]
        name, content = store.file(batch)
        said = next(_fitting(store, reference, settings, told, content, (printed, unit)), None)
        if said is None:
            left.append(name)
        else:
            load(store, said[0], content, reference, now, who=who, said=said[1])
            done.append(name)
    return Meant(tuple(dict.fromkeys(done)), tuple(dict.fromkeys(left)))


def _prints(text: str, printed: str, names: UnitNames) -> bool:
    return any(printed in (one.printed, one.name) for one in parse_units(text, names))


def _fitting(
    store: Store,
    reference: Reference,
    settings: Settings,
    told: questions.Row,
    content: bytes,
    meant: tuple[str, str],
) -> Iterator[tuple[Table, Said]]:
    """The batch's own table read with the name, where nothing else of it reads otherwise."""
    memory = remembered(store)
    for said in _ways(store, reference, told, meant):
        read = read_tables(told["file_name"], content, reference, limits(settings), said, memory)
        for table in read:
            place = (table.kind, table.sheet, table.anchor)
            if (
                place == (told["kind"], told["sheet"], told["anchor"])
                and table.loadable
                and current_batch(store, table) == told["batch"]
                and changes(store, table).empty
            ):
                yield table, said


def _ways(
    store: Store, reference: Reference, told: questions.Row, meant: tuple[str, str]
) -> Iterator[Said]:
    """As its own texts say, then with what a person may have said of kind, place and year."""
    cells = questions.rows(store.query, "batch_corrections", batch=told["batch"])
    corrections = tuple(
        Correction(*(row[name] for name in ("sheet", "row", "column", "old", "new")))
        for row in cells
    )
    yield Said(units=(meant,), corrections=corrections)
    if who := _organisation(reference, told):
        yield Said(
            told["kind"],
            told["index_name"],
            who,
            int(told["year"]),
            units=(meant,),
            corrections=corrections,
        )


def _organisation(reference: Reference, told: questions.Row) -> Organisation | None:
    known = reference.organisation(told["organisation"])
    named = reference.organisations_named(told["organisation_name"], int(told["year"]))
    return known or next((one for one in named if one.id == told["organisation"]), None)
