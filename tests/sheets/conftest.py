"""Workbooks as analysts have them, and what comes back of them."""

import io
import shutil
import subprocess
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from scoring.ingest.limits import Limits
from scoring.ingest.read import read_tables
from scoring.ingest.reference import Reference, load_reference
from scoring.ingest.table import Table
from scoring.sheets.marked import marked_copy

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "data" / "samples"
LAM_DONG = SAMPLES / "lam-dong-par-2020.xlsx"
NOW = datetime(2026, 11, 21, 16, 53, tzinfo=UTC)
TITLE = "Kết quả Chỉ số cải cách hành chính năm 2020 của tỉnh Lâm Đồng"
# 3.4: 5,00 − 4,95 = 0,05 but its children lost 0,064; 5.5.2: a text; 6: points above the maximum.
ROWS: tuple[tuple[Any, ...], ...] = (
    (TITLE,),
    (),
    ("STT", "Tiêu chí", "Điểm chuẩn", "Điểm thẩm định", "Điểm bị mất", "Ghi chú"),
    ("3", "Thủ tục hành chính", 63.5, 63.45, 0.05, None),
    ("3.4", "Kết quả giải quyết", 5.0, 4.95, 0.05, None),
    ("3.4.1", "Đúng hạn cấp tỉnh", 1.5, 1.48, 0.02, None),
    ("3.4.2", "Đúng hạn cấp huyện", 1.5, 1.456, 0.044, None),
    ("5", "Đội ngũ công chức", 7.5, "bảy điểm", 0.5, None),
    ("6", "Tài chính công", 8.0, 80.0, 0.0, None),
)


@pytest.fixture(scope="session")
def reference() -> Reference:
    """The shipped reference data."""
    return load_reference(ROOT / "data" / "reference")[0]


def saved(book: openpyxl.Workbook) -> bytes:
    """A workbook's bytes."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def opened(content: bytes) -> openpyxl.Workbook:
    """The workbook that a person would open."""
    return openpyxl.load_workbook(io.BytesIO(content), keep_vba=True)


def book_of(sheets: Mapping[str, Any]) -> bytes:
    """A workbook of these sheets' rows."""
    book = openpyxl.Workbook()
    del book[book.sheetnames[0]]
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return saved(book)


@pytest.fixture
def tables(reference: Reference) -> Callable[..., tuple[Table, ...]]:
    """Read a file's tables."""

    def read(content: bytes, name: str = "bang.xlsx") -> tuple[Table, ...]:
        return read_tables(name, content, reference, Limits())

    return read


@pytest.fixture
def mark(tables: Callable[..., tuple[Table, ...]]) -> Callable[..., bytes]:
    """Read a file and hand it back marked."""

    def marked(content: bytes, name: str = "bang.xlsx") -> bytes:
        return marked_copy(tables(content, name), content, now=NOW)[1]

    return marked


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes, str, str], bytes]:
    """Open a file in LibreOffice and save it in another format; skips where there is none."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("needs LibreOffice")
    folder = tmp_path_factory.mktemp("office")

    def converted(content: bytes, suffix: str, to: str) -> bytes:
        source = folder / f"tep.{suffix}"
        source.write_bytes(content)
        out = folder / "out"
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [program, profile, "--headless", "--convert-to", to, "--outdir", str(out)]
        subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=180)
        return (out / f"tep.{to.partition(':')[0]}").read_bytes()

    return converted
