"""The files in order that the hostile ones are made from: one table in every format."""

import csv
import io
from functools import cache
from pathlib import Path

from scoring.ingest.limits import Limits
from scoring.ingest.opening.workbook import open_sheets
from tests.ingest.binary_books import xlsb
from tests.ingest.word_files import docx, p, plain_table

SAMPLE = Path(__file__).parents[2] / "data" / "samples" / "lam-dong-par-2020.xlsx"
FIXTURES = Path(__file__).parents[1] / "ingest" / "fixtures"
TITLE = 6  # rows above the table


@cache
def bases() -> dict[str, bytes]:
    """File name → content; each reads as the sample table of Lâm Đồng."""
    workbook = SAMPLE.read_bytes()
    return {
        "bang.xlsx": workbook,
        "bang.xls": (FIXTURES / "lam-dong-par-2020.xls").read_bytes(),
        "bang.ods": (FIXTURES / "lam-dong-par-2020.ods").read_bytes(),
        "bang.xlsb": xlsb("Phụ lục", rows()),
        "bang.docx": docx(*(p(row[0]) for row in rows()[:TITLE]), plain_table(rows()[TITLE + 1 :])),
        "bang.csv": delimited().encode("utf-8"),
        "utf16.csv": delimited().encode("utf-16"),
    }


@cache
def rows() -> list[list[str]]:
    """The sample's cells."""
    (sheet,), _ = open_sheets(SAMPLE.name, SAMPLE.read_bytes(), Limits())
    return [[str(cell) for cell in row] for row in sheet.rows]


def delimited() -> str:
    """The sample as text."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows(rows())
    return text.getvalue()
