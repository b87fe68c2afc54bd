"""Which database does a text such as SCORING_DATABASE name?"""

from dataclasses import dataclass
from pathlib import Path

from scoring.store.refusals import not_an_address

MEMORY = ":memory:"
_LAKE = "ducklake:"
_POSTGRES = ("postgres:", "postgresql:")


@dataclass(frozen=True)
class Address:
    """One database: a DuckDB file, memory, or a DuckLake (catalog and folder of Parquet files)."""

    catalog: str  # what DuckDB opens or attaches
    data_path: str | None  # the folder of a DuckLake; None: not a DuckLake
    shown: str  # for messages: a connection text may hold a password

    @property
    def is_lake(self) -> bool:
        """True for a DuckLake."""
        return self.data_path is not None

    @property
    def on_postgres(self) -> bool:
        """True for a DuckLake whose catalog is a PostgreSQL database."""
        return self.is_lake and self.catalog.startswith(_POSTGRES)


def parse_address(text: str) -> Address:
    """The database that `text` names, local paths made absolute.

    Shape: 'data/x.duckdb' · ':memory:' · 'ducklake:data/x.ducklake[?data_path=data/x.files]' ·
        'ducklake:postgres:dbname=x host=y?data_path=/srv/x'.
    Raises: StoreUnreadable where it names none.
    """
    if text == MEMORY:
        return Address(MEMORY, None, MEMORY)
    if text.startswith(_LAKE):
        return _lake(text)
    if not text.strip():
        raise not_an_address(text)
    path = _absolute(text)
    return Address(path, None, path)


def _lake(text: str) -> Address:
    catalog, _, folder = text.removeprefix(_LAKE).partition("?data_path=")
    if catalog.startswith(_POSTGRES):
        if not folder:
            raise not_an_address("ducklake:postgres:…")
        return Address(catalog, _absolute(folder), "DuckLake (PostgreSQL)")
    if not catalog:
        raise not_an_address(text)
    path = _absolute(catalog)
    return Address(path, _absolute(folder or f"{catalog}.files"), path)


def _absolute(path: str) -> str:
    return str(Path(path).expanduser().resolve())
