"""Does LibreOffice open the workbook whole, and does it show each number as the pages do?"""

import io
import re
from pathlib import Path

import openpyxl
import pytest

from scoring.reports.blocks import Chart, Column, Figure, Screen, Series, Table, written
from scoring.reports.workbook.book import workbook
from scoring.text.values import Measured
from tests.reports.made_up import TITLES
from tests.reports.test_slides_office import KINDS, VALUES, converted

CSV = "csv:Text - txt - csv (StarCalc):9,34,76"


@pytest.mark.parametrize("kind", KINDS)
def test_a_cell_shows_its_number_as_the_pages_write_it(tmp_path: Path, kind: str) -> None:
    columns = (Column("Tên"), Column("Số", kind))  # type: ignore[arg-type]
    values = (*VALUES, -0.0004, 0.004, -0.004)
    table = Table(columns, tuple(("Tên", value) for value in values))
    content = workbook([Screen("x", "Thử", "Một thông điệp", table=table)], title="Thử")
    rows = converted(tmp_path, "so.xlsx", content, CSV).decode("utf-8-sig").splitlines()
    told = [row.split("\t")[1].strip('"') for row in rows[2:]]
    # A third decimal is shown only where the number has one, and a unit is not parted from it.
    assert told == [written(value, kind) for value in values]  # type: ignore[arg-type]


def test_numbers_of_several_units_in_one_column_are_shown_with_their_units(tmp_path: Path) -> None:
    values = (
        Measured(83.93, "83,93\u00a0%"),
        Measured(82.7619, "82,8\u00a0%"),
        Measured(32, "hạng\u00a032/63"),
        Measured(1234.5, "1.234,50\u00a0điểm"),
        Measured(2025, "2025"),
        Measured(3.268, "+3,27\u00a0điểm\u00a0%"),
        Measured(-0.5, "−0,50\u00a0điểm"),
        Measured(15, '15\u00a0"phút" [0]'),
        Measured(0, "không đổi"),
        Measured(-0.001, "0,00\u00a0%"),
        Measured(3, "Quý 1: 3 việc"),
    )
    table = Table((Column("Tên"), Column("Giá trị")), tuple(("Tên", value) for value in values))
    figures = tuple(Figure("Tên", value, "so với năm trước") for value in values)
    screen = Screen("x", "Thử", "Một thông điệp", table=table, figures=figures)
    content = workbook([screen], title="Thử")
    rows = converted(tmp_path, "so.xlsx", content, CSV).decode("utf-8-sig").splitlines()
    told = [row.split("\t") for row in rows if row.startswith("Tên\t")][1:]
    # A format has no sign for quotes within quotes; the typographic one stands for it.
    shown = [value.text.replace('"', "”") for value in values]
    assert [row[1].strip('"') for row in told] == [*shown, *shown]
    assert {row[2] for row in told[len(values) :]} == {"so với năm trước"}
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    numbers = [
        cell.value for cell in sheet["B"] if cell.data_type == "n" and cell.value is not None
    ]
    assert numbers == [float(value) for value in values] * 2


def test_words_that_no_format_can_show_stay_words(tmp_path: Path) -> None:
    values = (
        Measured(7, "7 " + "lượt giao dịch " * 20),  # Excel takes 255 letters of a format
        Measured(-5.5, "0"),  # not the number that the text tells
        Measured(7, "bảy"),
        Measured(7, "7\x07\n lượt"),  # no sign of a cell
    )
    table = Table((Column("Tên"), Column("Giá trị")), tuple(("Tên", value) for value in values))
    content = workbook([Screen("x", "Thử", "Một thông điệp", table=table)], title="Thử")
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    cells = [row[1] for row in sheet.iter_rows(3, 2 + len(values))]
    assert [cell.data_type for cell in cells] == ["s", "s", "n", "n"]
    assert [cell.value for cell in cells] == [values[0].text.strip(), "0", 7, 7]
    assert all(len(cell.number_format) <= 255 for cell in cells)
    rows = converted(tmp_path, "so.xlsx", content, CSV).decode("utf-8-sig").splitlines()
    assert [row.split("\t")[1] for row in rows[-2:]] == ["bảy", "7 lượt"]


def test_a_workbook_of_anything_is_opened_and_printed(tmp_path: Path) -> None:
    rows = tuple((TITLES[at % len(TITLES)], at / 8, None) for at in range(200))
    table = Table((Column("Việc", width=4.0), Column("Điểm", "points"), Column("Hạn")), rows)
    chart = Chart(
        "stacked bars",
        TITLES[1],
        tuple(row[0] for row in rows[:40]),
        (Series("=1+1", tuple(row[1] for row in rows[:40])), Series("b", (None,) * 40, "loss")),
    )
    screens = [Screen("x", TITLES[3], TITLES[0], table=table, chart=chart, sources=TITLES)]
    content = workbook(screens, title=TITLES[1], filters=TITLES)
    pdf = converted(tmp_path, "sach.xlsx", content, "pdf")
    assert len(re.findall(rb"/Type\s*/Page[^s]", pdf)) > 2
