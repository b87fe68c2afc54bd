"""Three databases that every page is opened on: empty, with the samples, and large."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from scoring import intake
from scoring.ingest.said import Said
from scoring.settings import Settings, settings
from tests.benchmarks import synthetic

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
LARGE = 20_000  # rows of one score table


def of(path: Path) -> Settings:
    """The settings of a process whose database is at `path`."""
    return replace(settings(), database=str(path))


def empty(path: Path) -> None:
    """A database with the reference data only."""
    intake.open_everything(of(path))[0].close()


def samples(path: Path) -> None:
    """A database with the published tables."""
    store, reference, _ = intake.open_everything(of(path))
    intake.load_samples(store, reference, of(path), NOW)
    store.close()


def large(path: Path) -> None:
    """A database with one made-up table of many rows, marked as such by its organisation."""
    store, reference, _ = intake.open_everything(of(path))
    book = synthetic.write(path.with_suffix(".xlsx"), LARGE, text=True)
    content = book.read_bytes()
    (table,) = intake.read(book.name, content, reference, of(path))
    named = intake.organisation_named(synthetic.ORGANISATION, reference, synthetic.YEAR)
    said = Said(organisation=named)
    table = intake.read_again(table, content, reference, of(path), said)
    intake.load(store, table, content, reference, NOW)
    store.close()


KINDS: dict[str, Callable[[Path], None]] = {"empty": empty, "samples": samples, "large": large}
