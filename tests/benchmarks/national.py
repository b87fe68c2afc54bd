"""A made-up national database: every province with its departments and communes, for many years.

All of it is synthetic and says so in every name. It is a fixed function of its size: digits of
products of positions stand in for chance, so that two runs build the same figures. Each table is a
batch as the dashboard would have loaded it: the loss of a parent is the sum of its children's, the
loss of a table that of its domains.

    python -m tests.benchmarks.national 4m build/national.duckdb
"""

import sys
from dataclasses import dataclass
from pathlib import Path

import duckdb

from scoring.store import open_store

FIRST_YEAR = 2016
DOMAINS = 8
CRITERIA = 100  # rows of a table: 8 domains, 28 criteria, 64 sub-criteria
_SQL = Path(__file__).with_suffix(".sql")


@dataclass(frozen=True)
class Size:
    """How many of each; `units` are a province's departments and communes together."""

    provinces: int
    departments: int
    communes: int
    years: int = 10

    @property
    def score_rows(self) -> int:
        """How many rows its score tables have."""
        return self.provinces * (1 + self.departments + self.communes) * self.years * CRITERIA


SIZES = {
    "10k": Size(provinces=1, departments=4, communes=5),
    "4m": Size(provinces=34, departments=20, communes=100),
    "40m": Size(provinces=34, departments=20, communes=1_180),
}


def build(path: Path, size: Size) -> None:
    """Write the database of that size.

    Raises: ValueError where there is a file already.
    """
    if path.exists():
        raise ValueError(f"{path} is there already")
    open_store(str(path)).close()
    told = vars(size) | {"first_year": FIRST_YEAR}
    with duckdb.connect(str(path)) as connection:
        for name, value in told.items():
            connection.execute(f"set variable {name} = {value}")
        connection.execute(_SQL.read_text(encoding="utf-8"))


if __name__ == "__main__":
    build(Path(sys.argv[2]), SIZES[sys.argv[1]])
