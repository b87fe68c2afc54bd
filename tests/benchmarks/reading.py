"""How long does it take to read, check and load a score sheet of 60 000 rows?"""

from collections.abc import Iterator
from io import BytesIO
from itertools import count
from pathlib import Path

import pandas as pd
from python_calamine import CalamineWorkbook

from scoring import intake
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Reference, load_reference
from scoring.ingest.said import Said
from scoring.settings import settings
from scoring.store import Store, open_store
from tests.benchmarks import synthetic
from tests.benchmarks.measure import Measurement, Timed, against, seconds
from tests.benchmarks.memory import peak_of

ROWS = 60_000
GOAL = 2.0
FILES, SMALL_ROWS, YEAR = 200, 40, synthetic.YEAR
PANDAS = "pandas.read_excel (openpyxl)"
PANDAS_GOAL = 1 / 6
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
    yield against(name, ours, PANDAS, pandas, rounds=2, goal=PANDAS_GOAL)
    yield from _memory(book)
    yield _small_files(folder, reference, stores)


def _memory(book: Path) -> Iterator[Measurement]:
    """The peak of a process that does nothing else, the interpreter and its libraries included."""
    name = f"Bộ nhớ đỉnh khi đọc và kiểm tra {ROWS} dòng giả lập"
    for peer, job in (("python-calamine chỉ đọc ô", "cells"), (PANDAS, "frame")):
        theirs = peak_of(job, book)
        yield against(name, peak_of("tables", book), peer, theirs, rounds=1, unit="MB")


def _small_files(folder: Path, reference: Reference, paths: Iterator[Path]) -> Measurement:
    """Seconds a file for many small files in one go, into one database."""
    content = synthetic.write(folder / "nho.xlsx", SMALL_ROWS, text=False).read_bytes()
    files = [(f"nho-{number}.xlsx", number) for number in range(FILES)]
    chosen = settings()

    def load_all() -> None:
        store = open_store(str(next(paths)))
        for name, number in files:
            organisation = intake.organisation_named(f"Sở Giả lập {number}", reference, YEAR)
            said = Said(organisation=organisation)
            (table,) = read_tables(name, content, reference, intake.limits(chosen), said)
            intake.load(store, table, content, reference, intake.now())
        store.close()

    def read_all() -> None:
        for _ in files:
            cells(content)

    name = f"Đọc và nạp {FILES} tệp nhỏ ({SMALL_ROWS} dòng), giây mỗi tệp"
    ours, bare = seconds(load_all), seconds(read_all)
    each = [lambda once=once: once() / FILES for once in (ours, bare)]
    return against(name, each[0], "python-calamine chỉ đọc ô", each[1], rounds=2)


def loaded(content: bytes, reference: Reference, path: Path) -> Store:
    """A new database file with the sheet read, checked and loaded.

    Raises: ValueError when not every row arrived.
    """
    chosen = settings()
    made_up = intake.organisation_named(synthetic.ORGANISATION, reference, synthetic.YEAR)
    said = Said(organisation=made_up)
    (table,) = read_tables("gia-lap.xlsx", content, reference, intake.limits(chosen), said)
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
