"""How long do the sheets of 60 units take, beside filling them in cell by cell?"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from docx import Document
from docx.document import Document as Doc

from scoring.analysis.review.units import UnitFrames, unit_frames
from scoring.reports.unit_sheets.bundle import unit_sheets
from scoring.store import open_store
from tests.benchmarks.measure import Measurement, against, seconds
from tests.reports.made_up import made_up

UNITS, TASKS = 60, 300
MOST_SECONDS = 15.0
Sheet = tuple[list[str], list[list[list[str]]]]


def measurements(folder: Path) -> Iterator[Measurement]:
    """All sheets of a made-up year in one .zip, from its frames to the file."""
    store = open_store(":memory:")
    frames = unit_frames(store.query, made_up(store, units=UNITS, tasks=TASKS))
    store.close()
    told = [_texts(content) for content in _sheets(frames)]
    name = f"{UNITS} phiếu đơn vị giả lập"
    ours = seconds(lambda: unit_sheets(frames))
    peer = "python-docx chép chữ có sẵn, từng ô"
    beside = against(name, ours, peer, seconds(lambda: _cell_by_cell(told)), rounds=3, goal=1.0)
    yield beside
    ratio = beside.value / MOST_SECONDS
    limit = Measurement(
        name, beside.value, "s", "giới hạn", MOST_SECONDS, round(ratio, 3), 1.0, ratio <= 1.0
    )
    yield limit


def _sheets(frames: UnitFrames) -> list[bytes]:
    with ZipFile(BytesIO(unit_sheets(frames))) as archive:
        return [archive.read(name) for name in archive.namelist()]


def _texts(content: bytes) -> Sheet:
    """The paragraphs and tables of a sheet as plain texts."""
    made = Document(BytesIO(content))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in made.tables]
    return [one.text for one in made.paragraphs], tables


def _cell_by_cell(sheets: list[Sheet]) -> int:
    """The same texts, known beforehand, put in as python-docx shows it; gives the bytes written."""
    return sum(len(_written(*sheet)) for sheet in sheets)


def _written(paragraphs: list[str], tables: list[list[list[str]]]) -> bytes:
    made: Doc = Document()
    for text in paragraphs:
        made.add_paragraph(text)
    for rows in tables:
        table = made.add_table(rows=len(rows), cols=len(rows[0]))
        for down, row in enumerate(rows):
            for across, text in enumerate(row):
                table.cell(down, across).text = text
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()
