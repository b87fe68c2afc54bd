"""How long does it take to read, check and load a score sheet of 60 000 rows?"""

from collections.abc import Iterator
from io import BytesIO
from itertools import count
from pathlib import Path

import pandas as pd
from python_calamine import CalamineWorkbook

from scoring import intake
from scoring.ingest.limits import Limits
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Reference, load_reference
from scoring.ingest.said import Said
from scoring.settings import settings
from scoring.store import Store, open_store
from tests.benchmarks import synthetic
from tests.benchmarks.measure import Measurement, Timed, against, seconds

ROWS = 60_000
GOAL = 2.0
POINTS = {"số": False, "chữ": True}  # how the points stand in the cells


def measurements(folder: Path) -> Iterator[Measurement]:
    """Everything from bytes to stored rows, against only getting the cells out of the file."""
    reference, _ = load_reference(settings().reference)
    stores = (folder / f"{number}.duckdb" for number in count())
    for kind, text in POINTS.items():
        book = synthetic.write(folder / f"gia-lap-{kind}.xlsx", ROWS, text=text)
        content = book.read_bytes()
        name = f"Đọc và nạp {ROWS} dòng giả lập, điểm ghi bằng {kind}"
        ours = _loading(content, reference, stores)
        bare = seconds(lambda content=content: cells(content))
        yield against(name, ours, "python-calamine chỉ đọc ô", bare, goal=GOAL)
    pandas = seconds(lambda: frame(content))
    yield against(name, ours, "pandas.read_excel (openpyxl)", pandas, rounds=2)


def loaded(content: bytes, reference: Reference, path: Path) -> Store:
    """A new database file with the sheet read, checked and loaded.

    Raises: ValueError when not every row arrived.
    """
    chosen = settings()
    made_up = intake.organisation_named(synthetic.ORGANISATION, reference, synthetic.YEAR)
    limits = Limits(
        chosen.tolerance,
        chosen.max_file_mb * 2**20,
        chosen.max_unpacked_mb * 2**20,
        chosen.max_cells,
    )
    said = Said(organisation=made_up)
    (table,) = read_tables("gia-lap.xlsx", content, reference, limits, said)
    store = open_store(str(path))
    intake.load(store, table, content, reference, intake.now())
    if table.rows != ROWS:
        raise ValueError(f"{table.rows} rows read, not {ROWS}")
    return store


def cells(content: bytes) -> list[list[object]]:
    """The cells of the sheet as python-calamine gives them."""
    return list(CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python())


def frame(content: bytes) -> pd.DataFrame:
    """The sheet as pandas reads it with openpyxl."""
    return pd.read_excel(BytesIO(content), engine="openpyxl", header=len(synthetic.TITLE))


def _loading(content: bytes, reference: Reference, paths: Iterator[Path]) -> Timed:
    """How long loading takes; closing the database, which a server never does, is not counted."""

    def once() -> float:
        opened: list[Store] = []
        taken = seconds(lambda: opened.append(loaded(content, reference, next(paths))))()
        opened[0].close()
        return taken

    return once
