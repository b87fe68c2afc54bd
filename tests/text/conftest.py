"""The unit names that the project ships."""

import csv
from pathlib import Path

import pytest

from scoring.text.units import UnitNames
from scoring.text.words import fold

UNITS = Path(__file__).parents[2] / "data" / "reference" / "units.csv"


@pytest.fixture(scope="session")
def unit_rows() -> list[dict[str, str]]:
    with UNITS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def names(unit_rows: list[dict[str, str]]) -> UnitNames:
    return UnitNames(
        names=frozenset(row["name"] for row in unit_rows),
        groups=frozenset(row["name"] for row in unit_rows if row["group"] == "1"),
        aliases={
            fold(alias): row["name"]
            for row in unit_rows
            for alias in row["aliases"].split(";")
            if alias
        },
    )
