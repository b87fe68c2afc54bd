"""The tables that variants are made of: published samples, and some that are made up and say so.

tables/tables.csv lists them; their rows are the samples' facts, or stand beside it.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

TABLES_HERE = Path(__file__).parent / "tables"
FACTS = Path(__file__).parents[2] / "data" / "samples" / "facts"
NUMBERS = frozenset(
    ("max_points", "self_points", "points", "lost_points", "survey_points", "total_points")
    + ("percent", "value")
)
Value = str | float | None
Key = tuple[str, int | None]  # a field; a year where years stand side by side


@dataclass(frozen=True)
class Clean:
    """One table as it is, before anybody laid it out."""

    name: str
    kind: str
    index: str
    organisation: str
    year: int
    columns: tuple[Key, ...]
    rows: tuple[Mapping[Key, Value], ...]
    titles: tuple[str, ...]  # each says index, organisation and year
    file: str  # so does the file's name
    total: str = ""  # the row that sums the top rows, if its kind has one

    @property
    def years(self) -> tuple[int | None, ...]:
        """The years that stand side by side; (None,) where the header names none."""
        named = sorted({year for _, year in self.columns if year is not None})
        return tuple(named) or (None,)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields it has, in order."""
        return tuple(dict.fromkeys(field for field, _ in self.columns))

    def values(self, field: str, year: int | None) -> list[Value]:
        """One column: of a year, or shared by all."""
        key = (field, year) if (field, year) in self.columns else (field, None)
        return [row.get(key) for row in self.rows]


def _tables() -> tuple[Clean, ...]:
    return tuple(_clean(row) for row in _read(TABLES_HERE / "tables.csv"))


def _clean(said: Mapping[str, str]) -> Clean:
    columns = tuple(_key(name) for name in said["columns"].split())
    own = TABLES_HERE / f"{said['rows']}.csv"
    rows = _read(own if own.exists() else FACTS / own.name)
    return Clean(
        name=said["name"],
        kind=said["kind"],
        index=said["index"],
        organisation=said["organisation"],
        year=int(said["year"]),
        columns=columns,
        rows=tuple(_row(columns, row) for row in rows),
        titles=tuple(said["titles"].split(" | ")),
        file=said["file"],
        total=said["total"],
    )


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _key(name: str) -> Key:
    """'points:2021' → ('points', 2021)"""
    field, _, year = name.partition(":")
    return field, int(year) if year else None


def _row(columns: Sequence[Key], row: Mapping[str, str]) -> dict[Key, Value]:
    """The cells in the order of the file, whose own header is for people."""
    return {key: _value(key[0], cell) for key, cell in zip(columns, row.values(), strict=False)}


def _value(field: str, cell: str) -> Value:
    if field in NUMBERS:
        return float(cell.rstrip("%").replace(",", ".")) if cell else None
    return cell


TABLES = _tables()
MINISTRIES = next(one for one in TABLES if one.name == "Bộ 2023")
