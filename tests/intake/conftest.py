"""A database of its own with the shipped reference data, and tables read from text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from scoring import intake
from scoring.ingest.reference import Reference
from scoring.ingest.said import NOTHING_SAID, Said
from scoring.ingest.table import Table
from scoring.settings import Settings
from scoring.store import Loaded, Store
from tests.ingest.conftest import PROVINCE, rows_of, workbook

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Desk:
    """Where an analyst works: a database, the reference, and files typed as text tables."""

    store: Store
    reference: Reference
    settings: Settings

    def book(self, **sheets: str) -> bytes:
        """A workbook of text tables; the title is row 1, the header row 3."""
        return workbook({name: [[PROVINCE], [], *rows_of(text)] for name, text in sheets.items()})

    def read(self, content: bytes, name: str = "bảng.xlsx") -> tuple[Table, ...]:
        memory = intake.remembered(self.store)
        return intake.read(name, content, self.reference, self.settings, memory)

    def again(self, table: Table, content: bytes, **said: Any) -> Table:
        return intake.read_again(table, content, self.reference, self.settings, Said(**said))

    def load(
        self, table: Table, content: bytes, *, who: str = "Lan", said: Said = NOTHING_SAID
    ) -> Loaded:
        return intake.load(self.store, table, content, self.reference, NOON, who=who, said=said)

    def one(self, text: str, *, name: str = "bảng.xlsx") -> tuple[Table, bytes]:
        """The one table of a text table."""
        content = self.book(Bảng=text)
        (table,) = self.read(content, name)
        return table, content

    def loaded(self, text: str, *, name: str = "bảng.xlsx") -> str:
        """The batch of a text table that was loaded."""
        return self.load(*self.one(text, name=name)).batch


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    settings = Settings(database=str(tmp_path / "scoring.duckdb"))
    store, reference, _ = intake.open_everything(settings)
    yield Desk(store, reference, settings)
    store.close()


def lines(found: Any) -> list[tuple[Any, ...]]:
    """Changed cells as (change, code, field, old, new, row)."""
    named = found[["change", "code", "field", "old", "new", "row"]]
    return list(named.itertuples(index=False, name=None))
